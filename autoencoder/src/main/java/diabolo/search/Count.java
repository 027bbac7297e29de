package diabolo.search;

/**
 * So many of so many.
 *
 * @param met 0 to all
 * @param all 0 or more
 */
record Count(int met, int all) {

    static final Count NONE = new Count(0, 0);

    Count plus(Count other) {
        return new Count(met + other.met, all + other.all);
    }

    /** 0 to 1; 0 of nothing. */
    double share() {
        return all == 0 ? 0 : (double) met / all;
    }
}
