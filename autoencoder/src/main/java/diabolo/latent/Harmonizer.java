package diabolo.latent;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;

import diabolo.grid.QuantizedNote;
import diabolo.grid.QuantizedPart;
import diabolo.grid.QuantizedSequence;
import diabolo.model.CodeSearch;
import diabolo.model.DenseAutoencoder;
import diabolo.note.Instrument;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import diabolo.representation.PianoRoll;
import diabolo.representation.Restrike;
import diabolo.tensor.RandomSource;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.random.RandomGenerator;

/**
 * Finds an accompaniment for a melody: a code whose decoding has the melody's cells, and nothing over it or right beside it,
 * found by gradient search through the decoder; the rest of what it decodes to is the accompaniment (Sun 2015).
 *
 * <pre>{@code
 * Harmonization found = new Harmonizer(space, Harmonizer.Settings.DEFAULT).harmonize(melody, done -> {});
 * MidiWriter.write(found.music(), Path.of("harmonized.mid"));
 * }</pre>
 *
 * <p>The melody itself is kept note for note, in a part of its own and at its own tempo. A melody longer than the model's window is taken window
 * by window, and nothing ties two windows together.
 */
public final class Harmonizer {

    /**
     * How it searches.
     *
     * @param updates of the search in each window, 1 to 100,000
     * @param starts codes to begin from, each number uniform in (0, 1); the best end is kept; 1 to 64
     * @param learningRate of Adam. Sun walked down the plain gradient with 0.01. On a network of his sizes and files that ends
     *     little worse from eight starts (over the three {@link Melodies} a mean error of 31.1 against 30.3, and 57 against 59 %
     *     of the melody); from his single start it ends at 34.2 and 51 %
     * @param threshold above it a cell of the found decoding sounds, 0 to 1
     */
    public record Settings(int updates, int starts, double learningRate, double threshold, long seed) {

        /** Sun's 500 updates and threshold of 0.4; eight starts. */
        public static final Settings DEFAULT = new Settings(500, 8, 0.1, 0.4, 1);

        public Settings {
            requireBetween("updates", updates, 1, 100_000);
            requireBetween("starts", starts, 1, 64);
            require(threshold > 0 && threshold < 1, "threshold must be between 0 and 1, was " + threshold);
        }

        public Settings withSeed(long other) {
            return new Settings(updates, starts, learningRate, threshold, other);
        }
    }

    /** A probability that will not come near any threshold. */
    private static final float HARDLY = 0.01f;

    private final LatentSpace space;
    private final Settings settings;

    public Harmonizer(LatentSpace space, Settings settings) {
        this.space = space;
        this.settings = settings;
    }

    /**
     * Harmonizes a melody; of several parts or chords, the highest notes are the melody.
     *
     * @param progress hears of the share done, 0 to 1
     * @throws IllegalArgumentException if there is no melody, or it lies outside the pitches that the model knows
     */
    public Harmonization harmonize(NoteSequence melody, DoubleConsumer progress) {
        NoteSequence line = HighestLine.of(melody);
        QuantizedSequence quantized = space.roll().grid().quantize(line);
        requireMelody(melody, quantized);
        int steps = space.roll().steps();
        BitSet everActive = everActive();
        int windows = (quantized.lengthInSteps() + steps - 1) / steps;
        List<float[]> codes = new ArrayList<>();
        List<QuantizedNote> accompaniment = new ArrayList<>();
        int wanted = 0;
        int met = 0;
        long started = System.nanoTime();
        for (int window = 0; window < windows; window++) {
            MelodyMask mask = MelodyMask.of(space.roll(), quantized.slice(window * steps, steps), everActive);
            if (mask.isSilent()) {
                continue;
            }
            double before = (double) window / windows;
            CodeSearch.Found found = search(mask, window, done -> progress.accept(before + done / windows));
            float[] decoded = space.network().decode(new float[][] {found.code()})[0];
            codes.add(found.code());
            wanted += mask.melodyCells();
            met += mask.melodyCellsIn(decoded, settings.threshold());
            accompaniment.addAll(notesAt(window * steps, mask.outside(decoded, settings.threshold())));
        }
        return new Harmonization(
                music(line, accompaniment),
                codes,
                (double) met / wanted,
                windows,
                (System.nanoTime() - started) / 1_000_000);
    }

    /** The cells that sound, or nearly, in some training window as the model remembers it; all, if it remembers none. */
    private BitSet everActive() {
        BitSet active = new BitSet(space.roll().cells());
        float[][] remembered = space.remembered();
        for (float[] window : remembered) {
            for (int cell = 0; cell < window.length; cell++) {
                if (window[cell] > HARDLY) {
                    active.set(cell);
                }
            }
        }
        if (remembered.length == 0) {
            active.set(0, space.roll().cells());
        }
        return active;
    }

    private CodeSearch.Found search(MelodyMask mask, int window, DoubleConsumer progress) {
        RandomGenerator random =
                RandomSource.of(settings.seed()).derive("starts", window).generator();
        float[][] starts =
                new float[settings.starts()][space.description().spec().codeSize()];
        DenseAutoencoder network = space.denseNetwork();
        for (float[] start : starts) {
            for (int unit = 0; unit < start.length; unit++) {
                start[unit] = switch (network.spec().bottleneck()) {
                    case PLAIN -> random.nextFloat();
                    case GAUSSIAN -> (float) random.nextGaussian(); // where its codes lie
                };
            }
        }
        return new CodeSearch(network)
                .search(
                        mask.cells(),
                        mask.wanted(),
                        starts,
                        new CodeSearch.Settings(settings.updates(), settings.learningRate()),
                        update -> progress.accept((double) update / settings.updates()));
    }

    private List<QuantizedNote> notesAt(int firstStep, float[] cells) {
        return space.roll()
                .decode(cells, settings.threshold(), Restrike.NEVER)
                .allNotes()
                .map(note -> new QuantizedNote(
                        note.pitch(), note.velocity(), firstStep + note.startStep(), note.lengthInSteps()))
                .toList();
    }

    private NoteSequence music(NoteSequence line, List<QuantizedNote> accompaniment) {
        QuantizedSequence below = QuantizedSequence.of(
                space.roll().grid(),
                accompaniment.stream().mapToInt(QuantizedNote::endStep).max().orElse(0),
                List.of(new QuantizedPart("accompaniment", Instrument.PIANO, accompaniment)));
        List<Note> notes = below.toNoteSequence().allNotes().toList();
        List<Part> parts = new ArrayList<>();
        line.parts().forEach(part -> parts.add(new Part("melody", part.instrument(), part.notes())));
        parts.add(new Part("accompaniment", Instrument.PIANO, notes));
        return line.withParts(parts);
    }

    private void requireMelody(NoteSequence melody, QuantizedSequence quantized) {
        PianoRoll roll = space.roll();
        require(
                quantized.lengthInSteps() > 0,
                "\"%s\" has no notes to harmonize; choose a piece with a melody".formatted(melody.title()));
        quantized
                .allNotes()
                .filter(note -> !roll.contains(note.pitch()))
                .findFirst()
                .ifPresent(note -> {
                    throw new IllegalArgumentException(
                            "the melody has the note %s, but the model knows MIDI pitches %d to %d; transpose it into that range"
                                    .formatted(
                                            note.pitch().name(),
                                            roll.lowestPitch(),
                                            roll.lowestPitch() + roll.pitches() - 1));
                });
    }
}
