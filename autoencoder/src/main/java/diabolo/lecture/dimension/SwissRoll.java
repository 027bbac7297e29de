package diabolo.lecture.dimension;

import diabolo.picture.Colour;
import diabolo.picture.ColourScale;
import diabolo.tensor.RandomSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * A sheet of paper rolled up in space: two dimensions in three, in layers that are near each other and far along the paper (Tenenbaum,
 * de Silva and Langford 2000, figure 3).
 */
final class SwissRoll {

    private static final int BANDS = 6;
    private static final double HEIGHT = 21;
    private static final double FIRST_ANGLE = 1.5 * Math.PI;
    private static final double LAST_ANGLE = 4.5 * Math.PI;

    private SwissRoll() {}

    /** Points spread evenly over the sheet; they are coloured along it. */
    static PointCloud of(int count, RandomSource random) {
        RandomGenerator generator = random.derive("swiss roll").generator();
        float[][] points = new float[count][];
        double[][] sheet = new double[count][];
        int[] groups = new int[count];
        for (int point = 0; point < count; point++) {
            double along = generator.nextDouble();
            double height = HEIGHT * generator.nextDouble();
            double length =
                    lengthOfSpiral(FIRST_ANGLE) + along * (lengthOfSpiral(LAST_ANGLE) - lengthOfSpiral(FIRST_ANGLE));
            double angle = angleAt(length);
            points[point] =
                    new float[] {(float) (angle * Math.cos(angle)), (float) height, (float) (angle * Math.sin(angle))};
            sheet[point] = new double[] {length, height};
            groups[point] = (int) (BANDS * along);
        }
        return new PointCloud(
                "roll",
                "Swiss roll",
                points,
                groups,
                IntStream.range(0, BANDS)
                        .mapToObj(band ->
                                band == 0 ? "1, inside" : band == BANDS - 1 ? BANDS + ", outside" : "" + (band + 1))
                        .toList(),
                bands(),
                Optional.of((i, j) -> Math.hypot(sheet[i][0] - sheet[j][0], sheet[i][1] - sheet[j][1])));
    }

    private static List<Colour> bands() {
        return IntStream.range(0, BANDS)
                .mapToObj(band -> ColourScale.TIME.of((double) band / (BANDS - 1)))
                .toList();
    }

    /** Seen from its end, a little from above. */
    static float[][] view(float[][] points) {
        float[][] view = new float[points.length][];
        for (int i = 0; i < view.length; i++) {
            view[i] = new float[] {points[i][0] + 0.35f * points[i][1], points[i][2] + 0.2f * points[i][1]};
        }
        return view;
    }

    /** Of the spiral with radius = angle, from the middle. */
    static double lengthOfSpiral(double angle) {
        double root = Math.hypot(1, angle);
        return (angle * root + Math.log(angle + root)) / 2;
    }

    /** The angle at which the spiral has a length, by bisection. */
    private static double angleAt(double length) {
        double low = 0;
        double high = LAST_ANGLE + 1;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (lengthOfSpiral(middle) < length) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
