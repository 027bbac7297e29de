package diabolo.report.page;

import java.util.Locale;

/** How a metric is written for people. */
public enum MetricFormat {
    /** A share of 1 as per cent: {@code 83.1 %}. */
    SHARE("%.1f %%", 100),
    COUNT("%,.0f", 1),
    ONE_DECIMAL("%.1f", 1),
    TWO_DECIMALS("%.2f", 1),
    THREE_DECIMALS("%.3f", 1),
    FOUR_DECIMALS("%.4f", 1),
    /** For numbers of any size, such as squared errors per pixel: {@code 0.00312}, {@code 844417}. */
    THREE_DIGITS("", 1);

    private final String pattern;
    private final double factor;

    MetricFormat(String pattern, double factor) {
        this.pattern = pattern;
        this.factor = factor;
    }

    public String of(double value) {
        return this == THREE_DIGITS ? threeDigits(value) : String.format(Locale.ROOT, pattern, factor * value);
    }

    private static String threeDigits(double value) {
        if (!Double.isFinite(value) || value == 0) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        int before = (int) Math.floor(Math.log10(Math.abs(value)));
        return before < -6
                ? String.format(Locale.ROOT, "%.2e", value)
                : String.format(Locale.ROOT, "%." + Math.max(0, 2 - before) + "f", value);
    }
}
