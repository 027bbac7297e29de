package diabolo.lecture.dimension;

import diabolo.tensor.RandomSource;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Points whose coordinates are independent, and their distances from a query. */
enum RandomPoints {
    UNIFORM("uniform", "uniform in the cube", Moments.UNIFORM) {
        @Override
        double next(RandomGenerator random) {
            return random.nextDouble();
        }
    },
    NORMAL("normal", "normally distributed", Moments.NORMAL) {
        @Override
        double next(RandomGenerator random) {
            return random.nextGaussian();
        }
    };

    final String metric;
    final String words;

    @SuppressWarnings("ImmutableEnumChecker") // a record of numbers
    final Moments moments;

    RandomPoints(String metric, String words, Moments moments) {
        this.metric = metric;
        this.words = words;
        this.moments = moments;
    }

    abstract double next(RandomGenerator random);

    /** [count][dimensions] */
    float[][] points(int count, int dimensions, RandomGenerator random) {
        float[][] points = new float[count][dimensions];
        for (float[] point : points) {
            for (int i = 0; i < dimensions; i++) {
                point[i] = (float) next(random);
            }
        }
        return points;
    }

    /** Of one query and so many points, in each of some runs. */
    Concentration concentration(int count, int dimensions, int runs, RandomSource random) {
        List<Concentration> queries = new ArrayList<>(IntStream.range(0, runs)
                .parallel()
                .mapToObj(run -> Concentration.of(distances(
                        count,
                        dimensions,
                        random.derive(metric + " " + dimensions, run).generator())))
                .toList());
        return Concentration.typical(queries);
    }

    /** From one query to so many points, none of which is kept. */
    private double[] distances(int count, int dimensions, RandomGenerator random) {
        double[] distances = new double[count];
        for (int dimension = 0; dimension < dimensions; dimension++) {
            double query = next(random);
            for (int point = 0; point < count; point++) {
                double difference = query - next(random);
                distances[point] += difference * difference;
            }
        }
        for (int point = 0; point < count; point++) {
            distances[point] = Math.sqrt(distances[point]);
        }
        return distances;
    }
}
