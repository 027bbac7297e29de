package diabolo.lecture.digits;

import diabolo.projection.PrincipalComponents;
import diabolo.tensor.RandomSource;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Where new codes are sampled from: the lecture's range, or what is known of real codes.
 *
 * <pre>{@code
 * float[][] codes = PriorCodes.UNIFORM.sample(100, realCodes, RandomSource.of(1)); // [100][codeSize]
 * }</pre>
 */
enum PriorCodes {
    /** The lecture's snippet: each number by {@code random.uniform(-1, 1)}. */
    UNIFORM("uniform1", "uniform(-1, 1), as in the lecture"),
    /** Each number uniform between the lowest and the highest that its unit has on digits. */
    RANGE("range", "uniform in each unit's range"),
    /** Each number that of another digit, for its unit: the right distribution for each, and none of what they have in common. */
    MARGINALS("marginals", "each unit's number from another digit"),
    /** A normal distribution with the mean and the covariance of real codes. */
    NORMAL("gaussian", "normal, as fitted to real codes"),
    /** The codes of digits. */
    REAL("real", "codes of digits");

    private final String prefix;
    private final String words;

    PriorCodes(String prefix, String words) {
        this.prefix = prefix;
        this.words = words;
    }

    /** Before its metrics, without a dot. */
    String prefix() {
        return prefix;
    }

    String words() {
        return words;
    }

    static List<PriorCodes> all() {
        return List.of(values());
    }

    /**
     * Samples codes.
     *
     * @param real [digits][codeSize]
     * @return [count][codeSize]
     */
    float[][] sample(int count, float[][] real, RandomSource random) {
        RandomGenerator generator = random.derive(prefix).generator();
        return switch (this) {
            case UNIFORM -> each(count, real, (_, _) -> generator.nextFloat(-1, 1));
            case RANGE -> {
                float[][] ends = ends(real);
                yield each(
                        count,
                        real,
                        (_, unit) -> ends[0][unit] + generator.nextFloat() * (ends[1][unit] - ends[0][unit]));
            }
            case MARGINALS -> each(count, real, (_, unit) -> real[generator.nextInt(real.length)][unit]);
            case NORMAL -> normal(count, real, random, generator);
            case REAL -> {
                float[][] codes = new float[count][];
                for (int i = 0; i < count; i++) {
                    codes[i] = real[generator.nextInt(real.length)].clone();
                }
                yield codes;
            }
        };
    }

    @FunctionalInterface
    private interface Drawn {
        float of(int code, int unit);
    }

    private static float[][] each(int count, float[][] real, Drawn number) {
        float[][] codes = new float[count][real[0].length];
        for (int code = 0; code < count; code++) {
            for (int unit = 0; unit < codes[code].length; unit++) {
                codes[code][unit] = number.of(code, unit);
            }
        }
        return codes;
    }

    private static float[][] ends(float[][] real) {
        float[][] ends = {real[0].clone(), real[0].clone()};
        for (float[] code : real) {
            for (int unit = 0; unit < code.length; unit++) {
                ends[0][unit] = Math.min(ends[0][unit], code[unit]);
                ends[1][unit] = Math.max(ends[1][unit], code[unit]);
            }
        }
        return ends;
    }

    private static float[][] normal(int count, float[][] real, RandomSource random, RandomGenerator generator) {
        PrincipalComponents components = PrincipalComponents.of(real, real[0].length, random, _ -> {});
        float[][] codes = new float[count][real[0].length];
        for (float[] code : codes) {
            double[] sum = components.mean().clone();
            for (int component = 0; component < sum.length; component++) {
                double along = generator.nextGaussian() * Math.sqrt(components.variances()[component]);
                for (int unit = 0; unit < sum.length; unit++) {
                    sum[unit] += along * components.directions()[component][unit];
                }
            }
            for (int unit = 0; unit < sum.length; unit++) {
                code[unit] = (float) sum[unit];
            }
        }
        return codes;
    }
}
