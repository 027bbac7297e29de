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

    /** The acoustic snare, for unpitched notes of which the file does not say what they strike. */
    private static final Pitch SNARE = Pitch.of(38);

    private final PartParser part;
    private final FindingLog log;
    private final List<NotatedNote> notes = new ArrayList<>();
    private final BarDirections directions;
    private Beat position = Beat.ZERO;
    private Beat reached = Beat.ZERO;
    private Optional<Beat> chordStart = Optional.empty();

    BarParser(PartParser part, FindingLog log) {
        this.part = part;
        this.log = log;
        this.directions = new BarDirections(part, log);
    }

    NotatedBar read(XmlCursor xml, String number, BarCounting counting)
            throws XMLStreamException, MalformedNotationException {
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "note" -> place(NoteElement.read(xml));
                case "backup" -> backUp(durationIn(xml));
                case "forward" -> moveTo(position.plus(durationIn(xml)));
                default -> directions.read(xml, position);
            }
        }
        return new NotatedBar(
                number,
                counting,
                reached,
                List.copyOf(notes),
                directions.meter(),
                directions.keys(),
                directions.chords(),
                directions.tempos(),
                directions.dynamics(),
                directions.marks());
    }

    private void place(NoteElement note) throws MalformedNotationException {
        if (note.lyric) {
            log.drop("lyrics");
        }
        if (note.grace) {
            log.drop("a grace note, which takes no time of its own");
            return;
        }
        Optional<Beat> duration = durationOf(note);
        if (duration.isEmpty()) {
            return;
        }
        Beat start = note.chord ? startOfChord() : position;
        note.dynamicMark.ifPresent(mark -> directions.addDynamics(new At<>(start, mark)));
        if (!note.chord) {
            chordStart = Optional.of(position);
            moveAlong(position.plus(duration.get()));
        }
        if (note.cue) {
            log.drop("a cue note, which only shows what others play");
        } else if (!note.rest) {
            addSounding(note, start, duration.get());
        }
    }

    private Optional<Beat> durationOf(NoteElement note) throws MalformedNotationException {
        Optional<Beat> divisions = note.duration.flatMap(Numbers::decimal).filter(Beat::isPositive);
        if (divisions.isPresent()) {
            return Optional.of(part.quarters(divisions.get()));
        }
        log.repair(
                note.duration
                        .map(text ->
                                "a note's <duration> must be a positive number, was '%s'".formatted(Quoted.of(text)))
                        .orElse("a note that is no grace note has no <duration>"),
                "the note was left out",
                "give it a <duration> in divisions");
        return Optional.empty();
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
                        start, duration, sounding, note.velocity, instrument, note.staff, note.voice, ties))
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
        log.note("an unpitched note without <midi-unpitched>", "read as a snare drum");
        return Optional.of(SNARE);
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
        Beat target = position.minus(length);
        if (target.isNegative()) {
            log.repair(
                    "a <backup> goes %s quarter notes back where the bar has only %s".formatted(length, position),
                    "it went back to the beginning of the bar",
                    "shorten the <backup>");
            target = Beat.ZERO;
        }
        position = target;
        chordStart = Optional.empty();
    }

    private void moveTo(Beat target) throws MalformedNotationException {
        moveAlong(target);
        chordStart = Optional.empty();
    }

    private void moveAlong(Beat target) throws MalformedNotationException {
        if (target.compareTo(LONGEST_BAR) > 0) {
            throw MalformedNotationException.refusing(
                    log.location(),
                    "a bar is longer than %s quarter notes".formatted(LONGEST_BAR),
                    "check <divisions> and <duration>, or split the bar");
        }
        position = target;
        reached = Beat.max(reached, position);
    }
}
