package diabolo.projection;

import java.util.Arrays;

/** A binary heap of points, the one with the least length first; a length may fall while its point waits. */
final class NearestFirst {

    private final double[] lengths;
    private final int[] heap;

    /** Where each point is in the heap, -1 if it is not. */
    private final int[] places;

    private int size;

    /** An empty heap over lengths that the caller changes. */
    NearestFirst(double[] lengths) {
        this.lengths = lengths;
        heap = new int[lengths.length];
        places = new int[lengths.length];
        Arrays.fill(places, -1);
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** To be called after the length of a point has fallen; adds it if it does not wait yet. */
    void moveUp(int point) {
        int place = places[point] < 0 ? size++ : places[point];
        while (place > 0 && lengths[heap[(place - 1) / 2]] > lengths[point]) {
            put(heap[(place - 1) / 2], place);
            place = (place - 1) / 2;
        }
        put(point, place);
    }

    int removeNearest() {
        int nearest = heap[0];
        int last = heap[--size];
        places[nearest] = -1;
        if (size > 0) {
            moveDown(last);
        }
        return nearest;
    }

    /** From the top. */
    private void moveDown(int point) {
        int place = 0;
        while (2 * place + 1 < size) {
            int child = 2 * place + 1;
            if (child + 1 < size && lengths[heap[child + 1]] < lengths[heap[child]]) {
                child++;
            }
            if (lengths[heap[child]] >= lengths[point]) {
                break;
            }
            put(heap[child], place);
            place = child;
        }
        put(point, place);
    }

    private void put(int point, int place) {
        heap[place] = point;
        places[point] = place;
    }
}
