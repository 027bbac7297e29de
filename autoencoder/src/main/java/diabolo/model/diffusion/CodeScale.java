package diabolo.model.diffusion;

import static diabolo.note.Checks.require;

import diabolo.model.PosteriorArrays;
import diabolo.tensor.NamedArray;
import diabolo.tensor.SafeTensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the codes of a model become what a diffusion model works on, numbers that are about standard normal, and back. Only dimensions
 * that the encoder is sure of are kept; the others are at their means.
 *
 * <pre>{@code
 * CodeScale scale = CodeScale.of(network.posteriors(windows));
 * float[] sequence = scale.sequence(codes);
 * }</pre>
 *
 * <p>The arrays are not copied and must not be changed.
 *
 * @param kept the dimensions of a code that are kept
 * @param means of all dimensions in the training music, [codeSize]
 * @param deviations of the kept dimensions there, above 0
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record CodeScale(int[] kept, float[] means, float[] deviations) {

    /** An encoder's deviation above which a dimension says next to nothing. */
    private static final double SURE = 0.8;

    private static final double LEAST_DEVIATION = 0.05;

    public CodeScale {
        require(deviations.length == kept.length && kept.length > 0, "each dimension that is kept has a deviation");
        for (int dimension : kept) {
            require(
                    dimension >= 0 && dimension < means.length,
                    "dimension %d of %d is kept".formatted(dimension, means.length));
        }
        require(IntStream.of(kept).distinct().count() == kept.length, "each dimension is kept once");
        NamedArray.row("means", means).requireFinite();
        NamedArray.row("deviations", deviations).requireFinite();
        for (float deviation : deviations) {
            require(deviation > 0, "deviations must be above 0, was " + deviation);
        }
    }

    /** Of music by its posteriors: means and deviations of its codes, and the dimensions whose mean posterior deviation is below 0.8. */
    public static CodeScale of(PosteriorArrays posteriors) {
        double[] unsure = posteriors.meanDeviations();
        int[] sure = IntStream.range(0, unsure.length)
                .filter(dimension -> unsure[dimension] < SURE)
                .toArray();
        int[] kept = sure.length > 0 ? sure : IntStream.range(0, unsure.length).toArray();
        return of(kept, posteriors.means());
    }

    private static CodeScale of(int[] kept, float[][] codes) {
        float[] means = new float[codes[0].length];
        float[] all = deviations(codes, means);
        float[] deviations = new float[kept.length];
        for (int i = 0; i < kept.length; i++) {
            deviations[i] = (float) Math.max(LEAST_DEVIATION, all[kept[i]]);
        }
        return new CodeScale(kept, means, deviations);
    }

    /**
     * The same dimensions with the means and deviations of other codes, such as those of music in another meter.
     *
     * @param codes [one or more][codeSize]
     */
    public CodeScale fittedTo(float[][] codes) {
        return of(kept, codes);
    }

    /** The standard deviations of the dimensions of codes; their means are filled in. */
    private static float[] deviations(float[][] codes, float[] means) {
        float[] deviations = new float[means.length];
        for (int dimension = 0; dimension < means.length; dimension++) {
            double sum = 0;
            double squares = 0;
            for (float[] code : codes) {
                sum += code[dimension];
                squares += (double) code[dimension] * code[dimension];
            }
            double mean = sum / codes.length;
            means[dimension] = (float) mean;
            deviations[dimension] = (float) Math.sqrt(Math.max(0, squares / codes.length - mean * mean));
        }
        return deviations;
    }

    /**
     * What a diffusion model works on.
     *
     * @param codes [length][codeSize]
     * @return [length * kept]
     */
    public float[] sequence(float[]... codes) {
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
        float[][] others = new float[sequence.length / kept.length][];
        Arrays.fill(others, means);
        return codes(others, sequence);
    }

    /** Codes whose kept dimensions are replaced by those of a sequence. */
    public float[][] codes(float[][] others, float[] sequence) {
        float[][] codes = new float[others.length][];
        for (int place = 0; place < codes.length; place++) {
            codes[place] =
                    code(others[place], Arrays.copyOfRange(sequence, place * kept.length, (place + 1) * kept.length));
        }
        return codes;
    }

    /** A code whose kept dimensions are replaced. */
    public float[] code(float[] others, float[] numbers) {
        float[] code = others.clone();
        for (int i = 0; i < kept.length; i++) {
            code[kept[i]] = means[kept[i]] + deviations[i] * numbers[i];
        }
        return code;
    }

    /** Whether it is the same. */
    public boolean isOf(CodeScale other) {
        return Arrays.equals(kept, other.kept)
                && Arrays.equals(means, other.means)
                && Arrays.equals(deviations, other.deviations);
    }

    List<NamedArray> arrays() {
        List<NamedArray> arrays = new ArrayList<>();
        float[] numbers = new float[kept.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = kept[i];
        }
        arrays.add(NamedArray.row("kept", numbers));
        arrays.add(NamedArray.row("means", means));
        arrays.add(NamedArray.row("deviations", deviations));
        return arrays;
    }

    /** @throws IllegalArgumentException if an array is missing, or is not what it must be */
    static CodeScale of(SafeTensors file) {
        float[] numbers = file.array("kept").values();
        int[] kept =
                IntStream.range(0, numbers.length).map(i -> (int) numbers[i]).toArray();
        return new CodeScale(
                kept, file.array("means").values(), file.array("deviations").values());
    }
}
