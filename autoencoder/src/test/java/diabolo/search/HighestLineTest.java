package diabolo.search;

import static org.assertj.core.api.Assertions.assertThat;

import diabolo.note.Beat;
import diabolo.note.Instrument;
import diabolo.note.Meter;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import diabolo.note.Pitch;
import diabolo.note.Tempo;
import diabolo.note.Velocity;
import java.util.List;
import org.junit.jupiter.api.Test;

class HighestLineTest {

    @Test
    void aMelodyAloneStaysUnchanged() {
        for (Melodies melody : Melodies.values()) {
            Part part = melody.piece().parts().getFirst();

            assertThat(lineOf(part)).isEqualTo(part.notes());
        }
    }

    @Test
    void ofAChordTheHighestNoteIsTaken() {
        assertThat(lineOf(part(note(60, 0, 4), note(67, 0, 4), note(64, 0, 4)))).containsExactly(note(67, 0, 4));
    }

    @Test
    void aBassUnderTheMelodyIsLeftOut() {
        assertThat(lineOf(part(note(72, 0, 8), note(74, 8, 8)), part(note(40, 0, 4), note(47, 4, 4), note(40, 8, 4))))
                .containsExactly(note(72, 0, 8), note(74, 8, 8));
    }

    /** The inner note begins before the upper voice moves on or rests, and outlasts it. */
    @Test
    void aNoteThatBeginsUnderAHeldOneIsLeftOut() {
        Part moving = part(note(76, 0, 4), note(77, 4, 4));
        Part resting = part(note(76, 0, 8), note(77, 16, 4));
        Part covered = part(note(76, 0, 12), note(79, 2, 2), note(77, 12, 4));

        assertThat(lineOf(moving, part(note(72, 2, 4)))).isEqualTo(moving.notes());
        assertThat(lineOf(moving, part(note(72, 3, 4)))).isEqualTo(moving.notes());
        assertThat(lineOf(resting, part(note(72, 6, 4)))).isEqualTo(resting.notes());
        assertThat(lineOf(covered, part(note(72, 6, 4))))
                .containsExactly(note(76, 0, 2), note(79, 2, 2), note(77, 12, 4));
    }

    @Test
    void theUpperVoiceIsTakenWhereItMeetsAnInnerOne() {
        assertThat(lineOf(part(note(76, 0, 4), note(72, 4, 4)), part(note(72, 0, 8))))
                .containsExactly(note(76, 0, 4), note(72, 4, 4));
    }

    @Test
    void aHigherNoteEndsTheOneBeforeIt() {
        assertThat(lineOf(part(note(60, 0, 16), note(72, 4, 4)))).containsExactly(note(60, 0, 4), note(72, 4, 4));
    }

    /** Descending legato: the lower note begins a little before the higher ends. */
    @Test
    void legatoNotesAreKeptAsPlayed() {
        Part bound = part(note(76, 0, 5), note(74, 4, 5), note(77, 8, 5));

        assertThat(lineOf(bound)).isEqualTo(bound.notes());
    }

    @Test
    void drumsAreNoMelody() {
        Part drums = new Part("", new Instrument.Drums(), List.of(note(81, 0, 4)));

        assertThat(lineOf(drums, part(note(60, 0, 4)))).containsExactly(note(60, 0, 4));
    }

    @Test
    void everyIncludedMelodyFillsFourBars() {
        for (Melodies melody : Melodies.values()) {
            assertThat(melody.piece().length()).isEqualTo(Beat.of(16));
        }
    }

    private static List<Note> lineOf(Part... parts) {
        NoteSequence piece = NoteSequence.of("", Tempo.DEFAULT, Meter.FOUR_FOUR, List.of(parts));
        return HighestLine.of(piece).parts().getFirst().notes();
    }

    private static Part part(Note... notes) {
        return new Part("", Instrument.PIANO, List.of(notes));
    }

    private static Note note(int pitch, int start, int length) {
        return new Note(Pitch.of(pitch), Velocity.DEFAULT, Beat.of(start, 4), Beat.of(length, 4));
    }
}
