package diabolo.notation;

import diabolo.notation.Notation.NotatedBar;
import diabolo.notation.Notation.NotatedNote;
import diabolo.notation.Notation.NotatedPart;
import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.Note;
import diabolo.note.Part;
import diabolo.note.Velocity;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Plays the bars of one part in the order asked for, with the dynamics that hold.
 *
 * <p>Belongs to one reading on one thread.
 */
final class PartPlayer {

    private final NotatedPart part;
    private final TieMerger notes = new TieMerger();
    private Velocity velocity = Velocity.DEFAULT;

    PartPlayer(NotatedPart part) {
        this.part = part;
    }

    String id() {
        return part.id();
    }

    int looseTies() {
        return notes.looseTies();
    }

    /** Plays a bar, counted from 0, for the so manieth time, at a position of the piece. */
    void play(int barIndex, int pass, Beat position) {
        if (barIndex >= part.bars().size()) {
            return;
        }
        NotatedBar bar = part.bars().get(barIndex);
        List<At<Velocity>> changes =
                bar.dynamics().stream().sorted(Comparator.comparing(At::start)).toList();
        List<NotatedNote> heads = bar.notes().stream()
                .filter(head -> head.soundsAt(pass))
                .sorted(Comparator.comparing(NotatedNote::start))
                .toList();
        int reached = 0;
        for (NotatedNote head : heads) {
            while (reached < changes.size() && changes.get(reached).start().compareTo(head.start()) <= 0) {
                velocity = changes.get(reached++).value();
            }
            notes.add(head, head.velocity().orElse(velocity), position.plus(head.start()));
        }
        if (!changes.isEmpty()) {
            velocity = changes.getLast().value();
        }
    }

    /** A part for each staff, and for each instrument where one staff has several. */
    List<Part> parts() {
        Map<TieMerger.Line, List<Note>> lines = notes.notes();
        int staves =
                lines.keySet().stream().mapToInt(TieMerger.Line::staff).max().orElse(1);
        return lines.entrySet().stream()
                .sorted(Comparator.comparing(line -> line.getKey().staff()))
                .map(line -> new Part(
                        nameOf(line.getKey().staff(), staves), line.getKey().instrument(), line.getValue()))
                .toList();
    }

    private String nameOf(int staff, int staves) {
        if (staves == 1) {
            return part.name();
        }
        String staffName = "staff " + staff;
        if (staves == 2) {
            staffName = staff == 1 ? "upper staff" : "lower staff";
        }
        return part.name().isEmpty() ? staffName : part.name() + ", " + staffName;
    }
}
