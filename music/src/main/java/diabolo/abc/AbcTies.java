package diabolo.abc;

import diabolo.note.Beat;
import diabolo.note.Pitch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The ties of a voice that wait for their other end.
 *
 * <p>A tie goes on in its own layer if it can, and else, since layers come and go with {@code &}, in any layer of the bar.
 * Belongs to one voice.
 */
final class AbcTies {

    /** A hostile file may tie a thousand layers to one place; so many are remembered. */
    private static final int MOST_OPEN_OF_A_PITCH = 64;

    private static final int MOST_ALTERATION = 2;

    /** A head that waits, and where its bar begins: its length may still change. */
    private record Waiting(AbcHead head, Beat barStart) {
        boolean endsAt(Beat position) {
            return barStart.plus(head.end()).equals(position);
        }
    }

    private static final Deque<Waiting> NO_TIES = new ArrayDeque<>();

    private final Map<Pitch, Deque<Waiting>> open = new HashMap<>();
    private final List<Waiting> perhapsTied = new ArrayList<>();

    void begin(AbcHead head, Beat barStart) {
        Deque<Waiting> ofPitch = open.computeIfAbsent(head.tone().pitch(), any -> new ArrayDeque<>());
        if (ofPitch.size() >= MOST_OPEN_OF_A_PITCH) {
            ofPitch.removeFirst();
        }
        ofPitch.addLast(new Waiting(head, barStart));
    }

    /**
     * The pitch that a note without an accidental takes over from a tie: its accidental holds over the bar line.
     *
     * @param natural the MIDI note of the letter without any accidental; may lie outside
     */
    Optional<Integer> carriedPitch(char letter, int natural, int layer, Beat position) {
        for (int midi = natural - MOST_ALTERATION; midi <= natural + MOST_ALTERATION; midi++) {
            boolean isCarried = midi >= 0
                    && midi <= 127
                    && open.getOrDefault(Pitch.of(midi), NO_TIES).stream()
                            .anyMatch(tie -> tie.head().tone().letter() == letter
                                    && tie.head().layer() == layer
                                    && tie.endsAt(position));
            if (isCarried) {
                return Optional.of(midi);
            }
        }
        return Optional.empty();
    }

    /** Ends a tie at a head, if one waits for it. */
    void reach(AbcHead head, Beat barStart) {
        if (!end(head, barStart, tie -> tie.head().layer() == head.layer())) {
            perhapsTied.add(new Waiting(head, barStart));
        }
    }

    /** Ends the ties that no head of their own layer has taken. */
    void leaveBar() {
        perhapsTied.forEach(waiting -> end(waiting.head(), waiting.barStart(), any -> true));
        perhapsTied.clear();
    }

    private boolean end(AbcHead head, Beat barStart, Predicate<Waiting> accepts) {
        Deque<Waiting> ofPitch = open.getOrDefault(head.tone().pitch(), NO_TIES);
        Beat position = barStart.plus(head.start());
        Optional<Waiting> tie = ofPitch.stream()
                .filter(waiting -> waiting.endsAt(position) && accepts.test(waiting))
                .findFirst();
        tie.ifPresent(found -> {
            ofPitch.remove(found);
            head.endTie();
        });
        return tie.isPresent();
    }
}
