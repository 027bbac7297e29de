package diabolo.musicxml;

import diabolo.notation.FindingLog;
import diabolo.notation.MalformedNotationException;
import diabolo.notation.Numbers;
import diabolo.notation.RoadMarks;
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
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/**
 * Reads what a bar has beside its notes: attributes, chord symbols, tempo, dynamics, repeats and jumps.
 *
 * <p>Used for one bar.
 */
final class BarDirections {

    private static final int MOST_PASSES = 99;

    private static final Pattern JUMP_IN_WORDS = Pattern.compile("(?i)\\b(d\\. ?[cs]\\.|da ?capo|dal ?segno|to coda)");

    private final PartParser part;
    private final FindingLog log;
    private final AttributesParser attributes;
    private final List<At<ChordSymbol>> chords = new ArrayList<>();
    private final List<At<Tempo>> tempos = new ArrayList<>();
    private final List<At<Velocity>> dynamics = new ArrayList<>();
    private final List<RoadMarks> marks = new ArrayList<>();

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
            case "barline" -> readBarline(xml);
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

    RoadMarks marks() {
        return RoadMarks.merged(marks);
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
        int soundingTempos = tempos.size();
        int marksBefore = marks.size();
        boolean saysJump = false;
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "direction-type" -> saysJump |= readDrawn(xml, position, drawnTempos);
                case "sound" -> readSound(xml, position);
                default -> xml.skip();
            }
        }
        // what is to sound outranks what is drawn
        if (tempos.size() == soundingTempos) {
            tempos.addAll(drawnTempos);
        }
        if (saysJump && marks.size() == marksBefore) {
            log.note("a jump in words only, without a <sound> that says where it goes", "it was not followed");
        }
    }

    /** Whether words ask for a jump. */
    private boolean readDrawn(XmlCursor xml, Beat position, List<At<Tempo>> drawnTempos)
            throws XMLStreamException, MalformedNotationException {
        boolean saysJump = false;
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "words" -> saysJump |= JUMP_IN_WORDS.matcher(xml.text()).find();
                case "dynamics" -> Dynamics.read(xml).ifPresent(velocity -> dynamics.add(new At<>(position, velocity)));
                case "metronome" ->
                    Metronome.read(xml, log).ifPresent(tempo -> drawnTempos.add(new At<>(position, tempo)));
                case "segno" -> readDrawnSign(xml, RoadMarks.Kind.SEGNO);
                case "coda" -> readDrawnSign(xml, RoadMarks.Kind.CODA);
                default -> xml.skip();
            }
        }
        return saysJump;
    }

    private void readDrawnSign(XmlCursor xml, RoadMarks.Kind kind) throws XMLStreamException {
        marks.add(RoadMarks.sign(kind, ""));
        xml.skip();
    }

    private void readSound(XmlCursor xml, Beat position) throws XMLStreamException, MalformedNotationException {
        Optional<String> tempo = xml.attribute("tempo");
        if (tempo.isPresent()) {
            Tempos.of(tempo.get(), log).ifPresent(speed -> tempos.add(new At<>(position, speed)));
        }
        xml.attribute("dynamics")
                .flatMap(NoteElement::percentOfForte)
                .ifPresent(velocity -> dynamics.add(new At<>(position, velocity)));
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
        xml.skip();
    }

    private void readBarline(XmlCursor xml) throws XMLStreamException, MalformedNotationException {
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "repeat" -> readRepeat(xml);
                case "ending" -> readEnding(xml);
                case "segno" -> readDrawnSign(xml, RoadMarks.Kind.SEGNO);
                case "coda" -> readDrawnSign(xml, RoadMarks.Kind.CODA);
                default -> xml.skip();
            }
        }
    }

    private void readRepeat(XmlCursor xml) throws XMLStreamException {
        int times = xml.attribute("times").flatMap(Numbers::integer).orElse(2);
        switch (xml.attribute("direction").orElse("")) {
            case "forward" -> marks.add(RoadMarks.repeatBegins());
            case "backward" -> marks.add(RoadMarks.repeatEnds(Math.max(1, times)));
            default -> log.note("a <repeat> without a direction", "ignored");
        }
        xml.skip();
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
        Set<Integer> passes = new TreeSet<>();
        for (String number : numbers.split("[^0-9]+", -1)) {
            Numbers.integer(number)
                    .filter(pass -> pass >= 1 && pass <= MOST_PASSES)
                    .ifPresent(passes::add);
        }
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
