package diabolo.notation;

import diabolo.musicxml.MusicXmlReader;
import diabolo.note.Finding;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.Reading;
import java.util.List;

/** What a reading gave, in words short enough to compare. */
public final class SoundingNotes {

    private SoundingNotes() {}

    /** Every note in time as {@code "start pitch duration"}, in quarter notes. */
    public static List<String> notes(byte[] file) throws MalformedNotationException {
        return notes(MusicXmlReader.read(file));
    }

    public static List<String> notes(NoteSequence sequence) {
        return sequence.allNotes()
                .sorted(Note.IN_TIME)
                .map(note -> "%s %s %s".formatted(note.start(), note.pitch().name(), note.duration()))
                .toList();
    }

    /** The pitches in time. */
    public static String tune(byte[] file) throws MalformedNotationException {
        return tune(MusicXmlReader.read(file));
    }

    public static String tune(NoteSequence sequence) {
        return String.join(
                " ",
                sequence.allNotes()
                        .sorted(Note.IN_TIME)
                        .map(note -> note.pitch().name())
                        .toList());
    }

    public static List<String> findings(Reading reading, Finding.Kind kind) {
        return reading.findings().stream()
                .filter(finding -> finding.kind() == kind)
                .map(Finding::sentence)
                .toList();
    }
}
