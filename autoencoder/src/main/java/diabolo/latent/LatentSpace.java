package diabolo.latent;

import static diabolo.note.Checks.require;

import diabolo.descriptor.Descriptor;
import diabolo.evaluation.Fidelity;
import diabolo.grid.Passage;
import diabolo.grid.QuantizedSequence;
import diabolo.model.Autoencoder;
import diabolo.model.CodeSearch;
import diabolo.model.ModelDescription;
import diabolo.model.ModelFolder;
import diabolo.model.Sampler;
import diabolo.model.TrainingExamples;
import diabolo.note.NoteSequence;
import diabolo.note.Tempo;
import diabolo.representation.Encoded;
import diabolo.representation.Frames;
import diabolo.representation.PianoRoll;
import diabolo.representation.Representation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A trained model, spoken to in music.
 *
 * <pre>{@code
 * try (LatentSpace space = LatentSpace.load(Path.of("models/ragtime-deephear"))) {
 *     GeneratedPiece piece = space.generate(SamplingSettings.DEFAULT.withSeed(7), 0);
 *     MidiWriter.write(piece.music(), Path.of("rag.mid"));
 * }
 * }</pre>
 *
 * <p>Owns native memory until closed. Safe for several threads.
 */
public final class LatentSpace implements AutoCloseable {

    private final ModelFolder folder;
    private final Autoencoder network;
    private final NearestExample learned;

    private LatentSpace(ModelFolder folder, Representation representation) {
        this.folder = folder;
        this.network = folder.network();
        this.learned = new NearestExample(network, folder.trainingExamples(), representation);
    }

    /**
     * Loads a model from its folder.
     *
     * @throws IOException if the folder holds no sound model; the message says what is wrong and what to do
     */
    public static LatentSpace load(Path folder) throws IOException {
        return of(ModelFolder.load(folder));
    }

    /**
     * A model that is loaded.
     *
     * @throws IllegalArgumentException if it is not of music
     */
    public static LatentSpace of(ModelFolder model) {
        return new LatentSpace(model, model.description().representation());
    }

    /** The model as it is on the disk. */
    public ModelFolder model() {
        return folder;
    }

    public ModelDescription description() {
        return folder.description();
    }

    /** The hash of the model's files: it stands in the provenance of all it makes. */
    public String hash() {
        return folder.hash();
    }

    public TrainingExamples trainingExamples() {
        return folder.trainingExamples();
    }

    /** The network, which this owns: it is closed with it. */
    public Autoencoder network() {
        return network;
    }

    /**
     * The search by gradient through the decoder.
     *
     * @throws IllegalArgumentException if none goes through it
     */
    public CodeSearch gradientSearch() {
        return network.gradientSearch()
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s is no dense network, which this needs; choose one such as ragtime-deephear"
                                .formatted(description().name())));
    }

    /**
     * Makes a new piece.
     *
     * @param number which of the pieces of this seed, from 0
     */
    public GeneratedPiece generate(SamplingSettings settings, int number) {
        return render(draw(settings, number));
    }

    /** How to make a new piece: the recipe of {@link #generate}. */
    public Recipe draw(SamplingSettings settings, int number) {
        return settings.draw(folder, number);
    }

    /** How codes are decoded where nothing else is said: the likeliest notes, at the model's tempo. */
    public Recipe recipe(String operation, float[][] codes) {
        return recipe(operation, new Recipe.Material.Decoded(codes));
    }

    private Recipe recipe(String operation, Recipe.Material material) {
        return Recipe.of(operation, material, description().beatsPerMinute());
    }

    /**
     * Requires a recipe that {@link #render} will take: better said of all before the first is written.
     *
     * @throws IllegalArgumentException if its codes are of another size than the model's, or too many for a piece
     */
    public void requireFitting(Recipe recipe) {
        new Rendering(network, representation()).requireFitting(recipe);
    }

    /**
     * Decodes what a recipe says, as often as one likes to the same piece.
     *
     * @throws IllegalArgumentException if its codes are of another size than the model's
     */
    public GeneratedPiece render(Recipe recipe) {
        List<Frames> windows = new Rendering(network, representation()).windows(recipe);
        Provenance.Similarity closest = Provenance.Similarity.UNKNOWN;
        for (Frames window : windows) {
            Provenance.Similarity similarity = similarity(window);
            closest = similarity.isMoreThan(closest) ? similarity : closest;
        }
        PieceHeader header = new PieceHeader(
                Optional.of(new Tempo(recipe.beatsPerMinute())),
                recipe.signatures().orElse(Signatures.NONE));
        NoteSequence decoded = music(windows, header).withTitle(recipe.title());
        NoteSequence music = recipe.melody().map(melody -> melody.over(decoded)).orElse(decoded);
        return new GeneratedPiece(music, windows, new Provenance(description().name(), hash(), recipe, closest));
    }

    /** The training window that is closest to a roll, as the model remembers it; of tokens, how many phrases are known. */
    public Provenance.Similarity similarity(Frames window) {
        return learned.similarity(representation().require(window));
    }

    /** That of a window of music. */
    public Provenance.Similarity similarity(QuantizedSequence window) {
        return similarity(representation().encode(window));
    }

    /**
     * The codes of a piece, one for each window; the last window is filled up with silence. Windows are cut where the length
     * of a window says, whatever the music: a note across a seam is two notes. Those of tokens begin at bar lines, see {@link
     * #passage}. Drums and pitches that the model does not know are left out.
     *
     * @return [windows][codeSize]
     * @throws IllegalArgumentException if the piece has no notes that the model knows
     */
    public float[][] encode(NoteSequence piece) {
        return encode(passage(piece));
    }

    /** The codes of a passage: {@code space.encode(space.passage(piece).between(5, 8))}. */
    public float[][] encode(Passage passage) {
        return network.encode(frames(passage));
    }

    /**
     * A piece as it is cut into windows: on the model's grid. Models of tokens learned windows that begin at bar lines, so for
     * them a pickup is put at the end of a bar of its own, bar 0.
     */
    public Passage passage(NoteSequence piece) {
        return passage(Passage.of(representation().grid().quantize(piece)));
    }

    /**
     * The same with a passage, such as some bars of a piece, on the model's grid.
     *
     * @throws IllegalArgumentException if rests before its pickup make it longer than a piece can be
     */
    public Passage passage(Passage written) {
        return PieceWindows.passage(representation(), written);
    }

    /** The heading of a passage, for what this model makes of it; drums are in no key. */
    public PieceHeader header(Passage passage) {
        PieceHeader header = PieceHeader.of(passage);
        return representation().hasTones() ? header : header.withKeys(Map.of());
    }

    /** The music of codes, one window after the other, at the model's tempo. */
    public NoteSequence decode(float[][] codes) {
        return decode(codes, PieceHeader.NONE);
    }

    private NoteSequence decode(float[][] codes, PieceHeader header) {
        require(codes.length > 0, "at least one code is needed to decode, there was none");
        return music(network.decode(codes, Sampler.LIKELIEST), header);
    }

    /** What the model makes of a piece: {@code decode(encode(piece))} under the piece's heading. */
    public NoteSequence reconstruct(NoteSequence piece) {
        return decode(encode(piece), header(piece));
    }

    /**
     * The way from one piece to another, as one piece: its points one after the other.
     *
     * @param count points, both ends included, 2 to 1,000
     * @throws IllegalArgumentException if the pieces have unequal numbers of windows
     */
    public NoteSequence interpolate(NoteSequence from, NoteSequence to, int count, Interpolation interpolation) {
        return inARow(
                CodeOperations.interpolate(encode(from), encode(to), count, interpolation), shared(List.of(from, to)));
    }

    private NoteSequence inARow(List<float[][]> points, PieceHeader header) {
        float[][] codes = points.stream().flatMap(Stream::of).toArray(float[][]::new);
        int steps = points.getFirst().length * representation().steps();
        Signatures each = header.signatures()
                .repeated(points.size(), steps, representation().grid());
        return decode(codes, new PieceHeader(header.tempo(), each));
    }

    private PieceHeader header(NoteSequence piece) {
        return header(passage(piece));
    }

    private PieceHeader shared(List<NoteSequence> pieces) {
        return PieceHeader.shared(pieces.stream().map(this::header).toList());
    }

    /** A recipe of windows that are known, so that none is decoded. */
    public Recipe allGiven(String operation, List<Frames> windows) {
        return recipe(operation, new Recipe.Material.Begun(given(windows), new float[0][]));
    }

    /** Windows as a recipe keeps them. */
    public Recipe.Given given(List<Frames> windows) {
        return Rendering.given(representation(), windows);
    }

    /** The attributes of music in the representation: five, or of drums the three that do not ask for pitches. */
    public Map<Descriptor, Double> describe(List<? extends Frames> windows) {
        QuantizedSequence piece = representation().join(windows);
        Map<Descriptor, Double> described = new EnumMap<>(Descriptor.class);
        for (Descriptor descriptor : Descriptor.values()) {
            if (representation().hasTones() || !descriptor.isOfPitches()) {
                described.put(descriptor, descriptor.of(piece));
            }
        }
        return described;
    }

    /** The windows of a piece as the network takes them, see {@link #encode}. */
    public List<Frames> frames(NoteSequence piece) {
        return frames(passage(piece));
    }

    /** Those of a passage. */
    public List<Frames> frames(Passage passage) {
        return PieceWindows.cut(representation(), passage);
    }

    /** What the windows of a passage do not hold of it. */
    public Encoded.Loss loss(Passage passage) {
        return PieceWindows.loss(representation(), passage);
    }

    /**
     * How much of a passage came back.
     *
     * @param windows that were made of it, as many as it has
     */
    public Fidelity fidelity(Passage passage, List<? extends Frames> windows) {
        return Fidelity.of(representation(), frames(passage), windows);
    }

    public Representation representation() {
        return description().representation();
    }

    /**
     * The representation, for what needs a piano roll.
     *
     * @throws IllegalArgumentException if the model has another one
     */
    public PianoRoll roll() {
        if (representation() instanceof PianoRoll roll) {
            return roll;
        }
        throw new IllegalArgumentException(
                "%s writes %s, and this needs a model of piano rolls, such as ragtime-deephear"
                        .formatted(description().name(), representation().name()));
    }

    /** Windows one after the other; at the model's tempo, if no other is told. */
    private NoteSequence music(List<Frames> windows, PieceHeader header) {
        return header.signatures()
                .over(representation().join(windows))
                .toNoteSequence()
                .withTempo(
                        header.tempo().orElseGet(() -> new Tempo(description().beatsPerMinute())));
    }

    /** The training windows as the model remembers them. */
    public List<Frames> remembered(Sampler sampler) {
        return learned.windows(sampler);
    }

    @Override
    public void close() {
        network.close();
    }
}
