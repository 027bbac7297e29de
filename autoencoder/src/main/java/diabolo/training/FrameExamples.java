package diabolo.training;

import static diabolo.note.Checks.require;

import diabolo.model.ClassifierSpec;
import diabolo.model.DenoiserSpec;
import diabolo.model.DenseAutoencoder;
import diabolo.model.InpainterSpec;
import diabolo.model.ModelSpec;
import diabolo.model.NetworkSpec;
import diabolo.tensor.FrameTensors;
import diabolo.tensor.RandomSource;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.bytedeco.pytorch.Tensor;

/**
 * Frames of cells, with a code each if they are labelled.
 *
 * @param frames [examples][frameSize]
 * @param labels [examples][codeSize], or of sequences their conditions; empty if there are none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record FrameExamples(float[][] frames, float[][] labels) implements Examples {

    @Override
    public int count() {
        return frames.length;
    }

    @Override
    public void requireFitting(NetworkSpec network) {
        for (float[] frame : frames) {
            require(
                    frame.length == network.frameSize(),
                    "a network %s takes examples of size %d, was given one of %d"
                            .formatted(network.shape(), network.frameSize(), frame.length));
        }
        for (float[] label : labels) {
            boolean fits =
                    switch (network) {
                        case ModelSpec model -> label.length == model.codeSize();
                        case DenoiserSpec denoiser -> label.length == denoiser.conditions();
                        case ClassifierSpec _, InpainterSpec _ -> false;
                    };
            require(fits, "a network %s takes no labels of size %d".formatted(network.shape(), label.length));
        }
    }

    @Override
    public Batch batch(int[] order, int from, int to, Excerpts excerpts, Batch.Position position) {
        RandomSource noise = position.chance().derive("noise", position.updates());
        RandomGenerator keys =
                position.chance().derive("transposition", position.updates()).generator();
        return new Batch(
                rows(frames, order, from, to, frame -> excerpts.of(frame, keys)), // [batch, frameSize]
                to - from,
                labels.length == 0
                        ? Optional.empty()
                        : Optional.of(rows(labels, order, from, to, label -> label)), // [batch, codeSize]
                position,
                noise,
                noise);
    }

    private static Tensor rows(float[][] all, int[] order, int from, int to, UnaryOperator<float[]> change) {
        return FrameTensors.of(Arrays.stream(order, from, to)
                .mapToObj(example -> change.apply(all[example]))
                .toArray(float[][]::new));
    }

    @Override
    public Examples statesOf(DenseAutoencoder layer) {
        return Examples.of(layer.encode(frames));
    }

    @Override
    public void addTo(MessageDigest digest) {
        for (float[][] numbers : new float[][][] {frames, labels}) {
            for (float[] row : numbers) {
                ByteBuffer bytes = ByteBuffer.allocate(row.length * Float.BYTES);
                bytes.asFloatBuffer().put(row);
                digest.update(bytes);
            }
        }
    }
}
