package diabolo.musicxml;

import diabolo.musicxml.NoteValues.NoteValue;
import diabolo.notation.Notation;
import diabolo.note.Key;
import diabolo.note.Part;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Writes the bars of one part: the first voice with its rests and with what stands over it, then the others.
 *
 * <p>Belongs to one writing on one thread.
 */
final class PartWriter {

    private static final int FIRST_VOICE = 1;
    private static final int MIDDLE_C = 60;

    private final Part part;
    private final Divisions divisions;
    private final NoteValues values;
    private final XmlOutput xml;
    private final NoteWriter notes;
    private final MarkWriter markWriter;
    private List<Mark> marks = List.of();
    private int marksWritten;
    private int fifths;

    PartWriter(Part part, String id, Divisions divisions, XmlOutput xml) {
        this.part = part;
        this.divisions = divisions;
        this.xml = xml;
        this.values = new NoteValues(divisions.perQuarter());
        this.notes = new NoteWriter(part, id, xml);
        this.markWriter = new MarkWriter(xml);
    }

    /**
     * Writes every bar.
     *
     * @param newMarks in time
     */
    void write(List<WrittenBar> bars, List<Mark> newMarks) {
        marks = newMarks;
        List<SortedMap<Integer, List<Voices.Head>>> voices = Voices.of(part.notes(), bars, divisions);
        for (int i = 0; i < bars.size(); i++) {
            writeBar(bars.get(i), i == 0, voices.get(i));
        }
    }

    private void writeBar(WrittenBar bar, boolean isFirst, Map<Integer, List<Voices.Head>> voices) {
        if (bar.isShort()) {
            xml.open("measure", "number", bar.number(), "implicit", "yes");
        } else {
            xml.open("measure", "number", bar.number());
        }
        writeAttributes(bar, isFirst);
        int fifthsAtStart = fifths;
        writeFirstVoice(bar, voices.getOrDefault(FIRST_VOICE, List.of()));
        int fifthsAtEnd = fifths;
        long position = bar.end();
        for (Map.Entry<Integer, List<Voices.Head>> voice : voices.entrySet()) {
            if (voice.getKey() != FIRST_VOICE) {
                fifths = fifthsAtStart;
                position = writeFurtherVoice(bar, position, voice.getKey(), voice.getValue());
            }
        }
        fifths = fifthsAtEnd;
        xml.close();
    }

    private void writeAttributes(WrittenBar bar, boolean isFirst) {
        boolean hasKey = marksWritten < marks.size()
                && marks.get(marksWritten) instanceof Mark.OfKey
                && marks.get(marksWritten).at() == bar.start();
        if (!isFirst && !bar.statesMeter() && !hasKey) {
            return;
        }
        xml.open("attributes");
        if (isFirst) {
            xml.leaf("divisions", divisions.perQuarter());
        }
        if (hasKey && marks.get(marksWritten) instanceof Mark.OfKey(long at, Key key)) {
            markWriter.writeKey(key);
            fifths = key.fifths();
            marksWritten++;
        }
        if (bar.statesMeter()) {
            xml.open("time")
                    .leaf("beats", bar.meter().beats())
                    .leaf("beat-type", bar.meter().beatUnit())
                    .close();
        }
        if (isFirst) {
            writeClef();
        }
        xml.close();
    }

    private void writeClef() {
        double middle = part.notes().stream()
                .mapToInt(note -> note.pitch().midi())
                .average()
                .orElse(MIDDLE_C);
        xml.open("clef");
        if (part.isDrums()) {
            xml.leaf("sign", "percussion");
        } else if (middle < MIDDLE_C) {
            xml.leaf("sign", "F").leaf("line", 4);
        } else {
            xml.leaf("sign", "G").leaf("line", 2);
        }
        xml.close();
    }

    private void writeFirstVoice(WrittenBar bar, List<Voices.Head> heads) {
        if (heads.isEmpty() && !bar.isShort()) { // one cut short would be read as a whole one
            writeMarksIn(bar.start(), bar.end());
            notes.writeRestOfABar(bar.length(), FIRST_VOICE);
            return;
        }
        long position = bar.start();
        for (Voices.Head head : heads) {
            writeRests(position, head.start());
            writeHead(head, FIRST_VOICE);
            position = head.end();
        }
        writeRests(position, bar.end());
    }

    private void writeRests(long start, long end) {
        long position = start;
        for (NoteValue value : values.of(end - start)) {
            writeMarksIn(position, position + value.divisions());
            notes.writeRest(value, FIRST_VOICE);
            position += value.divisions();
        }
    }

    private void writeHead(Voices.Head head, int voice) {
        long position = head.start();
        for (NoteValue value : values.of(head.end() - head.start())) {
            long end = position + value.divisions();
            if (voice == FIRST_VOICE) {
                writeMarksIn(position, end);
            }
            boolean tiedBack = position > head.start() || head.ties().ends();
            boolean tiedOn = end < head.end() || head.ties().begins();
            notes.writeChord(head, value, Notation.Ties.of(tiedBack, tiedOn), voice, fifths);
            position = end;
        }
    }

    /** Marks inside a note or rest stand before it, with their distance. */
    private void writeMarksIn(long start, long end) {
        while (marksWritten < marks.size() && marks.get(marksWritten).at() < end) {
            Mark mark = marks.get(marksWritten++);
            markWriter.write(mark, mark.at() - start);
            if (mark instanceof Mark.OfKey(long at, Key key)) {
                fifths = key.fifths();
            }
        }
    }

    /** Writes a voice from a position that reading has come to; returns the one that it leaves off at. */
    private long writeFurtherVoice(WrittenBar bar, long from, int voice, List<Voices.Head> heads) {
        xml.open("backup").leaf("duration", from - bar.start()).close();
        long position = bar.start();
        for (Voices.Head head : heads) {
            if (head.start() > position) {
                xml.open("forward").leaf("duration", head.start() - position);
                xml.leaf("voice", voice).close();
            }
            writeHead(head, voice);
            position = head.end();
        }
        return position;
    }
}
