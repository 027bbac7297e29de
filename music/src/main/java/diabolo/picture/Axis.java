package diabolo.picture;

/** How values are laid along an axis. */
public enum Axis {
    /** Equal differences take equal room. */
    LINEAR,
    /** Equal ratios take equal room; values that are not positive are left out. */
    LOGARITHMIC;

    /** Whether a value has a place on such an axis. */
    boolean holds(double value) {
        return Double.isFinite(value) && (this == LINEAR || value > 0);
    }

    /** Where a value lies on an axis whose places are evenly spaced. */
    double place(double value) {
        return switch (this) {
            case LINEAR -> value;
            case LOGARITHMIC -> Math.log10(value);
        };
    }
}
