package diabolo.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Trains DeepHear's network as {@link DenseTraining} prepared it by libtorch as it comes, like {@link StockLibtorchTraining}.
 *
 * <p>Arguments: {@code FOLDER UPDATES}.
 */
public final class StockDenseTraining {

    private static final long SUM = 2; // at::Reduction::Sum
    private static final double LEARNING_RATE = 1e-3;

    private final Path folder;
    private final List<LinearImpl> encoder = new ArrayList<>();
    private final List<Tensor> decoderBiases = new ArrayList<>(); // the decoder's weights are the encoder's, transposed
    private final TensorVector parameters = new TensorVector();

    private StockDenseTraining(Path folder, List<Integer> sizes) throws IOException {
        this.folder = folder;
        for (int layer = 0; layer < sizes.size() - 1; layer++) {
            LinearImpl linear = new LinearImpl(sizes.get(layer), sizes.get(layer + 1));
            read(linear.weight(), "encoder." + layer + ".weight");
            read(linear.bias(), "encoder." + layer + ".bias");
            encoder.add(linear);
            parameters.push_back(linear.weight());
            parameters.push_back(linear.bias());
        }
        for (int layer = 0; layer < encoder.size(); layer++) {
            Tensor bias = torch.empty(sizes.get(layer));
            read(bias, "decoder." + layer + ".bias");
            decoderBiases.add(bias.set_requires_grad(true));
            parameters.push_back(bias);
        }
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        int updates = Integer.parseInt(arguments[1]);
        torch.set_num_threads(Runtime.getRuntime().availableProcessors());
        try (PointerScope _ = new PointerScope()) {
            List<Integer> sizes = DenseCase.DEEPHEAR.spec().sizes();
            System.out.println(new StockDenseTraining(folder, sizes).train(updates, sizes.getFirst()));
        }
    }

    private String train(int updates, long frameSize) throws IOException {
        Tensor frames = torch.empty(DenseCase.BATCH, frameSize);
        read(frames, "frames");
        Adam adam = new Adam(parameters, new AdamOptions(LEARNING_RATE));
        UpdateClock clock = new UpdateClock(DenseCase.BATCH, DenseCase.WARM_UP);
        for (int update = 0; update < DenseCase.WARM_UP + updates; update++) {
            try (PointerScope _ = new PointerScope()) {
                adam.zero_grad();
                Tensor loss = loss(frames);
                loss.backward();
                adam.step();
                clock.updated(loss.item_double());
            }
        }
        return clock.line();
    }

    private Tensor loss(Tensor frames) {
        Tensor states = frames; // [batch, size of the layer]
        for (LinearImpl layer : encoder) {
            states = torch.sigmoid(layer.forward(states));
        }
        for (int layer = encoder.size() - 1; layer >= 0; layer--) {
            Tensor weight = encoder.get(layer).weight().t();
            states = torch.linear(states, weight, new TensorOptional(decoderBiases.get(layer)));
            states = layer > 0 ? torch.sigmoid(states) : states;
        }
        return torch.binary_cross_entropy_with_logits(states, frames, new TensorOptional(), new TensorOptional(), SUM)
                .div(new Scalar((double) DenseCase.BATCH));
    }

    private void read(Tensor tensor, String name) throws IOException {
        float[] values = Floats.read(folder.resolve(name + ".f32"));
        new FloatPointer(tensor.data_ptr_float()).put(values, 0, values.length);
    }
}
