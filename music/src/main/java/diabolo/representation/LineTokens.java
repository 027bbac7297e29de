package diabolo.representation;

import diabolo.grid.QuantizedNote;
import diabolo.note.Pitch;
import diabolo.note.Velocity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One line of tones as tokens, which a melody has once and a trio twice. */
final class LineTokens {

    private LineTokens() {}

    static EncodedLine encode(List<QuantizedNote> given, int steps) {
        List<QuantizedNote> inRange =
                given.stream().filter(note -> Melody.contains(note.pitch())).toList();
        MelodicLine line = MelodicLine.of(inRange);
        int[] tokens = new int[steps];
        for (QuantizedNote note : line.notes()) {
            if (note.startStep() < steps) {
                tokens[note.startStep()] = Melody.noteOn(note.pitch());
            }
            if (note.endStep() < steps) {
                tokens[note.endStep()] = Melody.NOTE_OFF; // a note that begins here writes over it
            }
        }
        int late = (int)
                line.notes().stream().filter(note -> note.endStep() > steps).count();
        Encoded.Loss loss = new Encoded.Loss(given.size() - inRange.size(), 0, 0, late, line.hiddenNotes());
        return new EncodedLine(tokens, loss);
    }

    static List<QuantizedNote> decode(int[] tokens) {
        List<QuantizedNote> notes = new ArrayList<>();
        int start = 0;
        int sounding = Melody.NOTE_OFF;
        for (int step = 0; step <= tokens.length; step++) {
            int token = step < tokens.length ? tokens[step] : Melody.NOTE_OFF;
            if (token == Melody.HOLD) {
                continue;
            }
            if (sounding != Melody.NOTE_OFF) {
                notes.add(new QuantizedNote(
                        Pitch.of(sounding - Melody.FIRST_NOTE_ON + Melody.LOWEST_PITCH),
                        Velocity.DEFAULT,
                        start,
                        step - start));
            }
            start = step;
            sounding = token;
        }
        return notes;
    }

    static Optional<int[]> transpose(int[] tokens, int semitones) {
        int[] transposed = tokens.clone();
        for (int step = 0; step < tokens.length; step++) {
            if (tokens[step] >= Melody.FIRST_NOTE_ON) {
                long token = (long) tokens[step] + semitones;
                if (token < Melody.FIRST_NOTE_ON || token >= Melody.ALPHABET) {
                    return Optional.empty();
                }
                transposed[step] = (int) token;
            }
        }
        return Optional.of(transposed);
    }

    /** A given tone is copied with its holds; where it ends, what was held is silent. */
    static int[] overlay(int[] given, int[] line) {
        int[] both = line.clone();
        boolean sounding = false;
        for (int step = 0; step < both.length; step++) {
            boolean ends = sounding && given[step] == Melody.NOTE_OFF;
            sounding = given[step] >= Melody.FIRST_NOTE_ON || (sounding && given[step] == Melody.HOLD);
            if (sounding) {
                both[step] = given[step];
            } else if (ends && both[step] == Melody.HOLD) {
                both[step] = Melody.NOTE_OFF;
            }
        }
        return both;
    }
}
