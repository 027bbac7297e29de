package diabolo.latent;

import static diabolo.note.Checks.require;

import diabolo.tensor.RandomSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Directions among the codes of a variational model that each change one value of what is decoded and leave the others where they
 * are, learned from the decoder alone.
 *
 * <p>Under codes drawn from N(0, I) the covariance of a code with a value of what is decoded from it is the value's mean gradient
 * (Stein 1981, lemma 1). Of these gradients those combinations are taken that change one value alone. Then it is measured
 * what going so far really changes, and the combinations are taken anew.
 */
final class IsolatedDirections {

    static final int DRAWS = 4096;

    /** The length of each. A code drawn from N(0, I) is about as long as the root of its size, such as 8. */
    private static final double LENGTH = 2;

    private static final double HARDLY_ANYTHING = 1e-9;

    private final List<String> names;
    private final Function<float[][], double[][]> values;
    private final float[][] draws;

    /**
     * Of a decoder.
     *
     * @param names of the values, for messages
     * @param values what is decoded from codes [count][codeSize] has: [count][names]
     */
    IsolatedDirections(List<String> names, Function<float[][], double[][]> values, int codeSize, RandomSource random) {
        this.names = names;
        this.values = values;
        this.draws = Prior.Normal.codes(DRAWS, codeSize, random);
    }

    /**
     * Learns them.
     *
     * @return by name [codeSize]; those values that are the same for all draws, which nothing moves, are left out
     * @throws IllegalArgumentException if one cannot be changed alone
     */
    Map<String, double[]> learn() {
        double[][] drawn = values.apply(draws);
        double[] means = means(drawn);
        double[] scales = new double[means.length];
        for (int i = 0; i < scales.length; i++) {
            for (double[] of : drawn) {
                scales[i] += Math.pow(of[i] - means[i], 2) / DRAWS;
            }
            scales[i] = Math.sqrt(scales[i]);
        }
        int[] varied =
                IntStream.range(0, scales.length).filter(i -> scales[i] > 0).toArray();
        double[][] gradients = chosen(varied, gradients(drawn, means, scales));
        double[][] directions = apart(varied, products(gradients), gradients);
        directions = apart(varied, changes(varied, directions, scales), directions);
        Map<String, double[]> learned = new LinkedHashMap<>();
        for (int i = 0; i < varied.length; i++) {
            learned.put(names.get(varied[i]), directions[i]);
        }
        return learned;
    }

    private static double[][] chosen(int[] numbers, double[][] rows) {
        return Arrays.stream(numbers).mapToObj(number -> rows[number]).toArray(double[][]::new);
    }

    private static double[] means(double[][] values) {
        double[] means = new double[values[0].length];
        for (double[] of : values) {
            for (int i = 0; i < means.length; i++) {
                means[i] += of[i] / values.length;
            }
        }
        return means;
    }

    /** In deviations of the values: [values][codeSize]. */
    private double[][] gradients(double[][] drawn, double[] means, double[] scales) {
        double[][] gradients = new double[means.length][draws[0].length];
        for (int draw = 0; draw < DRAWS; draw++) {
            for (int i = 0; i < means.length; i++) {
                double apart = scales[i] == 0 ? 0 : (drawn[draw][i] - means[i]) / scales[i] / DRAWS;
                for (int unit = 0; unit < draws[draw].length; unit++) {
                    gradients[i][unit] += apart * draws[draw][unit];
                }
            }
        }
        return gradients;
    }

    /** What going along a gradient changes, by the gradients: [gradients][gradients]. */
    private static double[][] products(double[][] gradients) {
        double[][] products = new double[gradients.length][gradients.length];
        for (int i = 0; i < gradients.length; i++) {
            for (int j = 0; j < gradients.length; j++) {
                for (int unit = 0; unit < gradients[i].length; unit++) {
                    products[i][j] += gradients[i][unit] * gradients[j][unit];
                }
            }
        }
        return products;
    }

    /** What going along each direction changes, half the way from the opposite side: [directions][varied values]. */
    private double[][] changes(int[] varied, double[][] directions, double[] scales) {
        double[][] changes = new double[directions.length][directions.length];
        for (int i = 0; i < directions.length; i++) {
            double[] there = means(values.apply(moved(directions[i], 1)));
            double[] opposite = means(values.apply(moved(directions[i], -1)));
            for (int j = 0; j < varied.length; j++) {
                int value = varied[j];
                changes[i][j] = (there[value] - opposite[value]) / 2 / scales[value];
            }
        }
        return changes;
    }

    private float[][] moved(double[] direction, int side) {
        float[][] moved = new float[DRAWS][direction.length];
        for (int draw = 0; draw < DRAWS; draw++) {
            for (int unit = 0; unit < direction.length; unit++) {
                moved[draw][unit] = (float) (draws[draw][unit] + side * direction[unit]);
            }
        }
        return moved;
    }

    /** Those combinations of directions that change one value alone, if directions change them so. */
    private double[][] apart(int[] varied, double[][] changes, double[][] directions) {
        int count = directions.length;
        double[][] rows = new double[count][];
        for (int i = 0; i < count; i++) {
            rows[i] = Arrays.copyOf(changes[i], count + directions[i].length);
            System.arraycopy(directions[i], 0, rows[i], count, directions[i].length);
        }
        eliminate(varied, rows);
        double[][] apart = new double[count][];
        for (int i = 0; i < count; i++) {
            apart[i] = Arrays.copyOfRange(rows[i], count, rows[i].length);
            double length = Math.sqrt(
                    Arrays.stream(apart[i]).map(number -> number * number).sum());
            for (int unit = 0; unit < apart[i].length; unit++) {
                apart[i][unit] *= LENGTH / length;
            }
        }
        return apart;
    }

    /** Gauss and Jordan's elimination with partial pivoting: the square at the left becomes the identity. */
    private void eliminate(int[] varied, double[][] rows) {
        for (int column = 0; column < rows.length; column++) {
            int pivot = column;
            for (int row = column + 1; row < rows.length; row++) {
                pivot = Math.abs(rows[row][column]) > Math.abs(rows[pivot][column]) ? row : pivot;
            }
            double[] chosen = rows[pivot];
            rows[pivot] = rows[column];
            rows[column] = chosen;
            double divisor = chosen[column];
            require(
                    Math.abs(divisor) > HARDLY_ANYTHING,
                    "%s cannot be changed alone by this model; learn it from a corpus, without isolating it"
                            .formatted(names.get(varied[column])));
            for (int i = 0; i < chosen.length; i++) {
                chosen[i] /= divisor;
            }
            for (int row = 0; row < rows.length; row++) {
                double factor = row == column ? 0 : rows[row][column];
                for (int i = 0; i < chosen.length; i++) {
                    rows[row][i] -= factor * chosen[i];
                }
            }
        }
    }
}
