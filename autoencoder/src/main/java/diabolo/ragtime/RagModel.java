package diabolo.ragtime;

import diabolo.inpainting.InpaintedProvenance.Known;
import diabolo.inpainting.InpainterFile;
import diabolo.model.Inpainter;
import diabolo.model.InpainterSpec;
import diabolo.model.NgramIndex;
import diabolo.model.UniqueNames;
import diabolo.note.Pitch;
import diabolo.representation.Line;
import diabolo.representation.Melody;
import diabolo.representation.Tokens;
import diabolo.tensor.NamedArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * What is learned of two hands: the weights of an {@link Inpainter}, and what it keeps of the rags that it learned from.
 *
 * <pre>{@code
 * Ragtime rag = Ragtime.of(Ragtime.Settings.DEFAULT, RagModel.included());
 * }</pre>
 *
 * <p>Immutable.
 */
public final class RagModel {

    private static final String LEARNED = "learned";
    private static final List<Line> RIGHT_HAND = List.of(new Line("right hand", Line.Kind.PITCHED, Melody.ALPHABET));

    private final Learned learned;
    private final NgramIndex phrases;
    private final InpainterFile network;

    /**
     * What is kept of rags.
     *
     * @param rags their names
     * @param phrases hashes of what the right hand plays, each with the number of its rag, see {@link NgramIndex}
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Learned(HandShapes shapes, List<Strain> strains, List<String> rags, float[] phrases) {}

    private RagModel(Learned learned, InpainterFile network) {
        this.learned = learned;
        this.phrases = NgramIndex.of(learned.rags(), learned.phrases());
        this.network = network;
    }

    /** A network that learned from rags, and what is kept of these. */
    static RagModel of(InpainterSpec spec, List<NamedArray> weights, HandShapes shapes, RagFolder rags) {
        List<Strain> strains = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<Tokens> lines = new ArrayList<>();
        for (RagSection section : rags.sections()) {
            strains.addAll(Strain.of(section, shapes));
            names.add(section.rag());
            lines.add(rightHand(RagTokens.of(section, shapes)));
        }
        NgramIndex phrases = NgramIndex.of(RIGHT_HAND, names, lines);
        Learned learned = new Learned(shapes, strains, phrases.pieces(), phrases.numbers());
        return new RagModel(
                learned,
                new InpainterFile(spec, weights, Map.of(LEARNED, UniqueNames.JSON.writeValueAsString(learned))));
    }

    /** The model that is included, learned from rags by Joplin and Turpin (Mutopia Project, public domain). */
    public static RagModel included() {
        return Included.MODEL;
    }

    /** Loaded when it is first asked for. */
    private static final class Included {
        static final RagModel MODEL = of(InpainterFile.included(RagModel.class, "ragtime.safetensors"));
    }

    /** The network; the caller closes it. */
    public Inpainter open() {
        return network.open();
    }

    HandShapes shapes() {
        return learned.shapes();
    }

    List<Strain> strains() {
        return learned.strains();
    }

    /** What of the right hand's phrases the learned rags have; empty where it has fewer than five onsets. */
    Optional<Known> known(int[][] tokens) {
        return phrases.find(RIGHT_HAND, rightHand(tokens)).map(found -> new Known(found.share(), found.piece()));
    }

    private static Tokens rightHand(int[][] tokens) {
        int[] line = tokens[Hand.RIGHT.line()].clone();
        for (int step = 0; step < line.length; step++) {
            line[step] = RagTokens.isStruck(line[step])
                    ? Melody.noteOn(Pitch.of(RagTokens.LOWEST + RagTokens.value(line[step])))
                    : 0;
        }
        return new Tokens(new int[][] {line});
    }

    public void write(Path file) throws IOException {
        network.write(file);
    }

    /**
     * Reads a file that {@link #write} wrote.
     *
     * @throws IOException if it is none
     */
    public static RagModel read(Path file) throws IOException {
        try {
            return of(InpainterFile.read(file));
        } catch (JacksonException | IllegalArgumentException | NullPointerException unfit) {
            throw new IOException(
                    "%s holds no model of two hands; train one by 'diabolo experiment run ragtime'.".formatted(file),
                    unfit);
        }
    }

    private static RagModel of(InpainterFile file) {
        return new RagModel(UniqueNames.JSON.readValue(file.notes().getOrDefault(LEARNED, "{}"), Learned.class), file);
    }
}
