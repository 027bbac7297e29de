package diabolo.lecture;

import diabolo.experiment.Experiment;
import diabolo.experiment.ExperimentSummary;
import diabolo.experiment.Experiments;
import diabolo.picture.BarPicture;
import diabolo.report.Chapter;
import diabolo.report.Findings;
import diabolo.report.page.KeyFigure;
import diabolo.report.page.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The ranking that the lecture closes its argument for deep networks with: the ImageNet Large Scale Visual Recognition Challenge of
 * 2012, classification, top-5 error (Russakovsky et al. 2015, table 5; Krizhevsky, Sutskever and Hinton 2012, table 2).
 */
final class Ilsvrc implements Experiment, Chapter {

    static final Experiments.Entry ENTRY = Experiments.Entry.study(
            "ilsvrc", "The ranking of ILSVRC 2012: a deep network ten points ahead", List.of(), _ -> new Ilsvrc());

    /**
     * A team's best entry.
     *
     * @param error the share of test images whose class is not among five guesses
     */
    private record Entry(String team, double error, String method) {}

    private static final List<Entry> RANKING = List.of(
            new Entry("Toronto", 0.15315, "a deep convolutional network, SuperVision"),
            new Entry("Tokyo", 0.26172, "hand-crafted features and linear classifiers"),
            new Entry("Oxford", 0.26979, "hand-crafted features and support vector machines"),
            new Entry("Xerox, INRIA", 0.27058, "hand-crafted features, Fisher vectors"),
            new Entry("Amsterdam", 0.29576, "hand-crafted features"));

    private static final double WITHOUT_MORE_DATA = 0.16422;

    @Override
    public ExperimentSummary summary() {
        return ExperimentSummary.of("ilsvrc", "ILSVRC 2012: a deep network ten points ahead")
                .withLine("The ranking of ILSVRC 2012: a deep network ten points ahead")
                .withIdea(
                        "In 2012 a deep convolutional network won the largest contest in recognizing photographs, with two fifths fewer errors than the best of the others, which computed features that people had designed.",
                        "It had no pre-training: rectified units, dropout and a million labelled images were enough.",
                        "The lecture shows the ranking as the reason why learned features replaced designed ones.")
                .withLookFor("The step between the first bar and the second; the others differ by a tenth of it.")
                .withCorrection(
                        "U. Toronto, 0.15315",
                        "that entry had also learned from other images of ImageNet; without them the same team's error was 0.16422")
                .withNext("What rectified units and dropout do for digits", "./diabolo experiment run regularization")
                .withNext("What units of a network see", "./diabolo experiment run feature-hierarchy")
                .withSources(
                        "O. Russakovsky et al., ImageNet large scale visual recognition challenge, 2015",
                        "A. Krizhevsky, I. Sutskever and G. E. Hinton, ImageNet classification with deep convolutional neural networks, 2012");
    }

    @Override
    public List<KeyFigure> keyFigures() {
        return List.of();
    }

    @Override
    public List<Chapter> chapters() {
        return List.of(this);
    }

    @Override
    public void write(Findings findings, Report report) {
        report.section("The ranking");
        report.pictures(new BarPicture(
                "Top-5 error of each team's best entry",
                "team",
                "per cent of the test images",
                RANKING.stream()
                        .map(entry -> new BarPicture.Bar(entry.team(), 100 * entry.error()))
                        .toList()));
        report.text(
                "The winning entry had also learned from another set of ImageNet's, that of autumn 2011; without it the same team's network made %s, still ten points ahead."
                        .formatted(percent(WITHOUT_MORE_DATA)));
        List<List<String>> table = new ArrayList<>(Report.tableOf("team | method | top-5 error"));
        RANKING.forEach(entry -> table.add(List.of(entry.team(), entry.method(), percent(entry.error()))));
        report.table(table);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
