package diabolo.latent;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;

import diabolo.evaluation.Originality;
import diabolo.model.Autoencoder;
import diabolo.model.DenseAutoencoder;
import diabolo.model.Memory;
import diabolo.model.ModelDescription;
import diabolo.model.ModelFolder;
import diabolo.model.RecurrentAutoencoder;
import diabolo.model.TokenChoice;
import diabolo.note.NoteSequence;
import diabolo.note.Tempo;
import diabolo.representation.PianoRoll;
import diabolo.representation.Representation;
import diabolo.representation.TokenRepresentation;
import diabolo.tensor.RandomSource;
import diabolo.tensor.TensorScope;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

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

    private static final double ALMOST = 1e-6;

    private final ModelFolder folder;
    private final Autoencoder network;
    private @Nullable Originality originality;
    private float @Nullable [][] remembered;

    private LatentSpace(ModelFolder folder) {
        this.folder = folder;
        this.network = folder.network();
    }

    /**
     * Loads a model from its folder.
     *
     * @throws IOException if the folder holds no sound model; the message says what is wrong and what to do
     */
    public static LatentSpace load(Path folder) throws IOException {
        return new LatentSpace(ModelFolder.load(folder));
    }

    public ModelDescription description() {
        return folder.description();
    }

    /** The hash of the model's files: it stands in the provenance of all it makes. */
    public String hash() {
        return folder.hash();
    }

    public Memory memory() {
        return folder.memory();
    }

    Autoencoder network() {
        return network;
    }

    /**
     * The network, for what goes by gradients through a dense decoder.
     *
     * @throws IllegalArgumentException if the model is of another family
     */
    DenseAutoencoder denseNetwork() {
        if (network instanceof DenseAutoencoder dense) {
            return dense;
        }
        throw new IllegalArgumentException(
                "%s is no dense network, which this needs; choose one such as ragtime-deephear"
                        .formatted(description().name()));
    }

    /**
     * Makes a new piece.
     *
     * @param number which of the pieces of this seed, from 0
     */
    public GeneratedPiece generate(SamplingSettings settings, int number) {
        requireBetween("number", number, 0, Integer.MAX_VALUE);
        RandomSource random = RandomSource.of(settings.seed()).derive("piece", number);
        float[] code = settings.prior().draw(description().spec().codeSize(), memory(), random.derive("code"));
        return render(new Recipe(
                "generate",
                "%s, seed %d, piece %d".formatted(description().name(), settings.seed(), number + 1),
                Map.of("prior", settings.prior().name()),
                new float[][] {code},
                settings.temperature(),
                settings.threshold(),
                settings.seed(),
                number,
                description().beatsPerMinute()));
    }

    /**
     * Decodes what a recipe says, as often as one likes to the same piece.
     *
     * @throws IllegalArgumentException if its codes are of another size than the model's
     */
    public GeneratedPiece render(Recipe recipe) {
        RandomSource random = RandomSource.of(recipe.seed()).derive("piece", recipe.number());
        List<float[]> windows = new ArrayList<>();
        Provenance.Closeness closest = Provenance.Closeness.UNKNOWN;
        for (int window = 0; window < recipe.codes().length; window++) {
            float[] cells = decoded(recipe.codes()[window], recipe, random.derive("cells", window));
            Provenance.Closeness closeness = closeness(cells);
            closest = closeness.similarity() > closest.similarity() ? closeness : closest;
            windows.add(cells);
        }
        NoteSequence music = PieceWindows.join(representation(), windows)
                .toNoteSequence()
                .withTempo(new Tempo(recipe.beatsPerMinute()))
                .withTitle(recipe.title());
        return new GeneratedPiece(music, windows, new Provenance(description().name(), hash(), recipe, closest));
    }

    private float[] decoded(float[] code, Recipe recipe, RandomSource random) {
        float[][] codes = {code};
        if (network instanceof RecurrentAutoencoder recurrent && recipe.temperature() > 0) {
            try (TensorScope _ = TensorScope.open()) { // owns the generator
                TokenChoice choice = TokenChoice.drawn(recipe.temperature(), random);
                return tokens().cells(recurrent.write(codes, choice).getFirst());
            }
        }
        float[] cells = network.decode(codes)[0];
        return network instanceof RecurrentAutoencoder ? cells : sounding(cells, recipe, random);
    }

    /** The training window that is closest to a roll, as the model remembers it. */
    public Provenance.Closeness closeness(float[] cells) {
        if (memory().codes().length == 0) {
            return Provenance.Closeness.UNKNOWN;
        }
        Originality.Closest closest = rememberedWindows().closest(cells);
        if (closest.index() < 0) {
            return Provenance.Closeness.UNKNOWN;
        }
        Memory.Place place = memory().places().get(closest.index());
        return new Provenance.Closeness(closest.similarity(), place.piece(), place.firstStep() / stepsPerBar() + 1);
    }

    /**
     * The codes of a piece, one for each window; the last window is filled up with silence. Windows are cut where the length
     * of a window says, whatever the music: a note across a seam is two notes. Drums and pitches that the model does not know
     * are left out.
     *
     * @return [windows][codeSize]
     * @throws IllegalArgumentException if the piece has no notes that the model knows
     */
    public float[][] encode(NoteSequence piece) {
        return network.encode(frames(piece));
    }

    /** The music of codes, one window after the other. */
    public NoteSequence decode(float[][] codes) {
        require(codes.length > 0, "at least one code is needed to decode, there was none");
        return music(List.of(network.decode(codes)));
    }

    /** What the model makes of a piece: {@code decode(encode(piece))}. */
    public NoteSequence reconstruct(NoteSequence piece) {
        return decode(encode(piece));
    }

    /**
     * The way from one piece to another, as one piece: its points one after the other.
     *
     * @param count points, both ends included, 2 to 1,000
     * @throws IllegalArgumentException if the pieces have unequal numbers of windows
     */
    public NoteSequence interpolate(NoteSequence from, NoteSequence to, int count, Interpolation interpolation) {
        List<float[]> way = new ArrayList<>();
        for (float[][] point : CodeOperations.interpolate(encode(from), encode(to), count, interpolation)) {
            way.addAll(List.of(point));
        }
        return decode(way.toArray(float[][]::new));
    }

    /** The windows of a piece as the network takes them: [windows][cells]. */
    float[][] frames(NoteSequence piece) {
        return PieceWindows.cut(representation(), piece);
    }

    public Representation representation() {
        return description().representation();
    }

    /**
     * The representation, for what needs a piano roll.
     *
     * @throws IllegalArgumentException if the model has another one
     */
    PianoRoll roll() {
        if (representation() instanceof PianoRoll roll) {
            return roll;
        }
        throw new IllegalArgumentException(
                "%s writes %s, and this needs a model of piano rolls, such as ragtime-deephear"
                        .formatted(description().name(), representation().name()));
    }

    private TokenRepresentation tokens() {
        if (representation() instanceof TokenRepresentation tokens) {
            return tokens;
        }
        throw new IllegalArgumentException("%s is a recurrent network and has no tokens"
                .formatted(description().name()));
    }

    private int stepsPerBar() {
        return switch (representation()) {
            case PianoRoll roll -> 4 * roll.grid().stepsPerBeat();
            case TokenRepresentation tokens -> tokens.stepsPerBar();
        };
    }

    /** Windows one after the other, at the model's tempo. */
    private NoteSequence music(List<float[]> windows) {
        return PieceWindows.join(representation(), windows)
                .toNoteSequence()
                .withTempo(new Tempo(description().beatsPerMinute()));
    }

    private static float[] sounding(float[] probabilities, Recipe recipe, RandomSource random) {
        RandomGenerator generator = random.generator();
        float[] cells = new float[probabilities.length];
        for (int cell = 0; cell < cells.length; cell++) {
            double limit = recipe.threshold();
            double probability = probabilities[cell];
            if (recipe.temperature() > 0) {
                double within = Math.clamp(probability, ALMOST, 1 - ALMOST);
                probability = 1 / (1 + Math.exp(-Math.log(within / (1 - within)) / recipe.temperature()));
                limit = generator.nextDouble();
            }
            cells[cell] = probability > limit ? 1 : 0;
        }
        return cells;
    }

    private synchronized Originality rememberedWindows() {
        if (originality == null) {
            originality = Originality.against(remembered());
        }
        return originality;
    }

    /** The training windows as the model remembers them, in probabilities: [windows][cells]. */
    synchronized float[][] remembered() {
        if (remembered == null) {
            remembered = network.decode(memory().codes());
        }
        return remembered;
    }

    @Override
    public void close() {
        network.close();
    }
}
