package diabolo.latent;

import static diabolo.note.Checks.require;

import java.util.Arrays;
import java.util.List;

/**
 * The linear regression of codes on what is known of the examples, by least squares. It keeps sums alone, however many
 * examples there are.
 */
final class CodeRegression {

    /** Below this share of its own variance left by the others, a value says nothing of its own. */
    private static final double NOTHING_OF_ITS_OWN = 1e-6;

    private final List<String> names;
    private final int codeSize;
    private long count;
    private final double[] valueSums;
    private final double[] codeSums;
    private final double[][] valueProducts;
    private final double[][] codeProducts;

    CodeRegression(List<String> names, int codeSize) {
        this.names = names;
        this.codeSize = codeSize;
        this.valueSums = new double[names.size()];
        this.codeSums = new double[codeSize];
        this.valueProducts = new double[names.size()][names.size()];
        this.codeProducts = new double[names.size()][codeSize];
    }

    /** An example: what is known of it, in the order of the names, and its code. */
    void add(double[] values, float[] code) {
        count++;
        for (int unit = 0; unit < codeSize; unit++) {
            codeSums[unit] += code[unit];
        }
        for (int i = 0; i < values.length; i++) {
            valueSums[i] += values[i];
            for (int j = 0; j < values.length; j++) {
                valueProducts[i][j] += values[i] * values[j];
            }
            for (int unit = 0; unit < codeSize; unit++) {
                codeProducts[i][unit] += values[i] * code[unit];
            }
        }
    }

    /**
     * By how much a code changes where a value grows by 1 and the others stay.
     *
     * @return [names][codeSize]
     * @throws IllegalArgumentException if a value is the same for all examples, or follows from the others
     */
    double[][] coefficients() {
        int size = names.size();
        double[][] rows = new double[size][size + codeSize]; // covariances of the values, and of them with the codes
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                rows[i][j] = valueProducts[i][j] - valueSums[i] * valueSums[j] / count;
            }
            for (int unit = 0; unit < codeSize; unit++) {
                rows[i][size + unit] = codeProducts[i][unit] - valueSums[i] * codeSums[unit] / count;
            }
        }
        eliminate(rows);
        double[][] coefficients = new double[size][];
        for (int i = 0; i < size; i++) {
            coefficients[i] = Arrays.copyOfRange(rows[i], size, size + codeSize);
        }
        return coefficients;
    }

    /** Gauss and Jordan's elimination, which needs no pivoting where the matrix is one of covariances. */
    private void eliminate(double[][] rows) {
        for (int i = 0; i < rows.length; i++) {
            double variance = valueProducts[i][i] - valueSums[i] * valueSums[i] / count;
            double ownVariance = rows[i][i];
            require(
                    ownVariance > NOTHING_OF_ITS_OWN * variance,
                    "%s of these %d examples follows from their %s; learn it without isolating it, or from more various music"
                            .formatted(names.get(i), count, String.join(", ", names.subList(0, i))));
            for (int column = 0; column < rows[i].length; column++) {
                rows[i][column] /= ownVariance;
            }
            for (int other = 0; other < rows.length; other++) {
                double factor = other == i ? 0 : rows[other][i];
                for (int column = 0; column < rows[i].length; column++) {
                    rows[other][column] -= factor * rows[i][column];
                }
            }
        }
    }
}
