package diabolo.model;

import diabolo.nn.Activation;
import diabolo.nn.DenseLayer;
import diabolo.nn.Lstm;
import diabolo.nn.LstmInput;
import diabolo.nn.Parameters;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The conductor of a hierarchical decoder: an LSTM without input that turns the code into a condition for each segment (Roberts et
 * al. 2018, section 3.2).
 */
final class Conductor {

    private final RecurrentSpec.Hierarchical spec;
    private final DenseLayer initial;
    private final Lstm lstm;

    Conductor(Parameters parameters, RecurrentSpec.Hierarchical spec) {
        this.spec = spec;
        this.initial = TokenDecoder.dense(parameters, "conductor.initial", Activation.TANH);
        this.lstm = Lstm.of(parameters, "conductor", spec.conductor(), Lstm.Directions.FORWARD);
    }

    /** [batch, codeSize] to [segments, batch, units], for the segments of these steps. */
    Tensor conditions(Tensor codes, long steps) {
        Tensor input = torch.zeros(steps / spec.segmentSteps(), codes.size(0), 1);
        return lstm.states(new LstmInput.Frames(input), TokenDecoder.state(initial, spec.conductor(), codes));
    }
}
