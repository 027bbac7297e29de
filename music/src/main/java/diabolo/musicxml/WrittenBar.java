package diabolo.musicxml;

import diabolo.note.At;
import diabolo.note.Meter;
import diabolo.note.NoteSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A bar to be written: where it lies, in divisions, and its meter.
 *
 * @param number as printed; 0 for a pickup
 * @param statesMeter whether a meter begins here
 */
record WrittenBar(int number, long start, long end, Meter meter, boolean statesMeter, boolean isShort) {

    private static final int MOST_BARS = 200_000;

    /** The bars of a piece, up to its last note or change; at least one. */
    static List<WrittenBar> of(NoteSequence piece, Divisions divisions) {
        TreeMap<Long, Meter> meters = new TreeMap<>(Map.of(0L, Meter.FOUR_FOUR));
        piece.meters().forEach(change -> meters.put(divisions.of(change.start()), change.value()));
        long end = endOf(piece, divisions);
        List<WrittenBar> bars = new ArrayList<>();
        long start = 0;
        Meter meter = Meter.FOUR_FOUR;
        int number = 0;
        while (start < end || bars.isEmpty()) {
            requireFew(bars.size());
            boolean statesMeter = meters.containsKey(start);
            meter = meters.getOrDefault(start, meter);
            long whole = divisions.of(meter.barLength());
            Long next = meters.higherKey(start);
            long barEnd = next == null ? start + whole : Math.min(start + whole, next);
            boolean isShort = barEnd < start + whole;
            number += isShort && bars.isEmpty() ? 0 : 1;
            bars.add(new WrittenBar(number, start, barEnd, meter, statesMeter, isShort));
            start = barEnd;
        }
        return bars;
    }

    long length() {
        return end - start;
    }

    private static void requireFew(int bars) {
        if (bars >= MOST_BARS) {
            throw new IllegalArgumentException(
                    "the piece has more than %d bars, and no more are written as MusicXML; write it as MIDI, or cut it"
                            .formatted(MOST_BARS));
        }
    }

    /** What begins at the very end would have no bar to stand in, so that one more is written. */
    private static long endOf(NoteSequence piece, Divisions divisions) {
        long lastNote = piece.allNotes()
                .mapToLong(note -> Math.max(divisions.of(note.end()), divisions.of(note.start()) + 1))
                .max()
                .orElse(0);
        long lastChange = Stream.of(piece.tempos(), piece.meters(), piece.keys(), piece.chords())
                .flatMap(List::stream)
                .map(At::start)
                .mapToLong(divisions::of)
                .max()
                .orElse(-1);
        return Math.max(lastNote, lastChange + 1);
    }
}
