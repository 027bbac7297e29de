package diabolo.nn;

import diabolo.tensor.FrameTensors;
import diabolo.tensor.NamedArray;
import diabolo.tensor.TensorScope;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Limited-memory BFGS (Nocedal and Wright 2006, algorithms 7.4 and 7.5): a direction from the curvature of the last updates, and a
 * line search for the weak Wolfe conditions by bisection (Lewis and Overton 2013, algorithm 2.6).
 *
 * <pre>{@code
 * try (Optimizer lbfgs = Lbfgs.over(parameters, 20)) {
 *     lbfgs.update(1, lossAndGradients.getAsDouble(), lossAndGradients);
 * }
 * }</pre>
 *
 * <p>For deterministic losses over all examples in one batch: it takes the noise of small batches for curvature. The learning rate
 * is the first trial step, usually 1. Owns 2 · memory copies of the parameters until closed.
 */
public final class Lbfgs implements Optimizer {

    private static final double SUFFICIENT_DECREASE = 1e-4; // Nocedal and Wright, section 3.1
    private static final double CURVATURE = 0.9;
    private static final double MOST_STRETCH = 64; // bounds the step where a loss levels off
    private static final double LEAST_CHANGE = 1e-24;
    private static final int MOST_TRIALS = 25;

    private final Parameters parameters;
    private final Tensor steps; // [memory, count]: how the parameters changed; the latest in row (pairs - 1) % memory
    private final Tensor changes; // [memory, count]: how the gradients changed
    private final int memory;
    private int pairs;

    private Lbfgs(Parameters parameters, Tensor steps, Tensor changes, int memory) {
        this.parameters = parameters;
        this.steps = steps;
        this.changes = changes;
        this.memory = memory;
    }

    public static Lbfgs over(Parameters parameters, int memory) {
        try (TensorScope scope = TensorScope.open()) {
            return new Lbfgs(
                    parameters,
                    scope.handOut(torch.zeros(memory, parameters.count())),
                    scope.handOut(torch.zeros(memory, parameters.count())),
                    memory);
        }
    }

    @Override
    public void update(double learningRate, double loss, DoubleSupplier lossAndGradients) {
        try (TensorScope _ = TensorScope.open()) {
            Tensor values = copy(parameters.values()); // [count]
            Tensor gradient = copy(parameters.gradients()); // [count]
            Tensor direction = direction(gradient); // [count]
            double slope = dot(gradient, direction);
            if (!(slope < 0)) { // a plateau, or a stale memory
                pairs = 0;
                direction = gradient.neg();
                slope = dot(gradient, direction);
            }
            if (slope == 0) {
                return;
            }
            double first = pairs == 0 ? Math.min(1, 1 / gradient.abs().sum().item_double()) : 1;
            search(values, direction, learningRate * first, loss, slope, lossAndGradients);
            remember(parameters.values().sub(values), parameters.gradients().sub(gradient));
        }
    }

    /** The two-loop recursion: minus the estimated inverse Hessian times the gradient. */
    private Tensor direction(Tensor gradient) {
        Tensor direction = gradient.neg(); // [count]
        int known = Math.min(pairs, memory);
        double[] alphas = new double[known];
        for (int back = 1; back <= known; back++) {
            int row = (pairs - back) % memory;
            alphas[back - 1] = dot(steps.select(0, row), direction) / curvature(row);
            direction.add_(changes.select(0, row), new Scalar(-alphas[back - 1]));
        }
        if (known > 0) {
            int latest = (pairs - 1) % memory;
            Tensor change = changes.select(0, latest);
            direction.mul_(new Scalar(curvature(latest) / dot(change, change)));
        }
        for (int back = known; back >= 1; back--) {
            int row = (pairs - back) % memory;
            double beta = dot(changes.select(0, row), direction) / curvature(row);
            direction.add_(steps.select(0, row), new Scalar(alphas[back - 1] - beta));
        }
        return direction;
    }

    private double curvature(int row) {
        return dot(steps.select(0, row), changes.select(0, row));
    }

    /** Leaves the parameters and their gradients at a step that satisfies the Wolfe conditions. */
    private void search(
            Tensor values, Tensor direction, double first, double loss, double slope, DoubleSupplier lossAndGradients) {
        double tooShort = 0;
        double tooLong = Double.POSITIVE_INFINITY;
        double step = first;
        for (int trial = 0; trial < MOST_TRIALS; trial++) {
            moveTo(values, direction, step);
            double lossThere = lossAndGradients.getAsDouble();
            double slopeThere = dot(parameters.gradients(), direction);
            boolean low = lossThere <= loss + SUFFICIENT_DECREASE * step * slope; // false for NaN
            if (!low || Double.isNaN(slopeThere)) {
                tooLong = step;
            } else if (slopeThere < CURVATURE * slope && step < MOST_STRETCH * first) {
                tooShort = step;
            } else {
                return;
            }
            step = Double.isInfinite(tooLong) ? 2 * step : (tooShort + tooLong) / 2;
        }
        moveTo(values, direction, tooShort); // the best step that decreased the loss, or the start
        double _ = lossAndGradients.getAsDouble(); // sets the gradients there
    }

    private void moveTo(Tensor values, Tensor direction, double step) {
        try (NoGradGuard _ = new NoGradGuard()) {
            parameters.values().copy_(values.add(direction, new Scalar(step)));
        }
    }

    private void remember(Tensor step, Tensor change) {
        double squares = dot(change, change);
        // else the estimate would lose its positive curvature, or be dominated by rounding near the optimum
        if (squares > LEAST_CHANGE && dot(step, change) > 1e-10 * squares) {
            steps.select(0, pairs % memory).copy_(step);
            changes.select(0, pairs % memory).copy_(change);
            pairs++;
        }
    }

    private static Tensor copy(Tensor tensor) {
        return tensor.detach().clone();
    }

    private static double dot(Tensor a, Tensor b) {
        return torch.dot(a, b).item_double();
    }

    @Override
    public List<NamedArray> state() {
        long[] shape = {memory, parameters.count()};
        try (TensorScope _ = TensorScope.open()) {
            return List.of(
                    new NamedArray("lbfgs.steps", shape, FrameTensors.toArray(steps)),
                    new NamedArray("lbfgs.changes", shape, FrameTensors.toArray(changes)),
                    new NamedArray("lbfgs.pairs", new long[] {1}, new float[] {pairs}));
        }
    }

    @Override
    public void restore(List<NamedArray> state) {
        try (TensorScope _ = TensorScope.open()) {
            steps.copy_(FrameTensors.of(state.get(0).values(), memory, parameters.count()));
            changes.copy_(FrameTensors.of(state.get(1).values(), memory, parameters.count()));
            pairs = (int) state.get(2).values()[0];
        }
    }

    @Override
    public void close() {
        steps.close();
        changes.close();
    }
}
