package diabolo.projection;

import static diabolo.note.Checks.require;

/** Checks of points in many dimensions, as all of this package take them: [points][dimensions], finite, rows of one length. */
final class Points {

    private Points() {}

    /**
     * Requires points that can be calculated with.
     *
     * @param least number of points
     * @return the number of dimensions
     * @throws IllegalArgumentException if there are fewer, rows are empty or differ in length, or a number is not finite
     */
    static int check(float[][] points, int least) {
        require(points.length >= least, () -> "%d points were given, and at least %d are needed; give more points"
                .formatted(points.length, least));
        int dimensions = points.length == 0 ? 0 : points[0].length;
        for (int point = 0; point < points.length; point++) {
            check(point, points[point], dimensions);
        }
        return dimensions;
    }

    private static void check(int point, float[] row, int dimensions) {
        require(
                row.length == dimensions && dimensions > 0,
                () -> "point %d has %d numbers and point 0 has %d; give every point the same number, 1 or more"
                        .formatted(point, row.length, dimensions));
        for (float number : row) {
            require(
                    Float.isFinite(number),
                    () -> "point %d has the number %s, and only finite numbers have distances; leave this point out"
                            .formatted(point, number));
        }
    }

    /**
     * Requires as many rows in both, and points that can be calculated with in each.
     *
     * @throws IllegalArgumentException if not
     */
    static void checkPair(float[][] points, float[][] plane, int least) {
        check(points, least);
        check(plane, least);
        require(points.length == plane.length, () -> "%d points and %d projected points were given; give one for each"
                .formatted(points.length, plane.length));
    }
}
