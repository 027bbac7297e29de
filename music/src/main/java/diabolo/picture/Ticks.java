package diabolo.picture;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The range of an axis and the round values that are marked on it. Immutable.
 *
 * @param low the value at its beginning
 * @param high the value at its end, higher than {@code low}
 * @param values those to mark, in order
 */
record Ticks(Axis axis, double low, double high, List<Double> values) {

    private static final int ABOUT = 6;

    /** An axis for values, with some room around them if wanted. Values without a place on it are passed over. */
    static Ticks around(Axis axis, DoubleStream values, double room) {
        double[] places = values.filter(axis::holds).map(axis::place).toArray();
        double low = DoubleStream.of(places).min().orElse(0);
        double high = DoubleStream.of(places).max().orElse(1);
        double margin = high > low ? room * (high - low) : Math.max(0.5, Math.abs(high) / 2);
        return switch (axis) {
            case LINEAR -> linear(low - margin, high + margin);
            case LOGARITHMIC -> logarithmic(low - margin, high + margin);
        };
    }

    static Ticks linear(double low, double high) {
        double spacing = roundSpacing((high - low) / ABOUT);
        List<Double> values = new ArrayList<>();
        if (!(spacing >= Double.MIN_NORMAL && spacing < Double.MAX_VALUE)) {
            return new Ticks(Axis.LINEAR, low, high, values); // a range that numbers cannot divide
        }
        double first = Math.ceil(low / spacing - 1e-9);
        for (int i = 0; i <= 2 * ABOUT && (first + i) * spacing <= high + 1e-9 * spacing; i++) {
            values.add((first + i) * spacing);
        }
        return new Ticks(Axis.LINEAR, low, high, values);
    }

    /** Powers of ten; where there are few of them, their doubles and fives too. */
    private static Ticks logarithmic(double lowPlace, double highPlace) {
        double[] steps = highPlace - lowPlace > 3 ? new double[] {1} : new double[] {1, 2, 5};
        int stride = Math.max(1, (int) Math.ceil((highPlace - lowPlace) / 10));
        List<Double> values = new ArrayList<>();
        for (int power = (int) Math.floor(lowPlace); power <= highPlace; power += stride) {
            for (double step : steps) {
                double place = power + Math.log10(step);
                if (place >= lowPlace && place <= highPlace) {
                    values.add(step * Math.pow(10, power));
                }
            }
        }
        double low = Math.pow(10, lowPlace);
        double high = Math.pow(10, highPlace);
        return values.size() >= 2
                ? new Ticks(Axis.LOGARITHMIC, low, high, values)
                : new Ticks(Axis.LOGARITHMIC, low, high, linear(low, high).values());
    }

    /** From 0 at the beginning to 1 at the end. */
    double fraction(double value) {
        return (axis.place(value) - axis.place(low)) / (axis.place(high) - axis.place(low));
    }

    /** A value as a label: few digits, an exponent where it would be long. */
    static String label(double value) {
        double size = Math.abs(value);
        if (size < 1e-12) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value)
                .round(new MathContext(4, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
        if (size >= 1e6 || size < 1e-3) {
            int exponent = rounded.precision() - rounded.scale() - 1;
            return rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
        }
        return rounded.toPlainString();
    }

    /** The next 1, 2 or 5 times a power of ten. */
    private static double roundSpacing(double about) {
        double power = Math.pow(10, Math.floor(Math.log10(about)));
        double digit = about / power;
        return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
    }
}
