package diabolo.notation;

import diabolo.note.Meter;
import java.util.List;
import java.util.Optional;

/** Time signatures as meters: {@code 3+2} over 8 is 5/8, and 2/4 with 3/8 beside it is 7/8. */
public final class Meters {

    private static final int MOST_BEATS = 255;
    private static final int SMALLEST_UNIT = 64;

    private Meters() {}

    /** The meter of all the fractions together; empty where one is no meter or the sum is none. */
    public static Optional<Meter> sum(List<String> beats, List<String> beatUnits) {
        if (beats.isEmpty() || beats.size() != beatUnits.size()) {
            return Optional.empty();
        }
        long unit = 1;
        long count = 0;
        for (int i = 0; i < beats.size(); i++) {
            Optional<Integer> beatUnit = Numbers.integer(beatUnits.get(i)).filter(Meters::isUnit);
            Optional<Long> upper = upperNumber(beats.get(i));
            if (beatUnit.isEmpty() || upper.isEmpty()) {
                return Optional.empty();
            }
            long common = Math.max(unit, beatUnit.get());
            count = count * (common / unit) + upper.get() * (common / beatUnit.get());
            unit = common;
            if (count > MOST_BEATS) {
                return Optional.empty();
            }
        }
        return Optional.of(new Meter((int) count, (int) unit));
    }

    private static Optional<Long> upperNumber(String beats) {
        long sum = 0;
        for (String summand : beats.split("\\+", -1)) {
            Optional<Integer> number =
                    Numbers.integer(summand.strip()).filter(count -> count >= 1 && count <= MOST_BEATS);
            if (number.isEmpty()) {
                return Optional.empty();
            }
            sum += number.get();
        }
        return Optional.of(sum);
    }

    private static boolean isUnit(int number) {
        return number >= 1 && number <= SMALLEST_UNIT && Integer.bitCount(number) == 1;
    }
}
