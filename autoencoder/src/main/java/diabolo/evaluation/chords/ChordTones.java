package diabolo.evaluation.chords;

import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.ChordKind;
import diabolo.note.ChordSymbol;
import diabolo.note.Meter;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import java.util.List;
import java.util.Optional;

/**
 * How many notes of melodies are tones of the chord that holds where they begin. Notes without a chord, and drums, are not counted.
 *
 * <pre>{@code
 * ChordTones.of(List.of(leadSheet)).onBeat(); // 0.71
 * }</pre>
 *
 * @param pieces with a note under a chord
 * @param onBeat share of notes that begin on a beat: a quarter note, in 6/8, 9/8 and 12/8 a dotted one; not a number without any
 * @param all share of all notes
 */
public record ChordTones(int pieces, double onBeat, double all) {

    /** Of melodies with their chord symbols. */
    public static ChordTones of(List<NoteSequence> melodies) {
        Count beats = new Count();
        Count notes = new Count();
        int pieces = 0;
        for (NoteSequence melody : melodies) {
            int before = notes.counted;
            melody.parts().stream()
                    .filter(part -> !part.isDrums())
                    .flatMap(part -> part.notes().stream())
                    .forEach(note -> add(note, melody, beats, notes));
            pieces += notes.counted > before ? 1 : 0;
        }
        return new ChordTones(pieces, beats.share(), notes.share());
    }

    private static void add(Note note, NoteSequence melody, Count beats, Count notes) {
        Optional<ChordSymbol> chord = melody.chordAt(note.start()).filter(symbol -> symbol.kind() != ChordKind.NONE);
        if (chord.isPresent()) {
            boolean isTone = chord.get().pitchClasses().contains(note.pitch().pitchClass());
            notes.add(isTone);
            if (isOnBeat(note.start(), melody)) {
                beats.add(isTone);
            }
        }
    }

    private static boolean isOnBeat(Beat position, NoteSequence melody) {
        Beat from = melody.meters().stream()
                .map(At::start)
                .filter(start -> start.compareTo(position) <= 0)
                .reduce(Beat.ZERO, Beat::max);
        Beat within = position.minus(from);
        return isCompound(melody.meterAt(position))
                ? within.times(2).dividedBy(3).isOnGrid(1)
                : within.isOnGrid(1);
    }

    private static boolean isCompound(Meter meter) {
        return meter.beatUnit() == 8 && meter.beats() % 3 == 0;
    }

    private static final class Count {

        private int counted;
        private int tones;

        private void add(boolean isTone) {
            counted++;
            tones += isTone ? 1 : 0;
        }

        private double share() {
            return counted == 0 ? Double.NaN : (double) tones / counted;
        }
    }
}
