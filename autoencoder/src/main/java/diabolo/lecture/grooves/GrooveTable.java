package diabolo.lecture.grooves;

import static diabolo.report.page.MetricFormat.SHARE;

import diabolo.evaluation.drums.DrumFigures;
import diabolo.evaluation.drums.DrumPattern;
import diabolo.model.NgramIndex;
import diabolo.report.MusicMeasures;
import diabolo.report.page.Measure;
import diabolo.report.page.MetricFormat;
import diabolo.report.page.Report;
import diabolo.representation.Frames;
import diabolo.representation.Line;
import diabolo.representation.TokenRepresentation;
import diabolo.representation.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A table of sets of drums, a row each, whose figures become metrics too. */
final class GrooveTable {

    private static final double COPIED = 0.9;

    private final Report report;
    private final TokenRepresentation drums;
    private final NgramIndex known;
    private final List<List<String>> rows;

    /** @param known the phrases of the training music */
    GrooveTable(Report report, TokenRepresentation drums, NgramIndex known, String first) {
        this.report = report;
        this.drums = drums;
        this.known = known;
        this.rows = new ArrayList<>(Report.tableOf("%s | pieces | %s | known phrases | copies"
                .formatted(
                        first,
                        String.join(
                                " | ",
                                MusicMeasures.DRUMS.stream().map(Measure::words).toList()))));
    }

    /** A row of pieces, each of one or more windows. */
    void add(String prefix, String words, List<List<Frames>> pieces) {
        DrumFigures figures = DrumFigures.of(pieces.stream()
                .map(windows -> DrumPattern.of(drums.join(windows)))
                .toList());
        List<String> row = new ArrayList<>(List.of(words, Integer.toString(pieces.size())));
        for (Measure<DrumFigures> figure : MusicMeasures.DRUMS) {
            cell(row, prefix + "." + figure.name(), figure.of(figures), figure.format());
        }
        double[] shares = pieces.stream()
                .flatMap(List::stream)
                .map(this::known)
                .flatMap(Optional::stream)
                .mapToDouble(NgramIndex.Found::share)
                .toArray();
        List<Double> all = java.util.Arrays.stream(shares).boxed().toList();
        cell(row, prefix + ".knownPhrases", mean(all), SHARE);
        cell(
                row,
                prefix + ".copies",
                mean(all.stream().map(share -> share >= COPIED ? 1.0 : 0.0).toList()),
                SHARE);
        rows.add(row);
    }

    private Optional<NgramIndex.Found> known(Frames window) {
        List<Line> lines = drums.lines();
        return known.find(lines, (Tokens) window);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(value -> value).average().orElse(Double.NaN);
    }

    private void cell(List<String> row, String name, double value, MetricFormat format) {
        report.metric(name, value);
        row.add(format.of(value));
    }

    List<List<String>> rows() {
        return rows;
    }
}
