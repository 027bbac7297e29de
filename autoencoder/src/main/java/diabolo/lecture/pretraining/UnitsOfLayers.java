package diabolo.lecture.pretraining;

import static diabolo.report.page.MetricFormat.ONE_DECIMAL;
import static diabolo.report.page.MetricFormat.SHARE;

import diabolo.experiment.LabelledDigits;
import diabolo.image.LabelledImages;
import diabolo.model.Classifier;
import diabolo.picture.FilmPicture;
import diabolo.picture.ImageGridPicture;
import diabolo.report.page.Report;
import diabolo.tensor.RandomSource;
import diabolo.visualization.ActivationMaximization;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Units of a classifier: linear approximation, gradient ascent, the digits that activate them most, and how much classes explain. */
record UnitsOfLayers(Classifier classifier, LabelledImages test, long seed) {

    private static final int SHOWN = 40;
    private static final int STRIPS = 5;
    private static final int STRONGEST = 9;
    private static final int STEPS = 200;

    void write(Report report) {
        int layers = classifier.spec().layers();
        ActivationMaximization ascent = new ActivationMaximization(classifier, meanLength(), STEPS);
        List<List<String>> table =
                Report.tableOf("layer | variance explained by classes | sum by ascent | strongest test digit");
        for (int layer = 1; layer <= layers; layer++) {
            int count = classifier.spec().sizes().get(layer);
            int[] units = IntStream.range(0, count).toArray();
            float[][] maximal =
                    ascent.inputs(layer, units, RandomSource.of(seed).derive("ascent", layer));
            float[][] sums = classifier.sums(layer, test.pixels()); // [digits][units]
            float[][] reached = classifier.sums(layer, maximal); // [units][units]
            report.section("Layer %d".formatted(layer));
            report.text(
                    layer == 1
                            ? "Of the first layer both pictures must agree: a unit responds most to its own weights."
                            : "The linear picture adds up the pictures of the layer below; ascent knows how the units in between bend. Both are inputs of the length of an average digit.");
            report.pictures(
                    grid("As if all below were linear", Features.of(classifier, layer)),
                    grid("By gradient ascent", scaled(maximal)),
                    strongest(layer, maximal, sums));
            double classShare = IntStream.range(0, count)
                    .mapToDouble(unit -> classShare(sums, unit))
                    .average()
                    .orElseThrow();
            double byAscent = IntStream.range(0, count)
                    .mapToDouble(unit -> reached[unit][unit])
                    .average()
                    .orElseThrow();
            double byDigit = IntStream.range(0, count)
                    .mapToDouble(unit -> greatest(sums, unit))
                    .average()
                    .orElseThrow();
            long above = IntStream.range(0, count)
                    .filter(unit -> reached[unit][unit] > greatest(sums, unit))
                    .count();
            report.metric("layer%d.classShare".formatted(layer), classShare);
            report.metric("layer%d.maximized.shareAbove".formatted(layer), (double) above / count);
            if (layer == layers) {
                report.metric("maximized.activation", byAscent);
                report.metric("strongestDigit.activation", byDigit);
            }
            table.add(List.of(
                    String.valueOf(layer), SHARE.of(classShare), ONE_DECIMAL.of(byAscent), ONE_DECIMAL.of(byDigit)));
        }
        classes(report, ascent);
        report.section("From strokes to digits, in numbers");
        report.text(
                "How much of the variance of a unit's sum over test digits is explained by their class: a stroke occurs in many digits, a detector of sevens in sevens.");
        report.table(table);
    }

    private void classes(Report report, ActivationMaximization ascent) {
        int layer = classifier.spec().layers() + 1;
        float[][] ideal = scaled(ascent.inputs(
                layer,
                IntStream.range(0, LabelledDigits.CLASSES).toArray(),
                RandomSource.of(seed).derive("ascent", layer)));
        List<FilmPicture.Frame> frames = new ArrayList<>();
        for (int digit = 0; digit < ideal.length; digit++) {
            frames.add(new FilmPicture.Frame(String.valueOf(digit), ideal[digit]));
        }
        report.section("The classes themselves");
        report.text(
                "The input that the network finds most like each digit is hardly one: it holds what tells the digit from others, and nothing that it has in common with them.");
        report.pictures(new FilmPicture(
                "Ideal digits, by gradient ascent", columns(), List.of(new FilmPicture.Strip("", frames))));
    }

    private FilmPicture strongest(int layer, float[][] maximal, float[][] sums) {
        List<FilmPicture.Strip> strips = new ArrayList<>();
        for (int unit = 0; unit < STRIPS; unit++) {
            int fixed = unit;
            List<FilmPicture.Frame> frames = new ArrayList<>(
                    List.of(new FilmPicture.Frame("by ascent", scaled(new float[][] {maximal[unit]})[0])));
            IntStream.range(0, sums.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer digit) -> -sums[digit][fixed]))
                    .limit(STRONGEST)
                    .forEach(digit -> frames.add(
                            new FilmPicture.Frame(ONE_DECIMAL.of(sums[digit][fixed]), test.pixels()[digit])));
            strips.add(new FilmPicture.Strip("unit " + (unit + 1), frames));
        }
        return new FilmPicture("The nine strongest test digits of five units of layer " + layer, columns(), strips);
    }

    private ImageGridPicture grid(String title, float[][] images) {
        return new ImageGridPicture(
                title, 8, columns(), Arrays.asList(images).subList(0, Math.min(SHOWN, images.length)));
    }

    private int columns() {
        return test.images().columns();
    }

    private double meanLength() {
        return Arrays.stream(test.pixels())
                .mapToDouble(UnitsOfLayers::length)
                .average()
                .orElseThrow();
    }

    private static double length(float[] image) {
        double squares = 0;
        for (float pixel : image) {
            squares += pixel * pixel;
        }
        return Math.sqrt(squares);
    }

    /** To between 0 and 1 each, 0.5 for nothing. */
    private static float[][] scaled(float[][] images) {
        float[][] scaled = new float[images.length][];
        for (int i = 0; i < images.length; i++) {
            scaled[i] = images[i].clone();
            Features.scale(scaled[i]);
        }
        return scaled;
    }

    private static double greatest(float[][] sums, int unit) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (float[] row : sums) {
            greatest = Math.max(greatest, row[unit]);
        }
        return greatest;
    }

    /** The correlation ratio: the variance of the classes' means over that of all. */
    private double classShare(float[][] sums, int unit) {
        double[] totals = new double[LabelledDigits.CLASSES];
        int[] counts = new int[LabelledDigits.CLASSES];
        double total = 0;
        double squares = 0;
        for (int i = 0; i < sums.length; i++) {
            double value = sums[i][unit];
            totals[test.labels()[i]] += value;
            counts[test.labels()[i]]++;
            total += value;
            squares += value * value;
        }
        double mean = total / sums.length;
        double between = 0;
        for (int digit = 0; digit < totals.length; digit++) {
            double difference = counts[digit] == 0 ? 0 : totals[digit] / counts[digit] - mean;
            between += counts[digit] * difference * difference;
        }
        double all = squares - sums.length * mean * mean;
        return all <= 0 ? 0 : between / all;
    }
}
