package diabolo.corpus;

import diabolo.grid.QuantizedNote;
import diabolo.grid.QuantizedPart;
import diabolo.grid.QuantizedSequence;
import diabolo.note.At;
import diabolo.note.ChordKind;
import diabolo.note.ChordSymbol;
import diabolo.note.Instrument;
import diabolo.note.Pitch;
import diabolo.note.PitchName;
import diabolo.note.Velocity;
import diabolo.representation.MelodicLine;
import diabolo.representation.Melody;
import java.util.ArrayList;
import java.util.List;

/** The bass that lies in the chords of a tune. */
final class ChordBass {

    private static final Instrument ACOUSTIC_BASS = new Instrument.Melodic(32);

    /** Roots sound from C2 up to B2. */
    private static final int LOWEST_ROOT = 36;

    private ChordBass() {}

    /** What lies lowest in all parts but the tune, else in the chord symbols; without notes where there is neither. */
    static QuantizedPart under(QuantizedPart tune, QuantizedSequence piece) {
        List<QuantizedNote> others = piece.parts().stream()
                .filter(part -> !part.equals(tune) && !part.isDrums())
                .flatMap(part -> part.notes().stream())
                .filter(note -> Melody.contains(note.pitch()))
                .toList();
        List<QuantizedNote> bass = others.isEmpty() ? ofSymbols(piece) : lowestLine(others);
        return new QuantizedPart("bass", ACOUSTIC_BASS, bass);
    }

    private static List<QuantizedNote> lowestLine(List<QuantizedNote> notes) {
        List<QuantizedNote> upsideDown = notes.stream().map(ChordBass::mirrored).toList();
        return MelodicLine.of(upsideDown).notes().stream()
                .map(ChordBass::mirrored)
                .toList();
    }

    private static QuantizedNote mirrored(QuantizedNote note) {
        return new QuantizedNote(
                Pitch.of(127 - note.pitch().midi()), note.velocity(), note.startStep(), note.lengthInSteps());
    }

    /** A note from each symbol to the next. */
    private static List<QuantizedNote> ofSymbols(QuantizedSequence piece) {
        List<At<ChordSymbol>> chords = piece.chords();
        List<QuantizedNote> notes = new ArrayList<>();
        for (int i = 0; i < chords.size(); i++) {
            int from = step(piece, chords.get(i));
            int to = i + 1 < chords.size() ? step(piece, chords.get(i + 1)) : piece.lengthInSteps();
            ChordSymbol chord = chords.get(i).value();
            if (chord.kind() != ChordKind.NONE && from < to) {
                PitchName lowest = chord.bass().orElse(chord.root());
                Pitch pitch = Pitch.of(LOWEST_ROOT + lowest.pitchClass());
                notes.add(new QuantizedNote(pitch, Velocity.DEFAULT, from, to - from));
            }
        }
        return notes;
    }

    private static int step(QuantizedSequence piece, At<ChordSymbol> chord) {
        return (int) Math.min(chord.start().toTicks(piece.grid().stepsPerBeat()), piece.lengthInSteps());
    }
}
