package diabolo.operation;

import static diabolo.note.Checks.require;
import static java.util.Objects.requireNonNull;

import diabolo.image.GreyImage;
import diabolo.latent.PieceHeader;
import diabolo.model.ModelDescription;
import diabolo.model.ModelFolder;
import diabolo.note.NoteSequence;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The input of an operation: music, a picture, or codes, for which no encoder is needed.
 *
 * <pre>{@code
 * Source blues = Source.of(MidiReader.read(Path.of("blues.mid")));
 * Source passage = new Source.Music("waltz.mid", waltz, Selection.of(Bars.parse("5-8")));
 * }</pre>
 *
 * <p>Immutable.
 */
public sealed interface Source {

    /** Used in messages and in the names of derived pieces. */
    String name();

    /** A whole piece, named by its title. */
    static Music of(NoteSequence piece) {
        return new Music(piece.title().isBlank() ? "piece" : piece.title(), piece, Selection.ALL);
    }

    /**
     * A piece, or some bars of it.
     *
     * @param name such as that of its file
     * @param piece in free time, whole
     */
    record Music(String name, NoteSequence piece, Selection selection) implements Source {
        public Music {
            requireNonNull(name, "name");
            requireNonNull(piece, "piece");
            requireNonNull(selection, "selection");
        }

        /** The bars that are taken; empty for all. */
        Optional<Bars> bars() {
            return selection.bars();
        }

        /** The whole piece, with the bar lines that are wanted. */
        NoteSequence barred() {
            return selection.barLines().map(lines -> lines.over(piece)).orElse(piece);
        }
    }

    /**
     * A picture, for a model of images.
     *
     * @param name such as that of its file
     */
    record Picture(String name, GreyImage image) implements Source {
        public Picture {
            requireNonNull(name, "name");
            requireNonNull(image, "image");
        }

        /** To be thrown where a model is not of images. */
        IllegalArgumentException notFor(ModelDescription model) {
            return new IllegalArgumentException("%s is a picture, and %s is a model of %s; choose one of images"
                    .formatted(name, model.name(), model.format().title()));
        }
    }

    /**
     * The codes of a piece.
     *
     * @param codes [windows][codeSize], one or more
     * @param header under which its music is written
     * @param modelHash of the model that encoded them, if known: another model is refused
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by value, see below
    record Codes(String name, float[][] codes, PieceHeader header, Optional<String> modelHash) implements Source {
        public Codes {
            requireNonNull(name, "name");
            requireNonNull(header, "header");
            requireNonNull(modelHash, "modelHash");
            require(codes.length > 0, "%s holds no code; name at least one".formatted(name));
            codes = Stream.of(codes).map(float[]::clone).toArray(float[][]::new);
        }

        /** Codes without header and model. */
        public Codes(String name, float[][] codes) {
            this(name, codes, PieceHeader.NONE, Optional.empty());
        }

        /**
         * Requires codes of this model, or of an unknown one.
         *
         * @throws IllegalArgumentException if they are of another
         */
        void requireOf(ModelFolder model) {
            require(
                    modelHash.isEmpty() || modelHash.get().equals(model.hash()),
                    "%s holds codes of another model than this %s; choose that one, or encode again with this one"
                            .formatted(name, model.description().name()));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Codes them
                    && name.equals(them.name)
                    && Arrays.deepEquals(codes, them.codes)
                    && header.equals(them.header)
                    && modelHash.equals(them.modelHash);
        }

        @Override
        public int hashCode() {
            return Objects.hash(name, Arrays.deepHashCode(codes), header, modelHash);
        }
    }
}
