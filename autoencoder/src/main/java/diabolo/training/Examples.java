package diabolo.training;

import static diabolo.note.Checks.require;

import diabolo.model.DenseAutoencoder;
import diabolo.model.ModelSpec;
import diabolo.tensor.RandomSource;
import java.security.MessageDigest;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What is learned from.
 *
 * <pre>{@code
 * Examples.of(frames);            // [examples][frameSize]
 * Examples.ofTokens(windows);     // [lines][steps] each
 * Examples.labelled(codes, frames);
 * }</pre>
 *
 * <p>Arrays are not copied: whoever hands them over leaves them alone.
 */
public sealed interface Examples permits FrameExamples, TokenExamples {

    /** Frames as dense networks take them: [examples][frameSize]. */
    static Examples of(float[][] frames) {
        return new FrameExamples(frames, new float[0][]);
    }

    /** Windows as recurrent networks take them: [lines][steps] each. */
    static Examples ofTokens(List<int[][]> windows) {
        return new TokenExamples(windows);
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
