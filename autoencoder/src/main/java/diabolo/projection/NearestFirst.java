package diabolo.projection;

import java.util.Arrays;

/**
 * The points that paths have reached and not yet left, the nearest first: a binary heap in which a point rises when a shorter path to it
 * is found (Cormen et al., "Introduction to Algorithms", 4th edition, section 6.5). Half of the time of a queue of objects.
 */
final class NearestFirst {

    private static final int OUTSIDE = -1;

    private final int[] points;
    private final double[] lengths;

    /** Of each point in the heap. */
    private final int[] place;

    private int size;

    /** An empty heap for points 0 to count - 1. */
    NearestFirst(int count) {
        points = new int[count];
        lengths = new double[count];
        place = new int[count];
        Arrays.fill(place, OUTSIDE);
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Takes a point in, or lets it rise, its path having become shorter. */
    void reach(int point, double length) {
        int at = place[point] == OUTSIDE ? size++ : place[point];
        while (at > 0) {
            int parent = (at - 1) / 2;
            if (lengths[parent] <= length) {
                break;
            }
            put(points[parent], lengths[parent], at);
            at = parent;
        }
        put(point, length, at);
    }

    /** Takes the nearest point out. */
    int leave() {
        int nearest = points[0];
        place[nearest] = OUTSIDE;
        size--;
        if (size > 0) {
            sink(points[size], lengths[size]);
        }
        return nearest;
    }

    /** Puts a point in at the top, and moves it below all that are nearer. */
    private void sink(int point, double length) {
        int at = 0;
        int child = 1;
        while (child < size) {
            if (child + 1 < size && lengths[child + 1] < lengths[child]) {
                child++;
            }
            if (lengths[child] >= length) {
                break;
            }
            put(points[child], lengths[child], at);
            at = child;
            child = 2 * at + 1;
        }
        put(point, length, at);
    }

    private void put(int point, double length, int at) {
        points[at] = point;
        lengths[at] = length;
        place[point] = at;
    }
}
