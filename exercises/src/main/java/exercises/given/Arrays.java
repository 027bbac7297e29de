package exercises.given;

import java.util.random.RandomGenerator;

/** Plain arrays from one kind to another. Given: nothing is to be written here. */
public final class Arrays {

    private Arrays() {}

    public static double[] doubles(float[] floats) {
        double[] doubles = new double[floats.length];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = floats[i];
        }
        return doubles;
    }

    public static float[] floats(double[] doubles) {
        float[] floats = new float[doubles.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) doubles[i];
        }
        return floats;
    }

    public static float[][] floats(double[][] doubles) {
        return java.util.Arrays.stream(doubles).map(Arrays::floats).toArray(float[][]::new);
    }

    /** Numbers of N(0, factor²): [rows][columns]. */
    public static double[][] gaussian(int rows, int columns, double factor, RandomGenerator random) {
        double[][] numbers = new double[rows][columns];
        for (double[] row : numbers) {
            for (int column = 0; column < columns; column++) {
                row[column] = factor * random.nextGaussian();
            }
        }
        return numbers;
    }

    /** Numbers between 0 and 1: [rows][columns]. */
    public static double[][] uniform(int rows, int columns, RandomGenerator random) {
        double[][] numbers = new double[rows][columns];
        for (double[] row : numbers) {
            for (int column = 0; column < columns; column++) {
                row[column] = random.nextDouble();
            }
        }
        return numbers;
    }

    public static double[][] copy(double[][] numbers) {
        return java.util.Arrays.stream(numbers).map(double[]::clone).toArray(double[][]::new);
    }
}
