package exercises.wrong;

import exercises.solution.NeighboursSolution;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

public final class NeighboursMistakes {

    private NeighboursMistakes() {}

    @Caught("farthest")
    public static class Farthest extends NeighboursSolution {
        @Override
        public int classify(double[] query, double[][] points, int[] labels, int k) {
            return new NeighboursSolution() {
                @Override
                protected double[] distances(double[] query, double[][] points) {
                    return DoubleStream.of(super.distances(query, points))
                            .map(d -> -d)
                            .toArray();
                }
            }.classify(query, points, labels, k);
        }
    }

    @Caught("of the nearest point alone")
    public static class NearestAlone extends NeighboursSolution {
        @Override
        public int classify(double[] query, double[][] points, int[] labels, int k) {
            return super.classify(query, points, labels, 1);
        }
    }

    @Caught("of all points")
    public static class AllVote extends NeighboursSolution {
        @Override
        public int classify(double[] query, double[][] points, int[] labels, int k) {
            return super.classify(query, points, labels, points.length);
        }
    }

    @Caught("the number of a point, and not its label")
    public static class NumberForLabel extends NeighboursSolution {
        @Override
        public int classify(double[] query, double[][] points, int[] labels, int k) {
            return super.classify(
                    query, points, IntStream.range(0, points.length).toArray(), k);
        }
    }

    @Caught("the smaller label wins a tie")
    public static class SmallerLabelWins extends NeighboursSolution {
        @Override
        public int classify(double[] query, double[][] points, int[] labels, int k) {
            double[] distances = distances(query, points);
            int[] votes = new int[100];
            IntStream.range(0, points.length)
                    .boxed()
                    .sorted((a, b) -> Double.compare(distances[a], distances[b]))
                    .limit(k)
                    .forEach(point -> votes[labels[point]]++);
            int winner = 0;
            for (int label = 0; label < votes.length; label++) {
                winner = votes[label] > votes[winner] ? label : winner;
            }
            return winner;
        }
    }

    @Caught("sums of differences, not Euclidean")
    public static class CityBlock extends NeighboursSolution {
        @Override
        protected double[] distances(double[] query, double[][] points) {
            return Stream.of(points)
                    .mapToDouble(point -> IntStream.range(0, query.length)
                            .mapToDouble(i -> Math.abs(point[i] - query[i]))
                            .sum())
                    .toArray();
        }
    }

    @Caught("squared distances")
    public static class SquaredDistances extends NeighboursSolution {
        @Override
        protected double[] distances(double[] query, double[][] points) {
            return DoubleStream.of(super.distances(query, points))
                    .map(d -> d * d)
                    .toArray();
        }
    }

    @Caught("the variance")
    public static class Variance extends NeighboursSolution {
        @Override
        public double relativeSpread(double[] query, double[][] points) {
            double spread = super.relativeSpread(query, points);
            double mean = DoubleStream.of(distances(query, points)).average().orElseThrow();
            return spread * spread * mean;
        }
    }

    @Caught("not divided by the mean")
    public static class Absolute extends NeighboursSolution {
        @Override
        public double relativeSpread(double[] query, double[][] points) {
            return super.relativeSpread(query, points)
                    * DoubleStream.of(distances(query, points)).average().orElseThrow();
        }
    }
}
