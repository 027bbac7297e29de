package diabolo.lecture.newtypes;

import diabolo.picture.Point;
import diabolo.tensor.RandomSource;
import diabolo.training.Trained;
import java.util.List;
import java.util.random.RandomGenerator;

/** Noise to begin from, and what digits and music have in common beside. */
final class Starts {

    /** In passes: what comes again within so many goes round. */
    static final int LONGEST_CYCLE = 20;

    private Starts() {}

    /** Frames of cells uniform between 0 and 1: [count][cells]. */
    static float[][] noise(int count, int cells, RandomSource random) {
        RandomGenerator generator = random.generator();
        float[][] noise = new float[count][cells];
        for (float[] frame : noise) {
            for (int cell = 0; cell < cells; cell++) {
                frame[cell] = generator.nextFloat();
            }
        }
        return noise;
    }

    static List<Point> losses(Trained trained) {
        return trained.curve().stream()
                .map(point -> new Point(point.epoch(), point.loss()))
                .toList();
    }
}
