package diabolo.experiment;

import diabolo.audio.SoundFont;
import diabolo.audio.Synthesizer;
import diabolo.corpus.Window;
import diabolo.evaluation.CodeRegion;
import diabolo.evaluation.Originality;
import diabolo.evaluation.RollStatistics;
import diabolo.evaluation.SimilarityDistribution;
import diabolo.evaluation.WrongCells;
import diabolo.latent.GeneratedPiece;
import diabolo.latent.LatentSpace;
import diabolo.latent.SamplingSettings;
import diabolo.midi.MidiWriter;
import diabolo.model.DenseAutoencoder;
import diabolo.note.Meter;
import diabolo.note.Percent;
import diabolo.note.Plural;
import diabolo.picture.Axis;
import diabolo.picture.Curve;
import diabolo.picture.CurvePicture;
import diabolo.picture.PianoRollPicture;
import diabolo.picture.Point;
import diabolo.representation.Cells;
import diabolo.representation.Frames;
import diabolo.representation.PianoRoll;
import diabolo.training.CurvePoint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Measures what AutoBach's decoder makes of codes from several places, and tells it: figures, pictures, sound. */
final class AutoBachReport {

    private static final int SHOWN = 2;

    private final ExperimentSpec spec;
    private final TrainingData data;
    private final RunFolder run;
    private final DenseAutoencoder network;
    private final int samples;
    private final List<Frames> training;
    private final float[][] codes;
    private final CodeRegion region;
    private final Originality originality;
    private final Map<AutoBachPrior, CodeMeasures> measures = new EnumMap<>(AutoBachPrior.class);
    private final Map<AutoBachPrior, List<GeneratedPiece>> shown = new EnumMap<>(AutoBachPrior.class);
    private final Report report =
            new Report("autobach", "AutoBach: chorales from inside and outside the region of real codes");
    private final Synthesizer synthesizer = Synthesizer.playing(SoundFont.find());

    /**
     * A report to be filled.
     *
     * @param samples codes from each place
     */
    AutoBachReport(TrainingJob job, TrainingData data, DenseAutoencoder network, int samples) {
        this.spec = job.spec();
        this.data = data;
        this.run = job.run();
        this.network = network;
        this.samples = samples;
        this.training = data.trainingFrames();
        this.codes = network.encode(training);
        this.region = CodeRegion.of(codes);
        this.originality = Originality.against(spec.pianoRoll(), training);
    }

    /** Draws codes from a prior, and decodes and measures them. */
    void sampled(AutoBachPrior prior, LatentSpace space) {
        SamplingSettings settings =
                SamplingSettings.DEFAULT.withPrior(prior.prior()).withSeed(spec.seed());
        List<GeneratedPiece> pieces = new ArrayList<>();
        for (int i = 0; i < samples; i++) {
            pieces.add(space.generate(settings, i));
        }
        List<Frames> cells =
                pieces.stream().map(piece -> piece.windows().getFirst()).toList();
        float[][] drawn = pieces.stream()
                .map(piece -> piece.provenance().recipe().codes()[0])
                .toArray(float[][]::new);
        measures.put(prior, measure(drawn, cells, originality.of(cells)));
        shown.put(prior, List.copyOf(pieces.subList(0, SHOWN)));
    }

    /** Writes down what was found. */
    Report finish(List<CurvePoint> curve) throws IOException {
        introduce();
        reconstructed(curve);
        CodeMeasures real = real();
        real.report("real", report);
        measures.forEach((prior, found) -> found.report(prior.metricName(), report));
        compared(real);
        lecturesThree();
        others();
        return report;
    }

    private void introduce() {
        report.metric("samples", samples);
        report.metric("train.deadUnits", deadUnits());
        report.metric("train.windows", training.size());
        report.metric("heldOut.windows", data.heldOut().size());
        report.text(
                "The lecture plays three pieces of an autoencoder that learned chorales: auto1 and auto3, whose codes were drawn between -1 and 1, and auto2, whose code was drawn between -10 and 10. What is asked is where the codes of real music lie, and what a decoder says of a code from elsewhere, which it was never taught to answer.");
        report.text(
                "Nothing else of that network is known. This one is %s: four bars, %d sixteenths by %d pitches, through %d numbers and back. It learned %d windows of %s%s."
                        .formatted(
                                spec.model().shape(),
                                spec.pianoRoll().steps(),
                                spec.pianoRoll().pitches(),
                                spec.model().codeSize(),
                                training.size(),
                                Plural.of(data.pieces().training().size(), "chorale"),
                                data.heldOut().isEmpty()
                                        ? ""
                                        : "; %d windows of %s were held out"
                                                .formatted(
                                                        data.heldOut().size(),
                                                        Plural.of(
                                                                data.pieces()
                                                                        .heldOut()
                                                                        .size(),
                                                                "other"))));
    }

    private void reconstructed(List<CurvePoint> curve) {
        report.section("What comes back");
        ReconstructionMeasures learned = ReconstructionMeasures.of(network, spec.pianoRoll(), training);
        double silent = WrongCells.ofSilence(spec.pianoRoll(), training);
        report.metric("train.wrongCells", learned.wrongCells());
        report.metric("train.noteF1", learned.noteF1());
        report.metric("silent.wrongCells", silent);
        report.text(
                "Of the %d cells of a window that it learned, %.1f come back wrong; a network that is always silent would get %.1f wrong."
                        .formatted(spec.pianoRoll().cells(), learned.wrongCells(), silent));
        show("learned", data.training());
        if (!data.heldOut().isEmpty()) {
            ReconstructionMeasures unseen = ReconstructionMeasures.of(network, spec.pianoRoll(), data.heldOutFrames());
            report.metric("heldOut.wrongCells", unseen.wrongCells());
            report.metric("heldOut.noteF1", unseen.noteF1());
            report.text(
                    "Of the chorales that it never saw, %.1f cells come back wrong.".formatted(unseen.wrongCells()));
            show("held out", data.heldOut());
        }
        List<Point> points = curve.stream()
                .map(point -> new Point(point.epoch(), point.loss()))
                .toList();
        report.pictures(new CurvePicture(
                "Training", "epoch", "loss of a window (nats)", Axis.LOGARITHMIC, List.of(new Curve("loss", points))));
    }

    private void show(String kind, List<Window> windows) {
        Window window = windows.get(windows.size() / 2);
        Frames again = new Cells(network.reconstruct(TrainingData.numbers(List.of(window)))[0]); // likelihoods
        String name = "%s, from beat %d (%s)".formatted(window.piece(), window.firstStep() / 4 + 1, kind);
        report.pictures(picture(name, window.frames()), picture("reconstructed", again));
    }

    /** Real music as it compares: windows that are held out, else the training's own against other pieces. */
    private CodeMeasures real() {
        if (data.heldOut().isEmpty()) {
            List<String> pieces = data.training().stream().map(Window::piece).toList();
            return measure(codes, training, Originality.ofOthers(spec.pianoRoll(), pieces, training));
        }
        List<Frames> frames = data.heldOutFrames();
        return measure(network.encode(frames), frames, originality.of(frames));
    }

    private CodeMeasures measure(float[][] drawn, List<Frames> cells, SimilarityDistribution similarity) {
        return CodeMeasures.of(
                some -> network.encode(network.decode(some)),
                region,
                drawn,
                RollStatistics.of(spec.pianoRoll(), cells),
                similarity);
    }

    private void compared(CodeMeasures real) {
        List<List<String>> table = new ArrayList<>();
        table.add(List.of(
                "codes",
                "length",
                "outside",
                "silent",
                "notes a beat",
                "on scale",
                "similarity",
                "copies",
                "re-encoding error"));
        table.add(row(data.heldOut().isEmpty() ? "of real windows" : "of real windows, held out", real));
        measures.forEach((prior, found) -> table.add(row(prior.words(), found)));
        report.section("Inside and outside");
        report.text(
                "%d codes from each place were decoded. Length: the mean distance of a code from the origin. Outside: the share of their numbers beyond what the unit takes for any training window. On scale: the share of the sounding time in the major scale that suits the piece best. Similarity: the share of the piece's cells that sound in the closest training window; from nine tenths on it is a copy. Re-encoding error: how far the encoder's code of what was decoded is from the code it was decoded from, in lengths of the latter. %d of the %d units are 0 for every training window, so that any other number counts as outside."
                        .formatted(samples, deadUnits(), spec.model().codeSize()));
        report.table(table);
        report.text(findings(real));
    }

    private int deadUnits() {
        int dead = 0;
        for (int unit = 0; unit < spec.model().codeSize(); unit++) {
            dead += region.lowest()[unit] == 0 && region.highest()[unit] == 0 ? 1 : 0;
        }
        return dead;
    }

    private String findings(CodeMeasures real) {
        CodeMeasures near = measure(AutoBachPrior.UNIFORM_1);
        CodeMeasures far = measure(AutoBachPrior.UNIFORM_10);
        CodeMeasures fitted = measure(AutoBachPrior.GAUSSIAN);
        return "Codes of real music are %.0f long on average, those drawn between -1 and 1 are %.1f, those between -10 and 10 are %.0f. Asked again, the encoder misses a real code by %.2f of its length, one drawn from a normal distribution fitted to real codes by %.2f, one from between -10 and 10 by %.1f, one from between -1 and 1 by %.1f. The larger the miss, the less the music belongs to its code. What sounds says less of where a code lies: real music has %.2f notes a beat and %.0f %% on scale, codes between -1 and 1 give %.2f and %.0f %%, between -10 and 10 %.2f and %.0f %%, from the fitted distribution %.2f and %.0f %%."
                .formatted(
                        real.codeLength(),
                        near.codeLength(),
                        far.codeLength(),
                        real.reencodingError(),
                        fitted.reencodingError(),
                        far.reencodingError(),
                        near.reencodingError(),
                        real.rolls().notesPerBeat(),
                        100 * real.rolls().onScaleShare(),
                        near.rolls().notesPerBeat(),
                        100 * near.rolls().onScaleShare(),
                        far.rolls().notesPerBeat(),
                        100 * far.rolls().onScaleShare(),
                        fitted.rolls().notesPerBeat(),
                        100 * fitted.rolls().onScaleShare());
    }

    private void lecturesThree() throws IOException {
        report.section("The lecture's three");
        piece("auto1", AutoBachPrior.UNIFORM_1, 0);
        piece("auto2", AutoBachPrior.UNIFORM_10, 0);
        piece("auto3", AutoBachPrior.UNIFORM_1, 1);
    }

    private void others() throws IOException {
        report.section("The others");
        piece("uniform10-2", AutoBachPrior.UNIFORM_10, 1);
        for (AutoBachPrior prior : List.of(AutoBachPrior.RANGE, AutoBachPrior.NORMAL, AutoBachPrior.GAUSSIAN)) {
            for (int i = 0; i < SHOWN; i++) {
                piece("%s-%d".formatted(prior.metricName(), i + 1), prior, i);
            }
        }
    }

    private void piece(String name, AutoBachPrior prior, int number) throws IOException {
        GeneratedPiece piece = shown.getOrDefault(prior, List.of()).get(number);
        if (piece.isSilent()) {
            report.text("%s (%s) is silent.".formatted(name, prior.words()));
            return;
        }
        MidiWriter.write(piece.music(), run.file("samples").resolve(name + ".mid"));
        String caption = "%s: code %s; %.0f %% of it sounds in %s."
                .formatted(
                        name,
                        prior.words(),
                        100 * piece.provenance().originality().similarity(),
                        piece.provenance().originality().place());
        report.piece(caption, picture(name, piece.windows().getFirst()), piece.music(), synthesizer);
    }

    private CodeMeasures measure(AutoBachPrior prior) {
        CodeMeasures found = measures.get(prior);
        if (found == null) {
            throw new IllegalStateException(
                    "nothing was drawn from " + prior.prior().name());
        }
        return found;
    }

    private static List<String> row(String name, CodeMeasures found) {
        return List.of(
                name,
                decimal(found.codeLength()),
                Percent.of(found.outsideShare()),
                Percent.of(found.rolls().silentShare()),
                decimal(found.rolls().notesPerBeat()),
                Percent.of(found.rolls().onScaleShare()),
                Percent.of(found.similarity().mean()),
                Percent.of(found.similarity().copyShare()),
                decimal(found.reencodingError()));
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private PianoRollPicture picture(String title, Frames window) {
        PianoRoll roll = spec.pianoRoll();
        return PianoRollPicture.ofCells(title, roll, roll.require(window), Meter.FOUR_FOUR);
    }
}
