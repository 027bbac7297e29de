package diabolo.projection;

/**
 * How surely points of the plane are neighbours by their distance d: 1 / (1 + a d^(2 b)), smooth, and as near as can be to 1 up to the
 * minimum distance and falling exponentially beyond (McInnes et al. 2018, definition 11 and after).
 */
record UmapCurve(double a, double b) {

    private static final int KNOTS = 300;
    private static final double FARTHEST = 3;
    private static final int ITERATIONS = 200;

    double of(double distance) {
        return distance == 0 ? 1 : 1 / (1 + a * Math.pow(distance, 2 * b));
    }

    /** The least squares fit on 300 distances from 0 to 3, by Levenberg and Marquardt's method. */
    static UmapCurve fitted(double minimumDistance) {
        UmapCurve curve = new UmapCurve(1, 1);
        double damping = 1e-3;
        for (int i = 0; i < ITERATIONS; i++) {
            UmapCurve moved = curve.moved(minimumDistance, damping);
            if (moved.a > 0 && moved.b > 0 && moved.error(minimumDistance) < curve.error(minimumDistance)) {
                curve = moved;
                damping /= 10;
            } else {
                damping *= 10;
            }
        }
        return curve;
    }

    private static double distance(int knot) {
        return FARTHEST * knot / (KNOTS - 1);
    }

    private double miss(double distance, double minimumDistance) {
        return (distance < minimumDistance ? 1 : Math.exp(-(distance - minimumDistance))) - of(distance);
    }

    private double error(double minimumDistance) {
        double error = 0;
        for (int knot = 0; knot < KNOTS; knot++) {
            double miss = miss(distance(knot), minimumDistance);
            error += miss * miss;
        }
        return error;
    }

    /** Solves the damped normal equations of the two parameters. */
    private UmapCurve moved(double minimumDistance, double damping) {
        double aa = 0;
        double ab = 0;
        double bb = 0;
        double aMiss = 0;
        double bMiss = 0;
        for (int knot = 1; knot < KNOTS; knot++) {
            double distance = distance(knot);
            double power = Math.pow(distance, 2 * b);
            double byA = -power * of(distance) * of(distance);
            double byB = 2 * a * Math.log(distance) * byA;
            double miss = miss(distance, minimumDistance);
            aa += byA * byA;
            ab += byA * byB;
            bb += byB * byB;
            aMiss += byA * miss;
            bMiss += byB * miss;
        }
        double dampedA = aa * (1 + damping);
        double dampedB = bb * (1 + damping);
        double determinant = dampedA * dampedB - ab * ab;
        return new UmapCurve(
                a + (dampedB * aMiss - ab * bMiss) / determinant, b + (dampedA * bMiss - ab * aMiss) / determinant);
    }
}
