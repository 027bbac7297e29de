package diabolo.corpus;

/** Whether windows without a note are examples. */
public enum SilentWindows {
    KEPT,
    /** Left out, and counted. */
    LEFT_OUT
}
