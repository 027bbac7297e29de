package diabolo.lecture.dimension;

import diabolo.experiment.Study;
import diabolo.latent.LatentSpace;
import diabolo.picture.BarPicture;
import diabolo.projection.IntrinsicDimension;
import diabolo.projection.NearestNeighbours;
import diabolo.report.Chapter;
import diabolo.report.Findings;
import diabolo.report.page.MetricFormat;
import diabolo.report.page.Report;
import diabolo.representation.TokenRepresentation;
import diabolo.tensor.RandomSource;
import java.io.IOException;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Neighbours of two bars of melody: among cells of a piano roll and among codes.
 *
 * @param model of two bars of melody
 */
record MelodyNeighbours(Study study, Amounts amounts, ShippedModel model) implements Chapter {

    private static final int QUERIES = 200;
    private static final int ESTIMATE_FROM = 15;

    @Override
    public void write(Findings findings, Report report) throws IOException {
        EncodedWindows music = read();
        study.progress().message("neighbours of %,d windows of melody".formatted(music.count()));
        List<List<String>> rows = Report.tableOf(
                "two bars of melody as | dimensions | nearest is of the same tune | spread of distances | intrinsic dimension");
        double byCode = row("code", "a code", music, music.codes(), rows, report);
        double byRoll = row("roll", "a piano roll", music, music.rolls(), rows, report);
        double byChance = music.sameTuneByChance();
        report.metric("melodies.byChance.sameTune", byChance);
        report.metric("melodies.windows", music.count());
        report.section("Melodies: neighbours that are heard to be related");
        report.pictures(new BarPicture(
                "How often the nearest of all other windows is of the same tune",
                "neighbours by",
                "per cent of the windows",
                List.of(
                        new BarPicture.Bar("code", 100 * byCode),
                        new BarPicture.Bar("piano roll", 100 * byRoll),
                        new BarPicture.Bar("chance", 100 * byChance))));
        report.text(
                "%,d windows of two bars, none overlapping another and none twice, from lead sheets, hymns, folk tunes and rags. The piano roll has %,d cells, of which some thirty sound; the code has %d numbers, a fortieth of that. Distances between rolls are as alike as in a hundred random dimensions, and yet the nearest is a relative: rolls, too, lie near a surface of few dimensions."
                        .formatted(music.count(), music.rolls()[0].length, music.codes()[0].length));
        report.table(rows);
    }

    private EncodedWindows read() throws IOException {
        try (LatentSpace space = model.load()) {
            List<NamedWindow> windows = Corpora.melodies(
                    study,
                    (TokenRepresentation) space.representation(),
                    amounts.windowsOfEach(),
                    RandomSource.of(study.seed()).derive("windows"));
            return EncodedWindows.of(windows, space);
        }
    }

    private static double row(
            String metric,
            String words,
            EncodedWindows music,
            float[][] points,
            List<List<String>> rows,
            Report report) {
        double sameTune = music.sameTune(points);
        double dimension = IntrinsicDimension.of(points, ESTIMATE_FROM, _ -> {});
        int every = Math.max(2, points.length / QUERIES);
        float[][] queries = chosen(points, i -> i % every == 0);
        float[][] others = chosen(points, i -> i % every != 0);
        Concentration distances =
                Concentration.typical(Stream.of(NearestNeighbours.between(queries, others, others.length, _ -> {})
                                .distances())
                        .map(Concentration::of)
                        .toList());
        String prefix = "melodies.by%s.".formatted(metric.equals("code") ? "Code" : "Roll");
        report.metric(prefix + "sameTune", sameTune)
                .metric(prefix + "relativeSpread", distances.relativeSpread())
                .metric(prefix + "intrinsicDimension", dimension);
        rows.add(List.of(
                words,
                "%,d".formatted(points[0].length),
                MetricFormat.SHARE.of(sameTune),
                MetricFormat.THREE_DECIMALS.of(distances.relativeSpread()),
                MetricFormat.ONE_DECIMAL.of(dimension)));
        return sameTune;
    }

    private static float[][] chosen(float[][] points, IntPredicate wanted) {
        return IntStream.range(0, points.length)
                .filter(wanted)
                .mapToObj(i -> points[i])
                .toArray(float[][]::new);
    }
}
