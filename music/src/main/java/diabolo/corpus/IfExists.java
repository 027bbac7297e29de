package diabolo.corpus;

/** What becomes of a file that is in the way when a corpus is saved. */
public enum IfExists {
    REFUSE,
    REPLACE
}
