package diabolo.model.diffusion;

import static diabolo.note.Checks.require;

import diabolo.model.Denoiser;
import diabolo.model.DenoiserSpec;
import diabolo.tensor.NamedArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What is known of which codes of a model follow each other in whole tunes: a denoiser of sequences of codes, and how codes become what
 * it works on (after Mittal et al. 2021, "Symbolic Music Generation with Diffusion Models"). Its tunes are in C major or A minor.
 *
 * <pre>{@code
 * Optional<SequencePrior> prior = SequencePrior.in(Path.of("models/melody-2bar"));
 * }</pre>
 *
 * <p>In the file {@code prior.safetensors} of a model's folder. The arrays are not copied and must not be changed.
 *
 * @param scale of the codes of the training tunes, of which spec.codeSize dimensions are denoised
 * @param forms of training tunes: the kind of each window, from 0 in order of appearance; alike windows are of one kind: [tunes][length]
 * @param keys how many of the training tunes were so many semitones above C or A before they were transposed, [12]
 * @param ngrams what notes follow each other in the training tunes: each row n notes, then how often; may be empty
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SequencePrior(
        DenoiserSpec spec, List<NamedArray> weights, CodeScale scale, int[][] forms, float[] keys, float[][] ngrams) {

    /** The conditions of a denoiser: whether a sequence begins its tune, and whether it ends it; none told where all are 0. */
    public static final int CONDITIONS = 4;

    private static final DenoiserFile FILE = new DenoiserFile("prior.safetensors", "prior");
    private static final int KEYS = 12;
    private static final int FEWEST_WINDOWS = 8;

    public SequencePrior {
        weights = List.copyOf(weights);
        require(spec.conditions() == CONDITIONS, "a denoiser of tunes has four conditions");
        require(spec.codeSize() == scale.kept().length, "a prior denoises as many dimensions as it keeps");
        require(spec.length() >= FEWEST_WINDOWS, "a tune has eight windows or more, was " + spec.length());
        NamedArray.row("keys", keys).requireFinite();
        for (float[] ngram : ngrams) {
            NamedArray.row("ngrams", ngram).requireFinite();
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

    public SequencePrior withWeights(List<NamedArray> others) {
        return new SequencePrior(spec, others, scale, forms, keys, ngrams);
    }

    /** That a sequence begins its tune, ends it, or does not. */
    public static float[] told(boolean begins, boolean ends) {
        return new float[] {begins ? 1 : 0, begins ? 0 : 1, ends ? 1 : 0, ends ? 0 : 1};
    }

    /** The denoiser; the caller closes it. */
    public Denoiser denoiser() {
        return Denoiser.of(spec, weights);
    }

    /** Writes it into a model's folder. */
    public void write(Path folder) throws IOException {
        List<NamedArray> arrays = new ArrayList<>(scale.arrays());
        arrays.add(NamedArray.of(
                "forms", Arrays.stream(forms).map(SequencePrior::floats).toArray(float[][]::new)));
        arrays.add(NamedArray.row("keys", keys));
        arrays.add(NamedArray.of("ngrams", ngrams));
        FILE.write(folder, spec, weights, arrays, Map.of());
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
    public static Optional<SequencePrior> in(Path folder) throws IOException {
        return FILE.read(
                folder,
                (spec, weights, file) -> new SequencePrior(
                        spec,
                        weights,
                        CodeScale.of(file),
                        Arrays.stream(rows(file.array("forms")))
                                .map(SequencePrior::ints)
                                .toArray(int[][]::new),
                        file.array("keys").values(),
                        rows(file.array("ngrams"))));
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
