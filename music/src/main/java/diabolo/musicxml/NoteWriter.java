package diabolo.musicxml;

import diabolo.musicxml.NoteValues.NoteValue;
import diabolo.notation.Notation;
import diabolo.note.Instrument;
import diabolo.note.Note;
import diabolo.note.Part;
import diabolo.note.Pitch;
import diabolo.note.PitchName;
import diabolo.note.Velocity;

/**
 * Writes the notes and rests of one part.
 *
 * <p>Belongs to one writing on one thread.
 */
final class NoteWriter {

    private static final int FORTE = 90;
    private static final int DECIMALS_OF_LOUDNESS = 2;

    /** From three flats to eight sharps beyond the key: what harmonic minor and the common dominants need. */
    private static final int FIFTHS_BELOW_THE_KEY = 3;

    private final Part part;
    private final String partId;
    private final XmlOutput xml;

    NoteWriter(Part part, String partId, XmlOutput xml) {
        this.part = part;
        this.partId = partId;
        this.xml = xml;
    }

    /** The id of the instrument that an unpitched note strikes. */
    static String drumId(String partId, Pitch drum) {
        return partId + "-I" + (drum.midi() + 1);
    }

    void writeRest(NoteValue value, int voice) {
        xml.open("note").empty("rest");
        xml.leaf("duration", value.divisions()).leaf("voice", voice);
        writeValue(value);
        xml.close();
    }

    void writeRestOfABar(long divisions, int voice) {
        xml.open("note").empty("rest", "measure", "yes");
        xml.leaf("duration", divisions).leaf("voice", voice).close();
    }

    /**
     * Writes notes that begin and end together.
     *
     * @param fifths of the key by which they are spelled
     */
    void writeChord(Voices.Head chord, NoteValue value, Notation.Ties ties, int voice, int fifths) {
        boolean isFirst = true;
        for (Note note : chord.notes()) {
            openNote(note.velocity());
            if (!isFirst) {
                xml.empty("chord");
            }
            isFirst = false;
            switch (part.instrument()) {
                case Instrument.Melodic melodic -> writePitch(note.pitch(), fifths);
                case Instrument.Drums drums -> writeUnpitched(note.pitch());
            }
            writeLength(value, ties);
            writeVoice(note.pitch(), voice);
            writeValue(value);
            writeTied(ties);
            xml.close();
        }
    }

    private void openNote(Velocity velocity) {
        if (velocity.equals(Velocity.DEFAULT)) {
            xml.open("note");
        } else {
            double percent = velocity.midi() * 100.0 / FORTE;
            xml.open("note", "dynamics", MarkWriter.decimal(percent, DECIMALS_OF_LOUDNESS));
        }
    }

    private void writePitch(Pitch pitch, int fifths) {
        int lowest = fifths - FIFTHS_BELOW_THE_KEY;
        PitchName name = PitchName.ofFifths(lowest + Math.floorMod(7 * pitch.pitchClass() - lowest, 12));
        int octave = Math.floorDiv(pitch.midi() - name.alteration(), 12) - 1;
        int alter = name.alteration();
        // below what MusicXML has octaves for
        if (octave < 0) {
            name = new PitchName('C', 0);
            octave = 0;
            alter = pitch.midi() - 12;
        }
        xml.open("pitch").leaf("step", name.letter());
        if (alter != 0) {
            xml.leaf("alter", alter);
        }
        xml.leaf("octave", octave).close();
    }

    private void writeUnpitched(Pitch drum) {
        String place =
                switch (drum.midi()) {
                    case 35, 36 -> "F4";
                    case 41, 43 -> "A4";
                    case 45, 47 -> "D5";
                    case 48, 50 -> "E5";
                    case 42, 44, 46 -> "G5";
                    case 49, 51, 52, 53, 55, 57, 59 -> "A5";
                    default -> "C5";
                };
        xml.open("unpitched")
                .leaf("display-step", place.charAt(0))
                .leaf("display-octave", place.charAt(1))
                .close();
    }

    private void writeLength(NoteValue value, Notation.Ties ties) {
        xml.leaf("duration", value.divisions());
        if (ties.ends()) {
            xml.empty("tie", "type", "stop");
        }
        if (ties.begins()) {
            xml.empty("tie", "type", "start");
        }
    }

    private void writeVoice(Pitch pitch, int voice) {
        if (part.isDrums()) {
            xml.empty("instrument", "id", drumId(partId, pitch));
        }
        xml.leaf("voice", voice);
    }

    private void writeValue(NoteValue value) {
        if (value.type().isEmpty()) {
            return;
        }
        xml.leaf("type", value.type());
        for (int i = 0; i < value.dots(); i++) {
            xml.empty("dot");
        }
        if (value.tuplet() > 1) {
            xml.open("time-modification");
            xml.leaf("actual-notes", value.tuplet())
                    .leaf("normal-notes", value.normal())
                    .close();
        }
    }

    private void writeTied(Notation.Ties ties) {
        if (ties == Notation.Ties.NONE) {
            return;
        }
        xml.open("notations");
        if (ties.ends()) {
            xml.empty("tied", "type", "stop");
        }
        if (ties.begins()) {
            xml.empty("tied", "type", "start");
        }
        xml.close();
    }
}
