package diabolo.abc;

import diabolo.note.Beat;
import java.util.ArrayList;
import java.util.List;

/**
 * Lengths as note values: plain or dotted, in tuplets where need be, several where one does not do. Programs read fractions of powers
 * of two alone: a third is written as a half in a triplet.
 */
final class AbcValues {

    /** In parts of a value, the longest first. */
    private static final long[] PLAIN_OR_DOTTED = {512, 384, 256, 192, 128, 96, 64, 48, 32, 24, 16, 12, 8, 6, 4, 3, 2, 1
    };

    private static final Beat LONGEST = Beat.of(8);
    private static final int EIGHTHS_PER_BEAT = 2;

    private AbcValues() {}

    /**
     * One note value.
     *
     * @param written in quarter notes, before a tuplet makes it shorter
     * @param tuplet so many notes stand in the time of the power of two below, such as 3 in that of 2; 1 for none
     */
    record Value(Beat written, int tuplet) {

        Beat duration() {
            return written.times(normal()).dividedBy(tuplet);
        }

        /** The two of a triplet. */
        int normal() {
            return Integer.highestOneBit(tuplet);
        }

        boolean isInTuplet() {
            return tuplet > 1;
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

    /** The values that make up a length, whose denominator has an odd part of at most 99. */
    static List<Value> of(Beat length) {
        int tuplet = (int) (length.denominator() >> Long.numberOfTrailingZeros(length.denominator()));
        Beat written = length.times(tuplet).dividedBy(Integer.highestOneBit(tuplet));
        Beat part = Beat.of(1, written.denominator());
        List<Value> values = new ArrayList<>();
        Beat left = written;
        for (long size : PLAIN_OR_DOTTED) {
            Beat value = part.times(size);
            while (left.compareTo(value) >= 0 && value.compareTo(LONGEST) <= 0) {
                values.add(new Value(value, tuplet));
                left = left.minus(value);
            }
        }
        return values;
    }
}
