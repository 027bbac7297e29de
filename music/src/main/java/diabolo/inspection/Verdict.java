package diabolo.inspection;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import diabolo.note.Finding;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What was found about a file: whether it can be read, why not, and what is in it.
 *
 * <pre>{@code
 * Verdict verdict = FileInspection.inspect(Path.of("maple.mid"));
 * verdict.status();   // READABLE
 * verdict.inWords();  // maple.mid: MIDI, readable
 *                     //   2 parts, 2566 notes, 144 bars of 2/4, ...
 * }</pre>
 *
 * <p>Immutable; made of records, enums and lists, so that it goes to JSON as it is.
 *
 * @param file its path, as it was given
 * @param findings in the order of reading; at least one where the file is refused
 * @param statistics what is in it; absent where the file is refused
 */
public record Verdict(
        String file, Format format, Status status, List<Finding> findings, Optional<PieceStatistics> statistics) {

    /** Whether a file can be read. */
    public enum Status {
        READABLE("readable"),
        /** Strict reading refuses the file, lenient reading mends it. */
        READABLE_WITH_REPAIR("readable with repair"),
        REFUSED("refused");

        private final String words;

        Status(String words) {
            this.words = words;
        }

        /** As people say it. */
        public String words() {
            return words;
        }
    }

    public Verdict {
        requireNonNull(file, "file");
        requireNonNull(format, "format");
        requireNonNull(status, "status");
        findings = List.copyOf(findings);
        requireNonNull(statistics, "statistics");
    }

    /** The verdict with those findings alone that call for mending the file. */
    public Verdict ofProblems() {
        return new Verdict(
                file,
                format,
                status,
                findings.stream().filter(finding -> finding.kind().isProblem()).toList(),
                statistics);
    }

    /** A headline, a line of statistics if there are any, and a line for each finding. */
    public String inWords() {
        String headline = "%s: %s, %s".formatted(file, format.words(), status.words());
        String statisticsLine =
                statistics.map(known -> "%n  %s".formatted(known.inWords())).orElse("");
        String findingLines = findings.stream().map(Verdict::line).collect(joining());
        return headline + statisticsLine + findingLines;
    }

    private static String line(Finding finding) {
        String kind = finding.kind().name().toLowerCase(Locale.ROOT);
        return "%n  %s: %s".formatted(kind, finding.sentence());
    }
}
