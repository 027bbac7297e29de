package diabolo.report;

/** How much of an experiment is trained and measured. */
public enum Effort {
    /** Everything, to the end. */
    FULL,
    /** Small networks, a part of the data, or models that are trained already: what the whole shows, in a minute. */
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
