package diabolo.musicxml;

import diabolo.notation.FindingLog;
import diabolo.notation.MalformedNotationException;
import diabolo.notation.Numbers;
import diabolo.notation.RoadMarks;
import diabolo.notation.RoadWords;
import diabolo.notation.Tempos;
import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.ChordSymbol;
import diabolo.note.Key;
import diabolo.note.Meter;
import diabolo.note.Quoted;
import diabolo.note.Tempo;
import diabolo.note.Velocity;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;

/**
 * Reads what a bar has beside its notes: attributes, chord symbols, tempo, dynamics, repeats and jumps.
 *
 * <p>Used for one bar.
 */
final class BarDirections {

    private static final int MOST_PASSES = 99;

    private final PartParser part;
    private final FindingLog log;
    private final AttributesParser attributes;
    private final List<At<ChordSymbol>> chords = new ArrayList<>();
    private final List<At<Tempo>> tempos = new ArrayList<>();
    private final List<At<Velocity>> dynamics = new ArrayList<>();
    private final List<RoadMarks> marks = new ArrayList<>();
    private final NavigableMap<Beat, BarSplitter.Split> splits = new TreeMap<>();
    private final NavigableMap<Beat, BarSplitter.Split> perhapsAtEnd = new TreeMap<>();

    BarDirections(PartParser part, FindingLog log) {
        this.part = part;
        this.log = log;
        this.attributes = new AttributesParser(part, log);
    }

    /** Reads any child of a bar but those that move its position, to its end. */
    void read(XmlCursor xml, Beat position) throws XMLStreamException, MalformedNotationException {
        switch (xml.name()) {
            case "attributes" -> attributes.read(xml, position);
            case "direction" -> readDirection(xml, position);
            case "sound" -> readSound(xml, position);
            case "barline" -> readBarline(xml, position);
            case "harmony" -> readHarmony(xml, position);
            default -> xml.skip();
        }
    }

    void addDynamics(At<Velocity> change) {
        dynamics.add(change);
    }

    Optional<Meter> meter() {
        return attributes.meter();
    }

    List<At<Key>> keys() {
        return attributes.keys();
    }

    List<At<ChordSymbol>> chords() {
        return List.copyOf(chords);
    }

    List<At<Tempo>> tempos() {
        return List.copyOf(tempos);
    }

    List<At<Velocity>> dynamics() {
        return List.copyOf(dynamics);
    }

    /** What was taken for the right bar line stands inside the bar. */
    void musicFollows() {
        perhapsAtEnd.forEach((position, split) -> splits.merge(position, split, BarSplitter.Split::merged));
        perhapsAtEnd.clear();
    }

    /** A voice ends at the right bar line, even where it does not fill its bar. */
    void voiceEnds() {
        perhapsAtEnd.values().forEach(last -> marks.addAll(List.of(last.ends(), last.begins())));
        perhapsAtEnd.clear();
    }

    /** Where repeats stand inside the bar, which ends at a position. */
    NavigableMap<Beat, BarSplitter.Split> splits(Beat end) {
        return splits.headMap(end, false);
    }

    RoadMarks marks(Beat end) {
        voiceEnds();
        List<RoadMarks> all = new ArrayList<>(marks);
        splits.tailMap(end, true).values().forEach(last -> all.addAll(List.of(last.ends(), last.begins())));
        return RoadMarks.merged(all);
    }

    /** An offset may lead out of the bar; a chord symbol before its bar would be one before the piece. */
    private void readHarmony(XmlCursor xml, Beat position) throws XMLStreamException, MalformedNotationException {
        HarmonyElement harmony = HarmonyElement.read(xml, log);
        Beat offset = harmony.offsetInDivisions();
        Beat start = offset.equals(Beat.ZERO) ? position : position.plus(part.quarters(offset));
        harmony.chord()
                .map(chord -> chord.transpose(part.semitonesOf(1)))
                .ifPresent(chord -> chords.add(new At<>(Beat.max(Beat.ZERO, start), chord)));
    }

    private void readDirection(XmlCursor xml, Beat position) throws XMLStreamException, MalformedNotationException {
        List<At<Tempo>> drawnTempos = new ArrayList<>();
        List<RoadMarks.Kind> words = new ArrayList<>();
        int soundingTempos = tempos.size();
        int marksBefore = marks.size();
        Beat sounding = position;
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "direction-type" -> readDrawn(xml, position, drawnTempos, words);
                case "offset" -> {
                    boolean isHeard = saysYes(xml.attribute("sound"));
                    Beat offset = offset(xml.text(), position);
                    sounding = isHeard ? offset : position;
                }
                case "sound" -> readSound(xml, sounding);
                default -> xml.skip();
            }
        }
        // what is to sound outranks what is drawn
        if (tempos.size() == soundingTempos) {
            for (At<Tempo> drawn : drawnTempos) {
                tempos.add(new At<>(sounding, drawn.value()));
            }
        }
        if (!words.isEmpty() && marks.size() == marksBefore) {
            words.forEach(kind -> marks.add(RoadMarks.signInWords(kind)));
        }
    }

    /** An offset in divisions as a position; before the bar and beyond all bounds it is the bar's beginning or that of the notes. */
    private Beat offset(String divisions, Beat position) throws MalformedNotationException {
        Beat offset = Numbers.decimal(divisions).orElse(Beat.ZERO);
        return offset.equals(Beat.ZERO) ? position : Beat.max(Beat.ZERO, position.plus(part.quarters(offset)));
    }

    /** Adds the jumps that words ask for. */
    private void readDrawn(XmlCursor xml, Beat position, List<At<Tempo>> drawnTempos, List<RoadMarks.Kind> words)
            throws XMLStreamException, MalformedNotationException {
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "words" -> RoadWords.parse(xml.text()).ifPresent(words::add);
                case "dynamics" -> Dynamics.read(xml).ifPresent(velocity -> dynamics.add(new At<>(position, velocity)));
                case "metronome" ->
                    Metronome.read(xml, log).ifPresent(tempo -> drawnTempos.add(new At<>(position, tempo)));
                case "segno" -> readDrawnSign(xml, RoadMarks.Kind.SEGNO);
                case "coda" -> readDrawnSign(xml, RoadMarks.Kind.CODA);
                default -> xml.skip();
            }
        }
    }

    private void readDrawnSign(XmlCursor xml, RoadMarks.Kind kind) throws XMLStreamException {
        marks.add(RoadMarks.sign(kind, ""));
        xml.skip();
    }

    private void readSound(XmlCursor xml, Beat position) throws XMLStreamException, MalformedNotationException {
        Optional<String> tempo = xml.attribute("tempo");
        Optional<Velocity> velocity = xml.attribute("dynamics").flatMap(NoteElement::percentOfForte);
        readJumps(xml);
        Beat start = position;
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "offset" -> start = offset(xml.text(), position);
                case "midi-instrument" -> part.changeInstrument(xml);
                default -> xml.skip();
            }
        }
        if (tempo.isPresent()) {
            Beat from = start;
            Tempos.of(tempo.get(), log).ifPresent(speed -> tempos.add(new At<>(from, speed)));
        }
        if (velocity.isPresent()) {
            dynamics.add(new At<>(start, velocity.get()));
        }
    }

    private void readJumps(XmlCursor xml) {
        xml.attribute("segno").ifPresent(label -> marks.add(RoadMarks.sign(RoadMarks.Kind.SEGNO, label)));
        xml.attribute("coda").ifPresent(label -> marks.add(RoadMarks.sign(RoadMarks.Kind.CODA, label)));
        xml.attribute("tocoda").ifPresent(label -> marks.add(RoadMarks.sign(RoadMarks.Kind.TO_CODA, label)));
        xml.attribute("dalsegno").ifPresent(label -> marks.add(RoadMarks.sign(RoadMarks.Kind.DAL_SEGNO, label)));
        if (saysYes(xml.attribute("dacapo"))) {
            marks.add(RoadMarks.sign(RoadMarks.Kind.DA_CAPO, ""));
        }
        if (saysYes(xml.attribute("fine"))) {
            marks.add(RoadMarks.sign(RoadMarks.Kind.FINE, ""));
        }
        if (saysYes(xml.attribute("forward-repeat"))) {
            marks.add(RoadMarks.repeatBegins());
        }
    }

    private void readBarline(XmlCursor xml, Beat position) throws XMLStreamException, MalformedNotationException {
        String location = xml.attribute("location").orElse("right");
        var inBar = location.equals("middle") ? splits : perhapsAtEnd;
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "repeat" -> {
                    RoadMarks repeat = readRepeat(xml);
                    if (!location.equals("left") && position.isPositive()) {
                        inBar.merge(position, split(repeat), BarSplitter.Split::merged);
                    } else {
                        marks.add(repeat);
                    }
                }
                case "ending" -> readEnding(xml);
                case "segno" -> readDrawnSign(xml, RoadMarks.Kind.SEGNO);
                case "coda" -> readDrawnSign(xml, RoadMarks.Kind.CODA);
                default -> xml.skip();
            }
        }
    }

    private static BarSplitter.Split split(RoadMarks repeat) {
        return new BarSplitter.Split(repeat.atEnd(), repeat.atBeginning());
    }

    private RoadMarks readRepeat(XmlCursor xml) throws XMLStreamException {
        int times = Math.max(1, xml.attribute("times").flatMap(Numbers::integer).orElse(2));
        boolean isAfterJumps = xml.attribute("after-jump").equals(Optional.of("yes"));
        String direction = xml.attribute("direction").orElse("");
        xml.skip();
        return switch (direction) {
            case "forward" -> RoadMarks.repeatBegins();
            case "backward" -> isAfterJumps ? RoadMarks.repeatEndsAfterJumpsToo(times) : RoadMarks.repeatEnds(times);
            default -> {
                log.note("a <repeat> without a direction", "ignored");
                yield RoadMarks.NONE;
            }
        };
    }

    private void readEnding(XmlCursor xml) throws XMLStreamException, MalformedNotationException {
        String numbers = xml.attribute("number").orElse("");
        switch (xml.attribute("type").orElse("")) {
            case "start" -> marks.add(RoadMarks.endingBegins(passesOf(numbers)));
            case "stop", "discontinue" -> marks.add(RoadMarks.endingCloses());
            default -> log.note("an <ending> without a type", "ignored");
        }
        xml.skip();
    }

    private Set<Integer> passesOf(String numbers) throws MalformedNotationException {
        Set<Integer> passes = Numbers.passes(numbers);
        if (passes.isEmpty()) {
            log.repair(
                    "the number of an <ending> must name passes from 1 to %d, was '%s'"
                            .formatted(MOST_PASSES, Quoted.of(numbers)),
                    "the ending was read as music for every pass",
                    "number it like \"1\" or \"1, 2\"");
        }
        return passes;
    }

    /** A jump may hold for some passes only ({@code "2"}); we take every jump once, when the repeats are done. */
    private static boolean saysYes(Optional<String> value) {
        return value.isPresent() && !value.get().equals("no");
    }
}
