package diabolo.training;

import static diabolo.note.Checks.require;

import diabolo.model.ClassifierSpec;
import diabolo.model.DenseAutoencoder;
import diabolo.model.NetworkSpec;
import diabolo.tensor.FrameTensors;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Frames of cells, with a class each. Layers are pre-trained on the frames alone.
 *
 * @param classes one for each example
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ClassifiedExamples(FrameExamples frames, int[] classes) implements Examples {

    @Override
    public int count() {
        return classes.length;
    }

    @Override
    public void requireFitting(NetworkSpec network) {
        frames.requireFitting(network);
        if (network instanceof ClassifierSpec classifier) {
            for (int each : classes) {
                require(
                        each >= 0 && each < classifier.classes(),
                        "a network %s has the classes 0 to %d, was given %d"
                                .formatted(classifier.shape(), classifier.classes() - 1, each));
            }
        }
    }

    @Override
    public Batch batch(int[] order, int from, int to, Excerpts excerpts, Batch.Position position) {
        int[] some = IntStream.range(from, to).map(i -> classes[order[i]]).toArray();
        return frames.batch(order, from, to, excerpts, position)
                .with(Optional.of(FrameTensors.indices(some, 0, some.length))); // [batch]
    }

    @Override
    public Examples withoutClasses() {
        return frames;
    }

    @Override
    public Examples statesOf(DenseAutoencoder layer) {
        return frames.statesOf(layer);
    }

    @Override
    public void addTo(MessageDigest digest) {
        frames.addTo(digest);
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * classes.length);
        bytes.asIntBuffer().put(classes);
        digest.update(bytes);
    }
}
