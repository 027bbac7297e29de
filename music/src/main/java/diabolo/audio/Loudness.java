package diabolo.audio;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;

import java.util.ArrayList;
import java.util.List;

/**
 * How loud a sound is to the ear, in LUFS (decibels below full scale, weighted as ears are): integrated loudness of one audio channel
 * after ITU-R BS.1770-4.
 *
 * <pre>{@code
 * double lufs = Loudness.of(samples, 22_050);             // -19.4
 * double factor = Math.pow(10, (-23 - lufs) / 20);        // brings it to -23 LUFS
 * }</pre>
 *
 * <p>Two filters raise the treble and cut the lowest bass (K-weighting); the mean square is taken of blocks of 0.4 s that overlap by
 * three quarters, without those below -70 LUFS and without those that are 10 dB softer than the mean of the others. The standard gives
 * the filters at 48 kHz; at other rates they are computed from the analog ones behind, as libebur128 does.
 */
public final class Loudness {

    private static final double BLOCK_SECONDS = 0.4;
    private static final int BLOCKS_AT_ONCE = 4;
    private static final double OFFSET = -0.691;
    private static final double ABSOLUTE_GATE = -70;
    private static final double RELATIVE_GATE = -10;

    private Loudness() {}

    /**
     * Of a whole sound; of one shorter than a block, of that alone.
     *
     * @param samples -1 to 1 at full scale, one or more
     * @return negative infinity for silence
     */
    public static double of(float[] samples, int sampleRateHz) {
        require(samples.length > 0, "loudness is measured of one sample or more, there was none");
        requireBetween("sampleRateHz", sampleRateHz, 8_000, 192_000);
        double[] weighted = highPass(sampleRateHz).of(shelf(sampleRateHz).of(samples));
        List<Double> blocks = meanSquares(weighted, sampleRateHz);
        double mean = meanAbove(ABSOLUTE_GATE, blocks);
        return decibels(meanAbove(decibels(mean) + RELATIVE_GATE, blocks));
    }

    private static double decibels(double meanSquare) {
        return OFFSET + 10 * Math.log10(meanSquare);
    }

    private static double meanAbove(double gate, List<Double> blocks) {
        return blocks.stream()
                .mapToDouble(Double::doubleValue)
                .filter(meanSquare -> decibels(meanSquare) > gate)
                .average()
                .orElse(0);
    }

    private static List<Double> meanSquares(double[] weighted, int sampleRateHz) {
        int block = Math.min(weighted.length, (int) Math.round(BLOCK_SECONDS * sampleRateHz));
        int hop = Math.max(1, block / BLOCKS_AT_ONCE);
        List<Double> meanSquares = new ArrayList<>();
        for (int start = 0; start + block <= weighted.length; start += hop) {
            double sum = 0;
            for (int i = start; i < start + block; i++) {
                sum += weighted[i] * weighted[i];
            }
            meanSquares.add(sum / block);
        }
        return meanSquares;
    }

    /** A filter of second order: what its output takes of the last three inputs, and of its last two outputs. */
    record Biquad(double b0, double b1, double b2, double a1, double a2) {

        double[] of(float[] input) {
            double[] wide = new double[input.length];
            for (int i = 0; i < input.length; i++) {
                wide[i] = input[i];
            }
            return of(wide);
        }

        double[] of(double[] input) {
            double[] output = new double[input.length];
            double state1 = 0;
            double state2 = 0;
            for (int i = 0; i < input.length; i++) {
                output[i] = b0 * input[i] + state1;
                state1 = b1 * input[i] - a1 * output[i] + state2;
                state2 = b2 * input[i] - a2 * output[i];
            }
            return output;
        }
    }

    /** About 4 dB more above 1.7 kHz: the acoustic effect of the head. */
    static Biquad shelf(int sampleRateHz) {
        double k = Math.tan(Math.PI * 1681.974450955533 / sampleRateHz);
        double q = 0.7071752369554196;
        double high = Math.pow(10, 3.999843853973347 / 20);
        double band = Math.pow(high, 0.4996667741545416);
        double a0 = 1 + k / q + k * k;
        return new Biquad(
                (high + band * k / q + k * k) / a0,
                2 * (k * k - high) / a0,
                (high - band * k / q + k * k) / a0,
                2 * (k * k - 1) / a0,
                (1 - k / q + k * k) / a0);
    }

    /** Less below 40 Hz. */
    static Biquad highPass(int sampleRateHz) {
        double k = Math.tan(Math.PI * 38.13547087602444 / sampleRateHz);
        double q = 0.5003270373238773;
        double a0 = 1 + k / q + k * k;
        return new Biquad(1, -2, 1, 2 * (k * k - 1) / a0, (1 - k / q + k * k) / a0);
    }
}
