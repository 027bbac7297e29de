package diabolo.notation;

/** What to do with a broken rule: refuse the file, or mend it and say so. */
enum Tolerance {
    STRICT,
    LENIENT
}
