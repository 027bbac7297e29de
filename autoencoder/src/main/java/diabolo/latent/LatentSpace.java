package diabolo.latent;

import static diabolo.note.Checks.require;

import diabolo.descriptor.Descriptor;
import diabolo.evaluation.Fidelity;
import diabolo.grid.Passage;
import diabolo.grid.QuantizedSequence;
import diabolo.model.Autoencoder;
import diabolo.model.ModelDescription;
import diabolo.model.ModelFolder;
import diabolo.model.Sampler;
import diabolo.model.TrainingExamples;
import diabolo.model.descent.CodeSearch;
import diabolo.model.diffusion.Faders;
import diabolo.model.diffusion.GroovePrior;
import diabolo.model.diffusion.KnownCodes;
import diabolo.model.diffusion.SequencePrior;
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
 * A trained model of music: encodes pieces to codes and decodes codes to pieces.
 *
 * <pre>{@code
 * try (LatentSpace space = LatentSpace.load(Path.of("models/ragtime-deephear"))) {
 *     GeneratedPiece piece = space.generate(SamplingSettings.DEFAULT.withSeed(7), 0);
 *     MidiWriter.write(piece.music(), Path.of("rag.mid"));
 * }
 * }</pre>
 *
 * <p>Safe for several threads, which get the same music as one. Belongs to whoever loaded it, who closes it when no thread is
 * using it any more; it owns native memory, and what needs the network afterwards throws an {@link IllegalStateException}. Codes,
 * recipes and pieces outlive it.
 */
public final class LatentSpace implements AutoCloseable {

    private final ModelFolder folder;
    private final Autoencoder network;
    private volatile boolean closed;
    private final NearestExample nearestExample;
    private final KnownCodes known;

    private LatentSpace(ModelFolder folder, Representation representation, KnownCodes known) {
        this.folder = folder;
        this.known = known;
        this.network = folder.network();
        this.nearestExample = new NearestExample(network, folder.trainingExamples(), representation);
    }

    /**
     * Loads a model from its folder.
     *
     * @throws IOException if the folder holds no valid model; the message gives the fault and the remedy
     */
    public static LatentSpace load(Path folder) throws IOException {
        return of(ModelFolder.load(folder), KnownCodes.in(folder));
    }

    /**
     * A loaded model.
     *
     * @throws IllegalArgumentException if it is not of music
     */
    public static LatentSpace of(ModelFolder model) {
        return of(model, KnownCodes.NOTHING);
    }

    /**
     * A loaded model with what is known of its codes.
     *
     * @throws IllegalArgumentException if it is not of music
     */
    public static LatentSpace of(ModelFolder model, KnownCodes known) {
        known.requireOf(model.description());
        return new LatentSpace(model, model.description().representation(), known);
    }

    /** What is known of which codes follow each other in whole tunes, if the model's folder has it. */
    public Optional<SequencePrior> sequencePrior() {
        return known.tunes();
    }

    /** What is known of which codes have music of asked values, if the model's folder has it. */
    public Optional<Faders> faders() {
        return known.faders();
    }

    /** What is known of which codes are grooves of a style, if the model's folder has it. */
    public Optional<GroovePrior> groovePrior() {
        return known.grooves();
    }

    /** The model's files. */
    public ModelFolder model() {
        return folder;
    }

    public ModelDescription description() {
        return folder.description();
    }

    /** The hash of the model's files, part of the provenance of every piece. */
    public String hash() {
        return folder.hash();
    }

    public TrainingExamples trainingExamples() {
        return folder.trainingExamples();
    }

    /** The network, which is closed with this. */
    public Autoencoder network() {
        return openNetwork();
    }

    /**
     * Gradient search through the decoder.
     *
     * @throws IllegalArgumentException if the network is not dense
     */
    public CodeSearch gradientSearch() {
        return openNetwork()
                .gradientSearch()
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s is no dense network, which gradient search needs; choose one such as ragtime-deephear"
                                .formatted(description().name())));
    }

    /**
     * Generates a piece from a sampled code.
     *
     * @param number which of the pieces of this seed, from 0
     */
    public GeneratedPiece generate(SamplingSettings settings, int number) {
        return render(sample(settings, number));
    }

    /** The recipe of {@link #generate}. */
    public Recipe sample(SamplingSettings settings, int number) {
        return settings.sample(folder, number);
    }

    /** A recipe of codes, decoded at temperature 0 and the model's tempo. */
    public Recipe recipe(String operation, float[][] codes) {
        return recipe(operation, new Recipe.Material.Decoded(codes));
    }

    private Recipe recipe(String operation, Recipe.Material material) {
        return Recipe.of(operation, material, description().beatsPerMinute());
    }

    /**
     * Requires a recipe that {@link #render} accepts, so that all can be checked before the first is written.
     *
     * @throws IllegalArgumentException if its codes have another size than the model's, or are too many for a piece
     */
    public void requireFitting(Recipe recipe) {
        new Rendering(network, representation()).requireFitting(recipe);
    }

    /**
     * Renders a recipe, always to the same piece.
     *
     * @throws IllegalArgumentException if its codes have another size than the model's
     */
    public GeneratedPiece render(Recipe recipe) {
        List<Frames> windows = windows(recipe);
        Provenance.Similarity closest = nearestExample.similarity(windows);
        PieceHeader header = new PieceHeader(
                Optional.of(new Tempo(recipe.beatsPerMinute())),
                recipe.signatures().orElse(Signatures.NONE));
        NoteSequence decoded = music(windows, header).withTitle(recipe.title());
        NoteSequence melodic =
                recipe.melody().map(melody -> melody.over(decoded)).orElse(decoded);
        NoteSequence music = recipe.accompaniment()
                .map(accompaniment ->
                        accompaniment.under(melodic, representation().grid()))
                .orElse(melodic);
        return new GeneratedPiece(music, windows, new Provenance(description().name(), hash(), recipe, closest));
    }

    /** The windows of a recipe's piece. */
    public List<Frames> windows(Recipe recipe) {
        return new Rendering(openNetwork(), representation()).windows(recipe);
    }

    /** Similarity to the nearest training example, decoded from its code; of tokens, the share of n-grams known from training. */
    public Provenance.Similarity similarity(Frames window) {
        openNetwork();
        return nearestExample.similarity(List.of(representation().require(window)));
    }

    /** The similarity of a window of music. */
    public Provenance.Similarity similarity(QuantizedSequence window) {
        return similarity(representation().encode(window));
    }

    /**
     * The codes of a piece, one for each window; the last window is padded with silence. A note across a window boundary becomes
     * two. Windows of tokens begin at bar lines, see {@link #passage}. Parts and pitches that the representation does not hold are
     * left out.
     *
     * @return [windows][codeSize]
     * @throws IllegalArgumentException if the representation holds no note of the piece
     */
    public float[][] encode(NoteSequence piece) {
        return encode(passage(piece));
    }

    /** The codes of a passage: {@code space.encode(space.passage(piece).between(5, 8))}. */
    public float[][] encode(Passage passage) {
        return openNetwork().encode(frames(passage));
    }

    /**
     * A piece on the model's grid, ready to be cut into windows. Models of tokens learned windows that begin at bar lines, so for
     * them a pickup is moved to the end of a full bar 0.
     */
    public Passage passage(NoteSequence piece) {
        return passage(Passage.of(representation().grid().quantize(piece)));
    }

    /**
     * The same for a passage on the model's grid, such as some bars of a piece.
     *
     * @throws IllegalArgumentException if rests before its pickup make it too long for a piece
     */
    public Passage passage(Passage written) {
        return PieceWindows.passage(representation(), written);
    }

    /** The header of a passage; for models of drums without a key. */
    public PieceHeader header(Passage passage) {
        PieceHeader header = PieceHeader.of(passage);
        return representation().hasTones() ? header : header.withKeys(Map.of());
    }

    /** Decodes codes [windows][codeSize], one window after the other, at the model's tempo. */
    public NoteSequence decode(float[][] codes) {
        return decode(codes, PieceHeader.NONE);
    }

    private NoteSequence decode(float[][] codes, PieceHeader header) {
        require(codes.length > 0, "at least one code is needed to decode, there was none");
        return music(openNetwork().decode(codes, Sampler.LIKELIEST), header);
    }

    /** {@code decode(encode(piece))} under the piece's header. */
    public NoteSequence reconstruct(NoteSequence piece) {
        return decode(encode(piece), header(piece));
    }

    /**
     * The interpolation path from one piece to another, its points one after the other as one piece.
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

    /** A recipe whose windows are all given, so that none is decoded. */
    public Recipe allGiven(String operation, List<Frames> windows) {
        return allGiven(operation, windows, new float[0][]);
    }

    /** The same with the codes that the windows come from. */
    public Recipe allGiven(String operation, List<Frames> windows, float[][] codes) {
        return recipe(operation, new Recipe.Material.Begun(given(windows), codes));
    }

    /**
     * The windows of a recipe of codes, with allowed tokens alone.
     *
     * @param allowed by line, step and token; at least one of each step
     * @throws IllegalArgumentException if the model is of cells
     */
    public List<Frames> decode(Recipe recipe, boolean[][][] allowed) {
        return new Rendering(network, representation(), then -> new Sampler.Allowed(allowed, then)).windows(recipe);
    }

    /** Windows as a recipe stores them. */
    public Recipe.Given given(List<Frames> windows) {
        return Rendering.given(representation(), windows);
    }

    /** The descriptors of music in the representation: five, or for drums the three without pitch. */
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

    /** The windows of a piece as input of the network, see {@link #encode}. */
    public List<Frames> frames(NoteSequence piece) {
        return frames(passage(piece));
    }

    /** The windows of a passage. */
    public List<Frames> frames(Passage passage) {
        return PieceWindows.cut(representation(), passage);
    }

    /** What the representation loses of a passage. */
    public Encoded.Loss loss(Passage passage) {
        return PieceWindows.loss(representation(), passage);
    }

    /**
     * How well windows reconstruct a passage.
     *
     * @param windows as many as the passage has
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

    /** Windows one after the other; at the model's tempo, if the header has none. */
    private NoteSequence music(List<Frames> windows, PieceHeader header) {
        return header.signatures()
                .over(representation().join(windows))
                .toNoteSequence()
                .withTempo(
                        header.tempo().orElseGet(() -> new Tempo(description().beatsPerMinute())));
    }

    /** The training examples, decoded from their codes. */
    public List<Frames> decodedExamples(Sampler sampler) {
        openNetwork();
        return nearestExample.windows(sampler);
    }

    /** The network, as long as there is one. */
    private Autoencoder openNetwork() {
        if (closed) {
            throw new IllegalStateException("the model %s was closed; load it again"
                    .formatted(description().name()));
        }
        return network;
    }

    /** Frees the network's memory. */
    @Override
    public void close() {
        closed = true;
        network.close();
    }
}
