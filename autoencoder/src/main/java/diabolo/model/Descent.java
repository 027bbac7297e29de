package diabolo.model;

import diabolo.nn.Adam;
import diabolo.nn.Parameters;
import diabolo.tensor.NamedArray;
import diabolo.tensor.TensorScope;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Tensor;

/** Codes under way down a slope, by Adam. Owns native memory until closed. */
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
        NamedArray first = new NamedArray(CODES, new long[] {starts.length, starts[0].length}, joined(starts));
        return new Descent(Parameters.of(List.of(first)), learningRate);
    }

    /** Where they are: [starts, codeSize]. */
    Tensor codes() {
        return parameters.tensor(CODES);
    }

    /** One step down what a function makes of the codes: [starts, codeSize] to []. */
    void update(UnaryOperator<Tensor> loss) {
        try (TensorScope _ = TensorScope.open()) {
            loss.apply(codes()).backward();
            adam.update(learningRate);
            parameters.gradients().zero_(); // libtorch would add the next ones to them
        }
    }

    private static float[] joined(float[][] starts) {
        int size = starts[0].length;
        float[] all = new float[starts.length * size];
        for (int start = 0; start < starts.length; start++) {
            System.arraycopy(starts[start], 0, all, start * size, size);
        }
        return all;
    }

    @Override
    public void close() {
        adam.close();
        parameters.close();
    }
}
