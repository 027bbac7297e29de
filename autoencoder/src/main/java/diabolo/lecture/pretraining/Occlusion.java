package diabolo.lecture.pretraining;

import static diabolo.report.page.MetricFormat.SHARE;

import diabolo.image.LabelledImages;
import diabolo.model.Classifier;
import diabolo.picture.FilmPicture;
import diabolo.report.page.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** How sure a classifier stays when a part of a digit is covered (Zeiler and Fergus 2014, section 4.2). */
record Occlusion(Classifier classifier, LabelledImages test) {

    private static final int PATCH = 7;
    private static final float GREY = 0.5f;

    void write(Report report) {
        report.section("What is covered and missed");
        report.text(
                "A grey square of %1$d by %1$d pixels is laid over each place of a digit. Dark is where the network stays sure of the class, light where it doubts: the square covers what it needs."
                        .formatted(PATCH));
        List<FilmPicture.Frame> frames = new ArrayList<>();
        double least = 0;
        int shown = 0;
        for (int digit = 0; digit < 10; digit++) {
            int example = firstRight(digit);
            if (example >= 0) {
                float[] sure = sureness(test.pixels()[example], digit);
                double lowest = 1;
                for (float each : sure) {
                    lowest = Math.min(lowest, each);
                }
                least += lowest;
                shown++;
                frames.add(new FilmPicture.Frame(String.valueOf(digit), test.pixels()[example]));
                frames.add(new FilmPicture.Frame("least %s".formatted(SHARE.of(lowest)), sure));
            }
        }
        report.metric("occlusion.leastProbability", least / shown);
        report.pictures(new FilmPicture(
                "Digits, and how sure the network is of each when a place is covered",
                test.images().columns(),
                List.of(new FilmPicture.Strip("", frames))));
    }

    /** The first test digit of a class that is classified rightly; -1 for none. */
    private int firstRight(int digit) {
        int[] some = IntStream.range(0, test.count())
                .filter(i -> test.labels()[i] == digit)
                .limit(20)
                .toArray();
        for (int example : some) {
            if (classifier.classify(new float[][] {test.pixels()[example]})[0] == digit) {
                return example;
            }
        }
        return -1;
    }

    /** The probability of the class with the square around each pixel: an image. */
    private float[] sureness(float[] image, int digit) {
        int columns = test.images().columns();
        float[][] covered = new float[image.length][];
        for (int pixel = 0; pixel < image.length; pixel++) {
            covered[pixel] = covered(image, columns, pixel / columns, pixel % columns);
        }
        float[][] probabilities = classifier.probabilities(covered);
        float[] sure = new float[image.length];
        for (int pixel = 0; pixel < image.length; pixel++) {
            sure[pixel] = probabilities[pixel][digit];
        }
        return sure;
    }

    private static float[] covered(float[] image, int columns, int row, int column) {
        float[] covered = image.clone();
        int rows = image.length / columns;
        for (int r = Math.max(0, row - PATCH / 2); r <= Math.min(rows - 1, row + PATCH / 2); r++) {
            for (int c = Math.max(0, column - PATCH / 2); c <= Math.min(columns - 1, column + PATCH / 2); c++) {
                covered[r * columns + c] = GREY;
            }
        }
        return covered;
    }
}
