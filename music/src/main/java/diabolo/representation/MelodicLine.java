package diabolo.representation;

import diabolo.grid.QuantizedNote;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The highest line of some notes: at every step the highest that sounds, one at a time.
 *
 * <p>Of the notes that begin together only the highest belongs to it. One that begins under a higher note and outlasts it is
 * heard from where that ends; one that is covered by a higher note does not come back afterwards. So a chord gives one note, a
 * drone none beside the tune above it, and notes that overlap a little, as played music has them, stay.
 *
 * <pre>{@code
 * MelodicLine line = MelodicLine.of(part.notes());
 * line.notes();        // none overlaps another
 * line.hiddenNotes();  // those that are not in it as they were
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param notes in order of time, each ending before the next begins
 * @param hiddenNotes given notes that are left out, shortened or begun late
 */
public record MelodicLine(List<QuantizedNote> notes, int hiddenNotes) {

    private static final Comparator<QuantizedNote> HIGHEST_THEN_LONGEST = Comparator.comparing(QuantizedNote::pitch)
            .thenComparing(QuantizedNote::lengthInSteps)
            .reversed();

    public MelodicLine {
        notes = List.copyOf(notes);
    }

    public static MelodicLine of(List<QuantizedNote> notes) {
        List<QuantizedNote> line = new Skyline(highestOfEachOnset(notes)).line();
        HashSet<QuantizedNote> given = new HashSet<>(notes);
        int kept = (int) line.stream().filter(given::contains).count();
        return new MelodicLine(line, notes.size() - kept);
    }

    private static List<QuantizedNote> highestOfEachOnset(List<QuantizedNote> notes) {
        List<QuantizedNote> highest = new ArrayList<>();
        List<QuantizedNote> inTime = notes.stream()
                .sorted(Comparator.comparingInt(QuantizedNote::startStep).thenComparing(HIGHEST_THEN_LONGEST))
                .toList();
        for (QuantizedNote note : inTime) {
            if (highest.isEmpty() || highest.getLast().startStep() < note.startStep()) {
                highest.add(note);
            }
        }
        return highest;
    }

    /** The line under way. */
    private static final class Skyline {

        private final List<QuantizedNote> onsets;
        private final List<QuantizedNote> line = new ArrayList<>();
        private final PriorityQueue<QuantizedNote> waiting = new PriorityQueue<>(HIGHEST_THEN_LONGEST);

        private Skyline(List<QuantizedNote> onsets) {
            this.onsets = onsets;
        }

        private List<QuantizedNote> line() {
            for (QuantizedNote onset : onsets) {
                int step = onset.startStep();
                sayWaiting(step - 1);
                if (end() > step && line.getLast().pitch().compareTo(onset.pitch()) <= 0) {
                    cutLastAt(step);
                }
                waiting.add(onset);
                sayWaiting(step);
            }
            sayWaiting(Integer.MAX_VALUE);
            return line;
        }

        /** Where the line pauses, up to a step, the highest of those that still sound comes in. */
        private void sayWaiting(int lastStep) {
            while (end() <= lastStep && !waiting.isEmpty()) {
                QuantizedNote next = waiting.remove();
                int from = Math.max(end(), next.startStep());
                if (next.endStep() > from) {
                    line.add(new QuantizedNote(next.pitch(), next.velocity(), from, next.endStep() - from));
                }
            }
        }

        private int end() {
            return line.isEmpty() ? 0 : line.getLast().endStep();
        }

        private void cutLastAt(int step) {
            if (end() > step) {
                QuantizedNote last = line.removeLast();
                line.add(new QuantizedNote(last.pitch(), last.velocity(), last.startStep(), step - last.startStep()));
            }
        }
    }
}
