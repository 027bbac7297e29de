package diabolo.report.page;

import java.util.Locale;

/** How a metric is written for people. */
public enum MetricFormat {
    /** A share of 1 as per cent: {@code 83.1 %}. */
    SHARE("%.1f %%", 100),
    COUNT("%,.0f", 1),
    ONE_DECIMAL("%.1f", 1),
    TWO_DECIMALS("%.2f", 1);

    private final String pattern;
    private final double factor;

    MetricFormat(String pattern, double factor) {
        this.pattern = pattern;
        this.factor = factor;
    }

    public String of(double value) {
        return String.format(Locale.ROOT, pattern, factor * value);
    }
}
