package diabolo.listening;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What listeners answered, as the page exports it: a CSV file of the columns test, listener, pair, better and person.
 *
 * <pre>{@code
 * Answers answers = Answers.read(List.of(Path.of("anna.csv"), Path.of("ben.csv")), key);
 * }</pre>
 *
 * <p>Files that a spreadsheet has saved, with semicolons or quotes, are read too. Of several answers of a listener to a pair the last
 * counts. Immutable.
 */
public final class Answers {

    static final List<String> COLUMNS = List.of("test", "listener", "pair", "better", "person");

    /** Which answer is meant. */
    record Place(String listener, int pair, Question question) {}

    private final Map<Place, Side> sides;

    private Answers(Map<Place, Side> sides) {
        this.sides = Collections.unmodifiableMap(new LinkedHashMap<>(sides));
    }

    Map<Place, Side> sides() {
        return sides;
    }

    /** How many listeners there are. */
    public int listeners() {
        return (int) sides.keySet().stream().map(Place::listener).distinct().count();
    }

    /**
     * Reads files.
     *
     * @throws IOException if one is no file of answers, or its answers do not belong to the key; the message is a sentence
     */
    public static Answers read(List<Path> files, AnswerKey key) throws IOException {
        Map<Place, Side> sides = new LinkedHashMap<>();
        for (Path file : files) {
            List<List<String>> rows = rows(file);
            if (rows.isEmpty() || !rows.getFirst().equals(COLUMNS)) {
                throw new IOException(
                        "%s has no answers; give a file that the page of a listening test saved, with the columns %s."
                                .formatted(file, String.join(", ", COLUMNS)));
            }
            for (int row = 1; row < rows.size(); row++) {
                add(rows.get(row), "%s, line %d".formatted(file, row + 1), key, sides);
            }
        }
        if (sides.isEmpty()) {
            throw new IOException("Nothing was answered in %s; answer some pairs of the page and save again."
                    .formatted(files.getFirst()));
        }
        return new Answers(sides);
    }

    private static List<List<String>> rows(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(line -> line.replace("\uFEFF", "").strip())
                    .filter(line -> !line.isEmpty())
                    .map(line -> Stream.of(line.split("[,;\t]", -1))
                            .map(cell -> cell.replace("\"", "").strip())
                            .toList())
                    .toList();
        } catch (UncheckedIOException unreadable) {
            if (unreadable.getCause() instanceof MalformedInputException) {
                throw new IOException("%s is no text; give a file of answers.".formatted(file), unreadable);
            }
            throw unreadable.getCause();
        }
    }

    private static void add(List<String> row, String where, AnswerKey key, Map<Place, Side> sides) throws IOException {
        if (row.size() != COLUMNS.size()) {
            throw new IOException("%s has %d columns, and answers have %d; give the file as the page saved it."
                    .formatted(where, row.size(), COLUMNS.size()));
        }
        if (!row.getFirst().equals(key.test())) {
            throw new IOException(
                    "%s is an answer to test %s, but the key is of test %s; give the key beside that test's page."
                            .formatted(where, row.getFirst(), key.test()));
        }
        int pair = pair(row.get(2), where, key);
        for (Question question : Question.values()) {
            String cell = row.get(COLUMNS.indexOf(question.column()));
            Optional<Side> side = Side.of(cell);
            if (side.isEmpty() && !cell.isEmpty()) {
                throw new IOException("%s has '%s' for an answer, which is left, right or nothing; correct it."
                        .formatted(where, cell));
            }
            side.ifPresent(given -> sides.put(new Place(row.get(1), pair, question), given));
        }
    }

    private static int pair(String cell, String where, AnswerKey key) throws IOException {
        int pairs = key.pairs().size();
        if (!cell.matches("[0-9]{1,4}") || Integer.parseInt(cell) < 1 || Integer.parseInt(cell) > pairs) {
            throw new IOException(
                    "%s is of pair '%s', but the key has pairs 1 to %d; give the key beside the test's page."
                            .formatted(where, cell, pairs));
        }
        return Integer.parseInt(cell);
    }
}
