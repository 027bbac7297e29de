package diabolo.musicxml;

import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.NoteSequence;
import java.util.List;
import java.util.stream.Stream;

/**
 * How many divisions a quarter note is written in, and positions counted in them.
 *
 * <pre>{@code
 * Divisions.of(song).of(Beat.of(1, 3)); // 16, where there are 48
 * }</pre>
 *
 * <p>Immutable.
 */
record Divisions(int perQuarter) {

    private static final long MOST_EXACT = 1_000_000;

    /** From so many on, they count ticks of a recording rather than note values. */
    private static final int PLAYED = 32;

    /** Fine enough for every meter, and divisible by 3, 5 and 7. */
    private static final int ROUNDED = 256 * 9 * 5 * 7;

    /** The fewest divisions that hold every position of a piece exactly, if there are not too many of them. */
    static Divisions of(NoteSequence piece) {
        Stream<Beat> ofNotes = piece.allNotes().flatMap(note -> Stream.of(note.start(), note.duration()));
        Stream<Beat> ofBars = piece.meters().stream().map(meter -> meter.value().barLength());
        Stream<Beat> ofChanges = Stream.of(piece.tempos(), piece.meters(), piece.keys(), piece.chords())
                .flatMap(List::stream)
                .map(At::start);
        long divisions = 1;
        for (Beat position : Stream.of(ofNotes, ofBars, ofChanges)
                .flatMap(all -> all)
                .distinct()
                .toList()) {
            divisions = divisions / greatestCommonDivisor(divisions, position.denominator());
            if (position.denominator() > MOST_EXACT / divisions) {
                return new Divisions(ROUNDED);
            }
            divisions *= position.denominator();
        }
        // played triplets in ticks that three does not divide stay what they are, though drawn as triplets
        boolean isPlayed = divisions >= PLAYED && divisions % 3 != 0 && divisions <= MOST_EXACT / 3;
        return new Divisions((int) (isPlayed ? 3 * divisions : divisions));
    }

    long of(Beat position) {
        try {
            return position.toTicks(perQuarter);
        } catch (ArithmeticException beyondLong) {
            throw new IllegalArgumentException(
                    "the piece reaches beat %.0f, beyond what MusicXML can count; cut it into shorter pieces"
                            .formatted(position.toDouble()),
                    beyondLong);
        }
    }

    private static long greatestCommonDivisor(long a, long b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }
}
