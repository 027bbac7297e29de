package diabolo.experiment;

import diabolo.evaluation.Originality;
import diabolo.evaluation.WrongCells;
import diabolo.model.Sampler;
import diabolo.note.Meter;
import diabolo.picture.PianoRollPicture;
import diabolo.report.Chapter;
import diabolo.report.Findings;
import diabolo.report.page.MetricFormat;
import diabolo.report.page.Report;
import diabolo.representation.Frames;
import diabolo.representation.PianoRoll;
import diabolo.tensor.RandomSource;
import diabolo.training.Examples;
import java.io.IOException;
import java.util.List;

/** Trains a decoder without an encoder, from random labels, after Sun's comparison, and shows its decoding of new labels. */
record DecoderFromLabels(DeepHearTrainings trainings, ExperimentProgress progress) implements Chapter {

    private static final int SAMPLES = 1000;

    @Override
    public void write(Findings findings, Report report) throws IOException {
        PianoRoll roll = trainings.spec().pianoRoll();
        List<Frames> training = trainings.data().trainingFrames();
        try (DeepHearTrainings.FromLabels half = trainings.fromLabels(progress)) {
            double wrongCells =
                    WrongCells.mean(roll, training, half.network().decode(half.labels(), Sampler.LIKELIEST));
            float[][] labels = Examples.randomBits(
                    SAMPLES,
                    half.labels()[0].length,
                    RandomSource.of(findings.seed()).derive("new labels"));
            List<Frames> made = half.network().decode(labels, Sampler.LIKELIEST);
            report.metric("labels.train.wrongCells", wrongCells);
            report.metric(
                    "labels.originality.meanSimilarity",
                    Originality.against(roll, training).of(made).mean());
            report.section("Without an encoder");
            report.text(
                    "A decoder trained to give each window for its own %d random bits, so that similar windows have no similar codes. It gets %s cells of a training window wrong. From new random bits it makes:"
                            .formatted(labels[0].length, MetricFormat.ONE_DECIMAL.of(wrongCells)));
            report.pictures(picture("new random label 1", made.get(0)), picture("new random label 2", made.get(1)));
        }
    }

    private PianoRollPicture picture(String title, Frames window) {
        PianoRoll roll = trainings.spec().pianoRoll();
        return PianoRollPicture.ofCells(title, roll, roll.require(window), Meter.FOUR_FOUR);
    }
}
