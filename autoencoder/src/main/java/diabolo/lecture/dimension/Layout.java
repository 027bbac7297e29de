package diabolo.lecture.dimension;

import diabolo.projection.Trustworthiness;
import java.util.Optional;

/**
 * Points in the plane, and how far to trust them.
 *
 * @param plane [points][2]
 * @param correlation of distances in the plane with those along the surface, where these are known
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Layout(
        String metric,
        String words,
        float[][] plane,
        double trustworthiness,
        double continuity,
        Optional<Double> correlation) {

    /** Of which trustworthiness and continuity are measured. */
    static final int NEIGHBOURS = 12;

    static Layout of(String metric, String words, PointCloud cloud, float[][] plane) {
        return new Layout(
                metric,
                words,
                plane,
                Trustworthiness.of(cloud.points(), plane, NEIGHBOURS, _ -> {}),
                Trustworthiness.continuity(cloud.points(), plane, NEIGHBOURS, _ -> {}),
                cloud.truth().map(truth -> PointCloud.correlation(plane, truth)));
    }
}
