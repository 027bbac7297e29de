package exercises.wrong;

import exercises.solution.SparsitySolution;

public final class SparsityMistakes {

    private SparsityMistakes() {}

    private static double[][] times(double[][] numbers, double factor) {
        double[][] product = exercises.given.Arrays.copy(numbers);
        for (double[] row : product) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= factor;
            }
        }
        return product;
    }

    @Caught("KL(ρ̂ ‖ ρ)")
    public static class Reversed extends SparsitySolution {
        @Override
        public double penalty(double[][] activations, double target) {
            double sum = 0;
            for (double mean : means(activations)) {
                sum += mean * Math.log(mean / target) + (1 - mean) * Math.log((1 - mean) / (1 - target));
            }
            return sum;
        }
    }

    @Caught("The penalty has the wrong sign")
    public static class WrongSign extends SparsitySolution {
        @Override
        public double penalty(double[][] activations, double target) {
            return -super.penalty(activations, target);
        }
    }

    @Caught("the second half")
    public static class FirstHalfAlone extends SparsitySolution {
        @Override
        public double penalty(double[][] activations, double target) {
            double sum = 0;
            for (double mean : means(activations)) {
                sum += target * Math.log(target / mean);
            }
            return sum;
        }
    }

    @Caught("the divergence of each activation")
    public static class OfEachActivation extends SparsitySolution {
        @Override
        public double penalty(double[][] activations, double target) {
            double sum = 0;
            for (double[] row : activations) {
                sum += super.penalty(new double[][] {row}, target) / activations.length;
            }
            return sum;
        }
    }

    @Caught("mean activation of each example")
    public static class OfTheUnits extends SparsitySolution {
        @Override
        public double penalty(double[][] activations, double target) {
            double[][] transposed = new double[activations[0].length][activations.length];
            for (int n = 0; n < activations.length; n++) {
                for (int j = 0; j < activations[0].length; j++) {
                    transposed[j][n] = activations[n][j];
                }
            }
            return super.penalty(transposed, target);
        }
    }

    @Caught("the mean over the units")
    public static class MeanOverUnits extends SparsitySolution {
        @Override
        public double penalty(double[][] activations, double target) {
            return super.penalty(activations, target) / activations[0].length;
        }
    }

    @Caught("the division by the number of examples is missing")
    public static class NotDivided extends SparsitySolution {
        @Override
        public double[][] gradient(double[][] activations, double target) {
            return times(super.gradient(activations, target), activations.length);
        }
    }

    @Caught("The gradient has the wrong sign")
    public static class GradientWrongSign extends SparsitySolution {
        @Override
        public double[][] gradient(double[][] activations, double target) {
            return times(super.gradient(activations, target), -1);
        }
    }

    @Caught("the activation itself")
    public static class ActivationForMean extends SparsitySolution {
        @Override
        public double[][] gradient(double[][] activations, double target) {
            double[][] gradient = new double[activations.length][];
            for (int n = 0; n < gradient.length; n++) {
                gradient[n] =
                        times(super.gradient(new double[][] {activations[n]}, target), 1.0 / activations.length)[0];
            }
            return gradient;
        }
    }
}
