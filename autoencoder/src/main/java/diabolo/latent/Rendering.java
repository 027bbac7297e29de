package diabolo.latent;

import static diabolo.note.Checks.require;

import diabolo.grid.Passage;
import diabolo.grid.RhythmGrid;
import diabolo.model.Autoencoder;
import diabolo.model.Sampler;
import diabolo.representation.Frames;
import diabolo.representation.PianoRoll;
import diabolo.representation.Representation;
import diabolo.tensor.RandomSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Renders recipes to windows.
 *
 * @param restriction of the sampler that a recipe asks for
 */
record Rendering(Autoencoder network, Representation representation, UnaryOperator<Sampler> restriction) {

    Rendering(Autoencoder network, Representation representation) {
        this(network, representation, UnaryOperator.identity());
    }

    /** Requires a recipe that can be rendered; see {@link LatentSpace#requireFitting}. */
    void requireFitting(Recipe recipe) {
        for (float[] code : recipe.codes()) {
            require(
                    code.length == network.spec().codeSize(),
                    "a code of this model has size %d, was given %d; take one that the same model encoded"
                            .formatted(network.spec().codeSize(), code.length));
        }
        recipe.signatures().ifPresent(signatures -> signatures.requireFitting(representation));
        recipe.melody().ifPresent(melody -> requireCodeForEach(melody, recipe.codes().length));
        int givenSteps = recipe.given().map(Recipe.Given::steps).orElse(0);
        long steps = (long) windowCount(recipe) * representation.steps();
        require(
                steps >= givenSteps,
                "%d steps are given, but only %d have cells or a code".formatted(givenSteps, steps));
        require(
                steps <= RhythmGrid.MAX_STEPS,
                "%d windows of %d steps exceed the longest piece, %d steps; take fewer or shorter ones"
                        .formatted(windowCount(recipe), representation.steps(), RhythmGrid.MAX_STEPS));
    }

    private void requireCodeForEach(KeptMelody melody, int codes) {
        long sounding = masks(melody).stream().filter(mask -> !mask.isSilent()).count();
        require(
                codes == sounding,
                "the melody sounds in %d of this model's windows, but %d codes are given; take one for each"
                        .formatted(sounding, codes));
    }

    /** The masks of a melody's windows. */
    private List<MelodyMask> masks(KeptMelody melody) {
        if (!(representation instanceof PianoRoll roll)) {
            throw new IllegalArgumentException(
                    "a melody is kept, which needs a model of piano rolls, not of %s; take the one that found its codes"
                            .formatted(representation.name()));
        }
        return MelodyMask.ofWindows(roll, melody.piece(), new BitSet());
    }

    /** Wholly given windows need no code. */
    private int windowCount(Recipe recipe) {
        return Math.max(wholeWindows(recipe), recipe.codes().length);
    }

    private int wholeWindows(Recipe recipe) {
        return recipe.given()
                .map(given -> Math.min(given.cells().length, given.steps() / representation.steps()))
                .orElse(0);
    }

    /** The windows of a recipe. */
    List<Frames> windows(Recipe recipe) {
        requireFitting(recipe);
        RandomSource random = RandomSource.of(recipe.seed()).derive("piece", recipe.number());
        if (recipe.melody().isPresent()) {
            KeptMelody melody = recipe.melody().get();
            return upToItsLastBar(melody, accompaniment(recipe, masks(melody), random));
        }
        int givenSteps = recipe.given().map(Recipe.Given::steps).orElse(0);
        int whole = wholeWindows(recipe);
        int count = windowCount(recipe);
        List<Frames> given = recipe.given()
                .map(some -> unpacked(some, Math.min(count, some.cells().length)))
                .orElse(List.of());
        List<Frames> windows = new ArrayList<>(given.subList(0, whole));
        for (int window = whole; window < count; window++) {
            Frames decoded = decoded(recipe.codes()[window], recipe, random.derive("cells", window));
            int left = givenSteps - window * representation.steps();
            windows.add(
                    left > 0 && window < given.size()
                            ? representation.spliced(decoded, given.get(window), step -> step < left)
                            : decoded);
        }
        return windows;
    }

    /** The decoding without the melody's and the blocked cells; windows without melody are silent. */
    private List<Frames> accompaniment(Recipe recipe, List<MelodyMask> masks, RandomSource random) {
        List<Frames> windows = new ArrayList<>();
        int next = 0;
        for (MelodyMask mask : masks) {
            BitSet sounding = new BitSet();
            if (!mask.isSilent()) {
                RandomSource chance = random.derive("cells", windows.size());
                Frames decoded = decoded(recipe.codes()[next++], recipe, chance);
                sounding = mask.outside(representation.sounding(decoded));
            }
            windows.add(representation.ofSounding(sounding));
        }
        return windows;
    }

    /** The accompaniment ends with the melody's last bar and is silent in the rest of the window. */
    private List<Frames> upToItsLastBar(KeptMelody melody, List<Frames> windows) {
        int end = Passage.of(representation.grid().quantize(melody.piece())).endStep();
        return IntStream.range(0, windows.size())
                .mapToObj(window -> {
                    int left = end - window * representation.steps();
                    return representation.spliced(windows.get(window), representation.silence(), step -> step >= left);
                })
                .toList();
    }

    private Frames decoded(float[] code, Recipe recipe, RandomSource random) {
        Sampler sampler = Sampler.of(recipe.temperature(), recipe.threshold(), random);
        return network.decode(new float[][] {code}, restriction.apply(sampler)).getFirst();
    }

    /** Whole windows as a recipe stores them. */
    static Recipe.Given given(Representation representation, List<Frames> windows) {
        return new Recipe.Given(
                windows.size() * representation.steps(),
                windows.stream()
                        .map(window -> representation.sounding(window).stream().toArray())
                        .toArray(int[][]::new));
    }

    private List<Frames> unpacked(Recipe.Given given, int count) {
        return Arrays.stream(given.cells(), 0, count).map(this::unpacked).toList();
    }

    private Frames unpacked(int[] cells) {
        BitSet sounding = new BitSet();
        for (int cell : cells) {
            require(
                    cell >= 0 && cell < representation.cells(),
                    "cell %d is given, but a window has %d".formatted(cell, representation.cells()));
            sounding.set(cell);
        }
        return representation.ofSounding(sounding);
    }
}
