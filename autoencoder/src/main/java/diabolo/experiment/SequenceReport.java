package diabolo.experiment;

import diabolo.audio.SoundFont;
import diabolo.audio.Synthesizer;
import diabolo.corpus.Window;
import diabolo.evaluation.TokenAccuracy;
import diabolo.latent.Prior;
import diabolo.midi.MidiWriter;
import diabolo.model.RecurrentAutoencoder;
import diabolo.model.TokenChoice;
import diabolo.note.NoteSequence;
import diabolo.note.Tempo;
import diabolo.picture.Axis;
import diabolo.picture.Curve;
import diabolo.picture.CurvePicture;
import diabolo.picture.PianoRollPicture;
import diabolo.picture.Point;
import diabolo.representation.TokenRepresentation;
import diabolo.tensor.RandomSource;
import diabolo.tensor.TensorScope;
import diabolo.training.Curriculum;
import diabolo.training.CurvePoint;
import diabolo.training.TrainedSequences;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Measures recurrent autoencoders and tells it: figures beside the published ones, curves, pieces to see and hear. */
final class SequenceReport {

    private static final int SHOWN = 4;
    private static final List<String> OF_NO_NETWORK = List.of("", "", ""); // nor of a line alone
    private static final int MEASURED_TRAINING_WINDOWS = 2000;
    private static final double TEMPERATURE = 0.5; // of MusicVAE's own command

    private final SequenceData data;
    private final RunFolder run;
    private final Report report;
    private final Report reconstructions;
    private final Synthesizer synthesizer = Synthesizer.playing(SoundFont.find());
    private final List<int[][]> training;
    private final List<int[][]> heldOut;
    private final List<List<String>> table = new ArrayList<>();
    private final List<List<String>> latentSpaces = new ArrayList<>();
    private final List<Curve> curves = new ArrayList<>();
    private final List<Point> onsets = new ArrayList<>();
    private final List<Point> validities = new ArrayList<>();
    private final List<Sample> samples = new ArrayList<>();

    /** A new piece of a network. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Sample(int number, SequenceVariant variant, int[][] tokens) {}

    SequenceReport(String name, SequenceData data, RunFolder run) {
        this.data = data;
        this.run = run;
        this.report = new Report(name, name);
        this.reconstructions = new Report(name, name);
        this.training = SequenceData.tokens(data.training());
        this.heldOut = SequenceData.tokens(data.heldOut());
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
    SequenceMeasures variant(SequenceVariant variant, TrainedSequences trained) throws IOException {
        SequenceSpec spec = variant.spec();
        RandomSource random = RandomSource.of(spec.seed()).derive("measures");
        List<int[][]> some = training.subList(0, Math.min(MEASURED_TRAINING_WINDOWS, training.size()));
        SequenceMeasures learned = SequenceMeasures.of(trained.network(), spec.tokens(), some, random);
        SequenceMeasures unseen = learned;
        if (!heldOut.isEmpty()) {
            unseen = SequenceMeasures.of(trained.network(), spec.tokens(), heldOut, random);
            unseen.tell(report, variant.prefix(), spec.tokens());
            rows(variant, "held out", unseen);
        }
        learned.tell(report, variant.prefix() + "train.", spec.tokens());
        rows(variant, "learned", learned);
        report.metric(variant.prefix() + "parameters", (double)
                trained.network().parameters().count());
        curves.add(curve(variant, trained.curve()));
        reconstruct(variant, trained.network());
        samples(variant, trained.network());
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
                    words + ": " + variant.spec().tokens().lines().get(line),
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
                percent(teacherForced.tokens()),
                percent(freeRunning.tokens()),
                percent(sampled.tokens()),
                percent(freeRunning.onsetF1())));
        row.addAll(ofAllLines);
        table.add(row);
    }

    /** Epochs of lessons count like those of whole windows; what they lose, of a bar, can be compared. */
    private static Curve curve(SequenceVariant variant, List<CurvePoint> points) {
        List<Curriculum.Lesson> lessons = variant.spec().plan().curriculum().lessons();
        List<Point> ofBars = new ArrayList<>();
        for (CurvePoint point : points) {
            boolean isLesson = point.phase() < lessons.size();
            int bars = isLesson
                    ? lessons.get(point.phase()).bars()
                    : variant.spec().bars();
            ofBars.add(new Point(ofBars.size() + 1, point.loss() / bars));
        }
        return new Curve(variant.words(), ofBars);
    }

    private void reconstruct(SequenceVariant variant, RecurrentAutoencoder network) throws IOException {
        List<Window> windows = data.heldOut().isEmpty() ? data.training() : data.heldOut();
        reconstructions.section("Originals and what comes back: " + variant.words());
        int shown = Math.min(SHOWN, windows.size());
        for (int i = 0; i < shown; i++) {
            Window window = windows.get(i * windows.size() / shown);
            List<int[][]> tokens = SequenceData.tokens(List.of(window));
            int[][] again = network.write(network.encodeTokens(tokens), TokenChoice.GREEDY)
                    .getFirst();
            TokenRepresentation representation = variant.spec().tokens();
            String place =
                    "%s, bar %d".formatted(window.piece(), window.firstStep() / representation.stepsPerBar() + 1);
            show(reconstructions, place, variant, tokens.getFirst());
            show(reconstructions, "what comes back of " + place, variant, again);
        }
    }

    private void samples(SequenceVariant variant, RecurrentAutoencoder network) throws IOException {
        for (int i = 0; i < SHOWN; i++) {
            RandomSource random = RandomSource.of(variant.spec().seed()).derive("piece", i);
            float[][] code = Prior.Normal.codes(1, variant.spec().network().codeSize(), random.derive("code"));
            try (TensorScope _ = TensorScope.open()) { // owns the generator
                TokenChoice drawn = TokenChoice.drawn(TEMPERATURE, random.derive("cells"));
                Sample sample =
                        new Sample(i + 1, variant, network.write(code, drawn).getFirst());
                samples.add(sample);
                MidiWriter.write(
                        music(variant, sample.tokens()),
                        run.file("samples").resolve("%spiece-%04d.mid".formatted(variant.prefix(), sample.number())));
            }
        }
    }

    /** The new pieces of all networks from the same draws, side by side. */
    private void showSamples() throws IOException {
        report.section("New pieces");
        report.text(
                "Codes drawn from the normal distribution, the same for all networks; tokens drawn at temperature 0.5.");
        for (int number = 1; number <= SHOWN; number++) {
            for (Sample sample : samples) {
                if (sample.number() == number) {
                    show(
                            report,
                            "piece %d, %s".formatted(number, sample.variant().words()),
                            sample.variant(),
                            sample.tokens());
                }
            }
        }
    }

    private static NoteSequence music(SequenceVariant variant, int[][] tokens) {
        return variant.spec()
                .tokens()
                .decodeTokens(tokens)
                .toNoteSequence()
                .withTempo(new Tempo(variant.spec().beatsPerMinute()));
    }

    private void show(Report where, String caption, SequenceVariant variant, int[][] tokens) throws IOException {
        NoteSequence music = music(variant, tokens);
        if (music.allNotes().findAny().isEmpty()) {
            where.text(caption + ": silence.");
        } else {
            where.piece(caption, PianoRollPicture.of(music), music, synthesizer);
        }
    }

    /** What a network's latent space is good for. */
    void latentSpace(SequenceVariant variant, LatentSpaceMeasures measures) {
        measures.tell(report, variant.prefix());
        latentSpaces.add(measures.row(variant.words()));
    }

    /** A point of the curve of what a bit of divergence buys and costs. */
    void tradeOff(SequenceVariant variant, SequenceMeasures measures, double validDraws) {
        report.metric(variant.prefix() + "sampled.validity", validDraws);
        double bits = measures.divergenceBits();
        onsets.add(new Point(bits, 100 * measures.freeRunning().onsetF1()));
        validities.add(new Point(bits, 100 * validDraws));
    }

    /** The comparison, the curves, then what there is to see and hear. */
    Report finish() throws IOException {
        TokenRepresentation representation =
                (TokenRepresentation) data.corpus().spec().representation();
        if (!heldOut.isEmpty()) {
            List<int[][]> nothing = heldOut.stream()
                    .map(_ -> new int[representation.alphabets().size()][representation.steps()])
                    .toList();
            TokenAccuracy hold = TokenAccuracy.of(representation, heldOut, nothing);
            report.metric("alwaysHold.accuracy", hold.tokens());
            row("always to hold", hold, hold, hold, OF_NO_NETWORK);
            for (int line = 0; line < hold.ofLines().size(); line++) {
                TokenAccuracy of = hold.ofLines().get(line);
                String name = representation.lines().get(line);
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
        if (!onsets.isEmpty()) {
            report.section("What a bit of divergence buys, and what it costs");
            report.text(
                    "Each point is a network. Onsets: F1 of the onsets that come back of what is held out, free-running. Valid: the share of draws from the prior, at temperature 0.5, that have two onsets at least and are no less likely, under a 5-gram model of the music learned from, than nineteen in twenty of the held-out windows.");
            report.pictures(new CurvePicture(
                    "Reconstruction against draws",
                    "divergence from the prior, held out (bits)",
                    "per cent",
                    Axis.LINEAR,
                    List.of(
                            new Curve("onsets that come back", sorted(onsets)),
                            new Curve("valid draws", sorted(validities)))));
        }
        report.section("Training");
        report.pictures(
                new CurvePicture("Training", "epoch, lessons first", "loss of a bar (nats)", Axis.LINEAR, curves));
        showSamples();
        return report.append(reconstructions);
    }

    private static List<Point> sorted(List<Point> points) {
        return points.stream().sorted(Comparator.comparingDouble(Point::x)).toList();
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
