package diabolo.corpus;

/** What becomes of bars in another meter than that of the windows; pieces of several meters are cut where these change. */
public enum OtherMeters {
    /** Only bars as long and halved alike are taken, as 2/2 is to 4/4. */
    REFUSED,
    /** Bars that are as long are taken too, as 6/8 is to 3/4, and shorter and longer ones in groups, as two of 2/4 are one of 4/4. */
    GROUPED
}
