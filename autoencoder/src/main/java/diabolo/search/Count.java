package diabolo.search;

/**
 * How many of all meet a constraint.
 *
 * @param met 0 to all
 * @param all 0 or more
 */
record Count(int met, int all) {

    static final Count NONE = new Count(0, 0);

    Count plus(Count other) {
        return new Count(met + other.met, all + other.all);
    }

    /** 0 to 1; 0 of none. */
    double share() {
        return all == 0 ? 0 : (double) met / all;
    }
}
