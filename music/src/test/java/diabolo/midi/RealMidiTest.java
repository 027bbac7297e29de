package diabolo.midi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import diabolo.DataFolder;
import diabolo.note.Finding;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that musicians have, against figures computed by another reader (Python's mido). */
class RealMidiTest {

    private static final int TICKS_PER_BEAT = 384;
    private static final long PRIME = 1_000_000_007;

    private static Path data(String folder) {
        Optional<Path> found = DataFolder.find(folder);
        assumeTrue(found.isPresent(), DataFolder.ABSENT);
        return found.orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "EliteSyncopations.mid, 2238, 113472, 126706874, 296.000",
        "PineappleRag.mid, 2483, 113448, 151310967, 177.600",
        "TheStrenuousLife.mid, 1466, 70464, 836937047, 184.000",
        "WallStreetRag.mid, 1358, 55104, 531460228, 144.000",
        "a-breeze-from-alabama.mid, 2946, 132096, 179179901, 252.073",
        "entertainer.mid, 2621, 116544, 746224133, 253.333",
        "eugenia.mid, 1783, 78912, 593134094, 181.765",
        "joplin_bethena.mid, 2739, 252288, 430186800, 264.000",
        "joplin_solace.mid, 2164, 113472, 167516576, 246.667",
        "magnetic.mid, 3048, 291840, 689392847, 761.000",
        "maple.mid, 2566, 110592, 878927454, 144.000",
        "original.mid, 1735, 83520, 394203450, 218.000",
        "search.mid, 2602, 113472, 101920586, 269.091",
        "sugar-cane.mid, 2614, 110592, 50877042, 172.800",
        "sun-flower-slow-drag.mid, 2691, 116544, 266628794, 253.333",
        "turpin-stlouisrag.mid, 1185, 55104, 183310458, 90.000",
        "winners.mid, 2524, 116544, 440845657, 304.000",
    })
    void ragsHaveTheNotesThatAnotherReaderFinds(String name, int notes, long endTick, long sum, double seconds)
            throws IOException {
        NoteSequence rag = MidiReader.read(data("ragtime-mutopia").resolve(name));

        assertThat(rag.allNotes()).hasSize(notes);
        assertThat(rag.length().toTicks(TICKS_PER_BEAT)).isEqualTo(endTick);
        assertThat(rag.allNotes().mapToLong(RealMidiTest::fingerprint).sum() % PRIME)
                .isEqualTo(sum);
        assertThat(rag.durationSeconds()).isCloseTo(seconds, within(0.01 * seconds));
    }

    private static long fingerprint(Note note) {
        long start = note.start().toTicks(TICKS_PER_BEAT);
        long length = note.duration().toTicks(TICKS_PER_BEAT);
        return (start * 31 + length) * 131
                + note.pitch().midi() * 7L
                + note.velocity().midi();
    }

    @ParameterizedTest
    @CsvSource({
        "test-c-major-scale.mid, 8",
        "test-corrupt-file-extra-byte.mid, 8",
        "test-corrupt-file-missing-byte.mid, 8",
        "test-illegal-message-all.mid, 8",
        "test-non-midi-track.mid, 8",
        "test-running-status-metaevent.mid, 8",
        "test-running-status-sysex.mid, 8",
        "test-vlq-4-byte.mid, 8",
        "test-karaoke-kar.mid, 29",
        "test-all-gs-sounds.mid, 5044",
    })
    void unusualFilesGiveTheirNotesLeniently(String name, int notes) throws IOException {
        Path file = data("midi-torture").resolve("jazz-soft/midi").resolve(name);

        assertThat(MidiReader.readLenient(file).sequence().allNotes()).hasSize(notes);
    }

    @Test
    void whatIsReadFromRealFilesIsWrittenAndReadBackTheSame() throws IOException {
        for (Path file : midiFilesIn(data("multitrack-games"))) {
            NoteSequence piece = MidiReader.readLenient(file).sequence();
            assertThat(MidiReader.read(MidiWriter.bytes(piece)).parts())
                    .as(file.toString())
                    .isEqualTo(piece.parts());
        }
    }

    @Test
    void aFileReadStrictlyNeedsNoRepairAndOneThatNeedsNoneIsReadStrictly() throws IOException {
        for (Path file : midiFilesIn(data("midi-torture"))) {
            boolean strict = reads(() -> MidiReader.read(file));
            boolean repaired = !reads(() -> {
                List<Finding> findings = MidiReader.readLenient(file).findings();
                if (findings.stream().anyMatch(finding -> finding.kind() == Finding.Kind.REPAIRED)) {
                    throw new MalformedMidiException(findings.getFirst());
                }
            });
            assertThat(strict).as(file.toString()).isEqualTo(!repaired);
        }
    }

    private interface Act {
        void run() throws IOException;
    }

    private static boolean reads(Act act) throws IOException {
        try {
            act.run();
            return true;
        } catch (MalformedMidiException refused) {
            return false;
        }
    }

    private static List<Path> midiFilesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".mid"))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
    }
}
