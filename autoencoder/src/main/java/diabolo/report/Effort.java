package diabolo.report;

/** How much of an experiment is trained and measured. */
public enum Effort {
    /** Everything, to the end. */
    FULL,
    /** Everything, for a few epochs: to see it work in two minutes, not to judge it. */
    QUICK;

    /** One of two settings. */
    public <T> T choose(T full, T quick) {
        return this == FULL ? full : quick;
    }

    /** One of two numbers: of samples, of pairs, of epochs. */
    public int choose(int full, int quick) {
        return this == FULL ? full : quick;
    }
}
