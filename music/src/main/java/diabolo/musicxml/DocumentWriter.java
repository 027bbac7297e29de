package diabolo.musicxml;

import diabolo.note.Instrument;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import diabolo.note.Pitch;
import java.util.List;

/**
 * Writes the document: its head, the list of parts, then each part.
 *
 * <p>Used for one piece.
 */
final class DocumentWriter {

    private static final int MOST_PARTS = 1_000;
    private static final int DRUM_CHANNEL = 10;
    private static final String PROLOG = """
            <?xml version="1.0" encoding="UTF-8" standalone="no"?>
            <!DOCTYPE score-partwise PUBLIC "-//Recordare//DTD MusicXML 4.0 Partwise//EN" \
            "http://www.musicxml.org/dtds/partwise.dtd">
            """;

    private final NoteSequence piece;
    private final List<Part> parts;
    private final XmlOutput xml = new XmlOutput(PROLOG);

    DocumentWriter(NoteSequence piece) {
        this.piece = piece;
        // a document has at least one part
        this.parts = piece.parts().isEmpty() ? List.of(new Part("", Instrument.PIANO, List.of())) : piece.parts();
    }

    byte[] write() {
        if (parts.size() > MOST_PARTS) {
            throw new IllegalArgumentException(
                    "the piece has %d parts, and at most %d are written as MusicXML; merge some"
                            .formatted(parts.size(), MOST_PARTS));
        }
        Divisions divisions = Divisions.of(piece);
        List<WrittenBar> bars = WrittenBar.of(piece, divisions);
        xml.open("score-partwise", "version", "4.0");
        if (!piece.title().isBlank()) {
            xml.open("work").leaf("work-title", piece.title()).close();
        }
        xml.open("identification")
                .open("encoding")
                .leaf("software", "Diabolo")
                .close()
                .close();
        xml.open("part-list");
        for (int i = 0; i < parts.size(); i++) {
            writeDeclaration(parts.get(i), i);
        }
        xml.close();
        for (int i = 0; i < parts.size(); i++) {
            List<Mark> marks = i == leader() ? Mark.allOf(piece, divisions) : Mark.keysOf(piece, divisions);
            xml.open("part", "id", idOf(i));
            new PartWriter(parts.get(i), idOf(i), divisions, xml).write(bars, marks);
            xml.close();
        }
        return xml.close().toBytes();
    }

    /** The part over which tempos and chord symbols stand. */
    private int leader() {
        for (int i = 0; i < parts.size(); i++) {
            if (!parts.get(i).isDrums()) {
                return i;
            }
        }
        return 0;
    }

    private void writeDeclaration(Part part, int index) {
        String id = idOf(index);
        xml.open("score-part", "id", id).leaf("part-name", part.name());
        switch (part.instrument()) {
            case Instrument.Melodic(int program) -> {
                writeInstrument(id + "-I1", part.name().isBlank() ? id : part.name());
                writeMidi(id + "-I1", channelOf(index), program);
                xml.close();
            }
            case Instrument.Drums() -> {
                List<Pitch> drums = part.notes().stream()
                        .map(Note::pitch)
                        .distinct()
                        .sorted()
                        .toList();
                drums.forEach(drum -> writeInstrument(NoteWriter.drumId(id, drum), "Drum " + drum.midi()));
                for (Pitch drum : drums) {
                    writeMidi(NoteWriter.drumId(id, drum), DRUM_CHANNEL, 0);
                    xml.leaf("midi-unpitched", drum.midi() + 1).close();
                }
            }
        }
        xml.close();
    }

    private void writeInstrument(String id, String name) {
        xml.open("score-instrument", "id", id).leaf("instrument-name", name).close();
    }

    /** Leaves the element open. */
    private void writeMidi(String id, int channel, int program) {
        xml.open("midi-instrument", "id", id).leaf("midi-channel", channel).leaf("midi-program", program + 1);
    }

    /** One to sixteen, but for that of the drums. */
    private static int channelOf(int index) {
        int channel = index % 15 + 1;
        return channel < DRUM_CHANNEL ? channel : channel + 1;
    }

    private static String idOf(int index) {
        return "P" + (index + 1);
    }
}
