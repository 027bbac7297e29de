package diabolo.report;

import diabolo.picture.Axis;
import diabolo.picture.CurvePicture;
import diabolo.report.page.Report;

/**
 * The loss of each network along its training.
 *
 * @param xLabel which epochs: {@code "epoch of fine-tuning"}
 * @param unit that the loss is of: {@code "window"}, {@code "bar"}
 */
public record LearningCurves(String xLabel, String unit, Axis axis) implements Chapter {

    @Override
    public void write(Findings findings, Report report) {
        report.section("Learning curves");
        report.pictures(new CurvePicture(
                "Training loss",
                xLabel,
                "loss per %s (nats)".formatted(unit),
                axis,
                findings.variants().stream()
                        .filter(variant -> !variant.losses().isEmpty())
                        .map(TrainedVariant::curve)
                        .toList()));
    }
}
