package diabolo.lecture.dimension;

import diabolo.experiment.LabelledDigits;
import diabolo.experiment.Study;
import diabolo.image.LabelledImages;
import diabolo.latent.LatentSpace;
import diabolo.picture.HeatMapPicture;
import diabolo.picture.Picture;
import diabolo.report.Chapter;
import diabolo.report.Findings;
import diabolo.report.page.MetricFormat;
import diabolo.report.page.Report;
import diabolo.representation.TokenRepresentation;
import diabolo.tensor.RandomSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Four sets of points laid out in the plane in five ways, and how far each map is to be trusted.
 *
 * @param melodyModel of two bars of melody
 */
record ManifoldMaps(Study study, Amounts amounts, ShippedModel melodyModel) implements Chapter {

    private static final String CHART = "chart";

    /** An autoencoder of images learns from so many more. */
    private static final int LEARNED_FOR_EACH = 10;

    @Override
    public void write(Findings findings, Report report) throws IOException {
        Map<PointCloud, List<Layout>> maps = new LinkedHashMap<>();
        for (PointCloud cloud : List.of(roll(), Earth.of(amounts.surface() / 2), digits(), melodies())) {
            maps.put(cloud, layouts(cloud));
        }
        maps.forEach((cloud, layouts) -> layouts.forEach(layout -> addMetrics(report, cloud, layout)));
        report.section("How far to trust each map");
        report.pictures(
                matrix("Trustworthiness: neighbours on the map that are neighbours", maps, Layout::trustworthiness),
                matrix("Continuity: neighbours that are neighbours on the map", maps, Layout::continuity),
                matrix("Correlation with distances along the surface", maps, layout -> layout.correlation()
                        .orElse(Double.NaN)));
        report.text(
                "1 is perfect, 0.5 is chance; of the %d nearest neighbours. A map that folds its surface shows false neighbours, which lowers trustworthiness; one that tears it loses true ones, which lowers continuity. The last matrix is of the surfaces whose true distances are known."
                        .formatted(Layout.NEIGHBOURS));
        report.table("Trustworthiness, continuity and correlation of each map", table(maps));
        maps.forEach((cloud, layouts) -> addMaps(report, cloud, layouts));
    }

    private PointCloud roll() {
        return SwissRoll.of(amounts.surface(), RandomSource.of(study.seed()));
    }

    private PointCloud digits() throws IOException {
        LabelledDigits digits =
                LabelledDigits.find(study.data()).first(LEARNED_FOR_EACH * amounts.images(), amounts.images());
        LabelledImages images = digits.test();
        return new PointCloud(
                        "digits",
                        "Digits",
                        images.pixels(),
                        images.labels(),
                        IntStream.range(0, LabelledDigits.CLASSES)
                                .mapToObj(String::valueOf)
                                .toList(),
                        List.of(),
                        Optional.empty())
                .withMore(digits.training().pixels());
    }

    private PointCloud melodies() throws IOException {
        try (LatentSpace space = melodyModel.load()) {
            List<NamedWindow> windows = Corpora.melodies(
                    study,
                    (TokenRepresentation) space.representation(),
                    amounts.windowsLaidOut() / Corpora.Melodies.values().length,
                    RandomSource.of(study.seed()).derive("windows"));
            return EncodedWindows.of(windows, space).cloud("melodies", "Two bars of melody");
        }
    }

    private List<Layout> layouts(PointCloud cloud) throws IOException {
        List<Layout> layouts = new ArrayList<>();
        RandomSource random = RandomSource.of(study.seed()).derive(cloud.metric());
        for (Mapping mapping : Mapping.of(cloud.points())) {
            study.progress().message("%s of %s".formatted(mapping.words(), cloud.words()));
            float[][] plane = mapping.projection().of(cloud.points(), random, _ -> {});
            layouts.add(Layout.of(mapping.metric(), mapping.words(), cloud, plane));
        }
        float[][] codes = new PlaneAutoencoder(study, amounts.updates()).codes(cloud);
        layouts.add(Layout.of("autoencoder", "autoencoder", cloud, codes));
        if (cloud.metric().equals("sphere")) {
            layouts.add(Layout.of(CHART, "the atlas", cloud, Earth.chart(cloud.points())));
        }
        return layouts;
    }

    private static void addMetrics(Report report, PointCloud cloud, Layout layout) {
        String prefix = cloud.metric() + "." + layout.metric() + ".";
        report.metric(prefix + "trustworthiness", layout.trustworthiness())
                .metric(prefix + "continuity", layout.continuity());
        layout.correlation().ifPresent(value -> report.metric(prefix + "correlation", value));
    }

    /** A row for each way to make a map, a column for each set of points; empty where there is none. */
    private static HeatMapPicture matrix(
            String title, Map<PointCloud, List<Layout>> maps, Function<Layout, Double> figure) {
        List<PointCloud> clouds = maps.keySet().stream()
                .filter(cloud -> maps.getOrDefault(cloud, List.of()).stream()
                        .anyMatch(layout -> !figure.apply(layout).isNaN()))
                .toList();
        List<String> ways = maps.values().stream()
                .flatMap(List::stream)
                .map(Layout::words)
                .distinct()
                .toList();
        double[][] values = new double[ways.size()][clouds.size()];
        for (int row = 0; row < ways.size(); row++) {
            for (int column = 0; column < clouds.size(); column++) {
                String way = ways.get(row);
                values[row][column] = maps.getOrDefault(clouds.get(column), List.of()).stream()
                        .filter(layout -> layout.words().equals(way))
                        .mapToDouble(figure::apply)
                        .findFirst()
                        .orElse(Double.NaN);
            }
        }
        return HeatMapPicture.of(
                        title,
                        HeatMapPicture.Names.of("", ways),
                        HeatMapPicture.Names.of(
                                "", clouds.stream().map(PointCloud::words).toList()),
                        values)
                .withDecimals(3);
    }

    private static List<List<String>> table(Map<PointCloud, List<Layout>> maps) {
        List<List<String>> rows =
                Report.tableOf("points | map by | trustworthiness | continuity | correlation with true distances");
        maps.forEach((cloud, layouts) -> layouts.forEach(layout -> rows.add(List.of(
                cloud.words(),
                layout.words(),
                MetricFormat.THREE_DECIMALS.of(layout.trustworthiness()),
                MetricFormat.THREE_DECIMALS.of(layout.continuity()),
                layout.correlation().map(MetricFormat.THREE_DECIMALS::of).orElse("")))));
        return rows;
    }

    private static void addMaps(Report report, PointCloud cloud, List<Layout> layouts) {
        report.section(cloud.words());
        Stream<Picture> itself =
                switch (cloud.metric()) {
                    case "roll" -> Stream.of(cloud.picture("As it is in space", SwissRoll.view(cloud.points())));
                    case "sphere" -> Stream.of(cloud.picture("As seen from space", Earth.view(cloud.points())));
                    default -> Stream.of();
                };
        report.pictures(Stream.concat(
                        itself,
                        layouts.stream().map(layout -> cloud.picture("Map by " + layout.words(), layout.plane())))
                .toArray(Picture[]::new));
        report.text(words(cloud, layouts));
    }

    private static String words(PointCloud cloud, List<Layout> layouts) {
        Function<String, String> correlation = way -> layouts.stream()
                .filter(layout -> layout.metric().equals(way))
                .flatMap(layout -> layout.correlation().stream())
                .map(MetricFormat.THREE_DECIMALS::of)
                .findFirst()
                .orElse("");
        return switch (cloud.metric()) {
            case "roll" ->
                "%,d points of a sheet that is rolled up. PCA looks at the roll from the side and lays its layers over each other. Isomap measures along the sheet and unrolls it: its distances agree with the true ones at a correlation of %s (PCA: %s). t-SNE and UMAP keep neighbours and bend or cut the sheet where they like; how long the pieces are and where they lie means nothing. The autoencoder is asked for two numbers that its decoder can make the roll of again; trained long enough it finds such, but nothing asks them to be distances along the sheet."
                        .formatted(cloud.count(), correlation.apply("isomap"), correlation.apply("pca"));
            case "sphere" ->
                "%,d points of a sphere with its graticule, the lecture's Earth and its map. No map of it is right everywhere: PCA and Isomap press the sphere flat and lay one half over the other, the atlas cuts it along the date line and stretches the poles, and t-SNE peels it like an orange. So each has a price, in trustworthiness or in continuity, and a manifold has an atlas of several charts."
                        .formatted(cloud.count());
            case "digits" ->
                "%,d test digits of 784 pixels. Neighbourhoods survive in t-SNE and UMAP, which never saw the labels and yet put the ten digits apart; two principal components are not enough. The autoencoder's two code units were trained on the same images: its map is the only one here that can also be read backward, from a place to an image."
                        .formatted(cloud.count());
            default ->
                "%,d windows of two bars, by their codes in the model melody-2bar. Music falls into no such clusters as digits do: rags are apart, and the other corpora overlap, as their melodies do."
                        .formatted(cloud.count());
        };
    }
}
