package diabolo.latent;

import static diabolo.note.Checks.require;

import diabolo.model.TrainingExamples;
import diabolo.note.Quoted;
import diabolo.tensor.RandomSource;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * The distribution from which new codes are sampled.
 *
 * <pre>{@code
 * Prior prior = Prior.parse("uniform:10");
 * float[] code = prior.sample(16, trainingExamples, RandomSource.of(7).derive("piece", 0));
 * }</pre>
 *
 * <p>The first three are independent of the model; the others use the codes of its training examples, or what it knows of their
 * distribution.
 */
public sealed interface Prior {

    /**
     * A sample.
     *
     * @param trainingExamples of the model
     * @throws IllegalArgumentException if the prior needs codes of training examples and there are none
     */
    float[] sample(int codeSize, TrainingExamples trainingExamples, RandomSource random);

    /** As it is written on the command line. */
    String name();

    /** The names that {@link #parse} understands. */
    String NAMES = "bits, uniform:A (such as uniform:1), normal, empirical, range, gaussian";

    /**
     * A prior by its name.
     *
     * @throws IllegalArgumentException if there is none; the message gives the names
     */
    static Prior parse(String name) {
        String[] words = name.toLowerCase(Locale.ROOT).split(":", 2);
        if (words.length == 2 && words[0].equals("uniform")) {
            try {
                return new Uniform(Double.parseDouble(words[1]));
            } catch (NumberFormatException noNumber) {
                throw unknown(name);
            }
        }
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "bits" -> new Bits();
            case "normal" -> new Normal();
            case "empirical" -> new Empirical();
            case "range" -> new Range();
            case "gaussian" -> new Gaussian();
            case "uniform" -> new Uniform(1);
            default -> throw unknown(name);
        };
    }

    private static IllegalArgumentException unknown(String name) {
        return new IllegalArgumentException("'%s' is no prior; choose one of %s".formatted(Quoted.of(name), NAMES));
    }

    /** Every dimension 0 or 1 with equal probability: DeepHear's (Sun 2015). */
    record Bits() implements Prior {
        @Override
        public float[] sample(int codeSize, TrainingExamples trainingExamples, RandomSource random) {
            RandomGenerator generator = random.generator();
            return code(codeSize, _ -> generator.nextInt(2));
        }

        @Override
        public String name() {
            return "bits";
        }
    }

    /**
     * Every dimension uniform between -bound and bound.
     *
     * @param bound positive, at most 1,000,000
     */
    record Uniform(double bound) implements Prior {
        public Uniform {
            require(
                    bound > 0 && bound <= 1e6,
                    "the bound of uniform must be above 0 and at most 1000000, was %s; choose one such as uniform:1"
                            .formatted(bound));
        }

        @Override
        public float[] sample(int codeSize, TrainingExamples trainingExamples, RandomSource random) {
            RandomGenerator generator = random.generator();
            return code(codeSize, _ -> generator.nextDouble(-bound, bound));
        }

        @Override
        public String name() {
            return "uniform:" + (bound == Math.rint(bound) ? String.valueOf((long) bound) : String.valueOf(bound));
        }
    }

    /** The standard normal distribution. */
    record Normal() implements Prior {
        @Override
        public float[] sample(int codeSize, TrainingExamples trainingExamples, RandomSource random) {
            return codes(1, codeSize, random)[0];
        }

        /** Many codes from one random stream. */
        public static float[][] codes(int count, int codeSize, RandomSource random) {
            RandomGenerator generator = random.generator();
            float[][] codes = new float[count][];
            for (int i = 0; i < count; i++) {
                codes[i] = code(codeSize, _ -> generator.nextGaussian());
            }
            return codes;
        }

        @Override
        public String name() {
            return "normal";
        }
    }

    /** Every dimension from the code of another random training example: real values, new combinations. */
    record Empirical() implements Prior {
        @Override
        public float[] sample(int codeSize, TrainingExamples trainingExamples, RandomSource random) {
            float[][] codes = requireCodes(trainingExamples, name());
            RandomGenerator generator = random.generator();
            return code(codeSize, unit -> codes[generator.nextInt(codes.length)][unit]);
        }

        @Override
        public String name() {
            return "empirical";
        }
    }

    /** Every dimension uniform between its least and greatest value over the training examples. */
    record Range() implements Prior {
        @Override
        public float[] sample(int codeSize, TrainingExamples trainingExamples, RandomSource random) {
            float[][] codes = requireCodes(trainingExamples, name());
            RandomGenerator generator = random.generator();
            return code(codeSize, unit -> {
                float lowest = Float.POSITIVE_INFINITY;
                float highest = Float.NEGATIVE_INFINITY;
                for (float[] real : codes) {
                    lowest = Math.min(lowest, real[unit]);
                    highest = Math.max(highest, real[unit]);
                }
                return lowest + (highest - lowest) * generator.nextFloat();
            });
        }

        @Override
        public String name() {
            return "range";
        }
    }

    /**
     * The normal distribution with the mean and the covariance of the training examples' codes; in a key of theirs, where the model
     * knows the distributions by key.
     *
     * <p>The centred codes are summed with Gaussian weights: the sum has exactly their covariance, even where it is singular, and
     * no matrix is factored.
     */
    record Gaussian() implements Prior {
        @Override
        public float[] sample(int codeSize, TrainingExamples trainingExamples, RandomSource random) {
            RandomGenerator generator = random.generator();
            if (trainingExamples.distribution().isKnown()) {
                return trainingExamples.distribution().key(generator).sample(generator);
            }
            float[][] codes = requireCodes(trainingExamples, name());
            double[] mean = mean(codes);
            double[] sum = mean.clone();
            for (float[] real : codes) {
                double weight = generator.nextGaussian() / Math.sqrt(codes.length);
                for (int unit = 0; unit < codeSize; unit++) {
                    sum[unit] += weight * (real[unit] - mean[unit]);
                }
            }
            return code(codeSize, unit -> sum[unit]);
        }

        @Override
        public String name() {
            return "gaussian";
        }

        private static double[] mean(float[][] codes) {
            double[] mean = new double[codes[0].length];
            for (float[] code : codes) {
                for (int unit = 0; unit < mean.length; unit++) {
                    mean[unit] += code[unit] / codes.length;
                }
            }
            return mean;
        }
    }

    private static float[] code(int codeSize, IntToDoubleFunction valueOfUnit) {
        float[] code = new float[codeSize];
        for (int unit = 0; unit < codeSize; unit++) {
            code[unit] = (float) valueOfUnit.applyAsDouble(unit);
        }
        return code;
    }

    private static float[][] requireCodes(TrainingExamples trainingExamples, String name) {
        require(
                trainingExamples.codes().length > 0,
                "the prior %s samples from the codes of training examples, of which this model keeps none; choose bits or normal"
                        .formatted(name));
        return trainingExamples.codes();
    }
}
