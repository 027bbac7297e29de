package diabolo.bench;

import diabolo.model.RecurrentSpec;
import diabolo.nn.LstmSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.LSTMImpl;
import org.bytedeco.pytorch.LSTMOptions;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** MusicVAE of modules of libtorch, as its users write it: one line of tokens, and a flat or a hierarchical decoder. */
final class StockMusicVae {

    private final RecurrentSpec spec;
    private final Path weights;
    private final TensorVector parameters = new TensorVector();
    private final List<LSTMImpl> encoder = new ArrayList<>();
    private final LinearImpl mean;
    private final LinearImpl deviation;
    private final Conductor conductor;
    private final LstmSize decoderSize;
    private final LinearImpl initial;
    private final LSTMImpl decoder;
    private final LinearImpl output;

    /** What gives each segment its condition. */
    @FunctionalInterface
    private interface Conductor {
        /** [batch, codeSize] to [segments, batch, conditionSize]. */
        Tensor conditions(Tensor code);
    }

    /** @param weights a folder of files, one for each parameter */
    StockMusicVae(RecurrentSpec spec, Path weights) {
        this.spec = spec;
        this.weights = weights;
        int tokens = spec.cellsPerStep();
        int units = spec.encoder().units();
        for (int level = 0; level <= spec.encoderSegments().size(); level++) {
            boolean isLast = level == spec.encoderSegments().size();
            String name = isLast ? "encoder" : "encoder.segments." + level;
            encoder.add(lstm(name, level == 0 ? tokens : 2 * units, units, 1, true));
        }
        this.mean = linear("mean", 2 * units, spec.codeSize());
        this.deviation = linear("deviation", 2 * units, spec.codeSize());
        int conditionSize = spec.codeSize();
        switch (spec.decoder()) {
            case RecurrentSpec.Flat(LstmSize size) -> {
                this.conductor = code -> code.unsqueeze(0);
                this.decoderSize = size;
            }
            case RecurrentSpec.Hierarchical hierarchical -> {
                int conductorUnits = hierarchical.conductor().units();
                int layers = hierarchical.conductor().layers();
                LinearImpl begin = linear("conductor.initial", spec.codeSize(), 2 * layers * conductorUnits);
                LSTMImpl lstm = lstm("conductor", 1, conductorUnits, layers, false);
                long segments = spec.steps() / hierarchical.segmentSteps();
                this.conductor = code -> lstm.forward(
                                torch.zeros(segments, code.size(0), 1), state(begin, code, layers, conductorUnits))
                        .get0();
                this.decoderSize = hierarchical.size();
                conditionSize = conductorUnits;
            }
        }
        int decoderUnits = decoderSize.units();
        int layers = decoderSize.layers();
        this.initial = linear("decoder.0.initial", conditionSize, 2 * layers * decoderUnits);
        this.decoder = lstm("decoder.0", tokens + conditionSize, decoderUnits, layers, false);
        this.output = linear("decoder.0.output", decoderUnits, tokens);
    }

    TensorVector parameters() {
        return parameters;
    }

    private LSTMImpl lstm(String name, int in, int units, int layers, boolean bothDirections) {
        LSTMOptions options = new LSTMOptions(in, units);
        options.num_layers().put(layers);
        options.bidirectional().put(bothDirections);
        LSTMImpl lstm = new LSTMImpl(options);
        for (int layer = 0; layer < layers; layer++) {
            for (String direction : bothDirections ? List.of("forward", "backward") : List.of("forward")) {
                String prefix = name + "." + layer + "." + direction;
                String suffix = "_l" + layer + (direction.equals("backward") ? "_reverse" : "");
                read(lstm.named_parameters().get("weight_ih" + suffix), prefix + ".input");
                read(lstm.named_parameters().get("weight_hh" + suffix), prefix + ".recurrent");
                read(lstm.named_parameters().get("bias_ih" + suffix), prefix + ".bias");
                lstm.named_parameters().get("bias_hh" + suffix).detach().zero_();
            }
        }
        add(lstm.parameters());
        return lstm;
    }

    private LinearImpl linear(String name, int in, int out) {
        LinearImpl linear = new LinearImpl(in, out);
        read(linear.weight(), name + ".weight");
        read(linear.bias(), name + ".bias");
        add(linear.parameters());
        return linear;
    }

    private void read(Tensor parameter, String name) {
        try {
            float[] values = Floats.read(weights.resolve(name + ".f32"));
            new FloatPointer(parameter.data_ptr_float()).put(values, 0, values.length);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void add(TensorVector some) {
        for (long i = 0; i < some.size(); i++) {
            parameters.push_back(some.get(i));
        }
    }

    /** The loss of tokens [steps, batch]: []. */
    Tensor loss(Tensor tokens, double beta) {
        long batch = tokens.size(1);
        Tensor cells = torch.one_hot(tokens, spec.cellsPerStep()).to(torch.ScalarType.Float); // [steps, batch, tokens]
        Tensor read = read(cells); // [batch, 2 * units]
        Tensor means = mean.forward(read); // [batch, codeSize]
        Tensor deviations = torch.softplus(deviation.forward(read));
        Tensor code = means.add(deviations.mul(torch.randn_like(means)));
        Tensor previous = torch.cat(
                new TensorVector(torch.zeros(1, batch, cells.size(2)), cells.narrow(0, 0, cells.size(0) - 1)), 0);
        Tensor logits = output.forward(states(code, previous)); // [steps, batch, tokens]
        Tensor crossEntropy = torch.cross_entropy_loss(logits.reshape(-1, cells.size(2)), tokens.reshape(-1))
                .mul(new Scalar((double) spec.steps()));
        Tensor divergence = means.square()
                .add(deviations.square())
                .sub(deviations.log(), new Scalar(2.0))
                .sub(new Scalar(1.0))
                .sum(1)
                .mean()
                .mul(new Scalar(0.5));
        return crossEntropy.add(divergence, new Scalar(beta));
    }

    private Tensor read(Tensor cells) {
        Tensor frames = cells;
        for (int level = 0; level < encoder.size(); level++) {
            long batch = cells.size(1);
            long segments = level < spec.encoderSegments().size()
                    ? frames.size(0) / spec.encoderSegments().get(level)
                    : 1;
            Tensor last =
                    encoder.get(level).forward(apart(frames, segments)).get1().get0(); // [2, segments * batch, units]
            frames = torch.cat(new TensorVector(last.select(0, 0), last.select(0, 1)), 1)
                    .reshape(segments, batch, 2L * spec.encoder().units());
        }
        return frames.select(0, 0);
    }

    private Tensor states(Tensor code, Tensor previous) {
        Tensor conditions = conductor.conditions(code); // [segments, batch, conditionSize]
        long segments = conditions.size(0);
        long batch = conditions.size(1);
        Tensor flat = conditions.reshape(segments * batch, conditions.size(2));
        Tensor apart = apart(previous, segments); // [steps, segments * batch, tokens]
        long steps = apart.size(0);
        Tensor input = torch.cat(new TensorVector(apart, flat.expand(steps, flat.size(0), flat.size(1))), 2);
        int units = decoderSize.units();
        Tensor states = decoder.forward(input, state(initial, flat, decoderSize.layers(), units))
                .get0();
        return states.reshape(steps, segments, batch, units).transpose(0, 1).reshape(segments * steps, batch, units);
    }

    private static Tensor apart(Tensor frames, long segments) {
        long steps = frames.size(0) / segments;
        return frames.reshape(segments, steps, frames.size(1), frames.size(2))
                .transpose(0, 1)
                .reshape(steps, segments * frames.size(1), frames.size(2));
    }

    private static T_TensorTensor_T state(LinearImpl initial, Tensor condition, int layers, int units) {
        Tensor all = torch.tanh(initial.forward(condition))
                .view(condition.size(0), layers, 2, units)
                .permute(2, 1, 0, 3) // [2, layers, batch, units]
                .contiguous();
        return new T_TensorTensor_T(all.select(0, 0), all.select(0, 1));
    }
}
