package diabolo.experiment;

import diabolo.audio.SoundFont;
import diabolo.audio.Synthesizer;
import diabolo.corpus.Window;
import diabolo.evaluation.Originality;
import diabolo.evaluation.SimilarityDistribution;
import diabolo.evaluation.WrongCells;
import diabolo.latent.GeneratedPiece;
import diabolo.latent.LatentSpace;
import diabolo.latent.SamplingSettings;
import diabolo.midi.MidiWriter;
import diabolo.model.DenseAutoencoder;
import diabolo.model.Sampler;
import diabolo.note.Meter;
import diabolo.note.Plural;
import diabolo.picture.Axis;
import diabolo.picture.Curve;
import diabolo.picture.CurvePicture;
import diabolo.picture.HistogramPicture;
import diabolo.picture.PianoRollPicture;
import diabolo.picture.Point;
import diabolo.representation.Cells;
import diabolo.representation.Frames;
import diabolo.representation.PianoRoll;
import diabolo.search.Harmonization;
import diabolo.search.Harmonizer;
import diabolo.search.Melodies;
import diabolo.training.CurvePoint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Measures what the DeepHear experiment trained, and tells it: figures, pictures, sound. */
final class DeepHearReport {

    private static final int SAMPLES = 1000;
    private static final int SHOWN = 8;

    private final ExperimentSpec spec;
    private final TrainingData data;
    private final RunFolder run;
    private final Report report = new Report("deephear", "DeepHear: ragtime through sixteen numbers");
    private final Synthesizer synthesizer = Synthesizer.playing(SoundFont.find());
    private final List<Frames> training;
    private final List<Frames> heldOut;
    private final List<List<String>> comparison = new ArrayList<>();

    DeepHearReport(ExperimentSpec spec, TrainingData data, RunFolder run) {
        this.spec = spec;
        this.data = data;
        this.run = run;
        this.training = data.trainingFrames();
        this.heldOut = data.heldOutFrames();
        comparison.add(List.of("network", "wrong cells", "note F1", "wrong cells, held out", "note F1, held out"));
        report.metric("train.windows", training.size());
        report.metric("train.distinctWindows", data.distinctTraining().size());
        report.metric("heldOut.windows", heldOut.size());
        report.note("heldOutPieces", data.pieces().heldOut().stream().sorted().toList());
        report.metric("silent.wrongCells", WrongCells.ofSilence(roll(), training));
        if (!heldOut.isEmpty()) {
            report.metric("heldOut.silent.wrongCells", WrongCells.ofSilence(roll(), heldOut));
        }
    }

    /** The network that the report is about. */
    void main(DenseAutoencoder network) {
        introduce();
        ReconstructionMeasures trained = measure("", network);
        report.metric("rbm.train.wrongCells", trained.wrongCells());
        compare("pre-trained by Boltzmann machines", "", network);
        showReconstructions(network);
    }

    /** A network to hold beside it. */
    void compared(String name, String words, DenseAutoencoder network) {
        ReconstructionMeasures _ = measure(name + ".", network);
        compare(words, name + ".", network);
    }

    private void introduce() {
        report.text(
                "Four bars of ragtime, %d sixteenths by %d pitches, go through a waist of %d numbers and come back (F. Sun, 2015). The network %s learned %d windows of %s%s."
                        .formatted(
                                spec.pianoRoll().steps(),
                                spec.pianoRoll().pitches(),
                                spec.model().codeSize(),
                                spec.model().shape(),
                                training.size(),
                                Plural.of(data.pieces().training().size(), "piece"),
                                heldOut.isEmpty()
                                        ? "; nothing was held out, as in the original"
                                        : "; %d windows of %s were held out"
                                                .formatted(
                                                        heldOut.size(),
                                                        Plural.of(
                                                                data.pieces()
                                                                        .heldOut()
                                                                        .size(),
                                                                "other piece"))));
    }

    private ReconstructionMeasures measure(String prefix, DenseAutoencoder network) {
        ReconstructionMeasures trained = ReconstructionMeasures.of(network, roll(), training);
        report.metric(prefix + "train.wrongCells", trained.wrongCells());
        report.metric(prefix + "train.noteF1", trained.noteF1());
        if (!heldOut.isEmpty()) {
            ReconstructionMeasures unseen = ReconstructionMeasures.of(network, roll(), heldOut);
            report.metric(prefix + "heldOut.wrongCells", unseen.wrongCells());
            report.metric(prefix + "heldOut.noteF1", unseen.noteF1());
        }
        return trained;
    }

    private void compare(String words, String prefix, DenseAutoencoder network) {
        comparison.add(List.of(
                words + " (" + network.spec().codeSize() + " numbers)",
                figure(prefix + "train.wrongCells"),
                figure(prefix + "train.noteF1"),
                figure(prefix + "heldOut.wrongCells"),
                figure(prefix + "heldOut.noteF1")));
    }

    private void showReconstructions(DenseAutoencoder network) {
        report.section("Originals and reconstructions");
        show("learned", data.training(), network);
        if (!heldOut.isEmpty()) {
            report.text(
                    "Music that the network never saw. Sixteen numbers cannot hold it; what comes back is the nearest that the network knows.");
            show("held out", data.heldOut(), network);
        }
    }

    private void show(String kind, List<Window> windows, DenseAutoencoder network) {
        for (int i = 1; i <= 2; i++) {
            Window window = windows.get(windows.size() * i / 3);
            Frames again = new Cells(network.reconstruct(TrainingData.numbers(List.of(window)))[0]); // likelihoods
            String name = "%s, from beat %d (%s)".formatted(window.piece(), window.firstStep() / 4 + 1, kind);
            report.pictures(picture(name, window.frames()), picture("reconstructed", again));
        }
    }

    /** The decoder without an encoder, after Sun's comparison. */
    void fromLabels(DeepHearTrainings.FromLabels half) throws IOException {
        List<Frames> again = half.network().decode(half.labels(), Sampler.LIKELIEST);
        report.metric("labels.train.wrongCells", WrongCells.mean(roll(), training, again));
        float[][] random = diabolo.training.Examples.randomBits(
                SAMPLES,
                half.labels()[0].length,
                diabolo.tensor.RandomSource.of(spec.seed()).derive("new labels"));
        List<Frames> made = half.network().decode(random, Sampler.LIKELIEST);
        SimilarityDistribution similarity =
                Originality.against(roll(), training).of(made);
        report.metric("labels.originality.meanSimilarity", similarity.mean());
        report.section("Without an encoder");
        report.text(
                "Half a diabolo: a decoder that learned the windows from 64 random bits each, so that nothing gave windows that are alike codes that are alike. It gets %s wrong cells on what it learned. Fed with new bits it makes the following."
                        .formatted(figure("labels.train.wrongCells")));
        report.pictures(picture("new random label 1", made.get(0)), picture("new random label 2", made.get(1)));
    }

    /** New pieces from random bits, and how original they are. */
    void generated() throws IOException {
        report.section("New pieces");
        try (LatentSpace space = LatentSpace.load(run.path())) {
            SamplingSettings settings = SamplingSettings.DEFAULT.withSeed(spec.seed());
            List<Frames> cells = new ArrayList<>();
            for (int i = 0; i < SAMPLES; i++) {
                GeneratedPiece piece = space.generate(settings, i);
                cells.add(piece.windows().getFirst());
                if (i < SHOWN && !piece.isSilent()) {
                    show(piece, i);
                }
            }
            originality(cells);
        }
    }

    private void show(GeneratedPiece piece, int number) throws IOException {
        MidiWriter.write(piece.music(), run.file("samples").resolve("piece-%04d.mid".formatted(number + 1)));
        String caption = "Piece %d from 16 random bits; %.0f %% of it sounds in %s."
                .formatted(
                        number + 1,
                        100 * piece.provenance().originality().similarity(),
                        piece.provenance().originality().place());
        report.piece(caption, picture("piece " + (number + 1), piece.windows().getFirst()), piece.music(), synthesizer);
    }

    private void originality(List<Frames> cells) {
        SimilarityDistribution made = Originality.against(roll(), training).of(cells);
        SimilarityDistribution real = Originality.ofOthers(
                roll(), data.training().stream().map(Window::piece).toList(), training);
        report.metric("originality.samples", cells.size());
        report.metric(
                "originality.silent", cells.size() - (double) made.values().size());
        report.metric("originality.meanSimilarity", made.mean());
        report.metric("originality.deviation", made.deviation());
        report.metric("originality.medianSimilarity", made.median());
        report.metric("originality.copyShare", made.copyShare());
        report.metric("originality.wholeShare", made.wholeShare());
        report.metric("originality.onsetSimilarity", onsetSimilarity(cells));
        report.metric("originality.realAgainstOtherPieces", real.mean());
        report.metric("originality.activeCells", WrongCells.ofSilence(roll(), cells));
        report.section("How original the pieces are");
        report.text(
                "The similarity of a piece is the share of its active cells that are active in the closest training window. Of %d pieces the mean is %.1f %%; %.1f %% are copies, nine tenths or more of them standing in one window. The author's mean was 59.6 %%. Real windows have %.1f %% in common with windows of other pieces."
                        .formatted(cells.size(), 100 * made.mean(), 100 * made.copyShare(), 100 * real.mean()));
        report.pictures(
                new HistogramPicture(
                        "generated pieces", "similarity to the closest training window", made.values(), 40),
                new HistogramPicture("real windows against other pieces", "similarity", real.values(), 40));
    }

    private double onsetSimilarity(List<Frames> cells) {
        return Originality.against(roll(), Originality.onsets(roll(), training))
                .of(Originality.onsets(roll(), cells))
                .mean();
    }

    /** The three melodies that the author harmonized. */
    void harmonized(ExperimentProgress progress) throws IOException {
        report.section("Melodies harmonized by search");
        report.text(
                "The melody is given; a code is sought whose decoding has it, and the rest of that decoding accompanies it.");
        double recall = 0;
        double millis = 0;
        try (LatentSpace space = LatentSpace.load(run.path())) {
            Harmonizer harmonizer = new Harmonizer(space, Harmonizer.Settings.DEFAULT.withSeed(spec.seed()));
            harmonizer.harmonize(Melodies.ODE_TO_JOY.piece(), done -> {}); // the first search also warms up the machine
            for (Melodies melody : Melodies.values()) {
                Harmonization found = harmonizer.harmonize(melody.piece(), done -> {});
                progress.message("%s harmonized in %d ms".formatted(melody.title(), found.millis()));
                recall += found.melodyRecall() / Melodies.values().length;
                millis += (double) found.millis() / Melodies.values().length;
                MidiWriter.write(
                        found.music(), run.file("samples").resolve(melody.name().toLowerCase(Locale.ROOT) + ".mid"));
                String caption = "%s: %.0f %% of the melody came from the decoder by itself, before it was laid over."
                        .formatted(melody.title(), 100 * found.melodyRecall());
                report.piece(caption, PianoRollPicture.of(found.music()), found.music(), synthesizer);
            }
        }
        report.metric("harmonize.melodyRecall", recall);
        report.metric("harmonize.millis", millis);
    }

    /** Closes with the comparison and the curves. */
    Report finish(Map<String, List<CurvePoint>> curves) {
        report.section("With and without pre-training");
        report.text(
                "All networks had the same fine-tuning. A window has %s active cells on average: what a network that is always silent would get wrong."
                        .formatted(figure("silent.wrongCells")));
        report.table(comparison);
        List<Curve> fineTuning = new ArrayList<>();
        curves.forEach((name, curve) -> fineTuning.add(fineTuning(name, curve)));
        report.pictures(
                new CurvePicture("Fine-tuning", "epoch", "loss of a window (nats)", Axis.LOGARITHMIC, fineTuning));
        return report;
    }

    private static Curve fineTuning(String name, List<CurvePoint> curve) {
        int last = curve.isEmpty() ? 0 : curve.getLast().phase();
        return new Curve(
                name,
                curve.stream()
                        .filter(point -> point.phase() == last)
                        .map(point -> new Point(point.epoch(), point.loss()))
                        .toList());
    }

    private PianoRollPicture picture(String title, Frames window) {
        return PianoRollPicture.ofCells(title, roll(), roll().require(window), Meter.FOUR_FOUR);
    }

    private String figure(String metric) {
        Double value = report.metrics().get(metric);
        return value == null ? "" : String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.1f", value);
    }

    private PianoRoll roll() {
        return spec.pianoRoll();
    }
}
