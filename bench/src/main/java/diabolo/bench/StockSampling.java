package diabolo.bench;

import diabolo.model.RecurrentSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.LSTMImpl;
import org.bytedeco.pytorch.LSTMOptions;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Samples what {@link Sampling} prepared by libtorch as it comes: in a loop of its cells, or of its LSTM module.
 *
 * <p>Arguments: {@code FOLDER cells|module}.
 */
public final class StockSampling {

    private static final long TOKENS = 90;
    private static final long UNITS = 256;
    private static final long LAYERS = 2;

    private final Path folder;
    private final RecurrentSpec spec = MusicVaeCase.named("two-bars").spec();
    private final Tensor initialWeight;
    private final Tensor initialBias;
    private final Tensor outputWeight;
    private final Tensor outputBias;
    private final Stepper stepper;

    /** One step of all layers: the output [batch, units] and the state, hidden and cell [layers, batch, units]. */
    private interface Stepper {
        Stepped step(Tensor input, Tensor hidden, Tensor cell);
    }

    private record Stepped(Tensor output, Tensor hidden, Tensor cell) {}

    private StockSampling(Path folder, String kind) throws IOException {
        this.folder = folder;
        this.initialWeight = read("decoder.0.initial.weight", 2 * LAYERS * UNITS, spec.codeSize());
        this.initialBias = read("decoder.0.initial.bias", 2 * LAYERS * UNITS);
        this.outputWeight = read("decoder.0.output.weight", TOKENS, UNITS);
        this.outputBias = read("decoder.0.output.bias", TOKENS);
        this.stepper = switch (kind) {
            case "cells" -> cells();
            case "module" -> module();
            default -> throw new IllegalArgumentException("cells or module, was " + kind);
        };
    }

    public static void main(String[] arguments) throws Exception {
        torch.set_num_threads(Runtime.getRuntime().availableProcessors());
        torch.manual_seed(4);
        StockSampling sampling = new StockSampling(Path.of(arguments[0]), arguments[1]);
        Tensor codes = sampling.read("codes", 1024, sampling.spec.codeSize());
        Measurement.warmUp(() -> sampling.numbers(codes.narrow(0, 0, Sampling.CHECKED), false));
        for (int size : Sampling.SIZES) {
            Tensor some = codes.narrow(0, 0, size);
            List<Double> check = size == Sampling.CHECKED ? sampling.numbers(some, true) : List.of();
            System.out.println(Measurement.of(size, check, () -> sampling.numbers(some, false))
                    .line());
        }
    }

    /** The tokens of one melody after the other, as numbers that Java can use. */
    private List<Double> numbers(Tensor codes, boolean likeliest) {
        try (PointerScope _ = new PointerScope();
                NoGradGuard _ = new NoGradGuard()) {
            Tensor tokens = decode(codes, likeliest); // [batch, steps]
            long[] values = new long[Math.toIntExact(tokens.numel())];
            new LongPointer(tokens.data_ptr_long()).get(values);
            return Arrays.stream(values).asDoubleStream().boxed().toList();
        }
    }

    private Tensor decode(Tensor codes, boolean likeliest) {
        long batch = codes.size(0);
        Tensor state = torch.tanh(torch.linear(codes, initialWeight, new TensorOptional(initialBias)))
                .view(batch, LAYERS, 2, UNITS)
                .permute(2, 1, 0, 3)
                .contiguous(); // [2, layers, batch, units]
        Tensor hidden = state.select(0, 0);
        Tensor cell = state.select(0, 1);
        Tensor previous = torch.zeros(batch, TOKENS);
        TensorVector tokens = new TensorVector();
        for (int step = 0; step < spec.steps(); step++) {
            Stepped stepped = stepper.step(torch.cat(new TensorVector(previous, codes), 1), hidden, cell);
            hidden = stepped.hidden();
            cell = stepped.cell();
            Tensor logits = torch.linear(stepped.output(), outputWeight, new TensorOptional(outputBias));
            Tensor token = likeliest
                    ? logits.argmax(new LongOptional(1), true)
                    : torch.multinomial(torch.softmax(logits, 1), 1); // [batch, 1]
            tokens.push_back(token);
            previous = torch.one_hot(token.squeeze(1), TOKENS).to(torch.ScalarType.Float);
        }
        return torch.cat(tokens, 1).contiguous();
    }

    private Stepper cells() throws IOException {
        List<Tensor> inputs = new ArrayList<>();
        List<Tensor> recurrent = new ArrayList<>();
        List<TensorOptional> biases = new ArrayList<>();
        for (int layer = 0; layer < LAYERS; layer++) {
            long in = layer == 0 ? TOKENS + spec.codeSize() : UNITS;
            inputs.add(read("decoder.0." + layer + ".forward.input", 4 * UNITS, in));
            recurrent.add(read("decoder.0." + layer + ".forward.recurrent", 4 * UNITS, UNITS));
            biases.add(new TensorOptional(read("decoder.0." + layer + ".forward.bias", 4 * UNITS)));
        }
        TensorOptional zeros = new TensorOptional(torch.zeros(4 * UNITS));
        return (input, hidden, cell) -> {
            TensorVector hiddens = new TensorVector();
            TensorVector cells = new TensorVector();
            Tensor below = input;
            for (int layer = 0; layer < LAYERS; layer++) {
                TensorVector state = new TensorVector(hidden.select(0, layer), cell.select(0, layer));
                T_TensorTensor_T next = torch.lstm_cell(
                        below, state, inputs.get(layer), recurrent.get(layer), biases.get(layer), zeros);
                below = next.get0();
                hiddens.push_back(below);
                cells.push_back(next.get1());
            }
            return new Stepped(below, torch.stack(hiddens, 0), torch.stack(cells, 0));
        };
    }

    private Stepper module() throws IOException {
        LSTMOptions options = new LSTMOptions(TOKENS + spec.codeSize(), UNITS);
        options.num_layers().put(LAYERS);
        LSTMImpl lstm = new LSTMImpl(options);
        try (NoGradGuard _ = new NoGradGuard()) {
            for (int layer = 0; layer < LAYERS; layer++) {
                String prefix = "decoder.0." + layer + ".forward.";
                set(lstm, "weight_ih_l" + layer, prefix + "input");
                set(lstm, "weight_hh_l" + layer, prefix + "recurrent");
                set(lstm, "bias_ih_l" + layer, prefix + "bias");
                lstm.named_parameters().get("bias_hh_l" + layer).zero_();
            }
        }
        return (input, hidden, cell) -> {
            var next = lstm.forward(input.unsqueeze(0), new T_TensorTensor_T(hidden, cell));
            T_TensorTensor_T state = next.get1();
            return new Stepped(next.get0().squeeze(0), state.get0(), state.get1());
        };
    }

    private void set(LSTMImpl lstm, String parameter, String name) throws IOException {
        Tensor tensor = lstm.named_parameters().get(parameter);
        float[] values = Floats.read(folder.resolve(name + ".f32"));
        new FloatPointer(tensor.data_ptr_float()).put(values, 0, values.length);
    }

    private Tensor read(String name, long... shape) throws IOException {
        float[] values = Floats.read(folder.resolve(name + ".f32"));
        Tensor tensor = torch.empty(shape);
        new FloatPointer(tensor.data_ptr_float()).put(values, 0, values.length);
        return tensor;
    }
}
