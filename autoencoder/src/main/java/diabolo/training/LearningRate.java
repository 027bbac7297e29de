package diabolo.training;

import static diabolo.note.Checks.require;

/**
 * A learning rate schedule.
 *
 * <pre>{@code
 * LearningRate rate = new LearningRate(1e-3, 1e-5, LearningRate.Course.COSINE);
 * rate.at(0);   // 1e-3
 * rate.at(1);   // 1e-5
 * }</pre>
 *
 * @param first at the beginning, positive
 * @param last at the end, positive
 */
public record LearningRate(double first, double last, Course course) {

    /** The course from the first to the last rate. */
    public enum Course {
        CONSTANT,
        /** Half a cosine (Loshchilov and Hutter 2017, equation 5, without restarts). */
        COSINE
    }

    public LearningRate {
        require(first > 0 && last > 0, "a learning rate must be positive, was %s to %s".formatted(first, last));
    }

    public static LearningRate constant(double rate) {
        return new LearningRate(rate, rate, Course.CONSTANT);
    }

    public static LearningRate cosine(double first, double last) {
        return new LearningRate(first, last, Course.COSINE);
    }

    /**
     * The rate at a point of the training.
     *
     * @param done the share of the training done, 0 to 1
     */
    public double at(double done) {
        return switch (course) {
            case CONSTANT -> first;
            case COSINE -> last + (first - last) * (1 + Math.cos(Math.PI * done)) / 2;
        };
    }
}
