package diabolo.musicxml;

import diabolo.notation.FindingLog;
import diabolo.notation.MalformedNotationException;
import diabolo.notation.Numbers;
import diabolo.notation.Tempos;
import diabolo.note.Beat;
import diabolo.note.Tempo;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/**
 * Metronome marks as tempos: "dotted quarter = 60" is 90 quarter notes a minute.
 *
 * <p>Marks that relate two note values, and marks in words, tell no tempo.
 */
final class Metronome {

    private static final int MOST_DOTS = 4;
    private static final Pattern FIRST_NUMBER = Pattern.compile("[0-9]+(?:\\.[0-9]+)?");

    private static final Map<String, Beat> QUARTERS = Map.of(
            "long", Beat.of(16),
            "breve", Beat.of(8),
            "whole", Beat.of(4),
            "half", Beat.of(2),
            "quarter", Beat.of(1),
            "eighth", Beat.of(1, 2),
            "16th", Beat.of(1, 4),
            "32nd", Beat.of(1, 8),
            "64th", Beat.of(1, 16));

    private Metronome() {}

    /** Reads a {@code <metronome>} to its end. */
    static Optional<Tempo> read(XmlCursor xml, FindingLog log) throws XMLStreamException, MalformedNotationException {
        String unit = "";
        int dots = 0;
        int units = 0;
        Optional<String> perMinute = Optional.empty();
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "beat-unit" -> {
                    unit = xml.text();
                    units++;
                }
                case "beat-unit-dot" -> {
                    dots++;
                    xml.skip();
                }
                case "per-minute" -> perMinute = Optional.of(xml.text());
                default -> xml.skip();
            }
        }
        // "c. 108-112" is 108
        Optional<Double> count = perMinute
                .map(FIRST_NUMBER::matcher)
                .filter(Matcher::find)
                .flatMap(number -> Numbers.decimal(number.group()))
                .map(Beat::toDouble);
        Beat quarters = QUARTERS.getOrDefault(unit, Beat.ZERO);
        if (count.isEmpty() || units != 1 || !quarters.isPositive() || dots > MOST_DOTS) {
            log.note("a metronome mark that tells no number for a note value", "ignored");
            return Optional.empty();
        }
        // n dots make 2 - 1/2^n of the undotted value
        double dotted = quarters.toDouble() * (2 - 1.0 / (1 << dots));
        double quartersPerMinute = count.get() * dotted;
        return Tempos.of(Optional.of(quartersPerMinute), Double.toString(quartersPerMinute), log);
    }
}
