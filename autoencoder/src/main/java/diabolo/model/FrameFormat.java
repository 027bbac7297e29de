package diabolo.model;

import static diabolo.note.Checks.requireBetween;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import diabolo.representation.Representation;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * The data of a model's frames: music, images or vectors.
 *
 * <pre>{@code
 * new FrameFormat.Music(Melody.of(2));
 * new FrameFormat.Image(28, 28); // the digits of MNIST
 * }</pre>
 */
@JsonDeserialize(using = FrameFormat.Deserializer.class)
public sealed interface FrameFormat {

    /** The kinds in JSON; music has those of its representations. */
    String IMAGE = "image";

    String VECTOR = "vector";

    /** The values of a frame. */
    int frameSize();

    /** The decoder's output for it. */
    default Decoding decoding() {
        return switch (this) {
            case Music(Representation representation) -> Decoding.of(representation);
            case Image _, Vector _ -> Decoding.CELLS;
        };
    }

    /** As in "a model of melody". */
    String title();

    /**
     * Windows of music.
     *
     * @param representation how music becomes frames and frames music
     */
    record Music(@JsonValue Representation representation) implements FrameFormat {
        public Music {
            requireNonNull(representation, "representation");
        }

        @Override
        public int frameSize() {
            return representation.cells();
        }

        @Override
        public String title() {
            return representation.name();
        }
    }

    /**
     * Grey images, row by row, each pixel 0 to 1.
     *
     * @param rows 1 to 1,024
     * @param columns 1 to 1,024
     */
    @JsonPropertyOrder({"kind", "rows", "columns"})
    record Image(int rows, int columns) implements FrameFormat {
        public Image {
            requireBetween("rows", rows, 1, 1024);
            requireBetween("columns", columns, 1, 1024);
        }

        @JsonProperty
        String kind() {
            return IMAGE;
        }

        @Override
        public int frameSize() {
            return rows * columns;
        }

        @Override
        public String title() {
            return "images of %d by %d pixels".formatted(columns, rows);
        }
    }

    /**
     * Vectors without structure.
     *
     * @param size how many, 1 to 65,536
     */
    @JsonPropertyOrder({"kind", "size"})
    record Vector(int size) implements FrameFormat {
        public Vector {
            requireBetween("size", size, 1, 65_536);
        }

        @JsonProperty
        String kind() {
            return VECTOR;
        }

        @Override
        public int frameSize() {
            return size;
        }

        @Override
        public String title() {
            return "vectors of %d numbers".formatted(size);
        }
    }

    /** Reads the kind; other kinds are representations of music, as in older models. */
    final class Deserializer extends StdDeserializer<FrameFormat> {

        Deserializer() {
            super(FrameFormat.class);
        }

        @Override
        public FrameFormat deserialize(JsonParser parser, DeserializationContext context) {
            JsonNode tree = context.readTree(parser);
            return switch (tree.path("kind").asString("")) {
                case IMAGE ->
                    new Image(tree.path("rows").asInt(0), tree.path("columns").asInt(0));
                case VECTOR -> new Vector(tree.path("size").asInt(0));
                default -> new Music(context.readTreeAsValue(tree, Representation.class));
            };
        }
    }
}
