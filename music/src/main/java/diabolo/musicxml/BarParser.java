package diabolo.musicxml;

import diabolo.notation.FindingLog;
import diabolo.notation.MalformedNotationException;
import diabolo.notation.Notation.BarCounting;
import diabolo.notation.Notation.NotatedBar;
import diabolo.notation.Notation.NotatedNote;
import diabolo.notation.Notation.Ties;
import diabolo.notation.Numbers;
import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.Instrument;
import diabolo.note.Pitch;
import diabolo.note.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import javax.xml.stream.XMLStreamException;

/**
 * Reads one bar of one part: walks a position along its notes, chords, backups and forwards.
 *
 * <p>Used for one bar.
 */
final class BarParser {

    private static final Beat LONGEST_BAR = Beat.of(10_000);

    private final PartParser part;
    private final FindingLog log;
    private final List<NotatedNote> notes = new ArrayList<>();
    private final BarDirections directions;
    private Beat position = Beat.ZERO;
    private Beat counted = Beat.ZERO; // the position by divisions, to which that within a tuplet comes back
    private Beat reached = Beat.ZERO;
    private final Tremolos tremolos;
    private Optional<Beat> chordStart = Optional.empty();
    private Beat chordLength = Beat.ZERO;

    /** A length as it is meant, and in divisions, which may be rounded. */
    private record Length(Beat exact, Beat counted) {
        static Length of(Beat length) {
            return new Length(length, length);
        }
    }

    BarParser(PartParser part, NoteBudget budget, FindingLog log) {
        this.part = part;
        this.log = log;
        this.directions = new BarDirections(part, log);
        this.tremolos = new Tremolos(budget, log);
    }

    NotatedBar read(XmlCursor xml, String number, BarCounting counting)
            throws XMLStreamException, MalformedNotationException {
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "note" -> {
                    directions.musicFollows();
                    place(NoteElement.read(xml));
                }
                case "backup" -> {
                    directions.voiceEnds();
                    backUp(durationIn(xml));
                }
                case "forward" -> {
                    directions.musicFollows();
                    moveAlong(counted.plus(durationIn(xml)));
                    chordStart = Optional.empty();
                }
                default -> directions.read(xml, position);
            }
        }
        return new NotatedBar(
                number,
                counting,
                reached,
                tremolos.struck(List.copyOf(notes)),
                directions.meter(),
                directions.keys(),
                directions.chords(),
                directions.tempos(),
                directions.dynamics(),
                directions.marks(reached));
    }

    NavigableMap<Beat, BarSplitter.Split> splits() {
        return directions.splits(reached);
    }

    private void place(NoteElement note) throws MalformedNotationException {
        if (note.lyric) {
            log.drop("lyrics");
        }
        if (note.grace) {
            log.drop("a grace note, which takes no time of its own");
            return;
        }
        Optional<Length> duration = durationOf(note);
        if (duration.isEmpty()) {
            return;
        }
        if (!note.chord && !note.type.isInTuplet()) {
            position = counted;
        }
        Beat start = note.chord ? startOfChord() : position;
        note.dynamicMark.ifPresent(mark -> directions.addDynamics(new At<>(start, mark)));
        if (!note.chord) {
            chordStart = Optional.of(position);
            chordLength = duration.get().exact();
            Beat end = position.plus(duration.get().exact());
            moveAlong(counted.plus(duration.get().counted()));
            position = note.type.isInTuplet() ? end : counted;
        }
        tremolos.add(note, start);
        if (note.noteHead.equals("slash") && !note.rest) {
            log.drop("a slash, which stands for whatever fits the chord");
        } else if (note.cue) {
            log.drop("a cue note, which only shows what others play");
        } else if (!note.rest) {
            addSounding(note, start, duration.get().exact());
        }
    }

    /** What {@code <duration>} says, or the drawn value where it says nothing, or less exactly. */
    private Optional<Length> durationOf(NoteElement note) throws MalformedNotationException {
        Optional<Beat> divisions = note.duration.flatMap(Numbers::decimal).filter(Beat::isPositive);
        Optional<Beat> drawn = note.type.length();
        if (divisions.isPresent()) {
            if (drawn.isPresent() && !part.hasDivisions()) {
                log.note("a length before any <divisions>", "read by its <type>");
                part.setDivisions(ratio(divisions.get(), drawn.get()));
            }
            Beat length = part.quarters(divisions.get());
            boolean isDrawn = drawn.isPresent() && isMeant(drawn.get(), length, note);
            return Optional.of(new Length(isDrawn ? drawn.get() : length, length));
        }
        log.repair(
                note.duration
                        .map(text ->
                                "a note's <duration> must be a positive number, was '%s'".formatted(Quoted.of(text)))
                        .orElse("a note that is no grace note has no <duration>"),
                drawn.isPresent() ? "its <type> was taken" : "the note was left out",
                "give it a <duration> in divisions");
        return drawn.map(Length::of);
    }

    /** Whether a length is the drawn one, rounded to divisions, or at odds with its chord, which the drawn one is not. */
    private boolean isMeant(Beat drawn, Beat length, NoteElement note) throws MalformedNotationException {
        boolean isRounded = note.type.isInTuplet() && distance(drawn, length).compareTo(part.quarters(Beat.of(1))) < 0;
        boolean isOfChord = note.chord && drawn.equals(chordLength);
        return isRounded || isOfChord;
    }

    private static Beat ratio(Beat a, Beat b) {
        return Beat.of(
                Math.multiplyExact(a.numerator(), b.denominator()), Math.multiplyExact(a.denominator(), b.numerator()));
    }

    private static Beat distance(Beat a, Beat b) {
        return a.compareTo(b) < 0 ? b.minus(a) : a.minus(b);
    }

    private Beat startOfChord() throws MalformedNotationException {
        if (chordStart.isPresent()) {
            return chordStart.get();
        }
        log.repair(
                "a <chord/> note has no note before it to sound with",
                "it was placed where the bar had come to",
                "write the first note of a chord without <chord/>");
        return position;
    }

    private void addSounding(NoteElement note, Beat start, Beat duration) throws MalformedNotationException {
        PartDeclaration.Playing playing = part.playing(note.instrumentId);
        boolean isDrum = note.unpitched || playing.instrument() instanceof Instrument.Drums;
        Optional<Pitch> pitch = isDrum ? drumOf(note, playing) : soundingPitchOf(note);
        Instrument instrument = isDrum ? new Instrument.Drums() : playing.instrument();
        Ties ties = Ties.of(note.tieEnds, note.tieBegins);
        pitch.map(sounding -> new NotatedNote(
                        start,
                        duration,
                        sounding,
                        note.velocity,
                        instrument,
                        note.staff,
                        note.voice,
                        ties,
                        note.passes))
                .ifPresent(notes::add);
    }

    private Optional<Pitch> drumOf(NoteElement note, PartDeclaration.Playing playing)
            throws MalformedNotationException {
        if (playing.drum().isPresent()) {
            return playing.drum();
        }
        if (note.isPitched()) {
            return soundingPitchOf(note);
        }
        log.note("an unpitched note without <midi-unpitched>", "read by its place on the staff");
        return Optional.of(DrumStaff.drumOf(note));
    }

    private Optional<Pitch> soundingPitchOf(NoteElement note) throws MalformedNotationException {
        OptionalInt written = note.writtenPitch();
        String fault;
        if (!note.isPitched()) {
            fault = "a note has neither <pitch>, <rest> nor <unpitched>";
        } else if (written.isEmpty()) {
            fault =
                    "a <pitch> must have a step from A to G, an octave from 0 to 9 and an alter from -12 to 12, had '%s', '%s', '%s'"
                            .formatted(Quoted.of(note.step), Quoted.of(note.octave), Quoted.of(note.alter));
        } else {
            int sounding = written.getAsInt() + part.semitonesOf(note.staff);
            if (sounding >= 0 && sounding <= 127) {
                if (note.isMicrotonal()) {
                    log.note("a pitch between two semitones", "rounded to a semitone");
                }
                return Optional.of(Pitch.of(sounding));
            }
            fault = "a pitch sounds as MIDI note %d, outside 0 to 127".formatted(sounding);
        }
        log.repair(fault, "the note was left out, and its time kept", "correct its <pitch> or the <transpose>");
        return Optional.empty();
    }

    private Beat durationIn(XmlCursor xml) throws XMLStreamException, MalformedNotationException {
        String element = xml.name();
        String text = "";
        while (xml.nextChild()) {
            if (xml.name().equals("duration")) {
                text = xml.text();
            } else {
                xml.skip();
            }
        }
        Optional<Beat> divisions = Numbers.decimal(text).filter(number -> !number.isNegative());
        if (divisions.isPresent()) {
            return part.quarters(divisions.get());
        }
        log.repair(
                "the <duration> of <%s> must be a number, was '%s'".formatted(element, Quoted.of(text)),
                "the move was left out",
                "give it a <duration> in divisions");
        return Beat.ZERO;
    }

    private void backUp(Beat length) throws MalformedNotationException {
        Beat target = counted.minus(length);
        if (target.isNegative()) {
            log.repair(
                    "a <backup> goes %s quarter notes back where the bar has only %s".formatted(length, counted),
                    "it went back to the beginning of the bar",
                    "shorten the <backup>");
            target = Beat.ZERO;
        }
        counted = target;
        position = target;
        chordStart = Optional.empty();
    }

    private void moveAlong(Beat target) throws MalformedNotationException {
        if (target.compareTo(LONGEST_BAR) > 0) {
            throw MalformedNotationException.refusing(
                    log.location(),
                    "a bar is longer than %s quarter notes".formatted(LONGEST_BAR),
                    "check <divisions> and <duration>, or split the bar");
        }
        counted = target;
        position = target;
        reached = Beat.max(reached, target);
    }
}
