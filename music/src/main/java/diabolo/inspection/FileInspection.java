package diabolo.inspection;

import diabolo.midi.MidiReader;
import diabolo.notation.MusicXmlReader;
import diabolo.note.Finding;
import diabolo.note.MalformedMusicException;
import diabolo.note.Reading;
import java.io.IOException;
import java.nio.file.Files;
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
        Optional<String> obstacle = obstacle(file);
        if (obstacle.isPresent()) {
            return refused(file, Format.OTHER, obstacle.get(), "");
        }
        try {
            FileStart start = FileStart.of(file);
            return switch (start.format()) {
                case MIDI -> read(file, start.format(), MidiReader::readLenient);
                case MUSIC_XML, COMPRESSED_MUSIC_XML -> read(file, start.format(), MusicXmlReader::readLenient);
                case ABC ->
                    refused(
                            file,
                            start.format(),
                            "this is a tune in ABC, which is not read yet",
                            "convert it to MIDI or MusicXML, for instance with abc2midi or MuseScore");
                case OTHER ->
                    refused(file, start.format(), start.description(), "give a MIDI or MusicXML file instead");
            };
        } catch (IOException unreadable) {
            return refused(
                    file,
                    Format.OTHER,
                    "reading the file failed: " + unreadable.getMessage(),
                    "check disk and permissions");
        }
    }

    private interface LenientReader {
        Reading read(Path file) throws IOException;
    }

    private static Verdict read(Path file, Format format, LenientReader reader) throws IOException {
        try {
            Reading reading = reader.read(file);
            Verdict.Status status =
                    reading.findings().stream().anyMatch(finding -> finding.kind() == Finding.Kind.REPAIRED)
                            ? Verdict.Status.READABLE_WITH_REPAIR
                            : Verdict.Status.READABLE;
            Figures figures = Figures.of(reading.sequence());
            return new Verdict(file.toString(), format, status, reading.findings(), Optional.of(figures));
        } catch (MalformedMusicException malformed) {
            return refused(file, format, malformed.finding());
        } catch (RuntimeException unforeseen) {
            return refused(
                    file,
                    format,
                    "reading failed in a way that we did not foresee (%s)".formatted(unforeseen),
                    "please report it with the file");
        }
    }

    /** What keeps the file from being opened at all. */
    private static Optional<String> obstacle(Path file) {
        if (!Files.exists(file)) {
            return Optional.of("there is no such file; check the path");
        }
        if (Files.isDirectory(file)) {
            return Optional.of("this is a folder; name the files in it");
        }
        if (!Files.isRegularFile(file)) {
            return Optional.of("this is a device or a pipe, not a regular file; copy its content to a file");
        }
        if (!Files.isReadable(file)) {
            return Optional.of("reading is not permitted; change the permissions of the file");
        }
        return Optional.empty();
    }

    private static Verdict refused(Path file, Format format, String message, String remedy) {
        return refused(file, format, new Finding(Finding.Kind.REFUSED, "whole file", message, remedy));
    }

    private static Verdict refused(Path file, Format format, Finding finding) {
        return new Verdict(file.toString(), format, Verdict.Status.REFUSED, List.of(finding), Optional.empty());
    }
}
