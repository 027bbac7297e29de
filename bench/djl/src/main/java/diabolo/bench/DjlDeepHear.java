package diabolo.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Linear;
import ai.djl.training.loss.Loss;
import java.util.ArrayList;
import java.util.List;

/** DeepHear's network, the weights of the decoder being the encoder's, transposed. */
final class DjlDeepHear {

    private final NDArray frames;
    private final List<NDArray> weights = new ArrayList<>();
    private final List<NDArray> encoderBiases = new ArrayList<>();
    private final List<NDArray> decoderBiases = new ArrayList<>();
    private final Loss loss = Loss.sigmoidBinaryCrossEntropyLoss();

    DjlDeepHear(DjlParameters parameters) {
        List<Integer> sizes = DenseCase.DEEPHEAR.spec().sizes();
        frames = parameters.read("frames", DenseCase.BATCH, sizes.getFirst());
        for (int layer = 0; layer < sizes.size() - 1; layer++) {
            weights.add(parameters.parameter("encoder." + layer + ".weight", sizes.get(layer + 1), sizes.get(layer)));
            encoderBiases.add(parameters.parameter("encoder." + layer + ".bias", sizes.get(layer + 1)));
            decoderBiases.add(parameters.parameter("decoder." + layer + ".bias", sizes.get(layer)));
        }
    }

    NDArray loss() {
        NDArray states = frames;
        for (int layer = 0; layer < weights.size(); layer++) {
            states = Activation.sigmoid(linear(states, weights.get(layer), encoderBiases.get(layer)));
        }
        for (int layer = weights.size() - 1; layer >= 0; layer--) {
            states = linear(states, weights.get(layer).transpose(), decoderBiases.get(layer));
            states = layer > 0 ? Activation.sigmoid(states) : states;
        }
        return loss.evaluate(new NDList(frames), new NDList(states)) // the mean of all cells
                .mul(frames.getShape().get(1));
    }

    private static NDArray linear(NDArray input, NDArray weight, NDArray bias) {
        return Linear.linear(input, weight, bias).singletonOrThrow();
    }
}
