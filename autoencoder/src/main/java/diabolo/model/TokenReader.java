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
 * The encoder of a recurrent autoencoder: an LSTM that reads the tokens both ways, and what its last states say of the code
 * (Roberts et al. 2018, section 3.1).
 */
final class TokenReader {

    private final RecurrentSpec spec;
    private final Lstm encoder;
    private final DenseLayer mean;
    private final Optional<DenseLayer> deviation;

    /** Of parameters of which some, if they are the deviation's, may be missing. */
    TokenReader(Parameters parameters, RecurrentSpec spec, List<String> missing) {
        this.spec = spec;
        this.encoder = Lstm.of(parameters, "encoder", spec.encoder(), Lstm.Directions.BOTH);
        this.mean = TokenStack.dense(parameters, "mean", Activation.LINEAR);
        this.deviation = spec.bottleneck() == Bottleneck.GAUSSIAN && missing.isEmpty()
                ? Optional.of(TokenStack.dense(parameters, ParameterNames.DEVIATION, Activation.LINEAR))
                : Optional.empty();
    }

    /** Where examples may lie: tokens [lines, steps, batch]. */
    Posterior posterior(Tensor tokens) {
        Tensor cells = TokenTensors.oneHot(tokens, spec.alphabets()); // [steps, batch, cells]
        Lstm.State last =
                encoder.forward(cells, encoder.zeroState(cells.size(1))).last();
        long top = 2L * (spec.encoder().layers() - 1);
        Tensor both = torch.cat( // [batch, 2 * units]
                new TensorVector(last.hidden().select(0, top), last.hidden().select(0, top + 1)), 1);
        return new Posterior(mean.forward(both), deviation.map(layer -> torch.softplus(layer.forward(both))));
    }
}
