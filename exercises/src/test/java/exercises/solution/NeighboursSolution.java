package exercises.solution;

import exercises.Neighbours;
import java.util.Comparator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

public class NeighboursSolution extends Neighbours {

    @Override
    public int classify(double[] query, double[][] points, int[] labels, int k) {
        double[] distances = distances(query, points);
        int[] nearest = IntStream.range(0, points.length)
                .boxed()
                .sorted(Comparator.comparingDouble(point -> distances[point]))
                .limit(k)
                .mapToInt(point -> labels[point])
                .toArray();
        int winner = nearest[0];
        for (int label : nearest) {
            winner = votes(nearest, label) > votes(nearest, winner) ? label : winner;
        }
        return winner;
    }

    private static long votes(int[] labels, int label) {
        return IntStream.of(labels).filter(one -> one == label).count();
    }

    @Override
    public double relativeSpread(double[] query, double[][] points) {
        double[] distances = distances(query, points);
        double mean = DoubleStream.of(distances).average().orElseThrow();
        double variance = DoubleStream.of(distances)
                .map(distance -> (distance - mean) * (distance - mean))
                .average()
                .orElseThrow();
        return Math.sqrt(variance) / mean;
    }

    protected double[] distances(double[] query, double[][] points) {
        return Stream.of(points)
                .mapToDouble(point -> Math.sqrt(IntStream.range(0, query.length)
                        .mapToDouble(i -> (point[i] - query[i]) * (point[i] - query[i]))
                        .sum()))
                .toArray();
    }
}
