package diabolo.model.diffusion;

import static diabolo.note.Checks.require;

import diabolo.model.ModelDescription;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that a model's folder may know of the codes of its network.
 *
 * <pre>{@code
 * KnownCodes known = KnownCodes.in(Path.of("models/drums-2bar"));
 * known.grooves().isPresent(); // true
 * }</pre>
 *
 * @param tunes which codes follow each other in whole tunes
 * @param faders which have music of asked values
 * @param grooves which are grooves of a style
 */
public record KnownCodes(Optional<SequencePrior> tunes, Optional<Faders> faders, Optional<GroovePrior> grooves) {

    public static final KnownCodes NOTHING = new KnownCodes(Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * That in a model's folder.
     *
     * @throws IOException if a file cannot be understood; the message names it and the remedy
     */
    public static KnownCodes in(Path folder) throws IOException {
        return new KnownCodes(SequencePrior.in(folder), Faders.in(folder), GroovePrior.in(folder));
    }

    /**
     * Requires that all is of a model's codes.
     *
     * @throws IllegalArgumentException if some is of codes of another size
     */
    public void requireOf(ModelDescription model) {
        int codeSize = model.spec().codeSize();
        Stream.of(tunes.map(SequencePrior::scale), faders.map(Faders::scale), grooves.map(GroovePrior::scale))
                .flatMap(Optional::stream)
                .map(scale -> scale.means().length)
                .forEach(size -> require(
                        size == codeSize,
                        "what is known of codes is of codes of %d numbers, and %s has codes of %d; take the model's folder again as a whole"
                                .formatted(size, model.name(), codeSize)));
    }
}
