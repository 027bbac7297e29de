package diabolo.experiment;

import diabolo.evaluation.Originality;
import diabolo.evaluation.WrongCells;
import diabolo.note.Meter;
import diabolo.picture.PianoRollPicture;
import diabolo.report.Chapter;
import diabolo.report.Findings;
import diabolo.report.MetricFormat;
import diabolo.report.Report;
import diabolo.tensor.RandomSource;
import diabolo.training.Examples;
import java.io.IOException;

/** Trains a decoder without an encoder, from random labels, after Sun's comparison, and shows what it makes of new labels. */
record DecoderFromLabels(DeepHearTrainings trainings, ExperimentProgress progress) implements Chapter {

    private static final int SAMPLES = 1000;

    @Override
    public void write(Findings findings, Report report) throws IOException {
        float[][] training = trainings.data().trainingFrames();
        try (DeepHearTrainings.FromLabels half = trainings.fromLabels(progress)) {
            double wrongCells = WrongCells.mean(training, half.network().decode(half.labels()));
            float[][] labels = Examples.randomBits(
                    SAMPLES,
                    half.labels()[0].length,
                    RandomSource.of(findings.seed()).derive("new labels"));
            float[][] made = binary(half.network().decode(labels));
            report.metric("labels.train.wrongCells", wrongCells);
            report.metric(
                    "labels.originality.meanSimilarity",
                    Originality.against(training).of(made).mean());
            report.section("Without an encoder");
            report.text(
                    "A decoder that learned each window from %d random bits of its own, so that nothing gave similar windows similar codes. It gets %s cells wrong of what it learned. Of new random bits it makes the following."
                            .formatted(labels[0].length, MetricFormat.ONE_DECIMAL.of(wrongCells)));
            report.pictures(picture("new random label 1", made[0]), picture("new random label 2", made[1]));
        }
    }

    private static float[][] binary(float[][] probabilities) {
        float[][] cells = new float[probabilities.length][];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = new float[probabilities[i].length];
            for (int cell = 0; cell < cells[i].length; cell++) {
                cells[i][cell] = probabilities[i][cell] > 0.5f ? 1 : 0;
            }
        }
        return cells;
    }

    private PianoRollPicture picture(String title, float[] cells) {
        return PianoRollPicture.ofCells(title, trainings.spec().pianoRoll(), cells, Meter.FOUR_FOUR);
    }
}
