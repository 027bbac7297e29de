package diabolo.lecture.digits;

import diabolo.experiment.Study;
import diabolo.file.AtomicFile;
import diabolo.model.DenseAutoencoder;
import diabolo.picture.Point;
import diabolo.report.Findings;
import diabolo.report.TrainedVariant;
import diabolo.training.CurveCsv;
import diabolo.training.CurvePoint;
import diabolo.training.Examples;
import diabolo.training.Trained;
import diabolo.training.Trainer;
import diabolo.training.TrainingPlan;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The trainings of an experiment in the folder of its run: each resumes from its checkpoint and leaves its curve.
 *
 * <pre>{@code
 * try (Trained trained = new DigitTrainings(study).train("plain", plan, digits.training())) { ... }
 * }</pre>
 */
record DigitTrainings(Study study) {

    /** Trains, or resumes. What is trained belongs to the caller. */
    Trained train(String name, TrainingPlan plan, float[][] examples) throws IOException {
        return train(name, plan, Examples.of(examples));
    }

    /** The same with examples of any kind. */
    Trained train(String name, TrainingPlan plan, Examples examples) throws IOException {
        Trained trained = new Trainer(plan)
                .trainResumably(
                        examples,
                        study.progress().training(name),
                        study.folder().checkpoint(name));
        AtomicFile.write(study.folder().file("training-" + name + ".csv"), CurveCsv.write(trained.curve()));
        return trained;
    }

    /** As reports show it, with the losses of its last stage. */
    static TrainedVariant variant(Trained trained, String name, String words) {
        return new TrainedVariant(name, words, trained.network(), losses(trained), Optional.empty());
    }

    /** One of the networks that an experiment has trained. */
    static DenseAutoencoder network(Findings findings, String name) {
        TrainedVariant variant = findings.variants().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no network is called " + name));
        return variant.network().dense().orElseThrow();
    }

    private static List<Point> losses(Trained trained) {
        int last = trained.curve().getLast().phase();
        return trained.curve().stream()
                .filter(point -> point.phase() == last)
                .map(DigitTrainings::point)
                .toList();
    }

    private static Point point(CurvePoint point) {
        return new Point(point.epoch(), point.loss());
    }
}
