package diabolo.corpus;

/** Whether the window that ends with the last bar of a piece is an example. */
public enum LastWindow {
    KEPT,
    /** As in DeepHear, where a piece of 74 bars gives 70 windows of four bars rather than 71. */
    LEFT_OUT
}
