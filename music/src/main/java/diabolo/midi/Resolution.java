package diabolo.midi;

import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.Checks;
import diabolo.note.NoteSequence;
import java.util.stream.Stream;

/**
 * How many ticks a beat has in a file to be written.
 *
 * @param ticksPerBeat 1 to 32767
 */
record Resolution(int ticksPerBeat) {

    private static final int MAX = 32_767;

    /** A usual resolution, for pieces that no resolution can hold exactly. */
    private static final int ROUNDED = 960;

    /** Usual resolutions; the smallest that a piece fits into exactly keeps other programs comfortable. */
    private static final int[] USUAL = {480, 384, 960, 96, 1};

    /** The resolution that holds every position of a piece exactly, if there is one. */
    static Resolution of(NoteSequence sequence) {
        long needed = denominators(sequence).distinct().reduce(1L, Resolution::leastCommonMultiple);
        for (int usual : USUAL) {
            long multiple = leastCommonMultiple(needed, usual);
            if (multiple <= MAX) {
                return new Resolution((int) multiple);
            }
        }
        return new Resolution(ROUNDED);
    }

    /** The nearest tick. */
    long toTicks(Beat position) {
        Checks.require(
                position.toDouble() * ticksPerBeat < TrackParser.MAX_TICKS,
                "positions must stay below 2^40 ticks, was beat %s at %d ticks a beat; cut the piece"
                        .formatted(position, ticksPerBeat));
        long whole = Math.floorDiv(position.numerator(), position.denominator());
        long rest = position.numerator() - whole * position.denominator();
        long restTicks = position.denominator() <= Long.MAX_VALUE / (4L * ticksPerBeat)
                ? new Beat(rest, position.denominator()).toTicks(ticksPerBeat)
                : Math.round((double) rest / position.denominator() * ticksPerBeat);
        return whole * ticksPerBeat + restTicks;
    }

    private static Stream<Long> denominators(NoteSequence sequence) {
        Stream<Beat> notes = sequence.allNotes().flatMap(note -> Stream.of(note.start(), note.duration()));
        Stream<Beat> changes = Stream.of(sequence.tempos(), sequence.meters(), sequence.keys())
                .flatMap(list -> list.stream().map(At::start));
        return Stream.concat(notes, changes).map(Beat::denominator);
    }

    /** Anything above the largest resolution counts as just above it. */
    private static long leastCommonMultiple(long a, long b) {
        if (a > MAX || b > MAX) {
            return MAX + 1L;
        }
        long x = a;
        long y = b;
        while (y != 0) {
            long remainder = x % y;
            x = y;
            y = remainder;
        }
        return Math.min(a / x * b, MAX + 1L);
    }
}
