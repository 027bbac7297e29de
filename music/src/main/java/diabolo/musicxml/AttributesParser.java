package diabolo.musicxml;

import diabolo.notation.FindingLog;
import diabolo.notation.MalformedNotationException;
import diabolo.notation.Meters;
import diabolo.notation.Numbers;
import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.Key;
import diabolo.note.Meter;
import diabolo.note.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/**
 * Reads the {@code <attributes>} of a bar: divisions, key, meter and transposition.
 *
 * <p>Used for one bar.
 */
final class AttributesParser {

    private static final int MOST_SEMITONES = 127;

    private final PartParser part;
    private final FindingLog log;
    private final List<WrittenKey> keys = new ArrayList<>();
    private Optional<Meter> meter = Optional.empty();

    /** A key signature on the page; where it sounds depends on the transposition, which comes after it. */
    private record WrittenKey(Beat start, int fifths, Key.Mode mode) {}

    AttributesParser(PartParser part, FindingLog log) {
        this.part = part;
        this.log = log;
    }

    void read(XmlCursor xml, Beat position) throws XMLStreamException, MalformedNotationException {
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "divisions" -> readDivisions(xml.text());
                case "key" -> readKey(xml, position);
                case "time" -> readTime(xml);
                case "transpose" -> readTranspose(xml);
                case "clef" -> readClef(xml);
                case "measure-style" -> readMeasureStyle(xml);
                default -> xml.skip();
            }
        }
    }

    /** The last meter stated in the bar. */
    Optional<Meter> meter() {
        return meter;
    }

    /** The keys as they sound: that of a transposing instrument moved with its notes. */
    List<At<Key>> keys() {
        return keys.stream().map(key -> new At<>(key.start(), sounding(key))).toList();
    }

    private Key sounding(WrittenKey key) {
        // seven semitones up are one fifth up; of the enharmonic keys, the one with the fewest accidentals
        int shift = Math.floorMod(7 * part.semitonesOf(1) + 5, 12) - 5;
        int fifths = key.fifths() + shift;
        boolean needsNoRespelling = fifths >= -7 && fifths <= 7;
        return new Key(needsNoRespelling ? fifths : Math.floorMod(fifths + 5, 12) - 5, key.mode());
    }

    private void readDivisions(String text) throws MalformedNotationException {
        Optional<Beat> divisions = Numbers.decimal(text).filter(Beat::isPositive);
        if (divisions.isPresent()) {
            part.setDivisions(divisions.get());
            return;
        }
        log.repair(
                "<divisions> must be a positive number, was '%s'".formatted(Quoted.of(text)),
                "the divisions before it were kept",
                "write how many divisions a quarter note has");
    }

    private void readKey(XmlCursor xml, Beat position) throws XMLStreamException, MalformedNotationException {
        String text = "";
        Key.Mode mode = Key.Mode.MAJOR;
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "fifths" -> text = xml.text();
                case "mode" -> mode = xml.text().equals("minor") ? Key.Mode.MINOR : Key.Mode.MAJOR;
                default -> xml.skip();
            }
        }
        if (text.isEmpty()) {
            log.note("a key signature that does not go by fifths", "ignored");
            return;
        }
        Optional<Integer> fifths = Numbers.integer(text).filter(number -> Math.abs(number) <= 14);
        if (fifths.isEmpty()) {
            log.repair(
                    "<fifths> must be a whole number from -14 to 14, was '%s'".formatted(Quoted.of(text)),
                    "the key signature was left out",
                    "count its sharps, or its flats as a negative number");
            return;
        }
        keys.add(new WrittenKey(position, fifths.get(), mode));
    }

    private void readTime(XmlCursor xml) throws XMLStreamException, MalformedNotationException {
        List<String> beats = new ArrayList<>();
        List<String> beatTypes = new ArrayList<>();
        boolean measured = true;
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "beats" -> beats.add(xml.text());
                case "beat-type" -> beatTypes.add(xml.text());
                case "senza-misura" -> {
                    measured = false;
                    xml.skip();
                }
                default -> xml.skip();
            }
        }
        if (!measured) {
            log.note("music without meter", "its bars are as long as their notes, and the meter before it is kept");
            return;
        }
        Optional<Meter> found = Meters.sum(beats, beatTypes);
        if (found.isPresent()) {
            meter = found;
            return;
        }
        log.repair(
                "a time signature must have whole beats over a power of two, was %s over %s"
                        .formatted(Quoted.of(beats.toString()), Quoted.of(beatTypes.toString())),
                "the meter before it was kept",
                "write it like 4 over 4, or 3+2 over 8");
    }

    private void readTranspose(XmlCursor xml) throws XMLStreamException, MalformedNotationException {
        Optional<String> staff = xml.attribute("number");
        String chromatic = "0";
        String octaves = "0";
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "chromatic" -> chromatic = xml.text();
                case "octave-change" -> octaves = xml.text();
                default -> xml.skip();
            }
        }
        Optional<Integer> semitones = Numbers.decimal(chromatic)
                .map(number -> (int) Math.round(number.toDouble()))
                .filter(number -> Math.abs(number) <= MOST_SEMITONES);
        Optional<Integer> octaveChange = Numbers.integer(octaves).filter(number -> Math.abs(number) <= 10);
        if (semitones.isEmpty() || octaveChange.isEmpty()) {
            log.repair(
                    "a <transpose> must have whole semitones and octaves, had '%s' and '%s'"
                            .formatted(Quoted.of(chromatic), Quoted.of(octaves)),
                    "the instrument was read as sounding where it did before",
                    "correct <chromatic> and <octave-change>");
            return;
        }
        part.setTransposition(staff, semitones.get() + 12 * octaveChange.get());
    }

    private void readClef(XmlCursor xml) throws XMLStreamException {
        int staff = xml.attribute("number").flatMap(Numbers::integer).orElse(1);
        while (xml.nextChild()) {
            if (xml.name().equals("sign")) {
                part.setTablature(staff, xml.text().equals("TAB"));
            } else {
                xml.skip();
            }
        }
    }

    private void readMeasureStyle(XmlCursor xml) throws XMLStreamException {
        Optional<Integer> staff =
                xml.attribute("number").flatMap(Numbers::integer).filter(number -> number > 0);
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "measure-repeat" -> {
                    boolean begins = xml.attribute("type").equals(Optional.of("start"));
                    int bars = Numbers.integer(xml.text()).orElse(1);
                    if (begins && bars > 0) {
                        part.beginMeasureRepeat(staff, bars);
                    } else {
                        part.endMeasureRepeat(staff);
                    }
                }
                case "beat-repeat" -> {
                    log.note("a sign that repeats the beat before it", "only the notes written out are read");
                    xml.skip();
                }
                default -> xml.skip();
            }
        }
    }
}
