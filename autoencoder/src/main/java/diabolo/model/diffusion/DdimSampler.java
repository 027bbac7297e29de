package diabolo.model.diffusion;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;

import diabolo.model.Denoiser;

/**
 * Makes sequences from noise with a denoiser, in few steps and without further chance (Song, Meng and Ermon 2021, "Denoising Diffusion
 * Implicit Models", equation 12 with eta = 0).
 *
 * <pre>{@code
 * float[][] sequences = new DdimSampler(50, 0.5).sample(denoiser, noise, Denoiser.Known.nothing(spec, 1), conditions, kinds);
 * }</pre>
 *
 * @param steps from noise to sequences, 1 to 1,000
 * @param tiedShare the share of the steps, from noise on, in which places of one kind are kept equal: 1 for exact returns, less for
 *     returns that vary; 0 to 1
 */
public record DdimSampler(int steps, double tiedShare) {

    public DdimSampler {
        requireBetween("steps", steps, 1, 1_000);
        requireBetween("tiedShare", tiedShare, 0, 1);
    }

    /** The velocities of sequences with noise at a time: [sequences][length * codeSize]. */
    @FunctionalInterface
    public interface Velocities {
        float[][] of(float[][] noised, double time);
    }

    /**
     * Sequences from noise.
     *
     * @param noise [sequences][length * codeSize], from N(0, I) or cooler
     * @param known codes that stay as they are
     * @param conditions [sequences][conditions]
     * @param kinds [sequences][length]: places of one number hold equal codes, with equal noise and equal predictions; each place its own
     *     number for none
     * @return [sequences][length * codeSize]
     */
    public float[][] sample(
            Denoiser denoiser, float[][] noise, Denoiser.Known known, float[][] conditions, int[][] kinds) {
        return sample((noised, time) -> denoiser.velocities(noised, time, known, conditions), noise, 1, known, kinds);
    }

    /**
     * Sequences from a time on, by velocities of any kind, such as guided ones.
     *
     * @param noised [sequences][length * codeSize]: at that time
     * @param from the time, above 0, to 1
     */
    public float[][] sample(Velocities velocities, float[][] noised, double from, Denoiser.Known known, int[][] kinds) {
        require(from > 0 && from <= 1, "the time must be above 0 and at most 1, was " + from);
        require(
                kinds.length == noised.length,
                "each of %d sequences needs the kinds of its places".formatted(noised.length));
        float[][] now = new float[noised.length][];
        for (int sequence = 0; sequence < now.length; sequence++) {
            now[sequence] = noised[sequence].clone();
            asTheFirst(now[sequence], kinds[sequence]);
        }
        for (int step = 0; step < steps; step++) {
            double time = from * (1 - (double) step / steps);
            double next = from * (1 - (double) (step + 1) / steps);
            float[][] velocity = velocities.of(now, time);
            for (int sequence = 0; sequence < now.length; sequence++) {
                boolean isTied = step < tiedShare * steps;
                float[] clean = clean(now[sequence], velocity[sequence], time);
                keep(clean, known, sequence);
                now[sequence] =
                        stepped(now[sequence], isTied ? meanOfKinds(clean, kinds[sequence]) : clean, time, next);
            }
        }
        for (int sequence = 0; sequence < now.length; sequence++) {
            keep(now[sequence], known, sequence);
        }
        return now;
    }

    /** What the velocity says of the sequence without noise. */
    private static float[] clean(float[] noised, float[] velocity, double time) {
        float[] clean = new float[noised.length];
        for (int i = 0; i < clean.length; i++) {
            clean[i] = (float) (Denoiser.signal(time) * noised[i] - Denoiser.noise(time) * velocity[i]);
        }
        return clean;
    }

    private static float[] stepped(float[] noised, float[] clean, double time, double next) {
        double signal = Denoiser.signal(time);
        double noise = Denoiser.noise(time);
        double nextSignal = next == 0 ? 1 : Denoiser.signal(next);
        double nextNoise = next == 0 ? 0 : Denoiser.noise(next);
        float[] stepped = new float[noised.length];
        for (int i = 0; i < clean.length; i++) {
            double left = (noised[i] - signal * clean[i]) / noise;
            stepped[i] = (float) (nextSignal * clean[i] + nextNoise * left);
        }
        return stepped;
    }

    private static float[] meanOfKinds(float[] codes, int[] kinds) {
        int codeSize = codes.length / kinds.length;
        float[] means = new float[codes.length];
        for (int place = 0; place < kinds.length; place++) {
            int alike = 0;
            for (int other = 0; other < kinds.length; other++) {
                if (kinds[other] == kinds[place]) {
                    alike++;
                    for (int i = 0; i < codeSize; i++) {
                        means[place * codeSize + i] += codes[other * codeSize + i];
                    }
                }
            }
            for (int i = 0; i < codeSize; i++) {
                means[place * codeSize + i] /= alike;
            }
        }
        return means;
    }

    /** Gives each place the numbers of the first of its kind. */
    private static void asTheFirst(float[] codes, int[] kinds) {
        int codeSize = codes.length / kinds.length;
        require(
                kinds.length * codeSize == codes.length,
                "a sequence of %d numbers cannot have the kinds of %d codes".formatted(codes.length, kinds.length));
        for (int place = 0; place < kinds.length; place++) {
            int first = 0;
            while (kinds[first] != kinds[place]) {
                first++;
            }
            System.arraycopy(codes, first * codeSize, codes, place * codeSize, codeSize);
        }
    }

    private static void keep(float[] codes, Denoiser.Known known, int sequence) {
        int codeSize = codes.length / known.isKnown()[sequence].length;
        for (int place = 0; place < known.isKnown()[sequence].length; place++) {
            if (known.isKnown()[sequence][place]) {
                System.arraycopy(known.codes()[sequence], place * codeSize, codes, place * codeSize, codeSize);
            }
        }
    }
}
