package diabolo.nn;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * What is left to differentiate where automatic differentiation ends: layers whose derivatives are written out give results that
 * libtorch takes for new variables, and record here how to go on from their gradients.
 *
 * <pre>{@code
 * try (GradientTape tape = parameters.record()) {
 *     Tensor loss = network.loss(batch);
 *     tape.differentiate(loss); // fills parameters.gradients()
 * }
 * }</pre>
 *
 * <p>Belongs to one thread, its tensors to the open scope.
 */
public final class GradientTape implements AutoCloseable {

    private final Deque<Runnable> layers = new ArrayDeque<>(); // the last one first
    private final Runnable onClose;

    GradientTape(Runnable onClose) {
        this.onClose = onClose;
    }

    /**
     * Records a layer.
     *
     * @param result without recording by libtorch
     * @param backward goes on from the gradient of the result, when that is complete
     * @return the result as a variable
     */
    Tensor record(Tensor result, Consumer<Tensor> backward) {
        Tensor variable = result.detach().requires_grad_(true);
        layers.push(() -> {
            if (variable.grad().defined()) {
                backward.accept(variable.grad());
            }
        });
        return variable;
    }

    /** Adds the gradients of a loss [] to those of all parameters. */
    public void differentiate(Tensor loss) {
        differentiate(new TensorVector(loss), new TensorVector(torch.ones_like(loss.detach())));
        layers.forEach(Runnable::run);
    }

    /** Goes on from the gradients of some results, by libtorch. What leads to them may be passed again from another layer. */
    static void differentiate(TensorVector results, TensorVector gradients) {
        boolean keep = true;
        boolean differentiable = false;
        torch.backward(results, gradients, new BoolOptional(keep), differentiable, new TensorVector());
    }

    @Override
    public void close() {
        onClose.run();
    }
}
