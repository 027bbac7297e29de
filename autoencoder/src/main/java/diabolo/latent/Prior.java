package diabolo.latent;

import static diabolo.note.Checks.require;

import diabolo.model.TrainingExamples;
import diabolo.tensor.RandomSource;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Where new codes are drawn from.
 *
 * <pre>{@code
 * Prior prior = Prior.parse("uniform:10");
 * float[] code = prior.draw(16, trainingExamples, RandomSource.of(7).derive("piece", 0));
 * }</pre>
 *
 * <p>The first three know nothing of the model; the others draw from what its training examples were encoded to.
 */
public sealed interface Prior {

    /**
     * A code.
     *
     * @param trainingExamples of the model
     * @throws IllegalArgumentException if the prior needs remembered codes and there are none
     */
    float[] draw(int codeSize, TrainingExamples trainingExamples, RandomSource random);

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
        return new IllegalArgumentException("'%s' is no prior; choose one of %s".formatted(name, NAMES));
    }

    /** Every unit 0 or 1 with equal chance: DeepHear's own (Sun 2015). */
    record Bits() implements Prior {
        @Override
        public float[] draw(int codeSize, TrainingExamples trainingExamples, RandomSource random) {
            RandomGenerator generator = random.generator();
            float[] code = new float[codeSize];
            for (int unit = 0; unit < codeSize; unit++) {
                code[unit] = generator.nextInt(2);
            }
            return code;
        }

        @Override
        public String name() {
            return "bits";
        }
    }

    /**
     * Every unit uniform between -bound and bound: the lecture's, with 1 and 10.
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
        public float[] draw(int codeSize, TrainingExamples trainingExamples, RandomSource random) {
            RandomGenerator generator = random.generator();
            float[] code = new float[codeSize];
            for (int unit = 0; unit < codeSize; unit++) {
                code[unit] = (float) generator.nextDouble(-bound, bound);
            }
            return code;
        }

        @Override
        public String name() {
            return "uniform:" + (bound == Math.rint(bound) ? String.valueOf((long) bound) : String.valueOf(bound));
        }
    }

    /** Every unit Gaussian with mean 0 and deviation 1. */
    record Normal() implements Prior {
        @Override
        public float[] draw(int codeSize, TrainingExamples trainingExamples, RandomSource random) {
            return codes(1, codeSize, random)[0];
        }

        /** Many codes, one after the other from the same chance. */
        public static float[][] codes(int count, int codeSize, RandomSource random) {
            RandomGenerator generator = random.generator();
            float[][] codes = new float[count][codeSize];
            for (float[] code : codes) {
                for (int unit = 0; unit < codeSize; unit++) {
                    code[unit] = (float) generator.nextGaussian();
                }
            }
            return codes;
        }

        @Override
        public String name() {
            return "normal";
        }
    }

    /** Every unit takes the value it has for a training example, each unit for another: real values, new combinations. */
    record Empirical() implements Prior {
        @Override
        public float[] draw(int codeSize, TrainingExamples trainingExamples, RandomSource random) {
            float[][] codes = requireCodes(trainingExamples, name());
            RandomGenerator generator = random.generator();
            float[] code = new float[codeSize];
            for (int unit = 0; unit < codeSize; unit++) {
                code[unit] = codes[generator.nextInt(codes.length)][unit];
            }
            return code;
        }

        @Override
        public String name() {
            return "empirical";
        }
    }

    /** Every unit uniform between the lowest and the highest value that it has for a training example. */
    record Range() implements Prior {
        @Override
        public float[] draw(int codeSize, TrainingExamples trainingExamples, RandomSource random) {
            float[][] codes = requireCodes(trainingExamples, name());
            RandomGenerator generator = random.generator();
            float[] code = new float[codeSize];
            for (int unit = 0; unit < codeSize; unit++) {
                float lowest = Float.POSITIVE_INFINITY;
                float highest = Float.NEGATIVE_INFINITY;
                for (float[] real : codes) {
                    lowest = Math.min(lowest, real[unit]);
                    highest = Math.max(highest, real[unit]);
                }
                code[unit] = lowest + (highest - lowest) * generator.nextFloat();
            }
            return code;
        }

        @Override
        public String name() {
            return "range";
        }
    }

    /**
     * The normal distribution with the mean and the covariance of the training examples' codes: units that go together in
     * real codes go together here.
     *
     * <p>Real codes, each less their mean and weighed by a Gaussian number of its own, are summed: the sum has their
     * covariance exactly, also where units depend on each other, and no matrix has to be factored.
     */
    record Gaussian() implements Prior {
        @Override
        public float[] draw(int codeSize, TrainingExamples trainingExamples, RandomSource random) {
            float[][] codes = requireCodes(trainingExamples, name());
            RandomGenerator generator = random.generator();
            double[] mean = mean(codes);
            double[] sum = mean.clone();
            for (float[] real : codes) {
                double weight = generator.nextGaussian() / Math.sqrt(codes.length);
                for (int unit = 0; unit < codeSize; unit++) {
                    sum[unit] += weight * (real[unit] - mean[unit]);
                }
            }
            float[] code = new float[codeSize];
            for (int unit = 0; unit < codeSize; unit++) {
                code[unit] = (float) sum[unit];
            }
            return code;
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

    private static float[][] requireCodes(TrainingExamples trainingExamples, String name) {
        require(
                trainingExamples.codes().length > 0,
                "the prior %s draws from remembered codes, of which this model has none; choose bits or normal"
                        .formatted(name));
        return trainingExamples.codes();
    }
}
