package diabolo.operation;

import diabolo.latent.ImageSpace;
import diabolo.latent.LatentSpace;
import java.util.function.DoubleConsumer;

/**
 * What a musician does with a trained model, as data: what is done, with which music, with which settings.
 *
 * <pre>{@code
 * Operation operation = new Interpolate(Source.of(blues), Source.of(waltz), 9, Interpolation.SPHERICAL);
 * Outcome outcome = operation.on(space);
 * String json = OperationJson.write(operation); // a job queue or a file carries it
 * }</pre>
 *
 * <p>Operations are immutable, and all their chance comes from a seed in them: done again on the same model, one makes the same
 * recipes. Settings out of their range are refused when an operation is made, with a {@link diabolo.note.OutOfRangeException}; what
 * does not go together with the model, when it is done.
 */
public sealed interface Operation
        permits Generate,
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
                Constrain,
                Harmonize,
                Decode {

    /**
     * Does it.
     *
     * @param progress hears of the share done, 0 to 1, of operations that search
     * @throws IllegalArgumentException if the music or the settings do not go together with the model, such as music in a meter or
     *     in pitches that it does not know; the message says so in a sentence
     */
    Outcome on(LatentSpace space, DoubleConsumer progress);

    /** Does it without telling how far it is. */
    default Outcome on(LatentSpace space) {
        return on(space, _ -> {});
    }

    /**
     * Does it with a model of images, where it is one on codes alone: then its sources are pictures, and each code of a recipe is an
     * image.
     *
     * @throws IllegalArgumentException if it is one on music, or the pictures do not go together with the model
     */
    default Outcome on(ImageSpace space) {
        return new ImageOperations(space).outcome(this);
    }
}
