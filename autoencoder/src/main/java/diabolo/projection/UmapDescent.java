package diabolo.projection;

import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;

/**
 * Stochastic gradient descent along the edges of a graph: each is pulled as often as it is sure, and at each pull its end is pushed away
 * from a few random points (McInnes et al. 2018, algorithm 5).
 */
record UmapDescent(SparseRows graph, UmapCurve curve) {

    private static final int MANY_POINTS = 10_000;
    private static final int NEGATIVE_SAMPLES = 5;
    private static final double LARGEST_MOVE = 4;

    /** Keeps the repulsion of points in one place finite. */
    private static final double SOFTENING = 0.001;

    /** Moves the points of the plane, [x, y, x, y, ...]. */
    void run(double[] plane, RandomGenerator random, Progress progress) {
        int epochs = graph.rows() <= MANY_POINTS ? 500 : 200;
        double surest = DoubleStream.of(graph.values()).max().orElse(1);
        double[] pulls =
                DoubleStream.of(graph.values()).map(weight -> weight / surest).toArray();
        double[] due = new double[pulls.length];
        for (int epoch = 0; epoch < epochs; epoch++) {
            double rate = 1 - (double) epoch / epochs;
            for (int point = 0; point < graph.rows(); point++) {
                for (int edge = graph.start()[point]; edge < graph.start()[point + 1]; edge++) {
                    due[edge] += pulls[edge];
                    if (due[edge] >= 1) {
                        due[edge]--;
                        pull(plane, 2 * point, 2 * graph.columns()[edge], rate);
                        push(plane, 2 * point, rate, random);
                    }
                }
            }
            progress.at((epoch + 1.0) / epochs);
        }
    }

    private void pull(double[] plane, int point, int other, double rate) {
        double squared = squaredDistance(plane, point, other);
        if (squared == 0) {
            return;
        }
        double power = Math.pow(squared, curve.b());
        double factor = -2 * curve.a() * curve.b() * power / squared / (curve.a() * power + 1);
        for (int axis = 0; axis < 2; axis++) {
            double move = rate * limited(factor * (plane[point + axis] - plane[other + axis]));
            plane[point + axis] += move;
            plane[other + axis] -= move;
        }
    }

    private void push(double[] plane, int point, double rate, RandomGenerator random) {
        for (int i = 0; i < NEGATIVE_SAMPLES; i++) {
            int other = 2 * random.nextInt(graph.rows());
            double squared = squaredDistance(plane, point, other);
            if (squared == 0) {
                continue;
            }
            double power = Math.pow(squared, curve.b());
            double factor = 2 * curve.b() / ((SOFTENING + squared) * (curve.a() * power + 1));
            for (int axis = 0; axis < 2; axis++) {
                plane[point + axis] += rate * limited(factor * (plane[point + axis] - plane[other + axis]));
            }
        }
    }

    private static double limited(double move) {
        return Math.clamp(move, -LARGEST_MOVE, LARGEST_MOVE);
    }

    private static double squaredDistance(double[] plane, int point, int other) {
        double x = plane[point] - plane[other];
        double y = plane[point + 1] - plane[other + 1];
        return x * x + y * y;
    }
}
