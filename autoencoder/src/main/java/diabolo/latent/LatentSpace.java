package diabolo.latent;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;

import diabolo.evaluation.Originality;
import diabolo.evaluation.WrongCells;
import diabolo.grid.QuantizedSequence;
import diabolo.model.DenseAutoencoder;
import diabolo.model.Memory;
import diabolo.model.ModelDescription;
import diabolo.model.ModelFolder;
import diabolo.note.NoteSequence;
import diabolo.note.Tempo;
import diabolo.representation.PianoRoll;
import diabolo.tensor.RandomSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
    private final DenseAutoencoder network;
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

    DenseAutoencoder network() {
        return network;
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
        float[] cells = sounding(network.decode(new float[][] {code})[0], settings, random.derive("cells"));
        String title = "%s, seed %d, piece %d".formatted(description().name(), settings.seed(), number + 1);
        Provenance provenance = new Provenance(
                "generate",
                description().name(),
                hash(),
                settings.seed(),
                number,
                settings.prior().name(),
                settings.threshold(),
                settings.temperature(),
                description().beatsPerMinute(),
                code,
                closeness(cells));
        return new GeneratedPiece(music(List.of(cells)).withTitle(title), cells, provenance);
    }

    /** The training window that is closest to a roll, as the model remembers it. */
    public Provenance.Closeness closeness(float[] cells) {
        if (memory().codes().length == 0) {
            return new Provenance.Closeness(0, "", 0);
        }
        Originality.Closest closest = rememberedWindows().closest(cells);
        if (closest.index() < 0) {
            return new Provenance.Closeness(0, "", 0);
        }
        Memory.Place place = memory().places().get(closest.index());
        int stepsPerBar = 4 * roll().grid().stepsPerBeat();
        return new Provenance.Closeness(closest.similarity(), place.piece(), place.firstStep() / stepsPerBar + 1);
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
     * The way from the beginning of one piece to the beginning of another, as one piece: so many windows, one after the
     * other.
     *
     * @param count windows, both ends included, 2 to 1,000
     */
    public NoteSequence interpolate(NoteSequence from, NoteSequence to, int count, Interpolation interpolation) {
        requireBetween("count", count, 2, 1000);
        float[] first = encode(from)[0];
        float[] last = encode(to)[0];
        float[][] way = new float[count][];
        for (int i = 0; i < count; i++) {
            way[i] = interpolation.between(first, last, (double) i / (count - 1));
        }
        return decode(way);
    }

    /** The windows of a piece as the network takes them: [windows][cells]. */
    float[][] frames(NoteSequence piece) {
        QuantizedSequence quantized = roll().grid().quantize(piece);
        require(
                quantized.lengthInSteps() > 0,
                "\"%s\" has no notes to encode; choose a piece that sounds".formatted(piece.title()));
        int windows = (quantized.lengthInSteps() + roll().steps() - 1) / roll().steps();
        float[][] frames = new float[windows][];
        for (int window = 0; window < windows; window++) {
            frames[window] = roll().encode(quantized.slice(window * roll().steps(), roll().steps()));
        }
        require(
                WrongCells.ofSilence(frames) > 0,
                "\"%s\" has no notes from MIDI pitch %d to %d, which the model knows; transpose it into that range"
                        .formatted(piece.title(), roll().lowestPitch(), roll().lowestPitch() + roll().pitches() - 1));
        return frames;
    }

    PianoRoll roll() {
        return description().representation();
    }

    /** Rolls one after the other, at the model's tempo. */
    private NoteSequence music(List<float[]> rolls) {
        int length = roll().steps() * rolls.size();
        PianoRoll whole = new PianoRoll(roll().grid(), length, roll().lowestPitch(), roll().pitches());
        float[] cells = new float[whole.cells()];
        for (int i = 0; i < rolls.size(); i++) {
            System.arraycopy(rolls.get(i), 0, cells, i * roll().cells(), roll().cells());
        }
        return whole.decode(cells)
                .toNoteSequence()
                .withTempo(new Tempo(description().beatsPerMinute()));
    }

    private static float[] sounding(float[] probabilities, SamplingSettings settings, RandomSource random) {
        RandomGenerator generator = random.generator();
        float[] cells = new float[probabilities.length];
        for (int cell = 0; cell < cells.length; cell++) {
            double limit = settings.threshold();
            double probability = probabilities[cell];
            if (settings.temperature() > 0) {
                double within = Math.clamp(probability, ALMOST, 1 - ALMOST);
                probability = 1 / (1 + Math.exp(-Math.log(within / (1 - within)) / settings.temperature()));
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
