package diabolo.model.descent;

import diabolo.nn.Adam;
import diabolo.nn.Parameters;
import diabolo.tensor.NamedArray;
import diabolo.tensor.TensorScope;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Tensor;

/** Gradient descent of codes by Adam. Owns native memory until closed. */
final class Descent implements AutoCloseable {

    private static final String CODES = "codes";

    private final Parameters parameters;
    private final Adam adam;
    private final double learningRate;

    private Descent(Parameters parameters, double learningRate) {
        this.parameters = parameters;
        this.adam = Adam.over(parameters);
        this.learningRate = learningRate;
    }

    /** From starts [starts][codeSize]. */
    static Descent from(float[][] starts, double learningRate) {
        return new Descent(Parameters.of(List.of(NamedArray.of(CODES, starts))), learningRate);
    }

    /** The current codes: [starts, codeSize]. */
    Tensor codes() {
        return parameters.tensor(CODES);
    }

    /** One update by a loss of the codes: [starts, codeSize] to []. */
    void update(UnaryOperator<Tensor> loss) {
        try (TensorScope _ = TensorScope.open()) {
            loss.apply(codes()).backward();
            adam.update(learningRate);
            parameters.gradients().zero_(); // libtorch accumulates gradients
        }
    }

    @Override
    public void close() {
        adam.close();
        parameters.close();
    }
}
