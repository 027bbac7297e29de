package diabolo.latent;

import static diabolo.note.Checks.require;

import diabolo.grid.Passage;
import diabolo.grid.RhythmGrid;
import diabolo.model.Autoencoder;
import diabolo.model.RecurrentAutoencoder;
import diabolo.model.TokenChoice;
import diabolo.representation.PianoRoll;
import diabolo.representation.Representation;
import diabolo.representation.TokenRepresentation;
import diabolo.tensor.RandomSource;
import diabolo.tensor.TensorScope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** From a recipe to cells that sound or do not. */
record Rendering(Autoencoder network, Representation representation) {

    private static final double ALMOST = 1e-6;

    /** Requires a recipe that can be rendered; see {@link LatentSpace#requireFitting}. */
    void requireFitting(Recipe recipe) {
        for (float[] code : recipe.codes()) {
            require(
                    code.length == network.spec().codeSize(),
                    "a code of this model has %d numbers, was given %d; take one that the same model encoded"
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
                "%d windows of %d steps are longer than a piece can be, which is %d steps; take fewer or shorter ones"
                        .formatted(windowCount(recipe), representation.steps(), RhythmGrid.MAX_STEPS));
    }

    private void requireCodeForEach(KeptMelody melody, int codes) {
        long sounding = masks(melody).stream().filter(mask -> !mask.isSilent()).count();
        require(
                codes == sounding,
                "the melody sounds in %d of this model's windows, but %d codes are given; take one for each"
                        .formatted(sounding, codes));
    }

    /** The windows of a melody; its pitches are those of the roll. */
    private List<MelodyMask> masks(KeptMelody melody) {
        if (!(representation instanceof PianoRoll roll)) {
            throw new IllegalArgumentException(
                    "a melody is kept, which needs a model of piano rolls, not of %s; take the one that found its codes"
                            .formatted(representation.name()));
        }
        return MelodyMask.ofWindows(roll, melody.piece(), new BitSet());
    }

    /** Those that are wholly given need no code. */
    private int windowCount(Recipe recipe) {
        return Math.max(wholeWindows(recipe), recipe.codes().length);
    }

    private int wholeWindows(Recipe recipe) {
        return recipe.given()
                .map(given -> Math.min(given.cells().length, given.steps() / representation.steps()))
                .orElse(0);
    }

    /** The windows of a piece: [cells] each, zeros and ones. */
    List<float[]> windows(Recipe recipe) {
        requireFitting(recipe);
        RandomSource random = RandomSource.of(recipe.seed()).derive("piece", recipe.number());
        if (recipe.melody().isPresent()) {
            KeptMelody melody = recipe.melody().get();
            return upToItsLastBar(melody, accompaniment(recipe, masks(melody), random));
        }
        int givenSteps = recipe.given().map(Recipe.Given::steps).orElse(0);
        int whole = wholeWindows(recipe);
        int count = windowCount(recipe);
        float[][] given = recipe.given()
                .map(some -> unpacked(some, Math.min(count, some.cells().length)))
                .orElse(new float[0][]);
        List<float[]> windows = new ArrayList<>();
        for (int window = 0; window < count; window++) {
            if (window < whole) {
                windows.add(given[window]);
                continue;
            }
            float[] cells = decoded(recipe.codes()[window], recipe, random.derive("cells", window));
            int left = givenSteps - window * representation.steps();
            if (left > 0 && window < given.length) {
                System.arraycopy(given[window], 0, cells, 0, left * representation.cellsPerStep());
            }
            windows.add(cells);
        }
        return windows;
    }

    /** What is decoded without the melody and what would cover it; windows without melody are silent. */
    private List<float[]> accompaniment(Recipe recipe, List<MelodyMask> masks, RandomSource random) {
        List<float[]> windows = new ArrayList<>();
        int next = 0;
        for (MelodyMask mask : masks) {
            float[] cells = new float[representation.cells()];
            if (!mask.isSilent()) {
                RandomSource chance = random.derive("cells", windows.size());
                cells = mask.outside(decoded(recipe.codes()[next++], recipe, chance));
            }
            windows.add(cells);
        }
        return windows;
    }

    /** Where the melody ends, its accompaniment plays the bar to its end and is silent in what is left of the window. */
    private List<float[]> upToItsLastBar(KeptMelody melody, List<float[]> windows) {
        int end = Passage.of(representation.grid().quantize(melody.piece())).endStep();
        for (int window = 0; window < windows.size(); window++) {
            int left = Math.clamp(end - window * (long) representation.steps(), 0, representation.steps());
            float[] cells = windows.get(window);
            Arrays.fill(cells, left * representation.cellsPerStep(), cells.length, 0);
        }
        return windows;
    }

    private float[] decoded(float[] code, Recipe recipe, RandomSource random) {
        float[][] codes = {code};
        if (network instanceof RecurrentAutoencoder recurrent
                && recipe.temperature() > 0
                && representation instanceof TokenRepresentation tokens) {
            try (TensorScope _ = TensorScope.open()) { // owns the generator
                TokenChoice choice = TokenChoice.drawn(recipe.temperature(), random);
                return tokens.cells(recurrent.write(codes, choice).getFirst());
            }
        }
        float[] cells = network.decode(codes)[0];
        return network instanceof RecurrentAutoencoder
                ? cells
                : sounding(cells, recipe.threshold(), recipe.temperature(), random);
    }

    /** Zeros and ones: by the threshold, or at a temperature above 0 by chance. */
    static float[] sounding(float[] probabilities, double threshold, double temperature, RandomSource random) {
        RandomGenerator generator = random.generator();
        float[] cells = new float[probabilities.length];
        for (int cell = 0; cell < cells.length; cell++) {
            double limit = threshold;
            double probability = probabilities[cell];
            if (temperature > 0) {
                double within = Math.clamp(probability, ALMOST, 1 - ALMOST);
                probability = 1 / (1 + Math.exp(-Math.log(within / (1 - within)) / temperature));
                limit = generator.nextDouble();
            }
            cells[cell] = probability > limit ? 1 : 0;
        }
        return cells;
    }

    /** What is given of a piece, as a recipe keeps it. */
    static Recipe.Given given(float[][] windows, int steps) {
        int[][] active = new int[windows.length][];
        for (int window = 0; window < windows.length; window++) {
            float[] cells = windows[window];
            active[window] = IntStream.range(0, cells.length)
                    .filter(cell -> cells[cell] > 0.5f)
                    .toArray();
        }
        return new Recipe.Given(steps, active);
    }

    private float[][] unpacked(Recipe.Given given, int count) {
        float[][] windows = new float[count][representation.cells()];
        for (int window = 0; window < windows.length; window++) {
            for (int cell : given.cells()[window]) {
                require(
                        cell >= 0 && cell < representation.cells(),
                        "cell %d is given, but a window has %d".formatted(cell, representation.cells()));
                windows[window][cell] = 1;
            }
        }
        return windows;
    }
}
