package diabolo.midi;

import static org.assertj.core.api.Assertions.assertThat;

import diabolo.note.Finding;
import diabolo.note.Instrument;
import diabolo.note.Part;
import diabolo.note.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs and keyboards write that the format leaves open, or forbids. A beat has 96 ticks. */
class ProgramsThatWriteMidiTest {

    private static final String END = " 00 FF 2F 00";

    private static Reading read(String track) throws MalformedMidiException {
        return MidiReader.readLenient(MidiBytes.format(0).track(track + END).build());
    }

    private static List<String> notes(String track) throws MalformedMidiException {
        return read(track)
                .sequence()
                .allNotes()
                .map(note -> note.start() + " " + note.pitch().midi() + " " + note.duration())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8F FF FF FF 00", "8F FF FF FF 7F", "88 80 80 80 00"})
    void aNegativeDeltaIsNone(String delta) throws MalformedMidiException {
        assertThat(notes(delta + " 90 3C 50 60 80 3C 40")).containsExactly("0 60 1");
        assertThat(notes("60 90 3C 50 " + delta + " 90 3E 50 60 80 3C 40 00 80 3E 40"))
                .containsExactly("1 60 1", "1 62 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"78", "7B", "7C", "7F"})
    void allNotesOffEndsThem(String controller) throws MalformedMidiException {
        assertThat(notes("00 90 3C 50 00 91 3E 50 60 B0 " + controller + " 00 60 81 3E 40 60 90 3C 50 60 80 3C 40"))
                .containsExactlyInAnyOrder("0 60 1", "0 62 2", "3 60 1");
    }

    @Test
    void theEndsOfNotesThatAllNotesOffEndedAreNoFinding() throws MalformedMidiException {
        String loop = "00 90 3C 50 60 B0 7B 00 00 80 3C 40 00 90 3C 50 60 90 3C 50 60 80 3C 40 00 80 3C 40";

        assertThat(notes(loop)).containsExactly("0 60 1", "1 60 2", "2 60 1");
        assertThat(read(loop).findings()).isEmpty();
        assertThat(read("00 90 3C 50 60 80 3C 40 00 80 3C 40").findings())
                .extracting(Finding::message)
                .containsExactly("ends of notes without a start: 1");
    }

    @Test
    void anEndBeforeItsStartIsANoteWithoutLengthOnlyWhereThePitchBeginsAgain() throws MalformedMidiException {
        assertThat(notes("00 80 3C 40 00 90 3C 50 60 90 3C 50 60 80 3C 40")).containsExactly("1 60 1");
        assertThat(notes("00 80 3C 40 00 90 3C 50 60 80 3C 40")).containsExactly("0 60 1");
        assertThat(notes("00 90 3C 50 60 80 3C 40 00 90 3C 50 60 80 3C 40")).containsExactly("0 60 1", "1 60 1");
    }

    @ParameterizedTest
    @CsvSource({
        "00 B5 00 7F 00 C5 00, true",
        "00 B5 00 78 00 B5 20 00 00 C5 00, true",
        "00 B5 00 7E 00 C5 00, true",
        "00 B5 00 00 00 C5 00, false",
        "00 B5 00 7F 00 B5 00 00 00 C5 00, false",
        "00 F0 0A 41 10 42 12 40 16 15 01 14 F7, true",
        "00 F0 0A 41 10 42 12 40 16 15 00 15 F7, false",
        "00 F0 0A 41 10 42 12 40 15 15 01 14 F7, false",
    })
    void banksAndMessagesMakeAChannelPlayDrums(String setting, boolean areDrums) throws MalformedMidiException {
        Part part =
                read(setting + " 00 95 24 50 60 85 24 40").sequence().parts().getFirst();

        assertThat(part.instrument() instanceof Instrument.Drums).isEqualTo(areDrums);
    }

    @Test
    void aMeterThatCannotBeIsLeftOut() throws MalformedMidiException {
        Reading reading = read("00 FF 58 04 06 08 18 08 00 90 3C 50 60 80 3C 40");

        assertThat(reading.sequence().meters()).isEmpty();
        assertThat(reading.findings()).extracting(Finding::message).anyMatch(message -> message.contains("06 08"));
    }
}
