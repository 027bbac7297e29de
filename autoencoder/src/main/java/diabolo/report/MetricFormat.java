package diabolo.report;

import diabolo.note.Percent;
import java.util.Locale;

/** How a metric is written for people. */
public enum MetricFormat {
    /** A share of 1 as per cent: {@code 83.1 %}. */
    SHARE {
        @Override
        public String of(double value) {
            return Percent.of(value);
        }
    },
    COUNT {
        @Override
        public String of(double value) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
    },
    ONE_DECIMAL {
        @Override
        public String of(double value) {
            return String.format(Locale.ROOT, "%.1f", value);
        }
    },
    TWO_DECIMALS {
        @Override
        public String of(double value) {
            return String.format(Locale.ROOT, "%.2f", value);
        }
    };

    public abstract String of(double value);
}
