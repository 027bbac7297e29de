package diabolo.sparse;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;

import diabolo.tensor.FrameTensors;
import diabolo.tensor.TensorScope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Infers codes by minimizing ½ ‖x - Σ aᵢ φᵢ‖² + λ Σ |aᵢ|: the sparse coding of Olshausen and Field (1996, equations 2 to 4) with the
 * absolute value for its cost of activity, by FISTA, a gradient descent with momentum and soft thresholds that makes most coefficients
 * exactly zero (Beck and Teboulle 2009, section 4).
 *
 * <pre>{@code
 * float[][] codes = new SparseCoding(0.3, 200).encode(dictionary, whitened);
 * }</pre>
 *
 * <p>There is no encoder: every example takes an optimization of its own, in which elements that explain the same compete.
 *
 * @param penalty λ, positive; the larger, the fewer elements
 * @param iterations 1 to 100,000
 */
public record SparseCoding(double penalty, int iterations) {

    private static final int EXAMPLES_AT_ONCE = 1000; // bounds memory
    private static final int POWER_ITERATIONS = 40;
    private static final double MARGIN = 1.02; // the power iteration gives the largest eigenvalue from below

    public SparseCoding {
        require(penalty > 0 && penalty <= 1e6, "penalty must be above 0 and at most 1000000, was " + penalty);
        requireBetween("iterations", iterations, 1, 100_000);
    }

    /**
     * The codes of examples.
     *
     * @param examples [examples][dimensions]
     * @return [examples][elements]
     * @throws IllegalArgumentException if an example is of another size
     */
    public float[][] encode(Dictionary dictionary, float[][] examples) {
        for (float[] example : examples) {
            require(
                    example.length == dictionary.dimensions(),
                    "an example of this dictionary has %d numbers, was given %d"
                            .formatted(dictionary.dimensions(), example.length));
        }
        List<float[]> codes = new ArrayList<>(examples.length);
        for (int from = 0; from < examples.length; from += EXAMPLES_AT_ONCE) {
            float[][] some = Arrays.copyOfRange(examples, from, Math.min(examples.length, from + EXAMPLES_AT_ONCE));
            try (TensorScope _ = TensorScope.open();
                    NoGradGuard _ = new NoGradGuard()) {
                Tensor inferred = infer(FrameTensors.of(dictionary.elements()), FrameTensors.of(some));
                codes.addAll(List.of(FrameTensors.toArrays(inferred)));
            }
        }
        return codes.toArray(float[][]::new);
    }

    /**
     * The codes of a batch.
     *
     * @param elements [elements, dimensions]
     * @param examples [batch, dimensions]
     * @return [batch, elements]
     */
    Tensor infer(Tensor elements, Tensor examples) {
        Tensor likeness = torch.mm(elements, elements.t()); // [elements, elements]
        Tensor explained = torch.mm(examples, elements.t()); // [batch, elements]
        double step = 1 / largestEigenvalue(likeness);
        Tensor codes = torch.zeros_like(explained); // [batch, elements]
        Tensor ahead = torch.zeros_like(explained); // where the momentum carries them: [batch, elements]
        double momentum = 1;
        for (int iteration = 0; iteration < iterations; iteration++) {
            double nextMomentum = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
            try (TensorScope _ = TensorScope.open()) {
                Tensor gradient = torch.mm(ahead, likeness).sub_(explained);
                Tensor next = torch.softshrink(ahead.sub(gradient, new Scalar(step)), new Scalar(step * penalty));
                ahead.copy_(next.add(next.sub(codes), new Scalar((momentum - 1) / nextMomentum)));
                codes.copy_(next);
            }
            momentum = nextMomentum;
        }
        return codes;
    }

    /** Slightly more than the largest eigenvalue of a matrix [size, size] that is positive semidefinite. */
    private static double largestEigenvalue(Tensor matrix) {
        Tensor vector = matrix.abs().sum(1).unsqueeze(1); // [size, 1]
        double length = 1;
        for (int iteration = 0; iteration < POWER_ITERATIONS; iteration++) {
            vector = vector.div(vector.norm());
            vector = torch.mm(matrix, vector);
            length = vector.norm().item_double();
        }
        return MARGIN * length;
    }
}
