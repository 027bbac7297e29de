package diabolo.projection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
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

    /** The lengths of the shortest paths from a point to all, infinite where there is none (Dijkstra 1959). */
    double[] pathsFrom(int source) {
        int[] start = edges.start();
        int[] columns = edges.columns();
        double[] values = edges.values();
        double[] lengths = new double[edges.rows()];
        Arrays.fill(lengths, Double.POSITIVE_INFINITY);
        NearestFirst open = new NearestFirst(lengths.length);
        lengths[source] = 0;
        open.reach(source, 0);
        while (!open.isEmpty()) {
            int point = open.leave();
            double here = lengths[point];
            int end = start[point + 1];
            for (int edge = start[point]; edge < end; edge++) {
                double length = here + values[edge];
                if (length < lengths[columns[edge]]) {
                    lengths[columns[edge]] = length;
                    open.reach(columns[edge], length);
                }
            }
        }
        return lengths;
    }
}
