package diabolo.accompaniment;

import diabolo.grid.BarSpan;
import diabolo.grid.QuantizedSequence;
import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.ChordSymbol;
import diabolo.note.Instrument;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import java.util.ArrayList;
import java.util.List;

/**
 * A melody with chord symbols, and an accompaniment that plays them.
 *
 * <pre>{@code
 * NoteSequence song = LeadSheet.of(melody, chords, Patterns.BOSSA);
 * song.parts();  // those of the melody, then "chords" and "bass"
 * song.chords(); // the chords that were given
 * }</pre>
 *
 * <p>The melody stays as it is, note for note. A pickup is left to it; in its last bar the chords are held, so that the piece comes to
 * rest; between them the pattern repeats. The inner notes of the chords lie between C3 and G4, at most three at once, each near where
 * it was in the chord before; the bass lies between E1 and E3. Stateless, and without chance.
 */
public final class LeadSheet {

    /** The name of the part that plays the chords. */
    public static final String CHORDS = "chords";

    /** The name of the part that plays the bass. */
    public static final String BASS = "bass";

    private static final Instrument ACOUSTIC_BASS = new Instrument.Melodic(32);

    private LeadSheet() {}

    /**
     * A melody with its chords played.
     *
     * @param melody its parts stay as they are
     * @param chords in order of time, each holding until the next
     * @throws IllegalArgumentException if the pattern has no bar of a meter of the melody; the message gives patterns that do
     */
    public static NoteSequence of(NoteSequence melody, List<At<ChordSymbol>> chords, AccompanimentPattern pattern) {
        NoteSequence symbols = melody.withChords(chords);
        PlayedChords played = new PlayedChords(symbols.chords());
        List<BarSpan> bars = BarSpan.of(melody);
        for (BarSpan bar : bars) {
            PatternBar inTurn = pattern.bar(bar.meter(), bar.number());
            if (!bar.isPickup()) {
                played.play(bar, bar.equals(bars.getLast()) ? PatternBar.HELD : inTurn);
            }
        }
        List<Part> parts = new ArrayList<>(melody.parts());
        parts.add(new Part(CHORDS, Instrument.PIANO, played.inner()));
        parts.add(new Part(BASS, ACOUSTIC_BASS, played.bass()));
        return symbols.withParts(parts);
    }

    /** The same for a melody on a grid. */
    public static NoteSequence of(
            QuantizedSequence melody, List<At<ChordSymbol>> chords, AccompanimentPattern pattern) {
        return of(melody.toNoteSequence(), chords, pattern);
    }

    /** The same in the pattern that suits the meter and the tempo in which the melody begins; {@link Patterns#BLOCK} if these change. */
    public static NoteSequence of(NoteSequence melody, List<At<ChordSymbol>> chords) {
        return of(melody, chords, patternFor(melody));
    }

    /** The pattern that suits a melody: {@link Patterns#defaultFor} of its meter and tempo, and one that fits every meter in it. */
    public static AccompanimentPattern patternFor(NoteSequence melody) {
        List<BarSpan> bars = BarSpan.of(melody);
        Beat start = bars.isEmpty() ? Beat.ZERO : bars.getFirst().start();
        AccompanimentPattern suited = Patterns.defaultFor(melody.meterAt(start), melody.tempoAt(start));
        return bars.stream().allMatch(bar -> suited.fits(bar.meter())) ? suited : Patterns.BLOCK;
    }
}
