package diabolo.lecture.pretraining;

import static diabolo.report.page.MetricFormat.SHARE;
import static diabolo.report.page.MetricFormat.TWO_DECIMALS;

import diabolo.picture.BoxPicture;
import diabolo.picture.Point;
import diabolo.picture.ScatterPicture;
import diabolo.report.page.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The errors of all networks: how high, and how far apart, at each depth. */
record ErrorDistributions(List<EffectRun> runs) {

    void write(Report report) {
        report.section("Errors of many networks");
        report.text(
                "Each box holds the middle half of the test errors of one kind and depth, its line is the median, each point a network.");
        List<BoxPicture.Group> boxes = new ArrayList<>();
        List<List<String>> table = Report.tableOf(
                "layers | pre-trained | networks | mean error | standard deviation | loss, training | loss, test");
        for (int layers = 1; layers <= deepest(); layers++) {
            for (boolean pretrained : new boolean[] {true, false}) {
                List<EffectRun> some = of(layers, pretrained);
                double[] errors = values(some, EffectRun::testError);
                String key = "layers%d.%s.".formatted(layers, kind(pretrained));
                report.metric(key + "meanError", mean(errors));
                report.metric(key + "sdError", deviation(errors));
                report.metric(key + "trainingLoss", mean(values(some, EffectRun::trainingLoss)));
                report.metric(key + "testLoss", mean(values(some, EffectRun::testLoss)));
                boxes.add(new BoxPicture.Group(
                        "%d %s".formatted(layers, pretrained ? "with" : "none"), percent(errors), pretrained ? 0 : 1));
                table.add(List.of(
                        String.valueOf(layers),
                        pretrained ? "yes" : "no",
                        String.valueOf(some.size()),
                        SHARE.of(mean(errors)),
                        SHARE.of(deviation(errors)),
                        TWO_DECIMALS.of(mean(values(some, EffectRun::trainingLoss))),
                        TWO_DECIMALS.of(mean(values(some, EffectRun::testLoss)))));
            }
        }
        report.pictures(new BoxPicture(
                "Test error by depth",
                "layers, with pre-training or none",
                "test error (%)",
                BoxPicture.Shape.BOX,
                boxes));
        report.table(table);
        report.text("The mean error with pre-training is lower at %s. Its standard deviation over seeds is lower at %s."
                .formatted(
                        depthsWhereLower(ErrorDistributions::mean), depthsWhereLower(ErrorDistributions::deviation)));
        overall(report, true);
        overall(report, false);
        losses(report);
    }

    private void overall(Report report, boolean pretrained) {
        double error = 0;
        double spread = 0;
        for (int layers = 1; layers <= deepest(); layers++) {
            double[] errors = values(of(layers, pretrained), EffectRun::testError);
            error += mean(errors) / deepest();
            spread += deviation(errors) / deepest();
        }
        report.metric(kind(pretrained) + ".meanError", error);
        report.metric(kind(pretrained) + ".sdError", spread);
    }

    /** At equal training loss the test loss of pre-trained networks is lower: a regularizer (Erhan et al. 2010, figure 7). */
    private void losses(Report report) {
        report.section("Optimizer or regularizer?");
        report.text(
                "If pre-training only helped to fit the training digits, its networks would lie lower and further left, on the same curve. If it regularizes, they have a lower test loss at the same training loss.");
        List<ScatterPicture.Group> groups = new ArrayList<>();
        for (boolean pretrained : new boolean[] {true, false}) {
            groups.add(ScatterPicture.Group.of(
                    pretrained ? "pre-trained" : "random weights",
                    runs.stream()
                            .filter(run -> run.isPretrained() == pretrained)
                            .map(run -> new Point(run.trainingLoss(), run.testLoss()))
                            .toList()));
        }
        report.pictures(new ScatterPicture(
                "Training and test loss of every network",
                "training loss (nats)",
                "test loss (nats)",
                groups,
                List.of()));
    }

    /** Those depths at which pre-training lowers a statistic of the test errors. */
    private String depthsWhereLower(ToDoubleFunction<double[]> statistic) {
        List<String> depths = IntStream.rangeClosed(1, deepest())
                .filter(layers -> statistic.applyAsDouble(values(of(layers, true), EffectRun::testError))
                        < statistic.applyAsDouble(values(of(layers, false), EffectRun::testError)))
                .mapToObj(String::valueOf)
                .toList();
        return depths.isEmpty()
                ? "none of %d depths".formatted(deepest())
                : "%d of %d depths (layers: %s)".formatted(depths.size(), deepest(), String.join(", ", depths));
    }

    private int deepest() {
        return runs.stream().mapToInt(EffectRun::layers).max().orElse(0);
    }

    private List<EffectRun> of(int layers, boolean pretrained) {
        return runs.stream()
                .filter(run -> run.layers() == layers && run.isPretrained() == pretrained)
                .toList();
    }

    private static String kind(boolean pretrained) {
        return pretrained ? "with" : "without";
    }

    private static double[] values(List<EffectRun> some, ToDoubleFunction<EffectRun> value) {
        return some.stream().mapToDouble(value).toArray();
    }

    private static List<Double> percent(double[] shares) {
        List<Double> percent = new ArrayList<>();
        for (double share : shares) {
            percent.add(100 * share);
        }
        return percent;
    }

    static double mean(double[] values) {
        double total = 0;
        for (double value : values) {
            total += value;
        }
        return total / values.length;
    }

    /** Of a sample. */
    static double deviation(double[] values) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1));
    }
}
