package diabolo.musicxml;

import diabolo.notation.FindingLog;
import diabolo.notation.MalformedNotationException;
import diabolo.notation.Numbers;
import diabolo.note.Beat;
import diabolo.note.ChordDegree;
import diabolo.note.ChordKind;
import diabolo.note.ChordSymbol;
import diabolo.note.PitchName;
import diabolo.note.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/**
 * Reads a {@code <harmony>}: a chord symbol and how far it stands from the place where it is written.
 *
 * <p>Used for one element.
 */
final class HarmonyElement {

    private static final String LEFT_OUT = "the chord symbol was left out";

    /** Chords by their function in a key, which MusicXML has and lead sheets have not. */
    private static final List<String> OTHER_KINDS =
            List.of("Neapolitan", "Italian", "French", "German", "pedal", "Tristan");

    private final FindingLog log;
    private Optional<Tone> root = Optional.empty();
    private Optional<Tone> bass = Optional.empty();
    private Optional<String> kind = Optional.empty();
    private Optional<String> kindText = Optional.empty();
    private final List<Degree> degrees = new ArrayList<>();
    private String offset = "";

    private record Tone(String step, String alter) {
        Optional<PitchName> name() {
            Optional<Integer> alteration = Numbers.integer(alter).filter(number -> Math.abs(number) <= 2);
            return alteration.isEmpty()
                    ? Optional.empty()
                    : PitchName.parse(step).map(letter -> new PitchName(letter.letter(), alteration.get()));
        }

        String quoted() {
            return "'%s' and '%s'".formatted(Quoted.of(step), Quoted.of(alter));
        }
    }

    /** A degree, and whether it is drawn after the kind. */
    private record Degree(ChordDegree degree, boolean isDrawn) {}

    private HarmonyElement(FindingLog log) {
        this.log = log;
    }

    /** Reads a {@code <harmony>} to its end. */
    static HarmonyElement read(XmlCursor xml, FindingLog log) throws XMLStreamException, MalformedNotationException {
        HarmonyElement harmony = new HarmonyElement(log);
        while (xml.nextChild()) {
            harmony.readChild(xml);
        }
        return harmony;
    }

    /** Where it holds from, in divisions after the place where it is written. */
    Beat offsetInDivisions() throws MalformedNotationException {
        Optional<Beat> divisions = offset.isEmpty() ? Optional.of(Beat.ZERO) : Numbers.decimal(offset);
        if (divisions.isEmpty()) {
            log.repair(
                    "the <offset> of a <harmony> must be a number, was '%s'".formatted(Quoted.of(offset)),
                    "the chord symbol was placed where it is written",
                    "give it in divisions");
        }
        return divisions.orElse(Beat.ZERO);
    }

    /** The chord symbol; empty where it has no root that could be read. */
    Optional<ChordSymbol> chord() throws MalformedNotationException {
        if (kind.equals(Optional.of(ChordKind.NONE.musicXmlName()))) {
            return Optional.of(ChordSymbol.NO_CHORD);
        }
        if (root.isEmpty()) {
            log.drop("a chord symbol without a <root>");
            return Optional.empty();
        }
        Optional<PitchName> rootName = root.get().name();
        if (rootName.isEmpty()) {
            log.repair(
                    "the root of a chord symbol must be a step from A to G with an alter from -2 to 2, was %s"
                            .formatted(root.get().quoted()),
                    LEFT_OUT,
                    "correct its <root>");
            return Optional.empty();
        }
        return Optional.of(chordOn(rootName.get()));
    }

    private ChordSymbol chordOn(PitchName rootName) throws MalformedNotationException {
        String kindName = kind.orElse("");
        String text = kindText.orElse("");
        Optional<ChordKind> known = ChordKind.ofMusicXml(kindName);
        if (known.isPresent()) {
            List<ChordDegree> all = degrees.stream().map(Degree::degree).toList();
            return new ChordSymbol(rootName, known.get(), all, bassName(), suffix(rootName, known.get()));
        }
        if (OTHER_KINDS.contains(kindName)) {
            log.note(
                    "a chord named by its function in the key, such as " + kindName, "its root and its text were kept");
            return new ChordSymbol(rootName, ChordKind.OTHER, List.of(), bassName(), text);
        }
        log.repair(
                "the <kind> of a chord symbol must be one that MusicXML names, was '%s'".formatted(Quoted.of(kindName)),
                "the chord symbol was read by its text",
                "name it, for instance, 'dominant', or 'other' with a text");
        Optional<PitchName> bassName = bassName();
        return ChordSymbol.parse(rootName.name() + text)
                .filter(chord -> chord.kind() != ChordKind.NONE && chord.bass().isEmpty())
                .map(chord -> new ChordSymbol(rootName, chord.kind(), chord.degrees(), bassName, text))
                .orElseGet(() -> new ChordSymbol(rootName, ChordKind.OTHER, List.of(), bassName, text));
    }

    private Optional<PitchName> bassName() throws MalformedNotationException {
        Optional<PitchName> name = bass.flatMap(Tone::name);
        if (bass.isPresent() && name.isEmpty()) {
            log.repair(
                    "the bass of a chord symbol must be a step from A to G with an alter from -2 to 2, was %s"
                            .formatted(bass.get().quoted()),
                    "the bass was left out",
                    "correct its <bass>");
        }
        return name;
    }

    private String suffix(PitchName rootName, ChordKind known) {
        String base = kindText.orElse(known.suffix());
        Optional<ChordSymbol> said = ChordSymbol.parse(rootName.name() + base);
        List<ChordDegree> unsaid = degrees.stream()
                .filter(Degree::isDrawn)
                .map(Degree::degree)
                .filter(degree ->
                        !isSaid(degree, said, ChordSymbol.of(rootName, known, List.of(degree), Optional.empty())))
                .toList();
        return bounded(base + ChordSymbol.suffixOf(unsaid));
    }

    /** The text of the kind may say a degree already: programs write 7b9 there, and the ninth again as a degree. */
    private static boolean isSaid(ChordDegree degree, Optional<ChordSymbol> said, ChordSymbol withDegree) {
        return degree.change() != ChordDegree.Change.SUBTRACT
                && said.filter(chord -> chord.pitchClasses().containsAll(withDegree.pitchClasses()))
                        .isPresent();
    }

    private void readChild(XmlCursor xml) throws XMLStreamException, MalformedNotationException {
        switch (xml.name()) {
            case "root" -> root = readOnce(root, readTone(xml));
            case "bass" -> bass = readOnce(bass, readTone(xml));
            case "kind" -> {
                Optional<String> text = xml.attribute("text").map(HarmonyElement::bounded);
                kindText = kind.isPresent() ? kindText : text;
                kind = readOnce(kind, xml.text());
            }
            case "degree" -> readDegree(xml);
            case "offset" -> offset = xml.text();
            default -> xml.skip();
        }
    }

    private <T> Optional<T> readOnce(Optional<T> before, T found) {
        if (before.isPresent()) {
            log.note("a <harmony> of several chords", "the first was read");
        }
        return before.or(() -> Optional.of(found));
    }

    private static Tone readTone(XmlCursor xml) throws XMLStreamException {
        String step = "";
        String alter = "0";
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "root-step", "bass-step" -> step = xml.text().toUpperCase(Locale.ROOT);
                case "root-alter", "bass-alter" -> alter = xml.text();
                default -> xml.skip();
            }
        }
        return new Tone(step, alter);
    }

    private void readDegree(XmlCursor xml) throws XMLStreamException, MalformedNotationException {
        boolean isDrawn = !xml.attribute("print-object").equals(Optional.of("no"));
        String value = "";
        String alter = "0";
        String type = "";
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "degree-value" -> value = xml.text();
                case "degree-alter" -> alter = xml.text();
                case "degree-type" -> type = xml.text();
                default -> xml.skip();
            }
        }
        Optional<ChordDegree> degree = degreeOf(value, alter, type);
        if (degree.isEmpty() || degrees.size() >= ChordSymbol.MAX_DEGREES) {
            log.repair(
                    "a <degree> must add, alter or subtract 1 to 13 by -2 to 2, %d of them at most, was '%s' of '%s' by '%s'"
                            .formatted(ChordSymbol.MAX_DEGREES, Quoted.of(type), Quoted.of(value), Quoted.of(alter)),
                    "the degree was left out",
                    "correct it");
            return;
        }
        degrees.add(new Degree(degree.get(), isDrawn));
    }

    private static Optional<ChordDegree> degreeOf(String value, String alter, String type) {
        Optional<Integer> number = Numbers.integer(value).filter(degree -> degree >= 1 && degree <= 13);
        Optional<Integer> alteration = Numbers.integer(alter).filter(semitones -> Math.abs(semitones) <= 2);
        Optional<ChordDegree.Change> change =
                switch (type) {
                    case "add" -> Optional.of(ChordDegree.Change.ADD);
                    case "alter" -> Optional.of(ChordDegree.Change.ALTER);
                    case "subtract" -> Optional.of(ChordDegree.Change.SUBTRACT);
                    default -> Optional.empty();
                };
        return number.isEmpty() || alteration.isEmpty()
                ? Optional.empty()
                : change.map(what -> new ChordDegree(number.get(), alteration.get(), what));
    }

    private static String bounded(String text) {
        String clean = text.replaceAll("\\p{C}", "");
        return clean.substring(0, Math.min(clean.length(), ChordSymbol.MAX_SUFFIX));
    }
}
