package diabolo.projection;

/**
 * The nearest of the points that were offered, in order; of points at one distance that with the lower index comes first if points are
 * offered in the order of their indices.
 */
final class Nearest {

    private final int excluded;
    private final int[] indices;
    private final double[] distances;
    private int kept;

    /**
     * @param excluded a point that is none of its own neighbours, or -1
     * @param indices filled with the nearest
     * @param distances filled with their squared distances
     */
    Nearest(int excluded, int[] indices, double[] distances) {
        this.excluded = excluded;
        this.indices = indices;
        this.distances = distances;
    }

    /** The squared distance that a point must be below to be kept. */
    double farthest() {
        return kept < distances.length ? Double.POSITIVE_INFINITY : distances[kept - 1];
    }

    void offerAll(double[] squared) {
        for (int point = 0; point < squared.length; point++) {
            offer(point, squared[point]);
        }
    }

    /** Keeps a point that is nearer than the last one kept. */
    void offer(int point, double distance) {
        if (point == excluded || (kept == indices.length && distance >= distances[kept - 1])) {
            return;
        }
        int place = placeOf(distance);
        int moved = Math.min(kept, indices.length - 1) - place;
        System.arraycopy(distances, place, distances, place + 1, moved);
        System.arraycopy(indices, place, indices, place + 1, moved);
        distances[place] = distance;
        indices[place] = point;
        kept = Math.min(kept + 1, indices.length);
    }

    /** Behind all that are not farther. */
    private int placeOf(double distance) {
        int low = 0;
        int high = kept;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (distances[middle] <= distance) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
