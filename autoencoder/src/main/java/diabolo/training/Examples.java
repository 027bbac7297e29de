package diabolo.training;

import static diabolo.note.Checks.require;

import diabolo.model.DenseAutoencoder;
import diabolo.model.ModelSpec;
import diabolo.representation.Cells;
import diabolo.representation.Frames;
import diabolo.representation.Tokens;
import diabolo.tensor.RandomSource;
import java.security.MessageDigest;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What is learned from.
 *
 * <pre>{@code
 * Examples.of(windows);            // of cells or of tokens
 * Examples.labelled(codes, frames); // each with a code
 * }</pre>
 *
 * <p>Arrays are not copied: whoever hands them over leaves them alone.
 */
public sealed interface Examples permits FrameExamples, TokenExamples {

    /** Cells as plain arrays: [examples][frameSize]. */
    static Examples of(float[][] frames) {
        return new FrameExamples(frames, new float[0][]);
    }

    /**
     * Windows as networks take them: cells for dense ones, tokens for recurrent ones.
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
     * Frames with a code each, from which a decoder is to learn them: half an autoencoder, without an encoder to say which of them
     * are alike, as Sun (2015) compared DeepHear with.
     *
     * @param labels [examples][codeSize]
     * @param frames [examples][frameSize]
     */
    static Examples labelled(float[][] labels, float[][] frames) {
        require(
                labels.length == frames.length,
                "every example needs a label: %d labels, %d examples".formatted(labels.length, frames.length));
        return new FrameExamples(frames, labels);
    }

    /** Labels whose numbers are 0 or 1 with equal chance: [count][bits]. */
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
     * Requires examples that a network can take.
     *
     * @throws IllegalArgumentException if one is of another shape
     */
    void requireFitting(ModelSpec model);

    /** The examples that an order has from one place up to another; they belong to the open scope. */
    Batch batch(int[] order, int from, int to, Excerpts excerpts, Batch.Position position);

    /**
     * What layers of a network make of the examples: the examples of the next layer.
     *
     * @throws IllegalArgumentException if they are no frames
     */
    Examples statesOf(DenseAutoencoder layer);

    /** Adds every number to a digest. */
    void addTo(MessageDigest digest);
}
