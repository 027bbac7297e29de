package diabolo.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import diabolo.note.Beat;
import diabolo.note.Finding;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.Reading;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Small files, each built for one condition that real files have, and the notes that they sound. */
class CasesTest {

    private static final Path CASES = folder();

    static Stream<List<String>> cases() throws IOException {
        return Files.readAllLines(CASES.resolve("expected.tsv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> List.of(line.split("\t", -1)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theNotesSoundAsExpected(List<String> fileAndNotes) throws IOException {
        assertThat(notes(read(fileAndNotes.getFirst()).sequence()))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(fileAndNotes.getLast().split(" ", -1))
                                .map(CasesTest::inLowestTerms)
                                .toList());
    }

    @Test
    void jumpsInWordsOfAbcAreFollowedOrSaid() throws IOException {
        assertThat(read("abc-DC-in-words.abc").findings())
                .extracting(Finding::message)
                .anyMatch(message -> message.contains("in words"));
    }

    private static List<String> notes(NoteSequence sequence) {
        return sequence.allNotes().map(CasesTest::inWords).toList();
    }

    private static String inWords(Note note) {
        return "%s:%d:%s".formatted(note.start(), note.pitch().midi(), note.duration());
    }

    private static String inLowestTerms(String note) {
        String[] fields = note.split(":", -1);
        return "%s:%s:%s".formatted(beat(fields[0]), fields[1], beat(fields[2]));
    }

    private static Beat beat(String text) {
        String[] terms = text.split("/", -1);
        return terms.length == 1
                ? Beat.of(Long.parseLong(terms[0]))
                : Beat.of(Long.parseLong(terms[0]), Long.parseLong(terms[1]));
    }

    private static Reading read(String file) throws IOException {
        return MusicFile.readLenient(CASES.resolve(file));
    }

    private static Path folder() {
        try {
            return Path.of(Objects.requireNonNull(CasesTest.class.getResource("/cases"))
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
