package diabolo.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import diabolo.model.RecurrentSpec;

/** MusicVAE's two bars: one line of tokens, an encoder of one level and a flat decoder. */
final class DjlMusicVae {

    private static final int DECODER_LAYERS = 2;
    private static final int DECODER_UNITS = 256;

    private final MusicVaeCase which = MusicVaeCase.named("two-bars");
    private final RecurrentSpec spec = which.spec();
    private final int tokenCount = spec.cellsPerStep();
    private final DjlParameters parameters;
    private final NDArray tokens; // [steps, batch]
    private final NDList encoder = new NDList();
    private final NDList decoder = new NDList();
    private final NDList mean;
    private final NDList deviation;
    private final NDList initial;
    private final NDList output;

    DjlMusicVae(DjlParameters parameters) {
        this.parameters = parameters;
        this.tokens = parameters
                .read("tokens", which.batch(), spec.steps())
                .transpose()
                .toType(DataType.INT64, true);
        int units = spec.encoder().units();
        addLstm(encoder, "encoder.0.forward", tokenCount, units);
        addLstm(encoder, "encoder.0.backward", tokenCount, units);
        for (int layer = 0; layer < DECODER_LAYERS; layer++) {
            int in = layer == 0 ? tokenCount + spec.codeSize() : DECODER_UNITS;
            addLstm(decoder, "decoder.0." + layer + ".forward", in, DECODER_UNITS);
        }
        this.mean = dense("mean", 2 * units, spec.codeSize());
        this.deviation = dense("deviation", 2 * units, spec.codeSize());
        this.initial = dense("decoder.0.initial", spec.codeSize(), 2 * DECODER_LAYERS * DECODER_UNITS);
        this.output = dense("decoder.0.output", DECODER_UNITS, tokenCount);
    }

    private void addLstm(NDList lstm, String name, int in, int units) {
        lstm.add(parameters.parameter(name + ".input", 4L * units, in));
        lstm.add(parameters.parameter(name + ".recurrent", 4L * units, units));
        lstm.add(parameters.parameter(name + ".bias", 4L * units));
        lstm.add(parameters.zeros(name + ".second-bias", 4L * units));
    }

    private NDList dense(String name, int in, int out) {
        return new NDList(parameters.parameter(name + ".weight", out, in), parameters.parameter(name + ".bias", out));
    }

    NDArray loss() {
        long batch = which.batch();
        int units = spec.encoder().units();
        NDArray cells = tokens.oneHot(tokenCount, DataType.FLOAT32); // [steps, batch, tokens]
        NDArray zeros = cells.getManager().zeros(new Shape(2, batch, units));
        NDArray last = lstm(cells, new NDList(zeros, zeros), encoder, 1, true).get(1); // [2, batch, units]
        NDArray both = last.get(0).concat(last.get(1), 1); // [batch, 2 * units]
        NDArray means = linear(both, mean); // [batch, codeSize]
        NDArray deviations = linear(both, deviation).getNDArrayInternal().softPlus();
        NDArray noise = cells.getManager().randomNormal(means.getShape());
        NDArray code = means.add(deviations.mul(noise));
        NDArray state = linear(code, initial)
                .tanh()
                .reshape(batch, DECODER_LAYERS, 2, DECODER_UNITS)
                .transpose(2, 1, 0, 3); // [2, layers, batch, units]
        NDArray first = cells.getManager().zeros(new Shape(1, batch, tokenCount));
        NDArray previous = first.concat(cells.get("0:" + (spec.steps() - 1)), 0);
        NDArray condition = code.expandDims(0).broadcast(spec.steps(), batch, spec.codeSize());
        NDList begin = new NDList(state.get(0), state.get(1));
        NDArray states = lstm(previous.concat(condition, 2), begin, decoder, DECODER_LAYERS, false)
                .get(0); // [steps, batch, units]
        NDArray chances = linear(states, output).logSoftmax(2);
        NDArray crossEntropy = chances.mul(cells).sum().neg().div(batch);
        NDArray divergence = NDArrays.add(means.square(), deviations.square())
                .sub(deviations.log().mul(2))
                .sub(1)
                .sum()
                .mul(0.5f / batch);
        return crossEntropy.add(divergence.mul((float) MusicVaeTraining.BETA));
    }

    private static NDList lstm(NDArray input, NDList state, NDList weights, int layers, boolean bothDirections) {
        return input.getNDArrayInternal().lstm(input, state, weights, true, layers, 0, true, bothDirections, false);
    }

    private static NDArray linear(NDArray input, NDList layer) {
        return Linear.linear(input, layer.get(0), layer.get(1)).singletonOrThrow();
    }
}
