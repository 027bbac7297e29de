package diabolo.experiment.music;

import static diabolo.note.Checks.require;

import diabolo.note.Plural;
import diabolo.report.page.KeyFigure;
import diabolo.report.page.Measure;
import diabolo.report.page.MetricFormat;
import diabolo.report.page.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;

/**
 * Excerpts beside real ones: each figure of both, with how much the halves of the real ones differ in it, and how near they are, with
 * one half of the real ones beside the other.
 *
 * @param <T> an excerpt
 * @param <F> the figures of a set
 */
record SetComparison<T, F>(Function<List<T>, F> figuresOf, List<Measure<F>> figures, List<Nearness<T>> nearness) {

    /** How near a set is to another, which stands second. */
    record Nearness<T>(String name, String words, MetricFormat format, ToDoubleBiFunction<List<T>, List<T>> of) {}

    /** Adds metrics, key figures and a table to a report. */
    void add(Report report, MusicPieces.Cut<T> made, MusicPieces.Cut<T> real, Optional<MusicPieces.Cut<T>> learned) {
        require(
                real.byPiece().size() >= 2,
                () ->
                        "one half of the real pieces is compared with the other, and there is %d that fits; give two or more"
                                .formatted(real.byPiece().size()));
        require(!made.byPiece().isEmpty(), "none of the made pieces fits, so there is nothing to measure; give others");
        count(report, "made", made);
        count(report, "real", real);
        List<T> ofMade = all(made.byPiece());
        List<T> ofReal = all(real.byPiece());
        List<T> first = half(real.byPiece(), 0);
        List<T> second = half(real.byPiece(), 1);
        figures(report, ofMade, ofReal, first, second);
        for (Nearness<T> near : nearness) {
            measured(report, "made." + near.name(), mean(near, ofMade, ofMade, first, second));
            measured(report, "floor." + near.name(), mean(near, second, first, first, second));
        }
        keyFigures(report);
        learned.ifPresent(cut -> learned(report, ofMade, ofReal, cut));
    }

    private static <T> void count(Report report, String words, MusicPieces.Cut<T> cut) {
        int excerpts = all(cut.byPiece()).size();
        report.metric(words + ".pieces", cut.byPiece().size())
                .metric(words + ".refusedPieces", cut.refused())
                .metric(words + ".excerpts", excerpts);
        report.text("%s: %s of %s; %d pieces refused."
                .formatted(
                        words,
                        Plural.of(excerpts, "excerpt"),
                        Plural.of(cut.byPiece().size(), "piece"),
                        cut.refused()));
    }

    private void figures(Report report, List<T> made, List<T> real, List<T> first, List<T> second) {
        F ofMade = figuresOf.apply(made);
        F ofReal = figuresOf.apply(real);
        F ofFirst = figuresOf.apply(first);
        F ofSecond = figuresOf.apply(second);
        List<List<String>> table = Report.tableOf("figure | made | real | the halves of the real ones differ by");
        for (Measure<F> figure : figures) {
            double valueMade = figure.of(ofMade);
            double valueReal = figure.of(ofReal);
            double difference = Math.abs(figure.of(ofFirst) - figure.of(ofSecond));
            measured(report, "made." + figure.name(), valueMade);
            measured(report, "real." + figure.name(), valueReal);
            measured(report, "floor." + figure.name(), difference);
            if (!Double.isNaN(valueMade + valueReal + difference)) {
                table.add(List.of(
                        figure.words(),
                        figure.format().of(valueMade),
                        figure.format().of(valueReal),
                        figure.format().of(difference)));
            }
        }
        report.section("How much real music differs from itself").table(table);
    }

    private double mean(Nearness<T> near, List<T> one, List<T> other, List<T> ofFirst, List<T> ofSecond) {
        return (near.of().applyAsDouble(one, ofFirst) + near.of().applyAsDouble(other, ofSecond)) / 2;
    }

    private void keyFigures(Report report) {
        List<KeyFigure> lines = new ArrayList<>();
        figures.forEach(figure -> lines.add(KeyFigure.of(figure.words(), "made." + figure.name(), figure.format())
                .against("real", "real." + figure.name())));
        nearness.forEach(near -> lines.add(KeyFigure.of(near.words(), "made." + near.name(), near.format())
                .against("half of the real against half", "floor." + near.name())));
        report.keyFigures(lines);
    }

    private void learned(Report report, List<T> made, List<T> real, MusicPieces.Cut<T> cut) {
        List<T> known = all(cut.byPiece());
        require(!known.isEmpty(), "none of the learned pieces fits, so nothing is known; give others with --learned");
        count(report, "learned", cut);
        List<List<String>> table = Report.tableOf("beside what was learned | made | real");
        for (Nearness<T> near : nearness) {
            double ofMade = near.of().applyAsDouble(made, known);
            double ofReal = near.of().applyAsDouble(real, known);
            measured(report, "made.learned." + near.name(), ofMade);
            measured(report, "real.learned." + near.name(), ofReal);
            if (!Double.isNaN(ofMade + ofReal)) {
                table.add(List.of(
                        near.words(), near.format().of(ofMade), near.format().of(ofReal)));
            }
        }
        report.section("Beside what was learned").table(table);
    }

    private static <T> List<T> all(List<List<T>> byPiece) {
        return byPiece.stream().flatMap(List::stream).toList();
    }

    /** Every second piece. */
    private static <T> List<T> half(List<List<T>> byPiece, int first) {
        List<T> half = new ArrayList<>();
        for (int piece = first; piece < byPiece.size(); piece += 2) {
            half.addAll(byPiece.get(piece));
        }
        return half;
    }

    /** What there is nothing of is left out. */
    private static void measured(Report report, String name, double value) {
        if (!Double.isNaN(value)) {
            report.metric(name, value);
        }
    }
}
