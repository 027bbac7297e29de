package diabolo.model;

import diabolo.nn.Activation;
import diabolo.nn.DenseLayer;
import diabolo.nn.Lstm;
import diabolo.nn.Parameters;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
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
        OccurringTokens occurring = OccurringTokens.of(tokens, spec.alphabets());
        Tensor frames = occurring.cells(); // [steps, batch, cells]
        Optional<Tensor> columns = Optional.of(occurring.columns());
        for (int level = 0; level < spec.encoderSegments().size(); level++) {
            long steps = spec.encoderSegments().get(level);
            long segments = frames.size(0) / steps;
            long batch = frames.size(1);
            Tensor apart = frames.reshape(segments, steps, batch, frames.size(2))
                    .transpose(0, 1) // [steps, segments, batch, in]
                    .reshape(steps, segments * batch, frames.size(2));
            frames = read(levels.get(level), apart, columns)
                    .reshape(segments, batch, 2L * spec.encoder().units());
            columns = Optional.empty();
        }
        Tensor both = read(levels.getLast(), frames, columns); // [batch, 2 * units]
        Tensor activations = mean.activation().of(noise.addedTo(mean.sums(both)));
        return new Posterior(
                spec.bottleneck().codes(activations), deviation.map(layer -> torch.softplus(layer.forward(both))));
    }

    /** The last hidden states, forward and backward, of frames [steps, batch, in] or some columns of them: [batch, 2 * units]. */
    private Tensor read(Lstm level, Tensor frames, Optional<Tensor> columns) {
        Lstm.State zero = level.zeroState(frames.size(1));
        Lstm.State last = columns.map(some -> level.forward(frames, some, zero))
                .orElseGet(() -> level.forward(frames, zero))
                .last();
        long top = 2L * (spec.encoder().layers() - 1);
        return torch.cat(
                new TensorVector(last.hidden().select(0, top), last.hidden().select(0, top + 1)), 1);
    }
}
