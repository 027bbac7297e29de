package diabolo.experiment;

/** How much of an experiment is trained. */
public enum Effort {
    /** Everything, to the end. */
    FULL,
    /** Everything, for a few epochs: to see it work in two minutes, not to judge it. */
    QUICK
}
