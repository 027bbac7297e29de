package diabolo.lecture.ragtime;

import static diabolo.report.page.MetricFormat.ONE_DECIMAL;
import static diabolo.report.page.MetricFormat.SHARE;

import diabolo.evaluation.Originality;
import diabolo.evaluation.SimilarityDistribution;
import diabolo.evaluation.piano.PianoExcerpt;
import diabolo.evaluation.piano.PianoFigures;
import diabolo.evaluation.tune.Tune;
import diabolo.evaluation.tune.TuneNgrams;
import diabolo.experiment.Study;
import diabolo.grid.QuantizedSequence;
import diabolo.grid.RhythmGrid;
import diabolo.latent.LatentSpace;
import diabolo.latent.SamplingSettings;
import diabolo.model.Inpainter;
import diabolo.model.ModelFolders;
import diabolo.note.Key;
import diabolo.ragtime.RagFolder;
import diabolo.ragtime.RagModel;
import diabolo.ragtime.RagPassage;
import diabolo.ragtime.RagTraining;
import diabolo.ragtime.Ragtime;
import diabolo.report.Chapter;
import diabolo.report.Effort;
import diabolo.report.Findings;
import diabolo.report.page.Measure;
import diabolo.report.page.Report;
import diabolo.representation.PianoRoll;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Learns the model, writes it beside the report, and holds what it makes beside written rags and DeepHear's. */
record RagsBesideWritten(Study study) implements Chapter {

    /** The file of the model in the folder of the run. */
    static final String MODEL = "ragtime.safetensors";

    private static final int UPDATES = 1_600;
    private static final int STEPS = 64; // of a passage, as DeepHear's
    private static final int BAR = 8;
    private static final int STRAIN = 16; // bars
    private static final int SHOWN = 4;
    private static final int QUICK_SHOWN = 2;
    private static final int QUICK_RAGS = 4;

    private static final List<Measure<PianoFigures>> FIGURES = List.of(
            new Measure<>("leftHandPulse", "eighths struck by the left hand", SHARE, PianoFigures::leftHandPulse),
            new Measure<>("singleSixteenths", "single sixteenths", SHARE, PianoFigures::singleSixteenths),
            new Measure<>("notesPerFourBars", "notes in 64 sixteenths", ONE_DECIMAL, PianoFigures::notesPerFourBars),
            new Measure<>("topLeap", "leaps of the highest notes", ONE_DECIMAL, PianoFigures::topLeap),
            new Measure<>("inKey", "in the best key", SHARE, PianoFigures::inKey));

    /** A row of the table: passages, and the rags that they are not compared with. */
    private record Rags(String metrics, String words, List<RagPassage> passages) {}

    @Override
    public void write(Findings findings, Report report) throws IOException {
        RagFolder folder = RagFolder.read(study.data().corpus(TwoHands.DATA_SET), _ -> {});
        RagFolder.Split split = folder.split(study.seed());
        report.metric("train.rags", split.training().rags().size())
                .metric("heldOut.rags", split.heldOut().rags().size());
        findings.progress(
                "Learning from %d rags".formatted(split.training().rags().size()));
        RagModel model = study.effort() == Effort.FULL ? trained(split) : RagModel.included();
        try (Inpainter inpainter = model.open()) {
            compare(findings, report, split, model, inpainter);
            show(report, model, inpainter);
        }
    }

    private RagModel trained(RagFolder.Split split) throws IOException {
        RagModel model = new RagTraining(split.training(), split.validation())
                .train(
                        UPDATES,
                        study.seed(),
                        study.progress().training("hands"),
                        study.folder().checkpoint("hands"));
        model.write(study.folder().path().resolve(MODEL));
        return RagModel.read(study.folder().path().resolve(MODEL)); // measured as it is kept, in half precision
    }

    private int count() {
        return study.effort().choose(100, QUICK_RAGS);
    }

    private void compare(Findings findings, Report report, RagFolder.Split split, RagModel model, Inpainter inpainter)
            throws IOException {
        List<RagPassage> learned = split.training().passages(STEPS, STEPS);
        findings.progress("Making %d rags of each kind".formatted(count()));
        int candidates = Ragtime.Settings.DEFAULT.candidates();
        List<Rags> rows = new ArrayList<>(List.of(
                new Rags("heldOut.", "held out, as written", split.heldOut().passages(STEPS, STEPS)),
                new Rags("train.", "learned from, as written", learned),
                new Rags("firstHalf.", "– a half of them", halves(learned, 0)),
                new Rags("secondHalf.", "– the other half", halves(learned, 1)),
                new Rags(
                        "",
                        "the model, of %d candidates one".formatted(candidates),
                        made(model, inpainter, candidates)),
                new Rags("deepHear.", "ragtime-deephear", deepHear())));
        if (study.effort() == Effort.FULL) {
            rows.add(new Rags("oneSample.", "the model, one sample", made(model, inpainter, 1)));
        }
        TuneNgrams phrases = TuneNgrams.of(lines(learned));
        List<RagPassage> everyBar = split.training().passages(STEPS, BAR);
        List<List<String>> table = Report.tableOf("ragtime | "
                + String.join(" | ", FIGURES.stream().map(Measure::words).toList())
                + " | closest learned passage | the closest of all | known phrases");
        for (Rags rags : rows) {
            findings.progress("Measuring " + rags.words());
            table.add(row(report, rags, everyBar, phrases));
        }
        report.section("Made rags beside written ones");
        report.text(
                "Passages of 64 sixteenths, eight bars of 2/4, in C major or A minor. The closest learned passage: the share of what sounds that also sounds there, at the same sixteenth and pitch, over all passages of learned rags that begin at a bar; of learned rags, over the others alone. Known phrases: five notes of the highest line in a row that a learned rag has, at any pitch.");
        report.table(table);
    }

    private static List<RagPassage> halves(List<RagPassage> passages, int which) {
        List<String> rags = passages.stream().map(RagPassage::rag).distinct().toList();
        return passages.stream()
                .filter(passage -> rags.indexOf(passage.rag()) % 2 == which)
                .toList();
    }

    private List<String> row(Report report, Rags rags, List<RagPassage> learned, TuneNgrams phrases) {
        PianoFigures figures = PianoFigures.of(rags.passages().stream()
                .flatMap(passage -> PianoExcerpt.of(passage.music(), STEPS).stream())
                .toList());
        List<String> row = new ArrayList<>(List.of(rags.words()));
        for (Measure<PianoFigures> figure : FIGURES) {
            double value = figure.of(figures);
            report.metric(rags.metrics() + "rags." + figure.name(), value);
            row.add(figure.format().of(value));
        }
        SimilarityDistribution closest = closest(rags.passages(), learned);
        boolean isLearned = rags.passages().stream().anyMatch(passage -> learned.stream()
                .anyMatch(other -> other.rag().equals(passage.rag())));
        double known = isLearned ? Double.NaN : phrases.knownShare(lines(rags.passages()));
        report.metric(rags.metrics() + "rags.similarity", closest.mean())
                .metric(rags.metrics() + "rags.mostSimilar", closest.values().getLast());
        row.add(SHARE.of(closest.mean()));
        row.add(SHARE.of(closest.values().getLast()));
        if (!isLearned) {
            report.metric(rags.metrics() + "rags.knownShare", known);
        }
        row.add(isLearned ? "" : SHARE.of(known));
        return row;
    }

    /** To learned passages of other rags. */
    private static SimilarityDistribution closest(List<RagPassage> passages, List<RagPassage> learned) {
        PianoRoll roll = PianoRoll.DEEPHEAR;
        List<String> rags = passages.stream().map(RagPassage::rag).distinct().toList();
        return new SimilarityDistribution(rags.stream()
                .flatMap(rag -> {
                    Originality others = Originality.against(
                            roll,
                            learned.stream()
                                    .filter(passage -> !passage.rag().equals(rag))
                                    .map(passage -> roll.encode(passage.music())));
                    return others
                            .of(passages.stream()
                                    .filter(passage -> passage.rag().equals(rag))
                                    .map(passage -> roll.encode(passage.music()))
                                    .toList())
                            .values()
                            .stream();
                })
                .toList());
    }

    private static List<Tune> lines(List<RagPassage> passages) {
        return passages.stream()
                .flatMap(passage -> PianoExcerpt.of(passage.music(), STEPS).stream())
                .map(PianoExcerpt::topLine)
                .toList();
    }

    private Ragtime.Settings settings(Optional<Key> key, int candidates, int number) {
        Ragtime.Settings usual = Ragtime.Settings.DEFAULT;
        return new Ragtime.Settings(key, STRAIN, study.seed() + number, usual.temperature(), candidates);
    }

    private List<RagPassage> made(RagModel model, Inpainter inpainter, int candidates) {
        return IntStream.range(0, count())
                .mapToObj(number -> RhythmGrid.SIXTEENTHS.quantize(
                        Ragtime.of(settings(Optional.of(Key.C_MAJOR), candidates, number), model, inpainter)
                                .music()))
                .flatMap(music -> Stream.of(music.slice(0, STEPS), music.slice(STEPS, STEPS)))
                .map(RagsBesideWritten::unnamed)
                .toList();
    }

    private List<RagPassage> deepHear() throws IOException {
        try (LatentSpace space = LatentSpace.load(ModelFolders.find(ModelFolders.DEFAULT))) {
            SamplingSettings settings = SamplingSettings.of(space.model()).withSeed(study.seed());
            return IntStream.range(0, count())
                    .mapToObj(number -> RhythmGrid.SIXTEENTHS
                            .quantize(space.generate(settings, number).music())
                            .slice(0, STEPS))
                    .map(RagsBesideWritten::unnamed)
                    .toList();
        }
    }

    private static RagPassage unnamed(QuantizedSequence music) {
        return new RagPassage("", music);
    }

    private void show(Report report, RagModel model, Inpainter inpainter) {
        report.section("Rags to hear");
        for (int number = 0; number < study.effort().choose(SHOWN, QUICK_SHOWN); number++) {
            Ragtime rag = Ragtime.of(
                    settings(Optional.empty(), Ragtime.Settings.DEFAULT.candidates(), number), model, inpainter);
            report.piece("a strain in " + rag.key().name(), rag.music());
        }
    }
}
