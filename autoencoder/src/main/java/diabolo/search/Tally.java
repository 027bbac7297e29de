package diabolo.search;

/**
 * So many of so many.
 *
 * @param met 0 to all
 * @param all 0 or more
 */
record Tally(int met, int all) {

    static final Tally NONE = new Tally(0, 0);

    Tally plus(Tally other) {
        return new Tally(met + other.met, all + other.all);
    }

    /** 0 to 1; 0 of nothing. */
    double share() {
        return all == 0 ? 0 : (double) met / all;
    }
}
