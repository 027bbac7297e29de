package diabolo.model;

import diabolo.nn.Activation;
import diabolo.nn.DenseLayer;
import diabolo.nn.Lstm;
import diabolo.nn.LstmInput;
import diabolo.nn.Parameters;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The encoder of a recurrent autoencoder: a bidirectional LSTM whose last hidden states are projected to mean and deviation of the
 * code (Roberts et al. 2018, section 3.1). In a hierarchy each level reads the last states of the segments below.
 */
final class TokenEncoder {

    private final RecurrentSpec spec;
    private final List<Lstm> levels; // from the lowest
    private final DenseLayer mean;
    private final Optional<DenseLayer> deviation;

    /** @param missing names of the deviation's parameters, if they are missing */
    TokenEncoder(Parameters parameters, RecurrentSpec spec, List<String> missing) {
        this.spec = spec;
        this.levels = spec.encoderLevels().stream()
                .map(level -> Lstm.of(parameters, level, spec.encoder(), Lstm.Directions.BOTH))
                .toList();
        this.mean = TokenDecoder.dense(parameters, "mean", Activation.LINEAR);
        this.deviation = spec.bottleneck().isVariational() && missing.isEmpty()
                ? Optional.of(TokenDecoder.dense(parameters, ParameterNames.DEVIATION, Activation.LINEAR))
                : Optional.empty();
    }

    /** The posteriors of tokens [lines, steps, batch]. */
    Posterior posterior(Tensor tokens, CodeNoise noise) {
        Tensor frames = TokenTensors.ofAllLines(tokens, spec.alphabets()); // [steps, batch, lines]
        for (int level = 0; level < spec.encoderSegments().size(); level++) {
            long segments = frames.size(0) / spec.encoderSegments().get(level);
            long batch = frames.size(1);
            Tensor apart = TokenTensors.apart(frames, segments); // [steps, segments * batch, in]
            frames = levels.get(level)
                    .lastStates(level == 0 ? ofTokens(apart) : new LstmInput.Frames(apart))
                    .reshape(segments, batch, 2L * spec.encoder().units());
        }
        Tensor both = levels.getLast()
                .lastStates(levels.size() == 1 ? ofTokens(frames) : new LstmInput.Frames(frames)); // [batch, 2 * units]
        Tensor activations = mean.activation().of(noise.addedTo(mean.sums(both)));
        return new Posterior(
                spec.bottleneck().codes(activations), deviation.map(layer -> torch.softplus(layer.forward(both))));
    }

    private LstmInput ofTokens(Tensor tokens) {
        return new LstmInput.Tokens(tokens, spec.cellsPerStep(), Optional.empty());
    }
}
