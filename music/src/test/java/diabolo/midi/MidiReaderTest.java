package diabolo.midi;

import static diabolo.midi.MidiBytes.C4_FOR_A_BEAT;
import static diabolo.midi.MidiBytes.END;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.Finding;
import diabolo.note.Instrument;
import diabolo.note.Key;
import diabolo.note.Meter;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import diabolo.note.Pitch;
import diabolo.note.Reading;
import diabolo.note.Tempo;
import diabolo.note.Velocity;
import java.util.List;
import org.junit.jupiter.api.Test;

class MidiReaderTest {

    private static Note note(int pitch, int velocity, Beat start, Beat duration) {
        return new Note(Pitch.of(pitch), Velocity.of(velocity), start, duration);
    }

    private static List<Note> notesOf(String trackHex) throws MalformedMidiException {
        return MidiReader.read(MidiBytes.format(0).track(trackHex + END).build())
                .allNotes()
                .toList();
    }

    @Test
    void aNoteHasItsPitchVelocityStartAndLength() throws MalformedMidiException {
        List<Note> notes = notesOf("30 90 3C 40 60 80 3C 40");

        assertThat(notes).containsExactly(note(60, 64, Beat.of(1, 2), Beat.of(1)));
    }

    @Test
    void runningStatusAndVelocityZeroEndNotes() throws MalformedMidiException {
        List<Note> notes = notesOf("00 90 3C 40 30 3C 00 00 3E 41 30 3E 00");

        assertThat(notes)
                .containsExactly(note(60, 64, Beat.ZERO, Beat.of(1, 2)), note(62, 65, Beat.of(1, 2), Beat.of(1, 2)));
    }

    @Test
    void overlappingNotesOfOnePitchPairFirstInFirstOut() throws MalformedMidiException {
        List<Note> notes = notesOf("00 90 3C 40 60 90 3C 50 60 80 3C 00 60 80 3C 00");

        assertThat(notes).containsExactly(note(60, 64, Beat.ZERO, Beat.of(2)), note(60, 80, Beat.of(1), Beat.of(2)));
    }

    @Test
    void channelsDoNotEndEachOthersNotes() throws MalformedMidiException {
        List<Note> notes = notesOf("00 90 3C 40 00 91 3C 41 60 81 3C 00 60 80 3C 00");

        assertThat(notes).containsExactly(note(60, 64, Beat.ZERO, Beat.of(2)), note(60, 65, Beat.ZERO, Beat.of(1)));
    }

    @Test
    void hangingAndLengthlessNotesAreKeptAndTold() throws MalformedMidiException {
        byte[] file = MidiBytes.format(0)
                .track("00 90 3C 40 00 3E 40 00 3E 00 00 40 00 83 00 FF 2F 00")
                .build();

        Reading reading = MidiReader.readLenient(file);

        assertThat(reading.sequence().allNotes())
                .containsExactly(note(60, 64, Beat.ZERO, Beat.of(4)), note(62, 64, Beat.ZERO, Beat.of(1, 96)));
        assertThat(reading.findings()).allMatch(finding -> finding.kind() == Finding.Kind.NOTED);
        assertThat(reading.findings().stream().map(Finding::message))
                .containsExactly(
                        "notes without an end: 1", "notes without length: 1", "ends of notes without a start: 1");
    }

    @Test
    void everyTrackChannelAndProgramIsAPart() throws MalformedMidiException {
        byte[] file = MidiBytes.format(1)
                .track("00 FF 03 05 50 69 65 63 65 " + END)
                .track("00 FF 03 04 4C 65 61 64 00 C0 28 " + C4_FOR_A_BEAT + "00 C0 49 " + C4_FOR_A_BEAT + END)
                .track("00 99 24 40 60 89 24 40 " + END)
                .build();

        NoteSequence piece = MidiReader.read(file);

        assertThat(piece.title()).isEqualTo("Piece");
        assertThat(piece.parts())
                .containsExactly(
                        new Part("Lead", new Instrument.Melodic(40), List.of(note(60, 64, Beat.ZERO, Beat.of(1)))),
                        new Part("Lead", new Instrument.Melodic(73), List.of(note(60, 64, Beat.of(1), Beat.of(1)))),
                        new Part("", new Instrument.Drums(), List.of(note(36, 64, Beat.ZERO, Beat.of(1)))));
    }

    @Test
    void aProgramSetInTheFirstTrackHoldsForTheOthers() throws MalformedMidiException {
        byte[] file = MidiBytes.format(1)
                .track("00 C0 28 " + END)
                .track(C4_FOR_A_BEAT + END)
                .build();

        assertThat(MidiReader.read(file).parts().getFirst().instrument()).isEqualTo(new Instrument.Melodic(40));
    }

    @Test
    void temposMetersAndKeysStandAtTheirBeats() throws MalformedMidiException {
        byte[] file = MidiBytes.format(0)
                .track("00 FF 51 03 07 A1 20 00 FF 58 04 06 03 24 08 00 FF 59 02 FC 01 60 FF 51 03 08 52 AF " + END)
                .build();

        NoteSequence piece = MidiReader.read(file);

        assertThat(piece.tempos())
                .containsExactly(new At<>(Beat.ZERO, new Tempo(120)), new At<>(Beat.of(1), new Tempo(110)));
        assertThat(piece.meters()).containsExactly(new At<>(Beat.ZERO, new Meter(6, 8)));
        assertThat(piece.keys()).containsExactly(new At<>(Beat.ZERO, new Key(-4, Key.Mode.MINOR)));
    }

    @Test
    void sysexEscapesAndUnknownMetaEventsArePassedOver() throws MalformedMidiException {
        List<Note> notes = notesOf("00 F0 05 7E 7F 09 01 F7 00 F7 02 F3 01 00 FF 7F 02 00 00 " + C4_FOR_A_BEAT);

        assertThat(notes).containsExactly(note(60, 64, Beat.ZERO, Beat.of(1)));
    }

    @Test
    void smpteTimeGivesTwoBeatsToTheSecond() throws MalformedMidiException {
        byte[] film = MidiBytes.format(0)
                .division(0xE728)
                .track("00 FF 51 03 0F 42 40 00 90 3C 40 87 68 80 3C 40 " + END)
                .build();

        NoteSequence piece = MidiReader.read(film);

        assertThat(piece.allNotes()).containsExactly(note(60, 64, Beat.ZERO, Beat.of(2)));
        assertThat(piece.durationSeconds()).isCloseTo(1.0, within(1e-9));
    }

    @Test
    void dropFrameTelevisionIsExact() {
        assertThat(new Division.Timecode(29, 100).toBeat(3000)).isEqualTo(Beat.of(1001, 500));
    }

    @Test
    void tracksOfFormat2FollowOneAnother() throws MalformedMidiException {
        byte[] file = MidiBytes.format(2)
                .track(C4_FOR_A_BEAT + "60 FF 2F 00")
                .track(C4_FOR_A_BEAT + END)
                .build();

        assertThat(MidiReader.read(file).allNotes().map(Note::start)).containsExactly(Beat.ZERO, Beat.of(2));
    }

    @Test
    void aRiffWrapperIsOpened() throws MalformedMidiException {
        byte[] inner = MidiBytes.format(0).track(C4_FOR_A_BEAT + END).build();
        byte[] head = MidiBytes.hex(
                "52 49 46 46 00 00 00 00 52 4D 49 44 64 61 74 61 " + "%02X".formatted(inner.length) + " 00 00 00");
        byte[] riff = new byte[head.length + inner.length];
        System.arraycopy(head, 0, riff, 0, head.length);
        System.arraycopy(inner, 0, riff, head.length, inner.length);

        assertThat(MidiReader.read(riff)).isEqualTo(MidiReader.read(inner));
    }

    @Test
    void aHugeTickCountIsANumberLikeAnyOther() throws MalformedMidiException {
        List<Note> notes = notesOf("FF FF FF 7F 90 3C 40 FF FF FF 7F 80 3C 40");

        assertThat(notes).containsExactly(note(60, 64, Beat.of((1 << 28) - 1, 96), Beat.of((1 << 28) - 1, 96)));
    }

    @Test
    void latin1NamesAreRead() throws MalformedMidiException {
        byte[] file =
                MidiBytes.format(0).track("00 FF 03 05 46 FC 72 20 45 " + END).build();

        assertThat(MidiReader.read(file).title()).isEqualTo("Für E");
    }
}
