package diabolo.experiment.music;

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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MusicKindTest {

    private final NoteSequence melody = piece(part("", Instrument.PIANO, 60, 64, 67));
    private final NoteSequence drums = piece(part("", new Instrument.Drums(), 36, 42, 38));

    @Test
    void drumsAloneAreDrums() {
        assertThat(MusicKind.of(drums)).isEqualTo(MusicKind.DRUMS);
        assertThat(MusicKind.of(piece(part("", Instrument.PIANO, 60), part("", new Instrument.Drums(), 36))))
                .isEqualTo(MusicKind.MELODY);
    }

    @Test
    void chordsBelowAndAboveMiddleCAreOfTwoHands() {
        Part right = part("", Instrument.PIANO, 72, 76, 79);
        Part left = part("", Instrument.PIANO, 36, 48, 43);

        assertThat(MusicKind.of(piece(right, left))).isEqualTo(MusicKind.TWO_HANDS);
        assertThat(MusicKind.of(piece(part("melody", Instrument.PIANO, 72, 76, 79), left)))
                .isEqualTo(MusicKind.MELODY);
    }

    @Test
    void aLineIsAMelodyWhereverItLies() {
        assertThat(MusicKind.of(melody)).isEqualTo(MusicKind.MELODY);
        assertThat(MusicKind.of(piece(part("", Instrument.PIANO, 50, 55, 64, 69))))
                .isEqualTo(MusicKind.MELODY);
        assertThat(MusicKind.of(piece())).isEqualTo(MusicKind.MELODY);
    }

    @Test
    void mostPiecesDecide() {
        assertThat(MusicKind.of(new MusicPieces(List.of(drums, drums, melody), 0)))
                .isEqualTo(MusicKind.DRUMS);
        assertThat(MusicKind.of(new MusicPieces(List.of(drums, melody), 0))).isEqualTo(MusicKind.MELODY);
    }

    private static Part part(String name, Instrument instrument, int... pitches) {
        List<Note> notes = new ArrayList<>();
        IntStream.range(0, pitches.length)
                .forEach(i -> notes.add(new Note(Pitch.of(pitches[i]), Velocity.of(80), Beat.of(i), Beat.of(1))));
        return new Part(name, instrument, notes);
    }

    private static NoteSequence piece(Part... parts) {
        return NoteSequence.of("", new Tempo(120), Meter.FOUR_FOUR, List.of(parts));
    }
}
