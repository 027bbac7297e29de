package diabolo.abc;

import diabolo.notation.Notation.BarCounting;
import diabolo.notation.Notation.NotatedBar;
import diabolo.notation.RoadMarks;
import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.ChordSymbol;
import diabolo.note.Key;
import diabolo.note.Meter;
import diabolo.note.Tempo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A bar of a voice while it is read, with the position that the next note gets.
 *
 * <p>Belongs to one voice.
 */
final class AbcBar {

    private final List<AbcHead> heads = new ArrayList<>();
    private final List<RoadMarks> marks = new ArrayList<>();
    private final List<At<Key>> keys = new ArrayList<>();
    private final List<At<ChordSymbol>> chords = new ArrayList<>();
    private final List<At<Tempo>> tempos = new ArrayList<>();
    private Optional<Meter> meter = Optional.empty();
    private BarCounting counting = BarCounting.COUNTED;
    private Beat position = Beat.ZERO;
    private Beat reached = Beat.ZERO;
    private Beat eventStart = Beat.ZERO;
    private int eventHeads;
    private int layer = 1;

    static Beat times(Beat length, Beat factor) {
        return length.times(factor.numerator()).dividedBy(factor.denominator());
    }

    Beat position() {
        return position;
    }

    Beat length() {
        return Beat.max(reached, position);
    }

    boolean hasMusic() {
        return length().isPositive();
    }

    int layer() {
        return layer;
    }

    List<AbcHead> heads() {
        return heads;
    }

    /** Whether anything has sounded or rested since the bar or the overlay began, so that a tie or a dot may refer to it. */
    boolean hasEvent() {
        return position.isPositive();
    }

    /** The heads of the last note or chord; none after a rest. */
    List<AbcHead> lastEvent() {
        return heads.subList(heads.size() - eventHeads, heads.size());
    }

    /** A note, a chord, or a rest where there are no heads. */
    void add(List<AbcHead> event, Beat duration) {
        heads.addAll(event);
        eventHeads = event.size();
        eventStart = position;
        position = position.plus(duration);
    }

    /** Makes the last event longer or shorter, as broken rhythm does. */
    void stretchLastEvent(Beat factor) {
        lastEvent().forEach(head -> head.stretch(factor));
        position = eventStart.plus(times(position.minus(eventStart), factor));
    }

    /** What follows sounds together with what stands in the bar so far, from a position on. */
    void beginLayer(Beat from) {
        reached = length();
        position = from;
        eventHeads = 0;
        layer++;
    }

    /** What follows stands behind all that the bar has. */
    void endLayers() {
        position = length();
        eventHeads = 0;
    }

    void mark(RoadMarks mark) {
        marks.add(mark);
    }

    void setMeter(Meter newMeter) {
        meter = Optional.of(newMeter);
    }

    void addKey(Key key) {
        keys.add(new At<>(position, key));
    }

    void addChord(ChordSymbol chord) {
        chords.add(new At<>(position, chord));
    }

    void addTempo(Tempo tempo) {
        tempos.add(new At<>(position, tempo));
    }

    void doNotCount() {
        counting = BarCounting.IMPLICIT;
    }

    /** Takes out what counts at the end of the bar. */
    RoadMarks takeJumps() {
        RoadMarks all = marks();
        marks.clear();
        marks.add(all.atBeginning());
        return all.atEnd();
    }

    RoadMarks marks() {
        return RoadMarks.merged(marks);
    }

    NotatedBar notated(int number) {
        return new NotatedBar(
                Integer.toString(number),
                counting,
                length(),
                heads.stream().map(AbcHead::notated).toList(),
                meter,
                List.copyOf(keys),
                List.copyOf(chords),
                List.copyOf(tempos),
                List.of(),
                marks());
    }
}
