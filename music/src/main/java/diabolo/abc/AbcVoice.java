package diabolo.abc;

import diabolo.notation.FindingLog;
import diabolo.notation.MalformedNotationException;
import diabolo.notation.Notation.NotatedBar;
import diabolo.notation.Notation.NotatedPart;
import diabolo.notation.RoadMarks;
import diabolo.note.Beat;
import diabolo.note.ChordSymbol;
import diabolo.note.Pitch;
import diabolo.note.Tempo;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One voice while its lines are read: its bars so far, and what holds from one to the next.
 *
 * <p>Belongs to one reading on one thread.
 */
final class AbcVoice {

    private static final Beat LONGEST_BAR = Beat.of(10_000);
    private static final Beat WHOLE = Beat.of(1);

    private final AbcVoiceSettings settings;
    private final AbcAccidentals accidentals;
    private final FindingLog log;
    private final List<AbcBar> bars = new ArrayList<>();
    private final AbcTies ties = new AbcTies();
    private AbcBar bar = new AbcBar();
    private Beat barStart = Beat.ZERO;
    private AbcMeter meter = AbcMeter.NONE;
    private Beat unit = Beat.of(1, 2);
    private AbcTuplet tuplet = AbcTuplet.NONE;
    private Beat nextFactor = WHOLE;
    private boolean inEnding;
    private boolean tiesIn;
    private int overlaidBars;
    private final Deque<AbcBar> ahead = new ArrayDeque<>(); // bars that an overlay has still to reach
    private Optional<OverlayStart> overlayStart = Optional.empty();

    /** Going back costs time for every bar. */
    private static final int MOST_OVERLAID_BARS = 100_000;

    /** Where {@code (&} stands: behind so many bars, at a position in the next. */
    private record OverlayStart(int bars, Beat position) {}

    AbcVoice(AbcVoiceSettings settings, AbcAccidentals.Reach reach, FindingLog log) {
        this.settings = settings;
        this.accidentals = new AbcAccidentals(reach);
        this.log = log;
    }

    AbcVoiceSettings settings() {
        return settings;
    }

    AbcMeter meter() {
        return meter;
    }

    Beat unit() {
        return unit;
    }

    void setUnit(Beat newUnit) {
        unit = newUnit;
    }

    void setMeter(AbcMeter newMeter) {
        meter = newMeter;
        newMeter.meter().ifPresent(bar::setMeter);
    }

    void setKey(AbcKey newKey) {
        accidentals.setKey(newKey);
        newKey.sounding(settings.semitones()).ifPresent(bar::addKey);
    }

    void addChord(ChordSymbol chord) {
        bar.addChord(chord);
    }

    void setTempo(Tempo tempo) {
        bar.addTempo(tempo);
    }

    /** The head that a note as written makes; not yet in the bar. Empty where it is no MIDI note. */
    Optional<AbcHead> head(char letter, int octave, Optional<Integer> accidental, Beat duration) {
        accidental.ifPresent(semitones -> accidentals.write(letter, octave, semitones));
        int asWritten = sounding(letter, octave, accidental.orElse(accidentals.at(letter, octave)));
        Optional<Pitch> drum = settings.drum(asWritten - settings.semitones());
        int sounding = accidental.isPresent() || drum.isPresent()
                ? drum.map(Pitch::midi).orElse(asWritten)
                : ties.carriedPitch(letter, sounding(letter, octave, 0), bar.layer(), barStart.plus(bar.position()))
                        .orElse(asWritten);
        if (sounding < 0 || sounding > 127) {
            return Optional.empty();
        }
        AbcHead.Tone tone = new AbcHead.Tone(letter, octave, Pitch.of(sounding));
        return Optional.of(new AbcHead(
                tone, settings.instrument(), bar.layer(), bar.position(), AbcBar.times(duration, factor())));
    }

    /** Adds a note, a chord, or a rest where there are no heads; the length is that before tuplet and broken rhythm. */
    void add(List<AbcHead> heads, Beat duration) throws MalformedNotationException {
        for (AbcHead head : heads) {
            if (tiesIn) {
                head.endTie();
            } else {
                ties.reach(head, barStart);
            }
        }
        bar.add(heads, AbcBar.times(duration, factor()));
        requireShortBar();
        nextFactor = WHOLE;
        tiesIn = false;
        tuplet = tuplet.isOpen() ? tuplet.afterANote() : tuplet;
    }

    /** A tie from the last note or chord, or, where none is before it, into the next. */
    void tie() {
        if (bar.lastEvent().isEmpty()) {
            tiesIn = !bar.hasEvent();
        }
        bar.lastEvent().forEach(this::tie);
    }

    void tie(AbcHead head) {
        head.beginTie();
        ties.begin(head, barStart);
    }

    void beginTuplet(AbcTuplet newTuplet) {
        tuplet = newTuplet;
    }

    boolean inTuplet() {
        return tuplet.isOpen();
    }

    /** Broken rhythm: the note before and the note behind change their lengths by these factors. */
    void breakRhythm(Beat before, Beat behind) {
        bar.stretchLastEvent(before);
        nextFactor = behind;
    }

    boolean hasEvent() {
        return bar.hasEvent();
    }

    /** {@code (&}: what follows is the first of lines that sound together, each behind an {@code &}. */
    void openOverlay() {
        overlayStart = Optional.of(new OverlayStart(bars.size(), bar.position()));
    }

    /** {@code &}: back to where the overlay began, or else over so many bar lines and to the beginning of the bar there. */
    void overlay(int barLines) throws MalformedNotationException {
        if (overlayStart.isEmpty()) {
            goBack(bar.hasMusic() ? barLines - 1 : barLines, Beat.ZERO);
            return;
        }
        endOverlaidBars();
        goBack(bars.size() - overlayStart.get().bars(), overlayStart.get().position());
    }

    /** {@code &)}: what follows stands behind all lines of the overlay. */
    void closeOverlay() {
        endOverlaidBars();
        bar.endLayers();
        overlayStart = Optional.empty();
    }

    private void goBack(int count, Beat position) throws MalformedNotationException {
        List<AbcBar> overlaid = bars.subList(Math.max(0, bars.size() - count), bars.size());
        overlaidBars += overlaid.size();
        if (overlaidBars > MOST_OVERLAID_BARS) {
            throw MalformedNotationException.refusing(
                    log.location(),
                    "the overlays of a voice go back more than %d bars in all".formatted(MOST_OVERLAID_BARS),
                    "write its lines as voices");
        }
        if (overlaid.isEmpty()) {
            bar.beginLayer(position);
            return;
        }
        for (AbcBar earlier : overlaid) {
            barStart = barStart.minus(earlier.length());
        }
        ahead.addAll(overlaid);
        overlaid.clear();
        ahead.add(bar);
        accidentals.leaveBar();
        enterOverlaidBar(position);
    }

    private void enterOverlaidBar(Beat position) {
        bar = ahead.removeFirst();
        if (bar.hasMusic()) {
            bar.beginLayer(position);
        }
    }

    private void endOverlaidBars() {
        for (int left = ahead.size(); left > 0; left--) {
            endBar();
        }
    }

    void addBarLine(AbcBarLine line) {
        AbcBar ended = bar.hasMusic() || bars.isEmpty() ? bar : bars.getLast();
        boolean isFirst = !bar.hasMusic() && bars.isEmpty();
        if (!isFirst) {
            if (line.timesPlayed() > 0) {
                ended.mark(RoadMarks.repeatEnds(line.timesPlayed()));
            } else if (inEnding && !line.isPlain()) {
                ended.mark(RoadMarks.endingCloses());
            }
        }
        inEnding &= line.isPlain();
        leaveJumpsBehind();
        if (!line.isPlain()) {
            ended.doNotCount();
        }
        endBar();
        if (!line.isPlain()) {
            bar.doNotCount();
        }
        if (line.beginsRepeat()) {
            bar.mark(RoadMarks.repeatBegins());
        }
        if (line.isDouble()) {
            bar.mark(RoadMarks.doubleLineBefore());
        }
    }

    /** A jump behind a bar line, with no music before the next, belongs to the bar before it. */
    private void leaveJumpsBehind() {
        if (!bar.hasMusic() && !bars.isEmpty()) {
            bars.getLast().mark(bar.takeJumps());
        }
    }

    /** A part of the tune, which an order of parts may name, begins here. */
    void beginPart(String name) {
        if (bar.hasMusic()) {
            bar.doNotCount();
            endBar();
        }
        bar.mark(RoadMarks.partBegins(name));
    }

    /** A sign of the road; a coda within a bar is where players leave for the other one. */
    void markRoad(RoadMarks.Kind kind) {
        boolean leaves = kind == RoadMarks.Kind.CODA && bar.hasMusic();
        bar.mark(RoadMarks.sign(leaves ? RoadMarks.Kind.TO_CODA : kind, ""));
    }

    void markRoadInWords(RoadMarks.Kind kind) {
        bar.mark(RoadMarks.signInWords(kind));
    }

    void beginEnding(Set<Integer> passes) {
        if (bar.hasMusic()) {
            bar.doNotCount();
            endBar();
        }
        bar.mark(RoadMarks.endingBegins(passes));
        inEnding = true;
    }

    /** A rest of whole bars; the last is ended by the bar line behind it. */
    void addRestBars(int count) throws MalformedNotationException {
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                endBar();
            }
            add(List.of(), meter.barLength());
        }
    }

    /** Every bar of the voice, the one begun last included. */
    NotatedPart finished() {
        endOverlaidBars();
        leaveJumpsBehind();
        endBar();
        List<NotatedBar> notated = new ArrayList<>();
        for (AbcBar finished : bars) {
            notated.add(finished.notated(notated.size() + 1));
        }
        return new NotatedPart(settings.id(), settings.name(), notated);
    }

    /** Whether nothing has sounded or rested yet. */
    boolean isEmpty() {
        return bars.isEmpty() && !bar.hasMusic();
    }

    int barNumber() {
        return bars.size() + 1;
    }

    private void endBar() {
        accidentals.leaveBar();
        ties.leaveBar();
        if (!bar.hasMusic()) {
            return;
        }
        if (meter.meter().isEmpty()) {
            bar.doNotCount();
        }
        bars.add(bar);
        barStart = barStart.plus(bar.length());
        if (ahead.isEmpty()) {
            bar = new AbcBar();
        } else {
            enterOverlaidBar(Beat.ZERO);
        }
    }

    private Beat factor() {
        return tuplet.isOpen() ? AbcBar.times(nextFactor, tuplet.factor()) : nextFactor;
    }

    private int sounding(char letter, int octave, int alteration) {
        return AbcAccidentals.midi(letter, octave, alteration) + settings.semitones();
    }

    private void requireShortBar() throws MalformedNotationException {
        if (bar.length().compareTo(LONGEST_BAR) > 0) {
            throw MalformedNotationException.refusing(
                    log.location(), "a bar is longer than %s quarter notes".formatted(LONGEST_BAR), "write bar lines");
        }
    }
}
