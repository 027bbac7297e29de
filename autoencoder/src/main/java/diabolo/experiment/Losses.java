package diabolo.experiment;

import diabolo.picture.Point;
import diabolo.training.CurvePoint;
import java.util.ArrayList;
import java.util.List;

/** Learning curves as reports show them: epochs from 1 on, and the loss of a unit that can be compared. */
final class Losses {

    private Losses() {}

    /** Of the last phase alone: the fine-tuning after any pre-training. */
    static List<Point> ofFineTuning(List<CurvePoint> curve) {
        int last = curve.isEmpty() ? 0 : curve.getLast().phase();
        return curve.stream()
                .filter(point -> point.phase() == last)
                .map(point -> new Point(point.epoch(), point.loss()))
                .toList();
    }

    /** Of a bar: epochs of lessons count like those of whole windows, which have more bars. */
    static List<Point> perBar(ExperimentSpec spec, List<CurvePoint> curve) {
        List<Training.Lesson> lessons = spec.training().curriculum();
        List<Point> ofBars = new ArrayList<>();
        for (CurvePoint point : curve) {
            boolean isLesson = point.phase() < lessons.size();
            int bars =
                    isLesson ? lessons.get(point.phase()).bars() : spec.tokens().bars();
            ofBars.add(new Point(ofBars.size() + 1, point.loss() / bars));
        }
        return ofBars;
    }
}
