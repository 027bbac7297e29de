package diabolo.nn;

import java.util.function.Supplier;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * In what numbers a training multiplies its matrices; weights, gradients and the optimizer stay in float32 either way.
 *
 * <pre>{@code
 * Tensor sums = Products.BFLOAT16.during(() -> network.decoderSums(network.encodeTensors(frames))); // float32
 * }</pre>
 */
public enum Products {
    /** As exact as the weights. */
    FLOAT32,
    /**
     * States and factors rounded to 8 binary digits (libtorch's autocast, Micikevicius et al. 2018): a fifth to a fourth of the
     * time less where the processor has AVX512_BF16 or AMX, no gain elsewhere. The same seed gives other weights than in float32.
     */
    BFLOAT16;

    /** Runs a forward pass so, and gives what it gave in float32; afterwards this thread multiplies as before. */
    public Tensor during(Supplier<Tensor> forward) {
        return switch (this) {
            case FLOAT32 -> forward.get();
            case BFLOAT16 -> inBfloat16(forward).to(torch.ScalarType.Float);
        };
    }

    private static Tensor inBfloat16(Supplier<Tensor> forward) {
        boolean before = torch.is_autocast_enabled(torch.DeviceType.CPU);
        torch.set_autocast_dtype(torch.DeviceType.CPU, torch.ScalarType.BFloat16);
        torch.set_autocast_cache_enabled(false); // it would keep the weights of the first update for the next
        torch.set_autocast_enabled(torch.DeviceType.CPU, true);
        try {
            return forward.get();
        } finally {
            torch.set_autocast_enabled(torch.DeviceType.CPU, before);
        }
    }
}
