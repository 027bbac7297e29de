package diabolo.experiment;

import diabolo.evaluation.TokenAccuracy;
import diabolo.note.Percent;
import diabolo.picture.Axis;
import diabolo.picture.Curve;
import diabolo.picture.CurvePicture;
import diabolo.picture.Point;
import diabolo.representation.Frames;
import diabolo.representation.TokenRepresentation;
import diabolo.representation.Tokens;
import diabolo.tensor.RandomSource;
import diabolo.training.CurvePoint;
import diabolo.training.Trained;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Measures recurrent autoencoders and tells it: figures beside the published ones, curves, pieces to see and hear. */
final class SequenceReport {

    private static final List<String> OF_NO_NETWORK = List.of("", "", ""); // nor of a line alone
    private static final int MEASURED_TRAINING_WINDOWS = 2000;

    private final TrainingData data;
    private final Report report;
    private final SequencePieces pieces;
    private final List<Tokens> training;
    private final List<Tokens> heldOut;
    private final List<List<String>> table = new ArrayList<>();
    private final List<List<String>> latentSpaces = new ArrayList<>();
    private final List<Curve> curves = new ArrayList<>();
    private final TradeOffCurve tradeOff = new TradeOffCurve();

    SequenceReport(String name, TrainingData data, RunFolder run) {
        this.data = data;
        this.report = new Report(name, name);
        this.pieces = new SequencePieces(data, run);
        this.training = TrainingData.tokens(data.training());
        this.heldOut = TrainingData.tokens(data.heldOut());
        report.metric("train.windows", training.size());
        report.metric("heldOut.windows", heldOut.size());
        report.note("heldOutPieces", data.pieces().heldOut().stream().sorted().toList());
        table.add(List.of(
                "network",
                "teacher-forced",
                "free-running",
                "sampled",
                "onset F1",
                "cross-entropy, nats",
                "KL, bits",
                "active numbers"));
    }

    /** Measures a network and shows what it makes; gives the measures of what is held out, or learned where nothing is. */
    SequenceMeasures variant(SequenceVariant variant, Trained trained) throws IOException {
        ExperimentSpec spec = variant.spec();
        RandomSource random = RandomSource.of(spec.seed()).derive("measures");
        List<Tokens> some = training.subList(0, Math.min(MEASURED_TRAINING_WINDOWS, training.size()));
        SequenceMeasures learned = SequenceMeasures.of(trained.recurrent(), spec.tokens(), some, random);
        SequenceMeasures unseen = learned;
        if (!heldOut.isEmpty()) {
            unseen = SequenceMeasures.of(trained.recurrent(), spec.tokens(), heldOut, random);
            unseen.tell(report, variant.prefix(), spec.tokens());
            rows(variant, "held out", unseen);
        }
        learned.tell(report, variant.prefix() + "train.", spec.tokens());
        rows(variant, "learned", learned);
        report.metric(variant.prefix() + "parameters", (double)
                trained.recurrent().parameters().count());
        curves.add(curve(variant, trained.curve()));
        pieces.of(variant, trained.recurrent());
        return unseen;
    }

    /** All lines together, then each by itself where there are several. */
    private void rows(SequenceVariant variant, String which, SequenceMeasures measures) {
        String words = variant.words() + ", " + which;
        TokenAccuracy teacherForced = measures.teacherForced();
        TokenAccuracy freeRunning = measures.freeRunning();
        TokenAccuracy sampled = measures.sampled();
        row(
                words,
                teacherForced,
                freeRunning,
                sampled,
                List.of(
                        String.format(Locale.ROOT, "%.1f", measures.crossEntropyNats()),
                        String.format(Locale.ROOT, "%.1f", measures.divergenceBits()),
                        String.valueOf(measures.activeUnits())));
        for (int line = 0; line < freeRunning.ofLines().size(); line++) {
            row(
                    words + ": " + variant.spec().tokens().lines().get(line).name(),
                    teacherForced.ofLines().get(line),
                    freeRunning.ofLines().get(line),
                    sampled.ofLines().get(line),
                    OF_NO_NETWORK);
        }
    }

    private void row(
            String words,
            TokenAccuracy teacherForced,
            TokenAccuracy freeRunning,
            TokenAccuracy sampled,
            List<String> ofAllLines) {
        List<String> row = new ArrayList<>(List.of(
                words,
                Percent.of(teacherForced.tokens()),
                Percent.of(freeRunning.tokens()),
                Percent.of(sampled.tokens()),
                Percent.of(freeRunning.onsetF1())));
        row.addAll(ofAllLines);
        table.add(row);
    }

    /** Epochs of lessons count like those of whole windows; what they lose, of a bar, can be compared. */
    private static Curve curve(SequenceVariant variant, List<CurvePoint> points) {
        List<Training.Lesson> lessons = variant.spec().training().curriculum();
        List<Point> ofBars = new ArrayList<>();
        for (CurvePoint point : points) {
            boolean isLesson = point.phase() < lessons.size();
            int bars = isLesson
                    ? lessons.get(point.phase()).bars()
                    : variant.spec().tokens().bars();
            ofBars.add(new Point(ofBars.size() + 1, point.loss() / bars));
        }
        return new Curve(variant.words(), ofBars);
    }

    /** What a network's latent space is good for. */
    void latentSpace(SequenceVariant variant, LatentSpaceMeasures measures) {
        measures.tell(report, variant.prefix());
        latentSpaces.add(measures.row(variant.words()));
    }

    /** A point of the curve of what a bit of divergence buys and costs. */
    void tradeOff(SequenceVariant variant, SequenceMeasures measures, double validDraws) {
        report.metric(variant.prefix() + "sampled.validity", validDraws);
        tradeOff.add(measures.divergenceBits(), measures.freeRunning().onsetF1(), validDraws);
    }

    /** The comparison, the curves, then what there is to see and hear. */
    Report finish() throws IOException {
        TokenRepresentation representation =
                (TokenRepresentation) data.corpus().spec().representation();
        if (!heldOut.isEmpty()) {
            List<Frames> nothing = Collections.nCopies(heldOut.size(), representation.silence());
            TokenAccuracy hold = TokenAccuracy.of(representation, heldOut, nothing);
            report.metric("alwaysHold.accuracy", hold.tokens());
            row("always to hold", hold, hold, hold, OF_NO_NETWORK);
            for (int line = 0; line < hold.ofLines().size(); line++) {
                TokenAccuracy of = hold.ofLines().get(line);
                String name = representation.lines().get(line).name();
                report.metric("alwaysHold." + name + ".accuracy", of.tokens());
                row("always to hold: " + name, of, of, of, OF_NO_NETWORK);
            }
        }
        table.addAll(Published.rows(representation));
        report.section("How much comes back");
        report.text(
                "Shares of tokens that are right. Teacher-forced: the likeliest token, the true ones before it being given. Free-running: the likeliest tokens, the decoder hearing itself alone; onset F1 is of these. Sampled: code and tokens drawn at temperature 1, as in the paper. Cross-entropy: of a window, teacher-forced. Learned: of the first %,d windows learned from. Published figures come from millions of windows; ours from %,d."
                        .formatted(Math.min(MEASURED_TRAINING_WINDOWS, training.size()), training.size()));
        report.table(table);
        if (!latentSpaces.isEmpty()) {
            latentSpaces.addFirst(LatentSpaceMeasures.head());
            report.section("What the latent space is good for");
            report.text(LatentSpaceMeasures.WORDS);
            report.table(latentSpaces);
        }
        tradeOff.show(report);
        report.section("Training");
        report.pictures(
                new CurvePicture("Training", "epoch, lessons first", "loss of a bar (nats)", Axis.LINEAR, curves));
        pieces.show(report);
        return report;
    }
}
