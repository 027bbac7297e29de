package diabolo.lecture.tunes;

import static diabolo.report.page.MetricFormat.ONE_DECIMAL;
import static diabolo.report.page.MetricFormat.SHARE;
import static diabolo.report.page.MetricFormat.TWO_DECIMALS;

import diabolo.corpus.KeyEstimation;
import diabolo.corpus.Window;
import diabolo.evaluation.tune.BarDivision;
import diabolo.evaluation.tune.SeamCost;
import diabolo.evaluation.tune.Tune;
import diabolo.evaluation.tune.TuneFigures;
import diabolo.evaluation.tune.TuneHistograms;
import diabolo.evaluation.tune.TuneNgrams;
import diabolo.experiment.ExperimentCatalog;
import diabolo.experiment.ExperimentSpec;
import diabolo.experiment.Study;
import diabolo.experiment.TrainingData;
import diabolo.latent.LatentSpace;
import diabolo.latent.SamplingSettings;
import diabolo.latent.TuneFilling;
import diabolo.latent.TuneSampler;
import diabolo.latent.WholeTune;
import diabolo.model.ModelFolders;
import diabolo.model.Sampler;
import diabolo.model.diffusion.SequencePrior;
import diabolo.note.Key;
import diabolo.note.Meter;
import diabolo.report.Chapter;
import diabolo.report.Findings;
import diabolo.report.page.Measure;
import diabolo.report.page.Report;
import diabolo.representation.Frames;
import diabolo.representation.Representation;
import diabolo.representation.TokenRepresentation;
import diabolo.tensor.RandomSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Tunes of several makers and real ones, transposed to C major or A minor.
 *
 * @param model the included one of whole tunes
 */
record TunesBesideReal(Study study, String model) implements Chapter {

    private static final int SHOWN = 6;
    private static final String LONG_MODEL = "melody-16bar";
    private static final String OF_THREE = "three.";

    private static final List<Measure<TuneFigures>> FIGURES = List.of(
            new Measure<>("repeatedNotes", "repeated", SHARE, TuneFigures::repeatedNotes),
            new Measure<>("notesPerBar", "notes a bar", TWO_DECIMALS, TuneFigures::notesPerBar),
            new Measure<>("inKey", "in key", SHARE, TuneFigures::inKey),
            new Measure<>("range", "range", ONE_DECIMAL, TuneFigures::range),
            new Measure<>("rhythmAgain", "rhythm again", SHARE, TuneFigures::rhythmAgain),
            new Measure<>("intervalsAgain", "intervals again", SHARE, TuneFigures::intervalsAgain),
            new Measure<>("lastIsTonic", "ends on tonic", SHARE, TuneFigures::lastIsTonic));

    /** Real tunes to measure by. */
    private record Known(TuneHistograms real, TuneNgrams learned, TuneNgrams unseen) {}

    @Override
    public void write(Findings findings, Report report) throws IOException {
        int count = study.effort().choose(200, 40);
        try (LatentSpace space = LatentSpace.load(ModelFolders.find(model))) {
            String name = space.description().name();
            ExperimentSpec spec = ExperimentCatalog.find(name);
            TrainingData data = data(spec, space.trainingExamples().pieces());
            boolean isOfThree = !meter(space).equals(Meter.FOUR_FOUR);
            String before = isOfThree ? OF_THREE : "";
            List<List<Frames>> heldOut = runs(data, data.pieces().heldOut(), space);
            List<Tune> real = tunes(heldOut, space);
            List<List<Frames>> learnedRuns = runs(data, data.pieces().training(), space);
            List<Tune> learned = tunes(learnedRuns, space);
            Known known = new Known(TuneHistograms.of(real), TuneNgrams.of(learned), TuneNgrams.of(real));
            List<List<String>> table = Report.tableOf("tunes | "
                    + String.join(" | ", FIGURES.stream().map(Measure::words).toList())
                    + " | intervals | rhythms | seams | cost | cost by unseen | cost at seams | known"
                    + (isOfThree ? " | lean" : ""));
            table.add(row(report, before + "real.", "real, held out (%d)".formatted(real.size()), real, known));
            table.add(row(report, before + "learned.", "real, learned (%d)".formatted(learned.size()), learned, known));
            table.add(row(
                    report, before + "codec.", "real, held out, encoded and decoded", decoded(heldOut, space), known));
            SequencePrior prior = space.sequencePrior().orElseThrow();
            table.add(row(
                    report,
                    before + "gaussian.",
                    "codes of a normal distribution, one sample",
                    ofGaussian(space, prior, learnedRuns, count),
                    known));
            TuneSampler.Settings usual = TuneSampler.Settings.DEFAULT;
            findings.progress("Sampling %d tunes".formatted(count));
            table.add(row(
                    report,
                    before + "oneSample.",
                    name + ", one sample",
                    sampled(space, prior, usual.unchosen(), count),
                    known));
            findings.progress(
                    "Sampling %d tunes, each the best of %d and refined".formatted(count, usual.candidates()));
            table.add(row(
                    report,
                    before + "tunes.",
                    "%s, best of %d, refined %d times".formatted(name, usual.candidates(), usual.refinements()),
                    sampled(space, prior, usual, count),
                    known));
            if (!isOfThree) {
                findings.progress("Sampling %d pieces of %s".formatted(count, LONG_MODEL));
                table.add(row(report, "melody16.", LONG_MODEL, ofLongModel(count), known));
            }
            report.section("Tunes of 16 bars of %s beside real ones".formatted(meter(space)));
            report.text(
                    "Repeated notes, key, range and so on of each kind, then overlaps with the histograms of the held-out tunes; the cost of a note by five-note phrases of the learned tunes, the same by the held-out tunes, which nobody has learned, and at seams of two bars; and the share of phrases that stand in a learned tune. Tunes are cut where windows of two bars meet, so that a note held over is struck again; "
                            + (isOfThree
                                    ? "and real tunes are in 3/4, 6/8 and meters that fill their bars. The lean is from -1, bars of two dotted quarters, to 1, bars of three quarters."
                                    : "those of %s are not cut, and it has learned some of the pieces that are held out here."
                                            .formatted(LONG_MODEL)));
            report.table(table);
            findings.progress("Writing bars 5 to 8 of %d tunes anew".formatted(Math.min(count, heldOut.size())));
            try (TuneSampler sampler = new TuneSampler(space, prior, TuneSampler.Settings.DEFAULT)) {
                int barSteps = space.representation() instanceof TokenRepresentation tokens ? tokens.stepsPerBar() : 1;
                new RefilledBars(new TuneFilling(sampler), new SeamCost(prior.ngrams()), barSteps, meter(space), before)
                        .addTo(
                                report,
                                heldOut.stream()
                                        .limit(count)
                                        .map(space.representation()::join)
                                        .toList(),
                                RandomSource.of(study.seed()));
            }
            show(report, space, prior);
        }
    }

    /**
     * With what was held out in training.
     *
     * @param learned the pieces that the model remembers; not those whose windows are all in others, as hymns of one melody are
     */
    private TrainingData data(ExperimentSpec spec, Set<String> learned) throws IOException {
        TrainingData data = study.music(spec);
        return Collections.disjoint(data.pieces().heldOut(), learned) ? data : data.withLearned(learned);
    }

    private static List<String> row(Report report, String prefix, String words, List<Tune> tunes, Known known) {
        List<String> row = new ArrayList<>(List.of(words));
        TuneFigures figures = TuneFigures.of(tunes);
        for (Measure<TuneFigures> figure : FIGURES) {
            double value = figure.of(figures);
            report.metric(prefix + figure.name(), value);
            row.add(figure.format().of(value));
        }
        TuneHistograms ours = TuneHistograms.of(tunes);
        Map<String, Double> near = new LinkedHashMap<>();
        near.put("intervalOverlap", ours.intervals().overlap(known.real().intervals()));
        near.put("rhythmOverlap", ours.rhythms().overlap(known.real().rhythms()));
        near.put("seamOverlap", ours.seams().overlap(known.real().seams()));
        near.put("learned.cost", known.learned().cost(tunes));
        near.put("unseen.cost", known.unseen().cost(tunes));
        near.put("learned.seamCost", known.learned().seamCost(tunes));
        near.forEach((name, value) -> {
            report.metric(prefix + name, value);
            row.add(TWO_DECIMALS.of(value));
        });
        double share = known.learned().knownShare(tunes);
        report.metric(prefix + "learned.knownShare", share);
        row.add(SHARE.of(share));
        if (prefix.startsWith(OF_THREE)) {
            double lean =
                    tunes.stream().mapToDouble(BarDivision::lean).average().orElse(0);
            report.metric(prefix + "lean", lean);
            row.add(TWO_DECIMALS.of(lean));
        }
        return row;
    }

    /** Runs of eight windows that follow each other, from the beginning of each piece on, in C major or A minor. */
    private static List<List<Frames>> runs(TrainingData data, Set<String> pieces, LatentSpace space) {
        Map<String, TreeMap<Integer, Window>> byPiece = new LinkedHashMap<>();
        for (Window window : data.corpus().windowsOf(pieces)) {
            byPiece.computeIfAbsent(window.piece(), _ -> new TreeMap<>()).putIfAbsent(window.firstStep(), window);
        }
        int each = space.representation().steps();
        int length = space.sequencePrior().orElseThrow().spec().length();
        List<List<Frames>> runs = new ArrayList<>();
        byPiece.values().forEach(piece -> {
            int semitones = semitonesToC(piece, space.representation());
            for (int first = piece.firstKey();
                    first <= piece.lastKey();
                    first += length * each) { // a pickup is left out
                int from = first;
                List<Frames> run = IntStream.range(0, length)
                        .mapToObj(window -> Optional.ofNullable(piece.get(from + window * each)))
                        .flatMap(Optional::stream)
                        .flatMap(window -> space.representation().transpose(window.frames(), semitones).stream())
                        .toList();
                if (run.size() == length) {
                    runs.add(run);
                }
            }
        });
        return runs;
    }

    private static int semitonesToC(TreeMap<Integer, Window> piece, Representation representation) {
        int first = piece.firstKey();
        List<Frames> frames = piece.values().stream()
                .filter(window -> (window.firstStep() - first) % representation.steps() == 0)
                .map(Window::frames)
                .toList();
        return KeyEstimation.estimate(representation.join(frames).toNoteSequence())
                .map(Key::semitonesToNoSharpsNoFlats)
                .orElse(0);
    }

    private static List<Tune> tunes(List<List<Frames>> runs, LatentSpace space) {
        return runs.stream()
                .map(run -> Tune.of(space.representation().join(run)))
                .toList();
    }

    private static List<Tune> decoded(List<List<Frames>> runs, LatentSpace space) {
        return tunes(
                runs.stream()
                        .map(run -> space.network().decode(space.network().encode(run), Sampler.LIKELIEST))
                        .toList(),
                space);
    }

    private List<Tune> sampled(LatentSpace space, SequencePrior prior, TuneSampler.Settings settings, int count) {
        try (TuneSampler sampler = new TuneSampler(space, prior, settings)) {
            return IntStream.range(0, count)
                    .mapToObj(number -> Tune.of(space.representation()
                            .join(space.render(WholeTune.DEFAULT.sample(sampler, study.seed(), number))
                                    .windows())))
                    .toList();
        }
    }

    /** As cool as those of the prior. */
    private List<Tune> ofGaussian(LatentSpace space, SequencePrior prior, List<List<Frames>> learned, int count) {
        GaussianTunes gaussian = GaussianTunes.of(space, prior, learned);
        double noise = TuneSampler.Settings.DEFAULT.noise();
        RandomSource random = RandomSource.of(study.seed()).derive("gaussian");
        return tunes(
                IntStream.range(0, count)
                        .mapToObj(number -> gaussian.sample(
                                noise, random.derive("tune", number).generator()))
                        .toList(),
                space);
    }

    private static Meter meter(LatentSpace space) {
        return space.representation() instanceof TokenRepresentation tokens ? tokens.meter() : Meter.FOUR_FOUR;
    }

    private List<Tune> ofLongModel(int count) throws IOException {
        try (LatentSpace space = LatentSpace.load(ModelFolders.find(LONG_MODEL))) {
            SamplingSettings settings = SamplingSettings.of(space.model()).withSeed(study.seed());
            return IntStream.range(0, count)
                    .mapToObj(number -> Tune.of(space.representation()
                            .join(space.generate(settings, number).windows())))
                    .toList();
        }
    }

    private void show(Report report, LatentSpace space, SequencePrior prior) {
        report.section("Tunes of %s to hear".formatted(meter(space)));
        report.text("With the likeliest chords by a hidden Markov model, and a pattern that plays them.");
        try (TuneSampler sampler = new TuneSampler(space, prior, TuneSampler.Settings.DEFAULT)) {
            for (int number = 0; number < SHOWN; number++) {
                report.piece(
                        "tune %d of %s".formatted(number + 1, meter(space)),
                        space.render(WholeTune.DEFAULT.sample(sampler, study.seed(), number))
                                .music());
            }
        }
    }
}
