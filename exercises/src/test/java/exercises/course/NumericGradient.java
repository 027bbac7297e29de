package exercises.course;

import exercises.given.Arrays;
import java.util.function.ToDoubleFunction;

/** Gradients by central differences, (L(x + h) − L(x − h)) / 2h: slow, and right without any derivation. */
public final class NumericGradient {

    private static final double H = 1e-5;

    /** What central differences agree to. */
    public static final double TOLERANCE = 1e-6;

    private NumericGradient() {}

    public static double[][] of(double[][] at, ToDoubleFunction<double[][]> loss) {
        double[][] gradient = new double[at.length][];
        double[][] moved = Arrays.copy(at);
        for (int row = 0; row < at.length; row++) {
            gradient[row] = new double[at[row].length];
            for (int column = 0; column < at[row].length; column++) {
                moved[row][column] = at[row][column] + H;
                double above = loss.applyAsDouble(moved);
                moved[row][column] = at[row][column] - H;
                gradient[row][column] = (above - loss.applyAsDouble(moved)) / (2 * H);
                moved[row][column] = at[row][column];
            }
        }
        return gradient;
    }

    public static double[] of(double[] at, ToDoubleFunction<double[]> loss) {
        return of(new double[][] {at}, row -> loss.applyAsDouble(row[0]))[0];
    }
}
