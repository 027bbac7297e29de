package diabolo.notation;

/** What to do with a broken rule: refuse the file, or mend it and say so. */
public enum Tolerance {
    STRICT,
    LENIENT
}
