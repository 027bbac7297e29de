package diabolo.musicxml;

import diabolo.notation.Numbers;
import diabolo.note.Velocity;
import java.util.Optional;
import java.util.OptionalInt;
import javax.xml.stream.XMLStreamException;

/**
 * A {@code <note>} as it stands in the file, not yet placed in its bar nor checked. Filled once by {@link #read}, read only
 * afterwards.
 */
final class NoteElement {

    /** The loudness that MusicXML's percentages refer to. */
    private static final int FORTE = 90;

    boolean chord;
    boolean grace;
    boolean cue;
    boolean rest;
    boolean unpitched;
    boolean tieEnds;
    boolean tieBegins;
    boolean lyric;
    String step = "";
    String alter = "0";
    String octave = "";
    Optional<String> duration = Optional.empty();
    Optional<String> instrumentId = Optional.empty();
    Optional<Velocity> velocity = Optional.empty();
    Optional<Velocity> dynamicMark = Optional.empty();
    String voice = "1";
    int staff = 1;

    private NoteElement() {}

    /** Reads a {@code <note>} to its end. */
    static NoteElement read(XmlCursor xml) throws XMLStreamException {
        NoteElement note = new NoteElement();
        note.velocity = xml.attribute("dynamics").flatMap(NoteElement::percentOfForte);
        while (xml.nextChild()) {
            note.readChild(xml);
        }
        return note;
    }

    /** Loudness in percent of forte, as {@code <sound dynamics>} and notes give it. */
    static Optional<Velocity> percentOfForte(String percent) {
        return Numbers.decimal(percent)
                .map(number -> Math.round(number.toDouble() * FORTE / 100))
                .map(velocity -> Velocity.of(Math.clamp(velocity, 1, 127)));
    }

    boolean isPitched() {
        return !step.isEmpty() || !octave.isEmpty();
    }

    /** The MIDI pitch as written, before any transposition; empty where it is not a pitch. */
    OptionalInt writtenPitch() {
        int letter = step.length() == 1 ? "C_D_EF_G_A_B".indexOf(step) : -1;
        Optional<Integer> octaveNumber = Numbers.integer(octave).filter(number -> number >= 0 && number <= 9);
        Optional<Integer> semitones = Numbers.decimal(alter)
                .map(number -> Math.round(number.toDouble()))
                .filter(number -> Math.abs(number) <= 12)
                .map(Long::intValue);
        if (letter < 0 || step.equals("_") || octaveNumber.isEmpty() || semitones.isEmpty()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(12 * (octaveNumber.get() + 1) + letter + semitones.get());
    }

    boolean isMicrotonal() {
        return Numbers.decimal(alter).map(number -> number.denominator() != 1).orElse(false);
    }

    private void readChild(XmlCursor xml) throws XMLStreamException {
        switch (xml.name()) {
            case "chord" -> chord = present(xml);
            case "grace" -> grace = present(xml);
            case "cue" -> cue = present(xml);
            case "rest" -> rest = present(xml);
            case "lyric" -> lyric = present(xml);
            case "pitch" -> readPitch(xml);
            case "unpitched" -> unpitched = present(xml);
            case "duration" -> duration = Optional.of(xml.text());
            case "instrument" -> {
                instrumentId = xml.attribute("id");
                xml.skip();
            }
            case "voice" -> voice = xml.text();
            case "staff" ->
                staff = Numbers.integer(xml.text()).filter(number -> number > 0).orElse(1);
            case "tie" -> readTie(xml);
            case "notations" -> readNotations(xml);
            default -> xml.skip();
        }
    }

    private void readPitch(XmlCursor xml) throws XMLStreamException {
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "step" -> step = xml.text();
                case "alter" -> alter = xml.text();
                case "octave" -> octave = xml.text();
                default -> xml.skip();
            }
        }
    }

    private void readNotations(XmlCursor xml) throws XMLStreamException {
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "tied" -> readTie(xml);
                case "dynamics" -> dynamicMark = Dynamics.read(xml);
                default -> xml.skip();
            }
        }
    }

    private void readTie(XmlCursor xml) throws XMLStreamException {
        switch (xml.attribute("type").orElse("")) {
            case "start" -> tieBegins = true;
            case "stop" -> tieEnds = true;
            default -> {
                // "let-ring" and "continue" join nothing
            }
        }
        xml.skip();
    }

    private static boolean present(XmlCursor xml) throws XMLStreamException {
        xml.skip();
        return true;
    }
}
