package diabolo.sparse;

import static diabolo.note.Checks.require;

/**
 * How sparse codes are, and how much of the examples they keep.
 *
 * <pre>{@code
 * Sparsity sparsity = Sparsity.of(whitened, codes, dictionary.decode(codes));
 * sparsity.snrDb(); // 10: the error has a tenth of the power of the examples
 * }</pre>
 *
 * @param nonZeroShare of all coefficients, 0 to 1
 * @param snrDb signal-to-noise ratio: the examples' squares over those of what is left, in decibels
 */
public record Sparsity(double nonZeroShare, double snrDb) {

    /**
     * Of examples.
     *
     * @param examples [examples][dimensions], one or more
     * @param codes [examples][elements]
     * @param decoded [examples][dimensions]
     */
    public static Sparsity of(float[][] examples, float[][] codes, float[][] decoded) {
        require(
                examples.length > 0 && examples.length == codes.length && examples.length == decoded.length,
                "every example needs a code and what it decodes to: %d examples, %d codes, %d decoded"
                        .formatted(examples.length, codes.length, decoded.length));
        double nonZero = 0;
        double all = 0;
        double signal = 0;
        double noise = 0;
        for (int example = 0; example < examples.length; example++) {
            for (float coefficient : codes[example]) {
                nonZero += coefficient == 0 ? 0 : 1;
                all++;
            }
            for (int i = 0; i < examples[example].length; i++) {
                signal += Math.pow(examples[example][i], 2);
                noise += Math.pow(examples[example][i] - decoded[example][i], 2);
            }
        }
        return new Sparsity(nonZero / all, 10 * Math.log10(signal / noise));
    }
}
