package diabolo.model.diffusion;

import static diabolo.note.Checks.require;

import diabolo.model.Denoiser;
import diabolo.model.DenoiserSpec;
import diabolo.model.UniqueNames;
import diabolo.tensor.NamedArray;
import diabolo.tensor.SafeTensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;

/**
 * What is known of which codes of a model follow each other in whole tunes: a denoiser of sequences of codes, and how codes become what
 * it works on (after Mittal et al. 2021, "Symbolic Music Generation with Diffusion Models"). Its tunes are in C major or A minor.
 *
 * <pre>{@code
 * Optional<SequencePrior> prior = SequencePrior.in(Path.of("models/melody-2bar"));
 * }</pre>
 *
 * <p>Only the dimensions that the encoder is sure of are denoised; the others are at their means. In the file {@code
 * prior.safetensors} of a model's folder. The arrays are not copied and must not be changed.
 *
 * @param kept the dimensions of a code that are denoised, [spec.codeSize]
 * @param means of all dimensions in the training tunes, [codeSize]
 * @param deviations of the kept dimensions there, [spec.codeSize]
 * @param forms of training tunes: the kind of each window, from 0 in order of appearance; alike windows are of one kind: [tunes][length]
 * @param keys how many of the training tunes were so many semitones above C or A before they were transposed, [12]
 * @param ngrams what notes follow each other in the training tunes: each row n notes, then how often; may be empty
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SequencePrior(
        DenoiserSpec spec,
        List<NamedArray> weights,
        int[] kept,
        float[] means,
        float[] deviations,
        int[][] forms,
        float[] keys,
        float[][] ngrams) {

    /** The conditions of a denoiser: whether a sequence begins its tune, and whether it ends it; none told where all are 0. */
    public static final int CONDITIONS = 4;

    private static final String FILE = "prior.safetensors";
    private static final String WEIGHTS = "denoiser.";
    private static final int KEYS = 12;
    private static final int FEWEST_WINDOWS = 8;

    public SequencePrior {
        weights = List.copyOf(weights);
        require(spec.conditions() == CONDITIONS, "a denoiser of tunes has four conditions");
        require(
                kept.length == spec.codeSize() && deviations.length == kept.length,
                "a prior denoises as many dimensions as it keeps");
        for (int dimension : kept) {
            require(
                    dimension >= 0 && dimension < means.length,
                    "a prior keeps dimension %d of %d".formatted(dimension, means.length));
        }
        require(spec.length() >= FEWEST_WINDOWS, "a tune has eight windows or more, was " + spec.length());
        require(IntStream.of(kept).distinct().count() == kept.length, "a prior keeps each dimension once");
        requireFinite("means", means);
        requireFinite("deviations", deviations);
        requireFinite("keys", keys);
        for (float deviation : deviations) {
            require(deviation > 0, "deviations must be above 0, was " + deviation);
        }
        for (float[] ngram : ngrams) {
            requireFinite("ngrams", ngram);
            require(
                    ngram.length > 1 && ngram[ngram.length - 1] >= 1,
                    "an n-gram needs notes and a number of times, 1 or more");
        }
        require(keys.length == KEYS, "there are twelve keys, was " + keys.length);
        require(forms.length > 0, "a prior knows at least one form");
        for (int[] form : forms) {
            require(
                    form.length == spec.length()
                            && IntStream.of(form).allMatch(kind -> kind >= 0 && kind < form.length),
                    "a form has the kind of each window, counted from 0");
        }
    }

    private static void requireFinite(String name, float[] values) {
        for (float value : values) {
            require(Float.isFinite(value), "%s hold %s, which is no finite number".formatted(name, value));
        }
    }

    public SequencePrior withWeights(List<NamedArray> others) {
        return new SequencePrior(spec, others, kept, means, deviations, forms, keys, ngrams);
    }

    /** That a sequence begins its tune, ends it, or does not. */
    public static float[] told(boolean begins, boolean ends) {
        return new float[] {begins ? 1 : 0, begins ? 0 : 1, ends ? 1 : 0, ends ? 0 : 1};
    }

    /** The denoiser; the caller closes it. */
    public Denoiser denoiser() {
        return Denoiser.of(spec, weights);
    }

    /**
     * What the denoiser works on.
     *
     * @param codes [length][codeSize]
     * @return [length * spec.codeSize], about standard normal
     */
    public float[] sequence(float[][] codes) {
        float[] sequence = new float[codes.length * kept.length];
        for (int place = 0; place < codes.length; place++) {
            for (int i = 0; i < kept.length; i++) {
                sequence[place * kept.length + i] = (codes[place][kept[i]] - means[kept[i]]) / deviations[i];
            }
        }
        return sequence;
    }

    /** The codes of a sequence, as they are decoded: [length][codeSize]. */
    public float[][] codes(float[] sequence) {
        float[][] codes = new float[sequence.length / kept.length][];
        for (int place = 0; place < codes.length; place++) {
            codes[place] = means.clone();
            for (int i = 0; i < kept.length; i++) {
                codes[place][kept[i]] = means[kept[i]] + deviations[i] * sequence[place * kept.length + i];
            }
        }
        return codes;
    }

    /** Writes it into a model's folder. */
    public void write(Path folder) throws IOException {
        List<NamedArray> arrays = new ArrayList<>();
        weights.forEach(array -> arrays.add(new NamedArray(WEIGHTS + array.name(), array.shape(), array.values())));
        arrays.add(row("kept", floats(kept)));
        arrays.add(row("means", means));
        arrays.add(row("deviations", deviations));
        arrays.add(NamedArray.of(
                "forms", Arrays.stream(forms).map(SequencePrior::floats).toArray(float[][]::new)));
        arrays.add(row("keys", keys));
        arrays.add(NamedArray.of("ngrams", ngrams));
        String json = UniqueNames.JSON.writeValueAsString(spec);
        SafeTensors.write(
                folder.resolve(FILE), new SafeTensors(Map.of("spec", json), arrays), SafeTensors.Precision.HALF);
    }

    /** Whether there is one in a model's folder. */
    public static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(FILE));
    }

    /**
     * The prior in a model's folder, if there is one.
     *
     * @throws IOException if it cannot be understood; the message names the file and the remedy
     */
    public static Optional<SequencePrior> in(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            SafeTensors read = SafeTensors.read(file);
            DenoiserSpec spec =
                    UniqueNames.JSON.readValue(read.metadata().getOrDefault("spec", "{}"), DenoiserSpec.class);
            SequencePrior prior = new SequencePrior(
                    spec,
                    read.arraysUnder(WEIGHTS),
                    ints(read.array("kept").values()),
                    read.array("means").values(),
                    read.array("deviations").values(),
                    Arrays.stream(rows(read.array("forms")))
                            .map(SequencePrior::ints)
                            .toArray(int[][]::new),
                    read.array("keys").values(),
                    rows(read.array("ngrams")));
            prior.weights().forEach(array -> requireFinite(array.name(), array.values()));
            prior.denoiser().close(); // all weights are there
            return Optional.of(prior);
        } catch (JacksonException
                | IllegalArgumentException
                | ArithmeticException // a size beyond that of arrays
                | NullPointerException foreign) { // JSON has null for a spec
            throw new IOException(
                    "%s is no prior of this model: %s; take the model's folder again as a whole, or train again"
                            .formatted(file, foreign.getMessage()),
                    foreign);
        }
    }

    private static NamedArray row(String name, float[] values) {
        return new NamedArray(name, new long[] {values.length}, values);
    }

    private static float[] floats(int[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = values[i];
        }
        return floats;
    }

    private static int[] ints(float[] values) {
        return IntStream.range(0, values.length).map(i -> (int) values[i]).toArray();
    }

    private static float[][] rows(NamedArray array) {
        require(array.shape().length == 2, "%s must have rows".formatted(array.name()));
        int columns = Math.toIntExact(array.shape()[1]);
        return IntStream.range(0, Math.toIntExact(array.shape()[0]))
                .mapToObj(row -> Arrays.copyOfRange(array.values(), row * columns, (row + 1) * columns))
                .toArray(float[][]::new);
    }
}
