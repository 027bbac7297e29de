package diabolo.lecture.newtypes;

import diabolo.experiment.Experiments;
import diabolo.experiment.LabelledDigits;
import diabolo.picture.Point;
import diabolo.tensor.RandomSource;
import diabolo.training.Trained;
import java.util.List;
import java.util.random.RandomGenerator;

/** The experiments on new types. */
public final class NewTypes {

    public static final List<Experiments.Entry> ENTRIES = List.of(
            Experiments.Entry.study(
                    DigitTypes.NAME,
                    "Digits that are not (2016): noise fed back until it is a new symbol",
                    List.of(LabelledDigits.DATA_SET),
                    DigitTypes::new),
            Experiments.Entry.study(
                    MusicTypes.NAME,
                    "The same with chorales: noise fed back until it is music, or nearly",
                    List.of(MusicTypes.CORPUS),
                    MusicTypes::new));

    /** In passes: what comes again within so many goes round. */
    static final int LONGEST_CYCLE = 20;

    private NewTypes() {}

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
