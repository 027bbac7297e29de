package diabolo.inspection;

import diabolo.note.Finding;
import diabolo.note.MalformedMusicException;
import diabolo.note.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Gives every file a verdict: readable, readable with repair, or refused, with reasons.
 *
 * <pre>{@code
 * System.out.println(FileInspection.inspect(Path.of("from-the-attic.mid")).inWords());
 * }</pre>
 *
 * <p>The content decides what a file is, not its name. Nothing is thrown, whatever the file. Stateless.
 */
public final class FileInspection {

    private FileInspection() {}

    /** Reads a file leniently and tells what came of it. */
    public static Verdict inspect(Path file) {
        Format format = Format.OTHER;
        try {
            FileStart start = MusicFile.startOf(file);
            format = start.format();
            return read(file, start);
        } catch (MalformedMusicException malformed) {
            return refused(file, format, malformed.finding());
        } catch (IOException unreadable) {
            return refused(
                    file, format, "reading the file failed: " + unreadable.getMessage(), "check disk and permissions");
        } catch (RuntimeException unforeseen) {
            return refused(
                    file,
                    format,
                    "reading failed in a way that we did not foresee (%s)".formatted(unforeseen),
                    "please report it with the file");
        }
    }

    private static Verdict read(Path file, FileStart start) throws IOException {
        Reading reading = MusicFile.readLenient(file, start);
        Verdict.Status status = reading.findings().stream().anyMatch(finding -> finding.kind() == Finding.Kind.REPAIRED)
                ? Verdict.Status.READABLE_WITH_REPAIR
                : Verdict.Status.READABLE;
        PieceStatistics statistics = PieceStatistics.of(reading.sequence());
        return new Verdict(file.toString(), start.format(), status, reading.findings(), Optional.of(statistics));
    }

    private static Verdict refused(Path file, Format format, String message, String remedy) {
        return refused(file, format, new Finding(Finding.Kind.REFUSED, "whole file", message, remedy));
    }

    private static Verdict refused(Path file, Format format, Finding finding) {
        return new Verdict(file.toString(), format, Verdict.Status.REFUSED, List.of(finding), Optional.empty());
    }
}
