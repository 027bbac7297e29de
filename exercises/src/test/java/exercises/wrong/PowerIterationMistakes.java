package exercises.wrong;

import exercises.given.Arrays;
import exercises.solution.PowerIterationSolution;
import java.util.random.RandomGenerator;

public final class PowerIterationMistakes {

    private PowerIterationMistakes() {}

    @Caught("the mean is not subtracted")
    public static class NotCentred extends PowerIterationSolution {
        @Override
        public double[][] components(double[][] points, int count, int iterations, RandomGenerator random) {
            double[][] mirrored = new double[2 * points.length][]; // whose mean is 0
            for (int n = 0; n < points.length; n++) {
                mirrored[n] = points[n];
                mirrored[points.length + n] =
                        java.util.Arrays.stream(points[n]).map(x -> -x).toArray();
            }
            return super.components(mirrored, count, iterations, random);
        }
    }

    @Caught("the first again")
    public static class FoundOnceMore extends PowerIterationSolution {
        @Override
        public double[][] components(double[][] points, int count, int iterations, RandomGenerator random) {
            double[][] directions = new double[count][];
            for (int i = 0; i < count; i++) {
                directions[i] = super.components(points, 1, iterations, random)[0];
            }
            return directions;
        }
    }

    @Caught("its length is")
    public static class NotNormalized extends PowerIterationSolution {
        @Override
        public double[][] components(double[][] points, int count, int iterations, RandomGenerator random) {
            double[][] directions = super.components(points, count, iterations, random);
            for (double[] direction : directions) {
                for (int i = 0; i < direction.length; i++) {
                    direction[i] *= 3;
                }
            }
            return directions;
        }
    }

    @Caught("one iteration")
    public static class OneIteration extends PowerIterationSolution {
        @Override
        public double[][] components(double[][] points, int count, int iterations, RandomGenerator random) {
            return super.components(points, count, 1, random);
        }
    }

    @Caught("were changed")
    public static class PointsChanged extends PowerIterationSolution {
        @Override
        public double[][] components(double[][] points, int count, int iterations, RandomGenerator random) {
            double[][] directions = super.components(points, count, iterations, random);
            points[0][0] += 1;
            return directions;
        }
    }

    @Caught("the mean is not added again")
    public static class MeanForgotten extends PowerIterationSolution {
        @Override
        public double[][] reconstruct(double[][] points, double[][] directions) {
            double[][] right = super.reconstruct(points, directions);
            double[][] none = super.reconstruct(points, new double[0][]); // the mean
            double[][] wrong = Arrays.copy(right);
            for (int n = 0; n < wrong.length; n++) {
                for (int i = 0; i < wrong[n].length; i++) {
                    wrong[n][i] -= none[n][i];
                }
            }
            return wrong;
        }
    }

    @Caught("the points are projected without subtracting the mean")
    public static class ProjectedUncentred extends PowerIterationSolution {
        @Override
        public double[][] reconstruct(double[][] points, double[][] directions) {
            double[][] wrong = super.reconstruct(points, new double[0][]); // the mean
            for (int n = 0; n < wrong.length; n++) {
                for (double[] direction : directions) {
                    double along = 0;
                    for (int i = 0; i < direction.length; i++) {
                        along += points[n][i] * direction[i];
                    }
                    for (int i = 0; i < direction.length; i++) {
                        wrong[n][i] += along * direction[i];
                    }
                }
            }
            return wrong;
        }
    }
}
