package diabolo.model.diffusion;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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

    /** Of what size the codes are. */
    public List<Integer> codeSizes() {
        return Stream.of(tunes.map(SequencePrior::scale), faders.map(Faders::scale), grooves.map(GroovePrior::scale))
                .flatMap(Optional::stream)
                .map(scale -> scale.means().length)
                .toList();
    }
}
