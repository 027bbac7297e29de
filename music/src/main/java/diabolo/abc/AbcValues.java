package diabolo.abc;

import diabolo.note.Beat;
import java.util.ArrayList;
import java.util.List;

/** Lengths as note values: plain or dotted, in triplets where need be, several where one does not do. */
final class AbcValues {

    /** A sixty-fourth note. */
    private static final int PLAIN_PER_BEAT = 16;

    private static final int TRIPLETS_PER_BEAT = 48;
    private static final long[] PLAIN_OR_DOTTED = {128, 96, 64, 48, 32, 24, 16, 12, 8, 6, 4, 3, 2, 1};

    private static final int EIGHTHS_PER_BEAT = 2;

    private AbcValues() {}

    /**
     * One note value.
     *
     * @param written in quarter notes, before a triplet makes it shorter
     */
    record Value(Beat written, boolean isInTriplet) {

        Beat duration() {
            return isInTriplet ? written.times(2).dividedBy(3) : written;
        }

        /** Behind a note, in eighths. */
        String text() {
            Beat eighths = written.times(EIGHTHS_PER_BEAT);
            String count = eighths.numerator() == 1 ? "" : Long.toString(eighths.numerator());
            return switch ((int) Math.min(eighths.denominator(), Integer.MAX_VALUE)) {
                case 1 -> count;
                case 2 -> count + "/";
                default -> count + "/" + eighths.denominator();
            };
        }
    }

    /** The values that make up a length; one with a fraction of its own, where the length is on no common grid. */
    static List<Value> of(Beat length) {
        if (length.isOnGrid(PLAIN_PER_BEAT)) {
            return split(length.toTicks(PLAIN_PER_BEAT), Beat.of(1, PLAIN_PER_BEAT), false);
        }
        if (length.isOnGrid(TRIPLETS_PER_BEAT)) {
            return split(length.toTicks(TRIPLETS_PER_BEAT), Beat.of(1, 2 * PLAIN_PER_BEAT), true);
        }
        return List.of(new Value(length, false));
    }

    private static List<Value> split(long count, Beat step, boolean isInTriplet) {
        List<Value> values = new ArrayList<>();
        long remaining = count;
        for (long size : PLAIN_OR_DOTTED) {
            while (remaining >= size) {
                values.add(new Value(step.times(size), isInTriplet));
                remaining -= size;
            }
        }
        return values;
    }
}
