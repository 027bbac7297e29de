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
 * Where a piece comes from: the JSON written beside it, enough to render it again.
 *
 * @param model its name
 * @param modelHash of its files, see {@link diabolo.model.ModelFolder#hash}
 * @param recipe of the piece
 * @param originality similarity to the training music; with a kept melody, that of the accompaniment alone, since the melody is
 *     not the model's
 */
public record Provenance(String model, String modelHash, Recipe recipe, Similarity originality) {

    public Provenance {
        requireNonNull(model, "model");
        requireNonNull(modelHash, "modelHash");
        requireNonNull(recipe, "recipe");
        requireNonNull(originality, "originality");
    }

    /**
     * Reads the JSON beside a piece.
     *
     * @param file named in sentences
     * @throws IOException if the JSON is something else, or was changed so that it cannot be rendered
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

    /** The sentence for a file that is none. */
    public static String foreign(Path file) {
        return "%s holds no provenance of a piece; name the JSON that `diabolo generate` wrote beside it."
                .formatted(file);
    }

    /** What similarity is a share of. */
    public enum Measure {
        /** Nothing: the piece is silent or too short. */
        NOTHING,
        /** Nothing: the model keeps no training examples. */
        NO_MEMORY,
        /** The piece's cells: the share that is active in the nearest training example. */
        CELLS,
        /** The piece's n-grams of five onsets: the share that occurs anywhere in the training music, in any key. */
        PHRASES
    }

    /**
     * The similarity of a piece to the training music: of cells by its most similar window, of phrases over all windows.
     *
     * @param similarity 0 to 1
     * @param piece the nearest; empty where there is none
     * @param beat at which the nearest example begins, in quarter notes from 1; 0 where there is none, and for n-grams
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

        /** Where the nearest example is, for people: {@code maple.mid, from beat 17}. */
        public String place() {
            return "%s, from beat %d".formatted(piece, beat);
        }

        /** Whether the similarity could be measured. */
        @JsonIgnore
        public boolean isKnown() {
            return measure == Measure.CELLS || measure == Measure.PHRASES;
        }

        /** Whether it is greater than another; an unknown one is the least. */
        public boolean isMoreThan(Similarity other) {
            return other.measure == Measure.NOTHING || similarity > other.similarity;
        }
    }
}
