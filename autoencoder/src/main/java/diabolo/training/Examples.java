package diabolo.training;

import diabolo.tensor.FrameTensors;
import diabolo.tensor.RandomSource;
import diabolo.tensor.TensorScope;
import org.bytedeco.pytorch.Tensor;

/**
 * What is learned from, in native memory, given out in shuffled batches.
 *
 * <p>Owns native memory until closed.
 */
final class Examples implements AutoCloseable {

    private final Tensor frames; // [examples, frameSize]

    private Examples(Tensor frames) {
        this.frames = frames;
    }

    static Examples of(float[][] frames) {
        try (TensorScope scope = TensorScope.open()) {
            return new Examples(scope.handOut(FrameTensors.of(frames)));
        }
    }

    int count() {
        return Math.toIntExact(frames.size(0));
    }

    int batches(int batchSize) {
        return (count() + batchSize - 1) / batchSize;
    }

    /** The order of an epoch. */
    int[] order(RandomSource random) {
        return random.permutation(count());
    }

    /** The examples of one batch: [batch, frameSize]; belongs to the open scope. */
    Tensor batch(int[] order, int number, int batchSize) {
        int from = number * batchSize;
        int to = Math.min(count(), from + batchSize);
        return frames.index_select(0, FrameTensors.indices(order, from, to)); // [batch, frameSize]
    }

    @Override
    public void close() {
        frames.close();
    }
}
