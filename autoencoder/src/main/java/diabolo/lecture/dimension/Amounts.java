package diabolo.lecture.dimension;

import diabolo.report.Effort;

/**
 * How much of everything is measured.
 *
 * @param runs of random points, each with a query of its own
 * @param trainingDigits among which neighbours are sought
 * @param testDigits whose neighbours are sought
 * @param estimated digits from which the intrinsic dimension is estimated
 * @param windowsOfEach at most, of each corpus of music
 * @param surface points of the Swiss roll and of the sphere, beside the graticule
 * @param images laid out in the plane
 * @param windowsLaidOut of all corpora together
 * @param updates of an autoencoder's training
 */
record Amounts(
        int runs,
        int trainingDigits,
        int testDigits,
        int estimated,
        int windowsOfEach,
        int surface,
        int images,
        int windowsLaidOut,
        int updates) {

    static final Amounts FULL = new Amounts(30, 60_000, 10_000, 6_000, 1_500, 2_000, 3_000, 3_000, 12_000);
    static final Amounts QUICK = new Amounts(10, 6_000, 1_000, 1_500, 250, 800, 700, 800, 3_000);

    static Amounts of(Effort effort) {
        return switch (effort) {
            case FULL -> FULL;
            case QUICK -> QUICK;
        };
    }
}
