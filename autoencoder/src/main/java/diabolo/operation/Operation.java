package diabolo.operation;

import diabolo.latent.ImageSpace;
import diabolo.latent.LatentSpace;
import java.util.function.DoubleConsumer;

/**
 * A musical operation on a trained model, as data: which operation, on which music, with which settings.
 *
 * <pre>{@code
 * Operation operation = new Interpolate(Source.of(blues), Source.of(waltz), 9, Interpolation.SPHERICAL);
 * Outcome outcome = operation.on(space);
 * String json = OperationJson.write(operation); // a job queue or a file carries it
 * }</pre>
 *
 * <p>Operations are immutable and deterministic: all randomness comes from their seed, so on the same model one gives the same
 * recipes. Settings out of range are refused by the constructor, with a {@link diabolo.note.OutOfRangeException}; what does not fit
 * the model, by {@link #on}.
 */
public sealed interface Operation
        permits Generate,
                SetAttributes,
                Combine,
                Reconstruct,
                Average,
                Interpolate,
                Blend,
                Grid,
                PathThrough,
                Translate,
                Vary,
                Walk,
                MoveAlong,
                Refine,
                Continue,
                Fill,
                Constrain,
                Harmonize,
                Decode {

    /**
     * Runs it on a model of music.
     *
     * @param progress is called with the share done, 0 to 1, by operations that search
     * @throws IllegalArgumentException if the music or the settings do not fit the model, such as music in another meter or pitch
     *     range; the message is a sentence
     */
    Outcome on(LatentSpace space, DoubleConsumer progress);

    /** Runs it without progress. */
    default Outcome on(LatentSpace space) {
        return on(space, _ -> {});
    }

    /**
     * Runs it on a model of images, if it works on codes alone: then its sources are pictures, and each code of a recipe is an
     * image.
     *
     * @throws IllegalArgumentException if it needs music, or the pictures do not fit the model
     */
    default Outcome on(ImageSpace space) {
        return new ImageOperations(space).outcome(this);
    }
}
