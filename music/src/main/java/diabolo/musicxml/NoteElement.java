package diabolo.musicxml;

import diabolo.notation.Numbers;
import diabolo.note.Velocity;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/**
 * A {@code <note>} as it stands in the file, not yet placed in its bar nor checked. Filled once by {@link #read}, read only
 * afterwards.
 */
final class NoteElement {

    /** The loudness that MusicXML's percentages refer to. */
    private static final int FORTE = 90;

    private static final int MOST_STROKES = 8;

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
    NoteType type = NoteType.NONE;
    Tremolo tremolo = Tremolo.NONE;
    String noteHead = "";
    String displayStep = "";
    String displayOctave = "";
    Set<Integer> passes = Set.of();

    /**
     * A tremolo, on a note or between two.
     *
     * @param strokes through the stem, 1 to 8
     */
    record Tremolo(Kind kind, int strokes) {

        enum Kind {
            NONE,
            SINGLE,
            START,
            STOP
        }

        static final Tremolo NONE = new Tremolo(Kind.NONE, 0);
    }

    private NoteElement() {}

    /** Reads a {@code <note>} to its end. */
    static NoteElement read(XmlCursor xml) throws XMLStreamException {
        NoteElement note = new NoteElement();
        note.velocity = xml.attribute("dynamics").flatMap(NoteElement::percentOfForte);
        note.passes = Numbers.passes(xml.attribute("time-only").orElse(""));
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
            case "unpitched" -> readUnpitched(xml);
            case "duration" -> duration = Optional.of(xml.text());
            case "instrument" -> {
                instrumentId = xml.attribute("id");
                xml.skip();
            }
            case "voice" -> voice = xml.text();
            case "staff" ->
                staff = Numbers.integer(xml.text()).filter(number -> number > 0).orElse(1);
            case "type" -> type = type.withType(xml.text());
            case "dot" -> {
                type = type.withDot();
                xml.skip();
            }
            case "time-modification" -> readTuplet(xml);
            case "notehead" -> noteHead = xml.text();
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

    private void readUnpitched(XmlCursor xml) throws XMLStreamException {
        unpitched = true;
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "display-step" -> displayStep = xml.text();
                case "display-octave" -> displayOctave = xml.text();
                default -> xml.skip();
            }
        }
    }

    private void readTuplet(XmlCursor xml) throws XMLStreamException {
        int actual = 1;
        int normal = 1;
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "actual-notes" -> actual = Numbers.integer(xml.text()).orElse(1);
                case "normal-notes" -> normal = Numbers.integer(xml.text()).orElse(1);
                default -> xml.skip();
            }
        }
        type = type.inTuplet(actual, normal);
    }

    private void readOrnaments(XmlCursor xml) throws XMLStreamException {
        while (xml.nextChild()) {
            if (!xml.name().equals("tremolo")) {
                xml.skip();
                continue;
            }
            Tremolo.Kind kind =
                    switch (xml.attribute("type").orElse("single")) {
                        case "start" -> Tremolo.Kind.START;
                        case "stop" -> Tremolo.Kind.STOP;
                        case "single" -> Tremolo.Kind.SINGLE;
                        default -> Tremolo.Kind.NONE; // unmeasured: as fast as one can
                    };
            int strokes = Numbers.integer(xml.text()).orElse(0);
            tremolo = strokes >= 1 && strokes <= MOST_STROKES ? new Tremolo(kind, strokes) : Tremolo.NONE;
        }
    }

    private void readNotations(XmlCursor xml) throws XMLStreamException {
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "tied" -> readTie(xml);
                case "ornaments" -> readOrnaments(xml);
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
