package diabolo.projection;

import java.util.Arrays;

/**
 * Gradient descent with momentum and a gain for each coordinate, as van der Maaten's programs have it: the gain grows while the
 * coordinate keeps its direction (Jacobs 1988).
 */
record TSneDescent(TSneGradient gradients, int iterations) {

    private static final int EXAGGERATED = 250;
    private static final double EXAGGERATION = 12;
    private static final double FIRST_MOMENTUM = 0.5;
    private static final double MOMENTUM = 0.8;
    private static final double LEAST_GAIN = 0.01;
    private static final double LEAST_RATE = 50;

    /** Moves the points of the plane, [x, y, x, y, ...]. */
    void run(double[] plane, Progress progress) {
        double rate = Math.max(LEAST_RATE, plane.length / 2.0 / EXAGGERATION / 4);
        double[] gradient = new double[plane.length];
        double[] velocity = new double[plane.length];
        double[] gains = new double[plane.length];
        Arrays.fill(gains, 1);
        for (int iteration = 0; iteration < iterations; iteration++) {
            boolean first = iteration < EXAGGERATED;
            gradients.write(plane, first ? EXAGGERATION : 1, gradient);
            for (int i = 0; i < plane.length; i++) {
                boolean turned = velocity[i] * gradient[i] >= 0;
                gains[i] = Math.max(LEAST_GAIN, turned ? gains[i] * 0.8 : gains[i] + 0.2);
                velocity[i] = (first ? FIRST_MOMENTUM : MOMENTUM) * velocity[i] - rate * gains[i] * gradient[i];
                plane[i] += velocity[i];
            }
            FirstPlane.centre(plane);
            progress.at((iteration + 1.0) / iterations);
        }
    }
}
