package diabolo.training;

import static diabolo.note.Checks.require;

import diabolo.model.DenseAutoencoder;
import diabolo.model.NetworkSpec;
import diabolo.representation.Cells;
import diabolo.representation.Frames;
import diabolo.representation.Tokens;
import diabolo.tensor.RandomSource;
import java.security.MessageDigest;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The examples of a training.
 *
 * <pre>{@code
 * Examples.of(windows);            // of cells or of tokens
 * Examples.labelled(codes, frames); // each with a code
 * }</pre>
 *
 * <p>Arrays are not copied and must not be changed.
 */
public sealed interface Examples permits FrameExamples, ClassifiedExamples, TokenExamples {

    /** Cells as plain arrays: [examples][frameSize]. */
    static Examples of(float[][] frames) {
        return new FrameExamples(frames, new float[0][]);
    }

    /**
     * Windows: cells for dense networks, tokens for recurrent ones.
     *
     * @throws IllegalArgumentException if they are not all of one kind
     */
    static Examples of(List<? extends Frames> frames) {
        List<Cells> cells = ofKind(Cells.class, frames);
        List<Tokens> tokens = ofKind(Tokens.class, frames);
        require(
                cells.isEmpty() || tokens.isEmpty(),
                "examples must be all of cells or all of tokens, were %d and %d"
                        .formatted(cells.size(), tokens.size()));
        return tokens.isEmpty()
                ? of(cells.stream().map(Cells::values).toArray(float[][]::new))
                : new TokenExamples(tokens);
    }

    private static <F extends Frames> List<F> ofKind(Class<F> kind, List<? extends Frames> frames) {
        return frames.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /**
     * Frames with a code each, to train a decoder without an encoder, the baseline of Sun (2015) for DeepHear; or sequences with their
     * conditions, for a denoiser.
     *
     * @param labels [examples][codeSize], or [examples][conditions]
     * @param frames [examples][frameSize]
     */
    static Examples labelled(float[][] labels, float[][] frames) {
        require(
                labels.length == frames.length,
                "every example needs a label: %d labels, %d examples".formatted(labels.length, frames.length));
        return new FrameExamples(frames, labels);
    }

    /**
     * Frames with a class each, for a classifier.
     *
     * @param frames [examples][frameSize]
     * @param classes one for each, from 0
     */
    static Examples classified(float[][] frames, int[] classes) {
        require(
                classes.length == frames.length,
                "every example needs a class: %d classes, %d examples".formatted(classes.length, frames.length));
        return new ClassifiedExamples(new FrameExamples(frames, new float[0][]), classes);
    }

    /** Labels of random bits: [count][bits]. */
    static float[][] randomBits(int count, int bits, RandomSource random) {
        RandomGenerator generator = random.generator();
        float[][] labels = new float[count][bits];
        for (float[] label : labels) {
            for (int bit = 0; bit < bits; bit++) {
                label[bit] = generator.nextInt(2);
            }
        }
        return labels;
    }

    int count();

    /**
     * Requires examples that fit a network.
     *
     * @throws IllegalArgumentException if one is of another shape
     */
    void requireFitting(NetworkSpec network);

    /** The examples at the indices {@code order[from]} to {@code order[to - 1]}; they belong to the open scope. */
    Batch batch(int[] order, int from, int to, Excerpts excerpts, Batch.Position position);

    /** The examples as layers are pre-trained on them: without classes. */
    default Examples withoutClasses() {
        return this;
    }

    /**
     * The examples encoded by a layer: the examples of the next layer.
     *
     * @throws IllegalArgumentException if they are no frames
     */
    Examples statesOf(DenseAutoencoder layer);

    /** Adds all values to a digest. */
    void addTo(MessageDigest digest);
}
