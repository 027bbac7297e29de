package diabolo.report;

import diabolo.picture.Axis;
import diabolo.picture.Curve;
import diabolo.picture.CurvePicture;
import diabolo.report.page.Report;
import java.util.List;

/**
 * The loss of each network along its training.
 *
 * @param xLabel which epochs: {@code "epoch of fine-tuning"}
 * @param unit that the loss is of: {@code "window"}, {@code "bar"}
 */
public record LearningCurves(String xLabel, String unit, Axis axis) implements Chapter {

    @Override
    public void write(Findings findings, Report report) {
        List<Curve> curves = findings.variants().stream()
                .filter(variant -> !variant.losses().isEmpty())
                .map(TrainedVariant::curve)
                .toList();
        if (curves.isEmpty()) {
            return; // they were trained elsewhere
        }
        report.section("Learning curves");
        report.pictures(new CurvePicture("Training loss", xLabel, "loss per %s (nats)".formatted(unit), axis, curves));
    }
}
