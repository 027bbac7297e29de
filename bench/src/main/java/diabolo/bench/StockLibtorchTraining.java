package diabolo.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;

/**
 * Trains what {@link MusicVaeTraining} prepared by libtorch as it comes: modules, automatic differentiation and its optimizer,
 * through the same JavaCPP, without any setting of Diabolo's.
 *
 * <p>Arguments: {@code FOLDER UPDATES CASE}.
 */
public final class StockLibtorchTraining {

    private StockLibtorchTraining() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        int updates = Integer.parseInt(arguments[1]);
        MusicVaeCase which = MusicVaeCase.named(arguments[2]);
        UpdateClock clock = new UpdateClock(which.batch(), MusicVaeTraining.WARM_UP);
        torch.set_num_threads(Runtime.getRuntime().availableProcessors());
        torch.manual_seed(1);
        try (PointerScope _ = new PointerScope()) {
            StockMusicVae network = new StockMusicVae(which.spec(), folder);
            Tensor tokens = tokens(which, folder);
            Adam adam = new Adam(network.parameters(), new AdamOptions(MusicVaeTraining.LEARNING_RATE));
            for (int update = 0; update < MusicVaeTraining.WARM_UP + updates; update++) {
                try (PointerScope _ = new PointerScope()) {
                    adam.zero_grad();
                    Tensor loss = network.loss(tokens, MusicVaeTraining.BETA);
                    loss.backward();
                    torch.clip_grad_norm_(network.parameters(), 1);
                    adam.step();
                    clock.updated(loss.item_double());
                }
            }
        }
        System.out.println(clock.line());
    }

    /** [steps, batch]. */
    private static Tensor tokens(MusicVaeCase which, Path folder) throws IOException {
        float[] numbers = Floats.read(folder.resolve("tokens.f32")); // [batch][steps]
        long[] tokens = new long[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            tokens[i] = (long) numbers[i];
        }
        Tensor all = torch.empty(
                new long[] {which.batch(), which.spec().steps()},
                new TensorOptions(torch.ScalarType.Long),
                new org.bytedeco.pytorch.MemoryFormatOptional());
        new LongPointer(all.data_ptr_long()).put(tokens, 0, tokens.length);
        return all.t().contiguous();
    }
}
