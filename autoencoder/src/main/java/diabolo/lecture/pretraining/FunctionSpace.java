package diabolo.lecture.pretraining;

import static diabolo.report.page.MetricFormat.TWO_DECIMALS;

import diabolo.picture.Axis;
import diabolo.picture.Colour;
import diabolo.picture.Curve;
import diabolo.picture.CurvePicture;
import diabolo.picture.Point;
import diabolo.picture.ScatterPicture;
import diabolo.projection.Isomap;
import diabolo.projection.Projection;
import diabolo.projection.TSne;
import diabolo.report.page.Report;
import diabolo.tensor.RandomSource;
import java.util.ArrayList;
import java.util.List;

/**
 * The paths of networks through the space of functions: a network is what it answers to some test digits, and two are as far apart as
 * their answers (Erhan et al. 2010, section 6.3).
 */
record FunctionSpace(List<EffectRun> runs, long seed, int digits) {

    private static final double PERPLEXITY = 30;

    void write(Report report) {
        List<EffectRun> drawn = runs.stream().filter(EffectRun::isDrawn).toList();
        int epochs = drawn.getFirst().path().length - 1;
        report.section("Paths through the space of functions");
        report.text(
                "Every point is a network after an epoch, every line the path of one network of two layers, from the %d classes' probabilities that it gives to %,d test digits. t-SNE keeps neighbours together and shows each network's own way; Isomap keeps large distances and shows how much room each kind takes."
                        .formatted(10, digits));
        float[][] points =
                drawn.stream().flatMap(run -> List.of(run.path()).stream()).toArray(float[][]::new);
        RandomSource random = RandomSource.of(seed).derive("function space");
        double perplexity = Math.min(PERPLEXITY, points.length / 4.0);
        report.pictures(
                map("By t-SNE", drawn, points, TSne.barnesHut(perplexity), random), isomap(drawn, points, random));
        distances(report, drawn, epochs);
    }

    private static ScatterPicture map(
            String title, List<EffectRun> drawn, float[][] points, Projection projection, RandomSource random) {
        return paths(title, drawn, projection.of(points, random, _ -> {}));
    }

    /** With as many neighbours as tie all points together, where few do not. */
    private static ScatterPicture isomap(List<EffectRun> drawn, float[][] points, RandomSource random) {
        int neighbours = 10;
        while (neighbours < points.length - 1 && new Isomap(neighbours).largestPart(points).length < points.length) {
            neighbours = Math.min(points.length - 1, 2 * neighbours);
        }
        return map("By Isomap, %d neighbours".formatted(neighbours), drawn, points, new Isomap(neighbours), random);
    }

    private static ScatterPicture paths(String title, List<EffectRun> drawn, float[][] plane) {
        List<ScatterPicture.Group> groups = new ArrayList<>();
        List<ScatterPicture.Label> labels = new ArrayList<>();
        boolean[] named = new boolean[2];
        int next = 0;
        for (EffectRun run : drawn) {
            List<Point> path = new ArrayList<>();
            for (int epoch = 0; epoch < run.path().length; epoch++) {
                path.add(new Point(plane[next][0], plane[next][1]));
                next++;
            }
            int kind = run.isPretrained() ? 0 : 1;
            String name = named[kind] ? "" : kind == 0 ? "pre-trained" : "random weights";
            if (!named[kind]) {
                labels.add(new ScatterPicture.Label(path.getFirst(), "beginning"));
                labels.add(new ScatterPicture.Label(path.getLast(), "end"));
            }
            named[kind] = true;
            groups.add(
                    ScatterPicture.Group.of(name, path).in(Colour.ofGroup(kind)).asPath());
        }
        return ScatterPicture.map(title, groups).with(labels);
    }

    /** Root mean square difference of two networks' probabilities, mean over pairs: free of any projection. */
    private static void distances(Report report, List<EffectRun> drawn, int epochs) {
        List<EffectRun> with = drawn.stream().filter(EffectRun::isPretrained).toList();
        List<EffectRun> without =
                drawn.stream().filter(run -> !run.isPretrained()).toList();
        List<Point> within = new ArrayList<>();
        List<Point> withinWithout = new ArrayList<>();
        List<Point> between = new ArrayList<>();
        for (int epoch = 0; epoch <= epochs; epoch++) {
            within.add(new Point(epoch, distance(with, with, epoch)));
            withinWithout.add(new Point(epoch, distance(without, without, epoch)));
            between.add(new Point(epoch, distance(with, without, epoch)));
        }
        report.pictures(new CurvePicture(
                "Distances of networks by their answers",
                "epoch of fine-tuning",
                "distance (L2 norm of the differences, per test digit)",
                Axis.LINEAR,
                List.of(
                        new Curve("between the kinds", between),
                        new Curve("within, pre-trained", within),
                        new Curve("within, random weights", withinWithout))));
        double inside = (within.getLast().y() + withinWithout.getLast().y()) / 2;
        report.metric("between.distance", between.getLast().y());
        report.metric("within.distance", inside);
        report.metric("with.distance", within.getLast().y());
        report.metric("without.distance", withinWithout.getLast().y());
        report.text(
                "Two networks of different kinds are %s apart on average before fine-tuning, and %s at the end; two pre-trained ones are then %s apart, two from random weights %s. %s"
                        .formatted(
                                TWO_DECIMALS.of(between.getFirst().y()),
                                TWO_DECIMALS.of(between.getLast().y()),
                                TWO_DECIMALS.of(within.getLast().y()),
                                TWO_DECIMALS.of(withinWithout.getLast().y()),
                                verdict(
                                        between.getLast().y(),
                                        within.getLast().y(),
                                        withinWithout.getLast().y())));
    }

    /** Which of the two findings of Erhan et al. the distances at the end show: that kinds are apart, and that pre-trained networks are close. */
    static String verdict(double between, double pretrained, double random) {
        String kinds = between > Math.max(pretrained, random)
                ? "So the kinds end in different regions, as Erhan et al. report."
                : "So the kinds do not end in different regions, where Erhan et al. report that they do.";
        String room = pretrained < random
                ? "The pre-trained networks take less room than the others, as in their figures."
                : "The pre-trained networks do not take less room than the others here; in their figures they do.";
        return kinds + " " + room;
    }

    private static double distance(List<EffectRun> some, List<EffectRun> others, int epoch) {
        double total = 0;
        int pairs = 0;
        for (EffectRun one : some) {
            for (EffectRun other : others) {
                boolean isSame = one.seed() == other.seed() && one.beginning() == other.beginning();
                total += isSame ? 0 : distance(one.at(epoch), other.at(epoch));
                pairs += isSame ? 0 : 1;
            }
        }
        return pairs == 0 ? 0 : total / pairs;
    }

    /** The length of the difference, of a digit on average: the square root of the sum of squares over digits. */
    private static double distance(float[] one, float[] other) {
        double squares = 0;
        for (int i = 0; i < one.length; i++) {
            double difference = one[i] - other[i];
            squares += difference * difference;
        }
        return Math.sqrt(squares * 10 / one.length);
    }
}
