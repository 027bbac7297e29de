package diabolo.model.diffusion;

import static diabolo.note.Checks.require;

import diabolo.model.Denoiser;
import java.util.Arrays;

/**
 * The velocities that faders give codes with noise, with and without what is asked for; their difference leads to what is asked for
 * (classifier-free guidance: Ho and Salimans 2022, equation 6).
 *
 * <pre>{@code
 * FaderVelocities velocities = new FaderVelocities(denoiser, faders.conditions(Map.of(Descriptor.RANGE, 12.0)));
 * float[][] guided = velocities.guided(velocities.of(noised, 0.5), 2);
 * }</pre>
 *
 * @param denoiser of single codes
 * @param conditions of all codes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record FaderVelocities(Denoiser denoiser, float[] conditions) {

    /** Both velocities of sequences: [sequences][length * codeSize]. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Both(float[][] free, float[][] asked) {

        /** Velocities of another kind, led by the difference times a strength. */
        public float[][] guiding(float[][] others, double strength) {
            float[][] guided = new float[others.length][];
            for (int i = 0; i < guided.length; i++) {
                guided[i] = others[i].clone();
                for (int j = 0; j < guided[i].length; j++) {
                    guided[i][j] += (float) (strength * (asked[i][j] - free[i][j]));
                }
            }
            return guided;
        }
    }

    /**
     * Those of sequences of codes, each code for itself.
     *
     * @param noised [sequences][length * codeSize], any length
     */
    public Both of(float[][] noised, double time) {
        int size = denoiser.spec().codeSize();
        int length = noised[0].length / size;
        require(
                length * size == noised[0].length,
                "a sequence of %d numbers holds no codes of %d".formatted(noised[0].length, size));
        int codes = noised.length * length;
        float[][] twice = new float[2 * codes][];
        float[][] told = new float[2 * codes][];
        for (int i = 0; i < codes; i++) {
            int from = i % length * size;
            twice[i] = Arrays.copyOfRange(noised[i / length], from, from + size);
            twice[codes + i] = twice[i];
            told[i] = new float[conditions.length];
            told[codes + i] = conditions;
        }
        float[][] velocities =
                denoiser.velocities(twice, time, Denoiser.Known.nothing(denoiser.spec(), twice.length), told);
        return new Both(
                inSequences(velocities, 0, noised.length, length),
                inSequences(velocities, codes, noised.length, length));
    }

    private static float[][] inSequences(float[][] codes, int from, int sequences, int length) {
        int size = codes[0].length;
        float[][] all = new float[sequences][length * size];
        for (int i = 0; i < sequences * length; i++) {
            System.arraycopy(codes[from + i], 0, all[i / length], i % length * size, size);
        }
        return all;
    }
}
