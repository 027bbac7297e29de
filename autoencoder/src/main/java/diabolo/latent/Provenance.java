package diabolo.latent;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.IOException;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a piece came to be: what lies as JSON beside it, and all that is needed to make it again.
 *
 * @param model its name
 * @param modelHash of its files, see {@link diabolo.model.ModelFolder#hash}
 * @param recipe what was decoded, and how
 * @param originality how close it is to the training windows as the model remembers them; beside a melody that is kept, how close
 *     the accompaniment alone is, since the melody is not the model's
 */
public record Provenance(String model, String modelHash, Recipe recipe, Similarity originality) {

    public Provenance {
        requireNonNull(model, "model");
        requireNonNull(modelHash, "modelHash");
        requireNonNull(recipe, "recipe");
        requireNonNull(originality, "originality");
    }

    /**
     * Reads what lies beside a piece.
     *
     * @param file named in sentences
     * @throws IOException if the JSON is none of that, or was changed so that it makes no piece
     */
    public static Provenance of(JsonNode json, Path file) throws IOException {
        try {
            if (json instanceof ObjectNode object) {
                return JsonMapper.shared().treeToValue(object, Provenance.class);
            }
        } catch (JacksonException malformed) {
            if (malformed.getCause() instanceof IllegalArgumentException broken) {
                throw new IOException(
                        "%s was changed after it was written, and cannot be replayed: %s."
                                .formatted(file, broken.getMessage()),
                        malformed);
            }
            throw new IOException(foreign(file), malformed);
        }
        throw new IOException(foreign(file));
    }

    /** What is said of a file that is none. */
    public static String foreign(Path file) {
        return "%s does not tell how a piece was generated; name the JSON that `diabolo generate` wrote beside it."
                .formatted(file);
    }

    /** What similarity is a share of. */
    public enum Measure {
        /** Nothing: the piece is silent or too short. */
        NOTHING,
        /** Nothing: the model remembers no music. */
        NO_MEMORY,
        /** The piece's active cells, of which so many are active in the training window closest to it. */
        CELLS,
        /** The piece's phrases of five strokes, of which so many stand anywhere in the music learned from, in any key. */
        PHRASES
    }

    /**
     * How close a piece, or the one of its windows that is closest, comes to the music learned from.
     *
     * @param similarity 0 to 1
     * @param piece that it is closest to; empty where there is none
     * @param beat on which the closest window begins there, in quarter notes from 1; 0 where there is none, and for phrases
     */
    public record Similarity(
            Measure measure,
            double similarity,
            String piece,
            @JsonAlias("bar") int beat) { // older JSON counts bars of 4/4

        public static final Similarity UNKNOWN = new Similarity(Measure.NOTHING, 0, "", 0);
        static final Similarity OF_NO_MEMORY = new Similarity(Measure.NO_MEMORY, 0, "", 0);

        static Similarity ofCells(double similarity, String piece, int beat) {
            return new Similarity(Measure.CELLS, similarity, piece, beat);
        }

        static Similarity ofNgrams(double share, String piece) {
            return new Similarity(Measure.PHRASES, share, piece, 0);
        }

        /** Where the closest window is, as people say it: {@code maple.mid, from beat 17}. */
        public String place() {
            return "%s, from beat %d".formatted(piece, beat);
        }

        /** Whether there was something to compare, and something to compare it with. */
        @JsonIgnore
        public boolean isKnown() {
            return measure == Measure.CELLS || measure == Measure.PHRASES;
        }

        /** Whether it comes closer than another; unknown ones are the farthest. */
        public boolean isMoreThan(Similarity other) {
            return other.measure == Measure.NOTHING || similarity > other.similarity;
        }
    }
}
