package diabolo.midi;

import static diabolo.midi.MidiBytes.C4_FOR_A_BEAT;
import static diabolo.midi.MidiBytes.END;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import diabolo.note.Finding;
import diabolo.note.Reading;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that break a rule: what strict reading says, and what lenient reading makes of them. */
class BrokenMidiTest {

    static Stream<Arguments> repairable() {
        String good = C4_FOR_A_BEAT + END;
        return Stream.of(
                broken("a format of 3", MidiBytes.format(3).track(good), 8, 1),
                broken(
                        "format 0 with two tracks",
                        MidiBytes.format(0).track(good).track(good),
                        8,
                        2),
                broken("a division of zero", MidiBytes.format(0).division(0).track(good), 12, 1),
                broken(
                        "16 frames a second",
                        MidiBytes.format(0).division(0xF060).track(good),
                        12,
                        1),
                broken(
                        "too many tracks announced",
                        MidiBytes.format(1).announcing(9).track(good),
                        10,
                        1),
                broken(
                        "a track too few announced",
                        MidiBytes.format(1).announcing(1).track(good).track(good),
                        10,
                        2),
                broken("a length of 2^31", MidiBytes.format(0).trackDeclaring(1L << 31, good), 18, 1),
                broken("a length of 2^32-1", MidiBytes.format(0).trackDeclaring(0xFFFFFFFFL, good), 18, 1),
                broken(
                        "a length too short",
                        MidiBytes.format(1).trackDeclaring(9, good).track(good),
                        31,
                        2),
                broken(
                        "a length too long",
                        MidiBytes.format(1).trackDeclaring(16, good).track(good),
                        34,
                        2),
                broken(
                        "two lengths of 2^31",
                        MidiBytes.format(1).trackDeclaring(1L << 31, good).trackDeclaring(1L << 31, good),
                        18,
                        2),
                broken("no end of track", MidiBytes.format(0).track(C4_FOR_A_BEAT), 30, 1),
                broken("bytes after the end of track", MidiBytes.format(0).track(good + "00 00"), 34, 1),
                broken(
                        "bytes after the last track",
                        MidiBytes.format(0).track(good).raw("2A"),
                        34,
                        1),
                broken("a live message", MidiBytes.format(0).track("00 F3 7F " + good), 23, 1),
                broken("an undefined status", MidiBytes.format(0).track("00 F5 " + good), 23, 1),
                broken("a data byte too high", MidiBytes.format(0).track("00 90 3C FF 60 80 3C 40" + END), 25, 1),
                broken(
                        "running status after a meta event",
                        MidiBytes.format(0).track("00 90 3C 40 00 FF 01 00 60 3C 00 " + END),
                        31,
                        1),
                broken(
                        "no status at all",
                        MidiBytes.format(1).track("00 3C 40 " + END).track(good),
                        23,
                        1),
                broken("a delta of 5 bytes", MidiBytes.format(0).track(C4_FOR_A_BEAT + "80 80 80 80 00"), 30, 1),
                broken("a meta event too long", MidiBytes.format(0).track(C4_FOR_A_BEAT + "00 FF 01 7F 00"), 34, 1),
                broken("a tempo of zero", MidiBytes.format(0).track("00 FF 51 03 00 00 00 " + good), 23, 1),
                broken("a tempo of 2 bytes", MidiBytes.format(0).track("00 FF 51 02 07 A1 " + good), 23, 1),
                broken("a meter of no beats", MidiBytes.format(0).track("00 FF 58 04 00 02 18 08" + good), 23, 1),
                broken("a key of 9 sharps", MidiBytes.format(0).track("00 FF 59 02 09 00 " + good), 23, 1));
    }

    private static Arguments broken(String name, MidiBytes file, int offset, int notes) {
        return Arguments.of(name, file.build(), offset, notes);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("repairable")
    void strictReadingNamesTheByteAndTheRepair(String name, byte[] file, int offset, int notes) {
        assertThatExceptionOfType(MalformedMidiException.class)
                .isThrownBy(() -> MidiReader.read(file))
                .withMessageStartingWith("byte " + offset + ": ")
                .withMessageContaining("lenient reading repairs it: ");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("repairable")
    void lenientReadingKeepsTheNotesAndTellsTheRepair(String name, byte[] file, int offset, int notes)
            throws MalformedMidiException {
        Reading reading = MidiReader.readLenient(file);

        assertThat(reading.sequence().allNotes()).hasSize(notes);
        assertThat(reading.findings().stream().map(Finding::kind)).contains(Finding.Kind.REPAIRED);
    }

    static Stream<Arguments> hopeless() {
        return Stream.of(
                Arguments.of("nothing", new byte[0], "the file is empty"),
                Arguments.of("text", "not a midi file".getBytes(StandardCharsets.UTF_8), "begins with MThd"),
                Arguments.of("half a header", MidiBytes.hex("4D 54 68 64 00 00 00 06 00"), "14 bytes long"),
                Arguments.of("no track", MidiBytes.format(1).announcing(2).build(), "announces 2 tracks"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hopeless")
    void whatCannotBeReadIsRefusedEvenLeniently(String name, byte[] file, String rule) {
        assertThatExceptionOfType(MalformedMidiException.class)
                .isThrownBy(() -> MidiReader.readLenient(file))
                .withMessageContaining(rule);
    }

    @Test
    void chunksOfOtherProgramsArePassedOverAsTheFormatAsks() throws MalformedMidiException {
        byte[] file = MidiBytes.format(0)
                .chunk("Junk", 3, "01 02 03")
                .track(C4_FOR_A_BEAT + END)
                .build();

        assertThat(MidiReader.read(file).allNotes()).hasSize(1);
    }

    @Test
    void aHeaderOfWrongLengthIsReadAsSixBytes() throws MalformedMidiException {
        byte[] file = MidiBytes.format(0).track(C4_FOR_A_BEAT + END).build();
        file[7] = 0x16;

        assertThat(MidiReader.readLenient(file).sequence().allNotes()).hasSize(1);
        assertThatExceptionOfType(MalformedMidiException.class)
                .isThrownBy(() -> MidiReader.read(file))
                .withMessageStartingWith("byte 4: the header declares 22 bytes");
    }

    @Test
    void everyTruncationIsReadOrRefusedInOneSentence() throws MalformedMidiException {
        byte[] file = MidiBytes.format(1)
                .track(END)
                .track(C4_FOR_A_BEAT + C4_FOR_A_BEAT + END)
                .build();

        for (int length = 0; length < file.length; length++) {
            byte[] cut = Arrays.copyOf(file, length);
            assertThatExceptionOfType(MalformedMidiException.class).isThrownBy(() -> MidiReader.read(cut));
        }
        Reading halfWay = MidiReader.readLenient(Arrays.copyOf(file, file.length - 8));
        assertThat(halfWay.sequence().allNotes()).hasSize(2);
    }

    @Test
    void aThousandBrokenRulesGiveAReadableListOfFindings() throws MalformedMidiException {
        byte[] file = MidiBytes.format(0)
                .track("00 F5 ".repeat(1000) + C4_FOR_A_BEAT + END)
                .build();

        Reading reading = MidiReader.readLenient(file);

        assertThat(reading.findings()).hasSize(Diagnosis.MAX_FINDINGS + 1);
        assertThat(reading.findings().getLast().message()).isEqualTo("900 more findings are not listed");
    }

    @Test
    void aPieceOfMoreThanTheGreatestLengthEndsThere() throws MalformedMidiException {
        byte[] file = MidiBytes.format(0)
                .track(C4_FOR_A_BEAT + "FF FF FF 7F FF 01 00 ".repeat(4100) + END)
                .build();

        Reading reading = MidiReader.readLenient(file);

        assertThat(reading.sequence().allNotes()).hasSize(1);
        assertThat(reading.findings().getFirst().message()).contains("lasts more than 1,099,511,627,776 ticks");
    }

    @Test
    void moreThanAMillionNotesAreRefused() {
        byte[] file = MidiBytes.format(0)
                .track("00 90 3C 40 " + "01 3C 40 ".repeat(1_000_000) + END)
                .build();

        assertThatExceptionOfType(MalformedMidiException.class)
                .isThrownBy(() -> MidiReader.readLenient(file))
                .withMessageContaining("the file has 1,000,001 notes, and at most 1,000,000 are read");
    }

    @Test
    void notesAsFarApartAsDeltasAllowAndWithoutAnEndAreReadWithTheirPlaces() throws MalformedMidiException {
        String farthest = "FF FF FF 7F ";
        byte[] file = MidiBytes.format(0)
                .division(1)
                .track("00 90 3C 40 01 80 3C 40 " + farthest + "90 3C 40 " + farthest + "FF 2F 00")
                .build();

        Reading reading = MidiReader.readLenient(file);

        assertThat(reading.sequence().durationSeconds()).isEqualTo(((1 << 28) - 1) + 0.5);
        assertThat(reading.findings())
                .extracting(Finding::message)
                .anyMatch(message -> message.contains("notes without an end: 1"));
    }
}
