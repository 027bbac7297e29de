package diabolo.lecture.dimension;

import diabolo.experiment.Study;
import diabolo.latent.Interpolation;
import diabolo.latent.LatentSpace;
import diabolo.model.Sampler;
import diabolo.note.NoteSequence;
import diabolo.note.Tempo;
import diabolo.picture.BarPicture;
import diabolo.picture.Colour;
import diabolo.picture.HeatMapPicture;
import diabolo.picture.Picture;
import diabolo.picture.Point;
import diabolo.picture.ScatterPicture;
import diabolo.report.Chapter;
import diabolo.report.Findings;
import diabolo.report.page.MetricFormat;
import diabolo.report.page.Report;
import diabolo.representation.Frames;
import diabolo.representation.TokenRepresentation;
import diabolo.tensor.RandomSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The codes of a kind of music in the plane, neighbours that one can hear, and a path from one place to another.
 *
 * @param kind of music, and the model that encodes it
 */
record MusicMaps(Study study, Amounts amounts, Kind kind, ShippedModel model) implements Chapter {

    /** What is laid out. */
    enum Kind {
        MELODIES("melodies", "Two bars of melody", "hymns", "rags"),
        DRUMS("drums", "Two bars of drums", "jazz", "rock");

        final String metric;
        final String words;

        /** The path begins among these. */
        private final String from;

        private final String to;

        Kind(String metric, String words, String from, String to) {
            this.metric = metric;
            this.words = words;
            this.from = from;
            this.to = to;
        }
    }

    private static final int PATH_POINTS = 6;
    private static final int NEIGHBOURS_HEARD = 2;
    private static final int MOST_HEARD = 4;
    private static final double BEATS_PER_MINUTE = 120;

    @Override
    public void write(Findings findings, Report report) throws IOException {
        try (LatentSpace space = model.load()) {
            study.progress().message("encoding " + kind.metric);
            EncodedWindows music = EncodedWindows.of(read(space), space);
            Path path = path(music, space);
            addMaps(report, music, path);
            addNeighbours(report, music);
            addHeardNeighbours(report, music, space);
            addHeardPath(report, music, path, space);
        }
    }

    private List<NamedWindow> read(LatentSpace space) throws IOException {
        TokenRepresentation representation = (TokenRepresentation) space.representation();
        RandomSource random = RandomSource.of(study.seed()).derive("windows");
        return switch (kind) {
            case MELODIES ->
                Corpora.melodies(
                        study, representation, amounts.windowsLaidOut() / Corpora.Melodies.values().length, random);
            case DRUMS -> Corpora.drums(study, representation, amounts.windowsLaidOut() / 2, random);
        };
    }

    /**
     * Codes between those of two windows, both included.
     *
     * @param decoded what the model makes of them
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Path(int from, int to, float[][] codes, List<Frames> decoded) {}

    private Path path(EncodedWindows music, LatentSpace space) {
        int from = typical(music, kind.from);
        int to = typical(music, kind.to);
        float[][] codes = IntStream.range(0, PATH_POINTS)
                .mapToObj(i -> Interpolation.SPHERICAL.between(
                        music.codes()[from], music.codes()[to], (double) i / (PATH_POINTS - 1)))
                .toArray(float[][]::new);
        return new Path(from, to, codes, space.network().decode(codes, Sampler.LIKELIEST));
    }

    /** The window of a group that is nearest to the mean of its codes. */
    private static int typical(EncodedWindows music, String group) {
        int[] members = music.of(group);
        double[] mean = new double[music.codes()[0].length];
        for (int member : members) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += music.codes()[member][i] / members.length;
            }
        }
        return IntStream.of(members)
                .boxed()
                .min(Comparator.comparingDouble(member -> squaredDistance(music.codes()[member], mean)))
                .orElse(0);
    }

    private static double squaredDistance(float[] code, double[] other) {
        return IntStream.range(0, code.length)
                .mapToDouble(i -> Math.pow(code[i] - other[i], 2))
                .sum();
    }

    private void addMaps(Report report, EncodedWindows music, Path path) {
        PointCloud cloud = music.cloud(kind.metric, kind.words);
        float[][] withPath = EncodedWindows.joined(music.codes(), path.codes());
        List<Layout> layouts = new ArrayList<>();
        List<Picture> pictures = new ArrayList<>();
        for (Mapping mapping : List.of(Mapping.pca(), Mapping.tSne(withPath.length), Mapping.umap())) {
            study.progress().message("%s of %s".formatted(mapping.words(), kind.metric));
            float[][] plane = mapping.projection()
                    .of(withPath, RandomSource.of(study.seed()).derive(kind.metric), _ -> {});
            float[][] own = Arrays.copyOf(plane, music.count());
            Layout layout = Layout.of(mapping.metric(), mapping.words(), cloud, own);
            layouts.add(layout);
            pictures.add(withPath(cloud, layout, Arrays.copyOfRange(plane, music.count(), plane.length)));
            String prefix = "%s.%s.".formatted(kind.metric, mapping.metric());
            report.metric(prefix + "trustworthiness", layout.trustworthiness())
                    .metric(prefix + "continuity", layout.continuity());
        }
        report.metric(kind.metric + ".windows", music.count());
        report.section("The map: " + kind.words.toLowerCase(Locale.ROOT));
        report.pictures(pictures.toArray(Picture[]::new));
        report.pictures(matrix(layouts));
        report.text(
                "%,d windows of %,d pieces, none overlapping another and none twice, as %d numbers each. The line is the path that is heard below: on the PCA, which is linear, nearly straight; on the other two it goes where its neighbours lie. Trustworthiness and continuity of %d neighbours: 1 is perfect, 0.5 is chance."
                        .formatted(
                                music.count(),
                                music.windows().stream()
                                        .map(NamedWindow::tune)
                                        .distinct()
                                        .count(),
                                music.codes()[0].length,
                                Layout.NEIGHBOURS));
    }

    private static ScatterPicture withPath(PointCloud cloud, Layout layout, float[][] path) {
        List<Point> places =
                Stream.of(path).map(place -> new Point(place[0], place[1])).toList();
        List<ScatterPicture.Group> groups = new ArrayList<>(cloud.scattered(layout.plane()));
        groups.add(ScatterPicture.Group.of("path", places).in(Colour.INK).asPath());
        return ScatterPicture.map("Map by " + layout.words(), groups)
                .with(List.of(
                        new ScatterPicture.Label(places.getFirst(), "begins"),
                        new ScatterPicture.Label(places.getLast(), "ends")));
    }

    private static HeatMapPicture matrix(List<Layout> layouts) {
        return HeatMapPicture.of(
                        "How far to trust these maps",
                        HeatMapPicture.Names.of(
                                "", layouts.stream().map(Layout::words).toList()),
                        HeatMapPicture.Names.of("", List.of("trustworthiness", "continuity")),
                        layouts.stream()
                                .map(layout -> new double[] {layout.trustworthiness(), layout.continuity()})
                                .toArray(double[][]::new))
                .withDecimals(3);
    }

    private String metric(String name) {
        return kind == Kind.MELODIES ? "neighbours." + name : "neighbours.drums." + name;
    }

    private void addNeighbours(Report report, EncodedWindows music) {
        double tuneByCode = music.sameTune(music.codes());
        double tuneByRoll = music.sameTune(music.rolls());
        double tuneByChance = music.sameTuneByChance();
        double groupByCode = music.sameGroup(music.codes());
        double groupByChance = music.sameGroupByChance();
        report.metric(metric("sameTune"), tuneByCode)
                .metric(metric("sameTune.byRoll"), tuneByRoll)
                .metric(metric("sameTune.byChance"), tuneByChance)
                .metric(metric("sameGroup"), groupByCode)
                .metric(metric("sameGroup.byRoll"), music.sameGroup(music.rolls()))
                .metric(metric("sameGroup.byChance"), groupByChance);
        String tune = kind == Kind.MELODIES ? "tune" : "performance";
        String group = kind == Kind.MELODIES ? "corpus" : "style";
        report.section("Neighbours by code");
        report.pictures(
                new BarPicture(
                        "The nearest window is of the same " + tune,
                        "",
                        "per cent of the windows",
                        List.of(
                                new BarPicture.Bar("by code", 100 * tuneByCode),
                                new BarPicture.Bar("by roll", 100 * tuneByRoll),
                                new BarPicture.Bar("by chance", 100 * tuneByChance))),
                new BarPicture(
                        "The nearest of another %s is of the same %s".formatted(tune, group),
                        "",
                        "per cent of the windows",
                        List.of(
                                new BarPicture.Bar("by code", 100 * groupByCode),
                                new BarPicture.Bar("by roll", 100 * music.sameGroup(music.rolls())),
                                new BarPicture.Bar("by chance", 100 * groupByChance))));
        report.text(
                "Of %s of the windows the nearest by code, at another place, is from the same %s; by chance it would be %s. By roll, which compares cell by cell, it is %s."
                        .formatted(
                                MetricFormat.SHARE.of(tuneByCode),
                                tune,
                                MetricFormat.SHARE.of(tuneByChance),
                                MetricFormat.SHARE.of(tuneByRoll)));
    }

    private void addHeardNeighbours(Report report, EncodedWindows music, LatentSpace space) throws IOException {
        report.section("Neighbours to hear");
        report.text(
                "Each piece is a window and then the two of other pieces that are nearest to its code, two bars each.");
        List<List<Integer>> nearest = music.nearestOfOtherTunes(music.codes(), NEIGHBOURS_HEARD);
        TokenRepresentation representation = (TokenRepresentation) space.representation();
        for (String group :
                music.groups().subList(0, Math.min(MOST_HEARD, music.groups().size()))) {
            int window = typical(music, group);
            List<Integer> heard = new ArrayList<>(List.of(window));
            heard.addAll(nearest.get(window));
            List<Frames> frames = heard.stream()
                    .map(i -> music.windows().get(i).window().frames())
                    .toList();
            report.piece(
                    heard.stream()
                            .map(i -> "%s (%s)"
                                    .formatted(
                                            music.windows().get(i).place(representation.stepsPerBar()),
                                            music.windows().get(i).group()))
                            .collect(Collectors.joining(", then ")),
                    notes(space, frames));
        }
    }

    private void addHeardPath(Report report, EncodedWindows music, Path path, LatentSpace space) throws IOException {
        TokenRepresentation representation = (TokenRepresentation) space.representation();
        report.section("A path through the map");
        report.piece(
                "From %s (%s) to %s (%s) in %d codes of two bars"
                        .formatted(
                                music.windows().get(path.from()).place(representation.stepsPerBar()),
                                kind.from,
                                music.windows().get(path.to()).place(representation.stepsPerBar()),
                                kind.to,
                                PATH_POINTS),
                notes(space, path.decoded()));
        report.text(
                "Codes on the arc between those of two windows, decoded one after the other: the first and the last are the model's reconstructions of real windows, those between are new.");
    }

    private static NoteSequence notes(LatentSpace space, List<Frames> windows) {
        return space.representation().join(windows).toNoteSequence().withTempo(new Tempo(BEATS_PER_MINUTE));
    }
}
