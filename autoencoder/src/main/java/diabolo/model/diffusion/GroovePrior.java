package diabolo.model.diffusion;

import static diabolo.note.Checks.require;

import diabolo.model.Denoiser;
import diabolo.model.DenoiserSpec;
import diabolo.note.Quoted;
import diabolo.tensor.NamedArray;
import diabolo.tensor.SafeTensors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is known of the codes of played grooves: a denoiser of single codes of a model of drums, with the style and whether a fill ends the
 * window as conditions (latent diffusion as Rombach et al. 2022, on the codes of a network that stays as it is).
 *
 * <pre>{@code
 * GroovePrior prior = GroovePrior.in(Path.of("models/drums-2bar")).orElseThrow();
 * float[] conditions = prior.conditions(Optional.of("funk"), GroovePrior.Ending.GROOVE);
 * }</pre>
 *
 * <p>In the file {@code grooves.safetensors} of a model's folder. The arrays are not copied and must not be changed.
 *
 * @param scale of the codes of the training grooves, of which spec.codeSize dimensions are denoised
 * @param styles that can be asked for, in small letters; may be empty
 * @param profiles of learned windows, of which a sampled one is to have one: [windows][{@link #NUMBERS_OF_A_PROFILE}], the number of the
 *     style or -1, that of the ending, and numbers that are the caller's, such as a backbeat; may be empty
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record GroovePrior(
        DenoiserSpec spec, List<NamedArray> weights, CodeScale scale, List<String> styles, float[][] profiles) {

    /** Of a profile: style, ending, and three more. */
    public static final int NUMBERS_OF_A_PROFILE = 5;

    /** How a window ends. */
    public enum Ending {
        GROOVE(0),
        FILL(1);

        private final int number;

        Ending(int number) {
            this.number = number;
        }

        /** As conditions and profiles have it, from 0. */
        public int number() {
            return number;
        }

        /** As it is written: {@code fill}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * By its name.
         *
         * @throws IllegalArgumentException if there is none
         */
        public static Ending named(String id) {
            return Stream.of(values())
                    .filter(ending -> ending.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "'%s' is no ending of drums; choose groove or fill".formatted(Quoted.of(id))));
        }
    }

    private static final DenoiserFile FILE = new DenoiserFile("grooves.safetensors", "prior of grooves");
    private static final String STYLES = "styles";
    private static final String PROFILES = "profiles";
    private static final int MOST_STYLES = 256;

    public GroovePrior {
        weights = List.copyOf(weights);
        styles = List.copyOf(styles);
        require(styles.size() <= MOST_STYLES, "there are at most %d styles".formatted(MOST_STYLES));
        require(
                styles.stream().allMatch(style -> style.matches("[a-z]{1,40}")) && distinct(styles),
                "styles are different words of small letters");
        require(
                spec.length() == 1 && spec.codeSize() == scale.kept().length,
                "grooves are single codes, with the dimensions that are kept");
        require(
                spec.conditions() == conditions(styles),
                "%d styles and an ending have %d conditions, was %d"
                        .formatted(styles.size(), conditions(styles), spec.conditions()));
        for (float[] profile : profiles) {
            require(
                    profile.length == NUMBERS_OF_A_PROFILE,
                    "a profile has %d numbers, was %d".formatted(NUMBERS_OF_A_PROFILE, profile.length));
            NamedArray.row(PROFILES, profile).requireFinite();
        }
    }

    private static boolean distinct(List<String> styles) {
        return new HashSet<>(styles).size() == styles.size();
    }

    /** The numbers of each of the two conditions, style and ending, of which all are 0 where it is not told. */
    public static int numbersOfACondition(List<String> styles) {
        return Math.max(Ending.values().length, styles.size());
    }

    /** The numbers of both conditions. */
    public static int conditions(List<String> styles) {
        return 2 * numbersOfACondition(styles);
    }

    public GroovePrior withWeights(List<NamedArray> others) {
        return new GroovePrior(spec, others, scale, styles, profiles);
    }

    /** The denoiser; the caller closes it. */
    public Denoiser denoiser() {
        return Denoiser.of(spec, weights);
    }

    /**
     * The conditions of a denoiser, one-hot: [spec.conditions].
     *
     * @param style one of the styles; any, if absent
     * @throws IllegalArgumentException if it is none of them
     */
    public float[] conditions(Optional<String> style, Ending ending) {
        float[] conditions = new float[spec.conditions()];
        style.ifPresent(name -> {
            require(styles.contains(name), "'%.40s' is no style of %s".formatted(name, styles));
            conditions[styles.indexOf(name)] = 1;
        });
        conditions[numbersOfACondition(styles) + ending.number()] = 1;
        return conditions;
    }

    /** The last three numbers of the profiles of a style and an ending; of an absent style all. */
    public List<float[]> profiles(Optional<String> style, Ending ending) {
        int number = style.map(styles::indexOf).orElse(-1);
        return Arrays.stream(profiles)
                .filter(profile -> profile[1] == ending.number() && (style.isEmpty() || profile[0] == number))
                .map(profile -> Arrays.copyOfRange(profile, 2, profile.length))
                .toList();
    }

    /** Writes it into a model's folder. */
    public void write(Path folder) throws IOException {
        List<NamedArray> arrays = new ArrayList<>(scale.arrays());
        if (profiles.length > 0) {
            arrays.add(NamedArray.of(PROFILES, profiles));
        }
        FILE.write(folder, spec, weights, arrays, Map.of(STYLES, String.join(",", styles)));
    }

    /** Whether there is one in a model's folder. */
    public static boolean isIn(Path folder) {
        return FILE.isIn(folder);
    }

    /**
     * The prior in a model's folder, if there is one.
     *
     * @throws IOException if it cannot be understood; the message names the file and the remedy
     */
    public static Optional<GroovePrior> in(Path folder) throws IOException {
        return FILE.read(folder, (spec, weights, file) -> {
            String names = file.metadata().getOrDefault(STYLES, "");
            return new GroovePrior(
                    spec,
                    weights,
                    CodeScale.of(file),
                    names.isEmpty() ? List.of() : List.of(names.split(",", -1)),
                    profiles(file));
        });
    }

    private static float[][] profiles(SafeTensors file) {
        Optional<NamedArray> found = file.arrays().stream()
                .filter(array -> array.name().equals(PROFILES))
                .findFirst();
        if (found.isEmpty()) {
            return new float[0][];
        }
        float[] values = found.get().values();
        require(values.length % NUMBERS_OF_A_PROFILE == 0, "profiles must have rows");
        return IntStream.range(0, values.length / NUMBERS_OF_A_PROFILE)
                .mapToObj(
                        row -> Arrays.copyOfRange(values, row * NUMBERS_OF_A_PROFILE, (row + 1) * NUMBERS_OF_A_PROFILE))
                .toArray(float[][]::new);
    }
}
