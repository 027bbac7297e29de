package diabolo.latent;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;

import diabolo.model.TrainingExamples;
import diabolo.note.OutOfRangeException;
import diabolo.representation.Frames;
import diabolo.representation.PianoRoll;
import diabolo.representation.Representation;
import diabolo.representation.TokenRepresentation;
import diabolo.tensor.RandomSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How windows are strung to a piece longer than one: phrases that are related and come again, A B A C, then D B A C. The model knows
 * nothing of it: the codes of B, C, D, ... are that of A in half of the dimensions, and their notes, in a
 * melody, are of the scale of the key that A suggests.
 * A model that knows the distribution of its codes by key samples all of a piece in one of these, from the pitch classes of its music.
 *
 * <pre>{@code
 * TuneForm form = TuneForm.ofBars(16, space.representation());
 * form.letters();                                            // A B A C D B A C, of a model of two bars
 * Recipe tune = form.sample(space, SamplingSettings.MUSIC_VAE, 0);
 * }</pre>
 *
 * @param windows 1 to 64
 */
public record TuneForm(int windows) {

    private static final int PERIOD = 4;
    private static final int MOST_WINDOWS = 64;

    /** The share of the dimensions of a code in which a phrase differs from the first. */
    private static final double NEW_SHARE = 0.5;

    public TuneForm {
        requireBetween("windows", windows, 1, MOST_WINDOWS);
    }

    /**
     * The form of so many bars.
     *
     * @throws OutOfRangeException if they are no whole number of windows, or more than 64 of these
     */
    public static TuneForm ofBars(int bars, Representation representation) {
        int each = barsOf(representation);
        if (bars < each || bars % each != 0 || bars / each > MOST_WINDOWS) {
            throw new OutOfRangeException(
                    "bars",
                    "must be a multiple of %d, the bars of a window of the model, and at most %d, was %d"
                            .formatted(each, each * MOST_WINDOWS, bars));
        }
        return new TuneForm(bars / each);
    }

    /** Of a piano roll, which knows no bars, those of 4/4. */
    static int barsOf(Representation representation) {
        return switch (representation) {
            case TokenRepresentation tokens -> tokens.bars();
            case PianoRoll roll -> Math.max(1, roll.steps() / (4 * roll.grid().stepsPerBeat()));
        };
    }

    /** The phrase of each window: {@code A B A C}. */
    public String letters() {
        return phrases().stream().map(phrase -> "" + (char) ('A' + phrase)).collect(Collectors.joining(" "));
    }

    /** Of each window, from 0. */
    private List<Integer> phrases() {
        return IntStream.range(0, windows)
                .mapToObj(window -> switch (window % PERIOD) {
                    case 0 -> window == 0 ? 0 : 2 + window / PERIOD;
                    case 1 -> 1;
                    case 2 -> 0;
                    default -> 2;
                })
                .toList();
    }

    /**
     * A sampled piece.
     *
     * @param number which of those of the settings' seed, from 0
     */
    public Recipe sample(LatentSpace space, SamplingSettings settings, int number) {
        Recipe first = space.sample(settings, number);
        Optional<KeptKey> learned =
                settings.key(space.trainingExamples(), number).flatMap(key -> KeptKey.of(space, key.pitchClasses()));
        if (windows == 1 && learned.isEmpty()) {
            return first;
        }
        List<float[]> codes = codes(space, settings, number, first.codes()[0]);
        List<Frames> decoded = new ArrayList<>(decoded(space, first, learned));
        Optional<KeptKey> key = learned.or(() ->
                KeptKey.scaleOf(space, space.representation().join(decoded).toNoteSequence()));
        for (float[] code : codes.subList(1, codes.size())) {
            Recipe phrase = space.recipe(Recipe.GENERATE, new float[][] {code}).with(first.chance());
            decoded.addAll(decoded(space, phrase, key));
        }
        Map<String, String> details = new LinkedHashMap<>(first.details());
        if (windows > 1) {
            details.put("form", letters());
        }
        return space.allGiven(
                        Recipe.GENERATE,
                        phrases().stream().map(decoded::get).toList(),
                        phrases().stream().map(codes::get).toArray(float[][]::new))
                .withTitle(first.title())
                .withDetails(details)
                .with(first.chance());
    }

    private static List<Frames> decoded(LatentSpace space, Recipe recipe, Optional<KeptKey> key) {
        return key.map(kept -> space.decode(recipe, kept.allowed()))
                .orElseGet(() -> space.render(recipe).windows());
    }

    /** Of each phrase. */
    private List<float[]> codes(LatentSpace space, SamplingSettings settings, int number, float[] first) {
        int count = phrases().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
        RandomSource random = settings.random(number);
        TrainingExamples trainingExamples = settings.inOneKey(space.trainingExamples(), number);
        List<float[]> codes = new ArrayList<>(List.of(first));
        for (int phrase = 1; phrase < count; phrase++) {
            RandomSource own = random.derive("phrase", phrase);
            float[] fresh = settings.prior().sample(first.length, trainingExamples, own.derive("code"));
            codes.add(mixed(first, fresh, own.derive("dimensions").generator()));
        }
        return codes;
    }

    private static float[] mixed(float[] first, float[] fresh, RandomGenerator random) {
        require(first.length == fresh.length, "codes of one model have one size");
        float[] mixed = first.clone();
        for (int unit = 0; unit < mixed.length; unit++) {
            mixed[unit] = random.nextDouble() < NEW_SHARE ? fresh[unit] : first[unit];
        }
        return mixed;
    }
}
