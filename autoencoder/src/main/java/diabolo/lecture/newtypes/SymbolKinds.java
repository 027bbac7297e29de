package diabolo.lecture.newtypes;

import static diabolo.report.page.MetricFormat.SHARE;

import diabolo.experiment.LabelledDigits;
import diabolo.image.LabelledImages;
import diabolo.picture.Colour;
import diabolo.picture.FilmPicture;
import diabolo.picture.FilmPicture.Frame;
import diabolo.picture.FilmPicture.Strip;
import diabolo.picture.Point;
import diabolo.picture.ScatterPicture;
import diabolo.picture.ScatterPicture.Group;
import diabolo.projection.Clusters;
import diabolo.projection.KMeans;
import diabolo.projection.TSne;
import diabolo.report.page.Report;
import diabolo.tensor.RandomSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** New symbols in clusters, and with digits on one map. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SymbolKinds(float[][] symbols, LabelledImages digits, RandomSource random) {

    private static final int SYMBOLS_PER_CLUSTER = 10;
    private static final int SHOWN_CLUSTERS = 6;
    private static final int SHOWN_MEMBERS = 9;
    private static final int WIDTH = 28;
    private static final double PERPLEXITY = 15; // the source's

    void write(Report report) {
        report.section("Kinds of new symbols");
        if (symbols.length < 2 * SYMBOLS_PER_CLUSTER) {
            report.text("Only %d symbols differ, too few for kinds.".formatted(symbols.length));
            return;
        }
        int count = symbols.length / SYMBOLS_PER_CLUSTER;
        Clusters clusters = new KMeans(count).of(symbols, random.derive("clusters"), _ -> {});
        List<List<Integer>> members = IntStream.range(0, count)
                .mapToObj(cluster -> IntStream.range(0, symbols.length)
                        .filter(symbol -> clusters.assignment()[symbol] == cluster)
                        .boxed()
                        .toList())
                .toList();
        List<Integer> largest = IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparingInt(cluster -> -members.get(cluster).size()))
                .toList();
        double share = (double) members.get(largest.getFirst()).size() / symbols.length;
        report.metric("clusters", count).metric("clusters.largestShare", share);
        report.text(
                "The %,d symbols that differ, in %d clusters by k-means on their pixels; the largest holds %s. The first picture of each strip is the mean of its cluster: the sharper it is, the more of a kind they are."
                        .formatted(symbols.length, count, SHARE.of(share)));
        report.pictures(new FilmPicture(
                "The largest clusters",
                WIDTH,
                largest.stream()
                        .limit(SHOWN_CLUSTERS)
                        .map(cluster -> strip(clusters.centres()[cluster], members.get(cluster)))
                        .toList()));
        map(report);
    }

    private Strip strip(float[] centre, List<Integer> members) {
        List<Frame> frames = new ArrayList<>(List.of(new Frame("mean", centre)));
        members.stream().limit(SHOWN_MEMBERS).forEach(symbol -> frames.add(new Frame("", symbols[symbol])));
        return new Strip("%d symbols".formatted(members.size()), frames);
    }

    private void map(Report report) {
        float[][] all = new float[symbols.length + digits.count()][];
        System.arraycopy(symbols, 0, all, 0, symbols.length);
        System.arraycopy(digits.pixels(), 0, all, symbols.length, digits.count());
        float[][] plane = TSne.barnesHut(PERPLEXITY).of(all, random.derive("map"), _ -> {});
        List<Group> groups = new ArrayList<>();
        for (int label = 0; label < LabelledDigits.CLASSES; label++) {
            int wanted = label;
            groups.add(Group.of(
                    String.valueOf(label),
                    IntStream.range(0, digits.count())
                            .filter(digit -> digits.labels()[digit] == wanted)
                            .mapToObj(digit -> point(plane[symbols.length + digit]))
                            .toList()));
        }
        groups.add(Group.of(
                        "new symbols",
                        Arrays.stream(plane)
                                .limit(symbols.length)
                                .map(SymbolKinds::point)
                                .toList())
                .in(Colour.FAINT_INK));
        report.text(
                "All of them and %,d test digits on one map by t-SNE, perplexity %.0f: neighbours on it are neighbours as images, distances across it mean little."
                        .formatted(digits.count(), PERPLEXITY));
        report.pictures(ScatterPicture.map("Digits, and what is none", groups));
    }

    private static Point point(float[] place) {
        return new Point(place[0], place[1]);
    }
}
