package exercises.solution;

import exercises.PowerIteration;
import java.util.random.RandomGenerator;

public class PowerIterationSolution extends PowerIteration {

    @Override
    public double[][] components(double[][] points, int count, int iterations, RandomGenerator random) {
        double[][] centred = centred(points);
        double[][] directions = new double[count][];
        for (int component = 0; component < count; component++) {
            double[] direction = exercises.given.Arrays.gaussian(1, points[0].length, 1, random)[0];
            normalize(direction);
            for (int iteration = 0; iteration < iterations; iteration++) {
                direction = timesCovariance(centred, direction);
                for (int found = 0; found < component; found++) {
                    add(-dot(direction, directions[found]), directions[found], direction);
                }
                normalize(direction);
            }
            directions[component] = direction;
        }
        return directions;
    }

    @Override
    public double[][] reconstruct(double[][] points, double[][] directions) {
        double[] mean = mean(points);
        double[][] centred = centred(points);
        double[][] reconstructed = new double[points.length][];
        for (int n = 0; n < points.length; n++) {
            reconstructed[n] = mean.clone();
            for (double[] direction : directions) {
                add(dot(centred[n], direction), direction, reconstructed[n]);
            }
        }
        return reconstructed;
    }

    private static double[] timesCovariance(double[][] centred, double[] direction) {
        double[] product = new double[direction.length];
        for (double[] point : centred) {
            add(dot(point, direction), point, product);
        }
        return product;
    }

    private static double[] mean(double[][] points) {
        double[] mean = new double[points[0].length];
        for (double[] point : points) {
            add(1.0 / points.length, point, mean);
        }
        return mean;
    }

    private static double[][] centred(double[][] points) {
        double[] mean = mean(points);
        double[][] centred = exercises.given.Arrays.copy(points);
        for (double[] point : centred) {
            add(-1, mean, point);
        }
        return centred;
    }

    private static void normalize(double[] vector) {
        double length = Math.sqrt(dot(vector, vector));
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= length;
        }
    }

    private static void add(double factor, double[] vector, double[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * vector[i];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
