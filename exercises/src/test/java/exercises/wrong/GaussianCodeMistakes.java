package exercises.wrong;

import exercises.solution.GaussianCodeSolution;

public final class GaussianCodeMistakes {

    private GaussianCodeMistakes() {}

    @Caught("the variance is taken for the standard deviation")
    public static class VarianceForDeviation extends GaussianCodeSolution {
        @Override
        public double[] sample(double[] mean, double[] logVariance, double[] noise) {
            double[] z = new double[mean.length];
            for (int i = 0; i < z.length; i++) {
                z[i] = mean[i] + Math.exp(logVariance[i]) * noise[i];
            }
            return z;
        }
    }

    @Caught("log σ² is taken for the standard deviation")
    public static class LogarithmForDeviation extends GaussianCodeSolution {
        @Override
        public double[] sample(double[] mean, double[] logVariance, double[] noise) {
            double[] z = new double[mean.length];
            for (int i = 0; i < z.length; i++) {
                z[i] = mean[i] + logVariance[i] * noise[i];
            }
            return z;
        }
    }

    @Caught("the noise is not multiplied by the standard deviation")
    public static class NoiseAlone extends GaussianCodeSolution {
        @Override
        public double[] sample(double[] mean, double[] logVariance, double[] noise) {
            return super.sample(mean, new double[mean.length], noise);
        }
    }

    @Caught("has the wrong sign")
    public static class WrongSign extends GaussianCodeSolution {
        @Override
        public double divergence(double[] mean, double[] logVariance) {
            return -super.divergence(mean, logVariance);
        }
    }

    @Caught("the half is missing")
    public static class WithoutHalf extends GaussianCodeSolution {
        @Override
        public double divergence(double[] mean, double[] logVariance) {
            return 2 * super.divergence(mean, logVariance);
        }
    }

    @Caught("a mean over the dimensions")
    public static class MeanOfDimensions extends GaussianCodeSolution {
        @Override
        public double divergence(double[] mean, double[] logVariance) {
            return super.divergence(mean, logVariance) / mean.length;
        }
    }

    @Caught("the cross-entropy")
    public static class CrossEntropy extends GaussianCodeSolution {
        @Override
        public double divergence(double[] mean, double[] logVariance) {
            double sum = 0;
            for (int i = 0; i < mean.length; i++) {
                sum += mean[i] * mean[i] + Math.exp(logVariance[i]) + Math.log(2 * Math.PI);
            }
            return sum / 2;
        }
    }

    @Caught("the 1 is missing")
    public static class WithoutOne extends GaussianCodeSolution {
        @Override
        public double divergence(double[] mean, double[] logVariance) {
            return super.divergence(mean, logVariance) + mean.length / 2.0;
        }
    }

    @Caught("the derivative by σ², not by log σ²")
    public static class DerivativeByVariance extends GaussianCodeSolution {
        @Override
        public double[] gradientByLogVariance(double[] mean, double[] logVariance) {
            double[] gradient = super.gradientByLogVariance(mean, logVariance);
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] /= Math.exp(logVariance[i]);
            }
            return gradient;
        }
    }

    @Caught("is 2 times what it should be")
    public static class HalfForgottenInTheGradient extends GaussianCodeSolution {
        @Override
        public double[] gradientByMean(double[] mean, double[] logVariance) {
            double[] gradient = super.gradientByMean(mean, logVariance);
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] *= 2;
            }
            return gradient;
        }
    }

    @Caught("Is log σ² taken for the variance itself?")
    public static class LogarithmForVariance extends GaussianCodeSolution {
        @Override
        public double divergence(double[] mean, double[] logVariance) {
            double sum = 0;
            for (int i = 0; i < mean.length; i++) {
                sum += mean[i] * mean[i] + logVariance[i] - Math.log(logVariance[i]) - 1;
            }
            return sum / 2;
        }
    }
}
