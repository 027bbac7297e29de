package diabolo.nn;

import diabolo.tensor.TensorScope;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * Memory that is filled anew in every update. It is kept in between: the C library would return blocks of this size to the kernel,
 * which zeroes each page when it is touched again.
 *
 * <p>Owns native memory until closed. Not thread-safe.
 */
final class Buffers implements AutoCloseable {

    private final Map<String, Tensor> named = new HashMap<>(); // [count]

    /** A tensor of any content, valid until the same name is asked for again. */
    Tensor empty(String name, long... shape) {
        long count = LongStream.of(shape).reduce(1, Math::multiplyExact);
        return named.compute(name, (_, kept) -> kept != null && kept.numel() >= count ? kept : larger(kept, count))
                .narrow(0, 0, count)
                .view(shape);
    }

    private static Tensor larger(@Nullable Tensor kept, long count) {
        if (kept != null) {
            kept.close();
        }
        try (TensorScope scope = TensorScope.open()) {
            return scope.handOut(torch.empty(count));
        }
    }

    @Override
    public void close() {
        named.values().forEach(Tensor::close);
        named.clear();
    }
}
