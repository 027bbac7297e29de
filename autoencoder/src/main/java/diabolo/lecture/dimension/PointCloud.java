package diabolo.lecture.dimension;

import diabolo.picture.Colour;
import diabolo.picture.Point;
import diabolo.picture.ScatterPicture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Points to be laid out in the plane, with the groups that they are coloured by.
 *
 * @param metric the first word of its metrics
 * @param points [points][dimensions]
 * @param groups the place of each point's group among the names
 * @param colours one for each name, or none for the usual ones
 * @param truth the distances along the surface, where they are known
 * @param more points of the same kind, for what has to learn; none where the points themselves suffice
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PointCloud(
        String metric,
        String words,
        float[][] points,
        int[] groups,
        List<String> names,
        List<Colour> colours,
        Optional<Geodesic> truth,
        float[][] more) {

    /** The length of the shortest path along a surface. */
    @FunctionalInterface
    interface Geodesic {
        double between(int one, int other);
    }

    /** Without points to learn from. */
    PointCloud(
            String metric,
            String words,
            float[][] points,
            int[] groups,
            List<String> names,
            List<Colour> colours,
            Optional<Geodesic> truth) {
        this(metric, words, points, groups, names, colours, truth, new float[0][]);
    }

    PointCloud withMore(float[][] others) {
        return new PointCloud(metric, words, points, groups, names, colours, truth, others);
    }

    int count() {
        return points.length;
    }

    /** The points at their places in a plane, [points][2] or more rows of which the first count. */
    ScatterPicture picture(String title, float[][] plane) {
        return ScatterPicture.map(title, scattered(plane));
    }

    List<ScatterPicture.Group> scattered(float[][] plane) {
        List<ScatterPicture.Group> scattered = new ArrayList<>();
        for (int group = 0; group < names.size(); group++) {
            List<Point> places = new ArrayList<>();
            for (int point = 0; point < count(); point++) {
                if (groups[point] == group) {
                    places.add(new Point(plane[point][0], plane[point][1]));
                }
            }
            ScatterPicture.Group plain = ScatterPicture.Group.of(names.get(group), places);
            scattered.add(colours.isEmpty() ? plain : plain.in(colours.get(group)));
        }
        return scattered;
    }

    /** Of the distances between points in the plane and along the surface, over all pairs (Pearson). */
    static double correlation(float[][] plane, Geodesic truth) {
        double[] sums = new double[5];
        long pairs = 0;
        for (int i = 0; i < plane.length; i++) {
            for (int j = 0; j < i; j++) {
                double x = Math.hypot(plane[i][0] - plane[j][0], plane[i][1] - plane[j][1]);
                double y = truth.between(i, j);
                sums[0] += x;
                sums[1] += y;
                sums[2] += x * x;
                sums[3] += y * y;
                sums[4] += x * y;
                pairs++;
            }
        }
        double covariance = sums[4] / pairs - sums[0] / pairs * sums[1] / pairs;
        double ofX = sums[2] / pairs - Math.pow(sums[0] / pairs, 2);
        double ofY = sums[3] / pairs - Math.pow(sums[1] / pairs, 2);
        return covariance / Math.sqrt(ofX * ofY);
    }
}
