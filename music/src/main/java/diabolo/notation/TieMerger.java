package diabolo.notation;

import diabolo.notation.Notation.NotatedNote;
import diabolo.note.Beat;
import diabolo.note.Instrument;
import diabolo.note.Note;
import diabolo.note.Pitch;
import diabolo.note.Velocity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Joins tied note heads of one part into notes, in the order in which they are played, and sorts the notes by staff and
 * instrument.
 *
 * <p>A tie joins a head to one of the same pitch that begins where the first ends, in the same voice if there is one.
 * A tie without a partner joins nothing; its note stays. Belongs to one reading on one thread.
 */
final class TieMerger {

    /** What becomes a part of the result. */
    record Line(int staff, Instrument instrument) {}

    private record TieEnd(Pitch pitch, Instrument instrument, Beat position) {}

    /** A note that may still grow. */
    private static final class Sounding {
        private final NotatedNote head;
        private final Velocity velocity;
        private final Beat start;
        private Beat duration;

        Sounding(NotatedNote head, Velocity velocity, Beat start) {
            this.head = head;
            this.velocity = velocity;
            this.start = start;
            this.duration = head.duration();
        }
    }

    /** A hostile file may tie many heads to one place; each of them is looked at a bounded number of times. */
    private static final int MOST_VOICES_SEARCHED = 32;

    private final Map<Line, List<Sounding>> lines = new LinkedHashMap<>();
    private final Map<TieEnd, Deque<Sounding>> open = new HashMap<>();
    private int endsOnNothing;

    /** Adds a head; those of a bar come in the order of their starts. */
    void add(NotatedNote head, Velocity velocity, Beat start) {
        Sounding sounding = head.ties().ends() ? continued(head, velocity, start) : begun(head, velocity, start);
        if (head.ties().begins()) {
            TieEnd end = new TieEnd(head.pitch(), head.instrument(), start.plus(head.duration()));
            open.computeIfAbsent(end, any -> new ArrayDeque<>()).addLast(sounding);
        }
    }

    /** How many ties had no note at their other end. */
    int looseTies() {
        return endsOnNothing + open.values().stream().mapToInt(Deque::size).sum();
    }

    Map<Line, List<Note>> notes() {
        Map<Line, List<Note>> notes = new LinkedHashMap<>();
        lines.forEach((line, soundings) -> notes.put(
                line,
                soundings.stream()
                        .map(note -> new Note(note.head.pitch(), note.velocity, note.start, note.duration))
                        .toList()));
        return notes;
    }

    private Sounding continued(NotatedNote head, Velocity velocity, Beat start) {
        TieEnd end = new TieEnd(head.pitch(), head.instrument(), start);
        Deque<Sounding> waiting = open.get(end);
        if (waiting == null) {
            endsOnNothing++;
            return begun(head, velocity, start);
        }
        Sounding partner = waiting.stream()
                .limit(MOST_VOICES_SEARCHED)
                .filter(sounding -> sounding.head.voice().equals(head.voice()))
                .findFirst()
                .orElse(waiting.getFirst());
        waiting.removeFirstOccurrence(partner);
        if (waiting.isEmpty()) {
            open.remove(end);
        }
        partner.duration = start.plus(head.duration()).minus(partner.start);
        return partner;
    }

    private Sounding begun(NotatedNote head, Velocity velocity, Beat start) {
        Sounding sounding = new Sounding(head, velocity, start);
        lines.computeIfAbsent(new Line(head.staff(), head.instrument()), any -> new ArrayList<>())
                .add(sounding);
        return sounding;
    }
}
