package diabolo.projection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * The graph that ties every point to its nearest neighbours, in both directions, with the distances as lengths of its edges.
 *
 * @param edges symmetric
 */
record NeighbourGraph(SparseRows edges) {

    static NeighbourGraph of(NearestNeighbours neighbours) {
        return new NeighbourGraph(
                SparseRows.of(neighbours.indices(), neighbours.distances()).symmetric(Math::max));
    }

    /** The points of each connected part, rising; the largest part first, of equal ones the one with the lowest point. */
    List<int[]> parts() {
        int[] part = new int[edges.rows()];
        Arrays.fill(part, -1);
        List<int[]> parts = new ArrayList<>();
        for (int point = 0; point < part.length; point++) {
            if (part[point] < 0) {
                parts.add(reached(point, parts.size(), part));
            }
        }
        parts.sort(Comparator.comparingInt(points -> -points.length)); // stable
        return parts;
    }

    private int[] reached(int first, int name, int[] part) {
        int[] found = new int[part.length];
        int size = 0;
        found[size++] = first;
        part[first] = name;
        for (int i = 0; i < size; i++) {
            for (int edge = edges.start()[found[i]]; edge < edges.start()[found[i] + 1]; edge++) {
                int other = edges.columns()[edge];
                if (part[other] < 0) {
                    part[other] = name;
                    found[size++] = other;
                }
            }
        }
        return IntStream.of(Arrays.copyOf(found, size)).sorted().toArray();
    }

    /** The end of a path, and its length. */
    private record Reached(int point, double length) {}

    /** The lengths of the shortest paths from a point to all, infinite where there is none (Dijkstra 1959). */
    double[] pathsFrom(int source) {
        double[] lengths = new double[edges.rows()];
        Arrays.fill(lengths, Double.POSITIVE_INFINITY);
        lengths[source] = 0;
        PriorityQueue<Reached> open = new PriorityQueue<>(Comparator.comparingDouble(Reached::length));
        open.add(new Reached(source, 0));
        while (!open.isEmpty()) {
            Reached nearest = open.remove();
            int point = nearest.point();
            if (nearest.length() > lengths[point]) {
                continue; // a shorter path was found since
            }
            for (int edge = edges.start()[point]; edge < edges.start()[point + 1]; edge++) {
                int other = edges.columns()[edge];
                double length = lengths[point] + edges.values()[edge];
                if (length < lengths[other]) {
                    lengths[other] = length;
                    open.add(new Reached(other, length));
                }
            }
        }
        return lengths;
    }
}
