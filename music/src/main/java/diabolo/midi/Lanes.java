package diabolo.midi;

import diabolo.note.Note;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Shares the notes of a part out to tracks in which first in, first out finds the end of each note.
 *
 * <p>That fails only where a note begins later than another of its pitch and ends before it: on a track, nothing tells whose
 * end comes first. Such an inner note goes to the next lane.
 */
final class Lanes {

    /**
     * A note in ticks.
     *
     * @param end after the start
     */
    record TickedNote(int pitch, int velocity, long start, long end) {}

    /** A lane while it fills: for each pitch, where the latest note ends. */
    private record Lane(List<TickedNote> notes, Map<Integer, Long> lastEnd) {}

    private Lanes() {}

    /** The lanes, the first with all that fit; none for a part without notes. */
    static List<List<TickedNote>> of(List<Note> notes, Resolution resolution) {
        List<Lane> lanes = new ArrayList<>();
        for (Note note : notes) {
            long start = resolution.toTicks(note.start());
            long end = Math.max(start + 1, resolution.toTicks(note.end()));
            int pitch = note.pitch().midi();
            Lane lane = laneFor(pitch, end, lanes);
            lane.notes().add(new TickedNote(pitch, note.velocity().midi(), start, end));
            lane.lastEnd().put(pitch, end);
        }
        return lanes.stream().map(Lane::notes).toList();
    }

    private static Lane laneFor(int pitch, long end, List<Lane> lanes) {
        for (Lane lane : lanes) {
            if (lane.lastEnd().getOrDefault(pitch, 0L) <= end) {
                return lane;
            }
        }
        Lane added = new Lane(new ArrayList<>(), new HashMap<>());
        lanes.add(added);
        return added;
    }
}
