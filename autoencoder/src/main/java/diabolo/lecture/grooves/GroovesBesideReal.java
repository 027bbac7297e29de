package diabolo.lecture.grooves;

import diabolo.corpus.Window;
import diabolo.experiment.ExperimentCatalog;
import diabolo.experiment.ExperimentSpec;
import diabolo.experiment.Study;
import diabolo.experiment.TrainingData;
import diabolo.experiment.diffusion.GrooveExamples;
import diabolo.experiment.diffusion.GrooveTraining;
import diabolo.latent.Groove;
import diabolo.latent.GrooveSampler;
import diabolo.latent.LatentSpace;
import diabolo.latent.Prior;
import diabolo.latent.SamplingSettings;
import diabolo.model.ModelFolders;
import diabolo.model.NgramIndex;
import diabolo.model.Sampler;
import diabolo.model.diffusion.GroovePrior;
import diabolo.model.diffusion.GroovePrior.Ending;
import diabolo.report.Chapter;
import diabolo.report.Effort;
import diabolo.report.Findings;
import diabolo.report.page.Report;
import diabolo.representation.Frames;
import diabolo.representation.TokenRepresentation;
import diabolo.representation.Tokens;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Trains a prior of the codes of the included model of drums, and holds what it samples beside played drums and other samples. */
record GroovesBesideReal(Study study) implements Chapter {

    private static final String LOW = "drums-2bar-low";
    private static final int SHOWN = 6;
    private static final int LONG = 4; // windows

    @Override
    public void write(Findings findings, Report report) throws IOException {
        ExperimentSpec spec = ExperimentCatalog.find(ModelFolders.DRUMS).withSeed(study.seed());
        try (LatentSpace space = LatentSpace.load(ModelFolders.find(ModelFolders.DRUMS))) {
            TrainingData data =
                    study.music(spec).withLearned(space.trainingExamples().pieces());
            GrooveExamples examples = data.grooves(study.seed());
            GroovePrior prior = prior(findings, spec, space, examples);
            NgramIndex known = known(data, examples);
            beside(findings, report, space, data, prior, known);
            styles(findings, report, space, examples, prior, known);
            endings(findings, report, space, data, examples, prior, known);
            show(report, space, prior);
        }
    }

    /** A new one; in a quick run the included one. */
    private GroovePrior prior(Findings findings, ExperimentSpec spec, LatentSpace space, GrooveExamples examples)
            throws IOException {
        if (study.effort() == Effort.QUICK && space.groovePrior().isPresent()) {
            return space.groovePrior().get();
        }
        findings.progress("Training a prior of grooves on %d windows"
                .formatted(examples.examples().size()));
        GroovePrior trained = new GrooveTraining(examples, space.network())
                .train(
                        spec.prior(),
                        Optional.empty(),
                        study.seed(),
                        study.progress().training("prior"),
                        study.folder().checkpoint("prior"))
                .orElseThrow();
        trained.write(study.folder().path());
        return GroovePrior.in(study.folder().path()).orElseThrow(); // in half precision, as it is included
    }

    /** The n-grams of all learned windows, and of the fills after them. */
    private static NgramIndex known(TrainingData data, GrooveExamples examples) {
        List<Tokens> windows = new ArrayList<>();
        data.corpus().windowsOf(data.pieces().training()).forEach(window -> windows.add((Tokens) window.frames()));
        examples.examples().forEach(example -> windows.add(example.window()));
        return NgramIndex.of(
                drums(data).lines(), windows.stream().map(_ -> "learned").toList(), windows);
    }

    private static TokenRepresentation drums(TrainingData data) {
        return (TokenRepresentation) data.corpus().spec().representation();
    }

    private int count() {
        return study.effort().choose(400, 40);
    }

    private void beside(
            Findings findings, Report report, LatentSpace space, TrainingData data, GroovePrior prior, NgramIndex known)
            throws IOException {
        GrooveTable table = new GrooveTable(report, drums(data), known, "drums of two bars");
        List<List<Frames>> heldOut = runs(data, data.pieces().heldOut(), 1);
        table.add("real", "real, held out", heldOut);
        table.add("learned", "real, learned", runs(data, data.pieces().training(), 1));
        List<Frames> windows = heldOut.stream().map(List::getFirst).toList();
        table.add(
                "codec",
                "real, held out, encoded and decoded",
                each(space.network().decode(space.network().encode(windows), Sampler.LIKELIEST)));
        findings.progress("Sampling %d windows of each kind".formatted(count()));
        table.add("normal", "drums-2bar, N(0, I)", normal(space));
        try (LatentSpace low = LatentSpace.load(ModelFolders.find(LOW))) {
            table.add("low", LOW + ", N(0, I)", normal(low));
        }
        GrooveSampler.Settings usual = GrooveSampler.Settings.DEFAULT;
        Groove any = new Groove(2, Optional.empty(), Ending.GROOVE);
        table.add(
                "oneSample",
                "drums-2bar, learned prior, one sample",
                sampled(
                        space,
                        prior,
                        new GrooveSampler.Settings(usual.steps(), usual.noise(), usual.guidance(), 1),
                        any,
                        count()));
        table.add(
                "grooves",
                "drums-2bar, learned prior, of %d samples one".formatted(usual.candidates()),
                sampled(space, prior, any, count()));
        report.section("Drums of two bars beside played ones");
        report.text(
                "Real drums are all windows of two bars in a row. Known phrases: the share of five onsets in a row that a learned piece has, at the same distances and of the same drums. Copies: windows of whose phrases nine tenths are known.");
        report.table(table.rows());
    }

    private void styles(
            Findings findings,
            Report report,
            LatentSpace space,
            GrooveExamples examples,
            GroovePrior prior,
            NgramIndex known) {
        TokenRepresentation drums = (TokenRepresentation) space.representation();
        GrooveTable table = new GrooveTable(report, drums, known, "style");
        int each = count() / 10;
        for (String style : prior.styles()) {
            findings.progress("Sampling %d windows of %s".formatted(each, style));
            table.add("learned." + style, style + ", played", ofExamples(examples, Optional.of(style), Ending.GROOVE));
            table.add(
                    "grooves." + style,
                    style + ", sampled",
                    sampled(space, prior, new Groove(2, Optional.of(style), Ending.GROOVE), each));
        }
        report.section("Styles");
        report.text("Those that were learned, all windows that begin at a bar, and those that were asked for.");
        report.table(table.rows());
    }

    private void endings(
            Findings findings,
            Report report,
            LatentSpace space,
            TrainingData data,
            GrooveExamples examples,
            GroovePrior prior,
            NgramIndex known) {
        GrooveTable table = new GrooveTable(report, drums(data), known, "drums");
        int each = count() / 8;
        findings.progress("Sampling %d pieces of eight bars, and with fills".formatted(each));
        int bars = LONG * Groove.shortest(space);
        table.add(
                "real.eightBars",
                "eight bars, real, held out",
                runs(data, data.pieces().heldOut(), LONG));
        table.add(
                "grooves.eightBars",
                "eight bars, sampled",
                sampled(space, prior, new Groove(bars, Optional.empty(), Ending.GROOVE), each));
        table.add("learned.fill", "a bar and a fill, learned", ofExamples(examples, Optional.empty(), Ending.FILL));
        table.add(
                "grooves.fill",
                "a bar and a fill, sampled",
                sampled(space, prior, new Groove(2, Optional.empty(), Ending.FILL), each));
        List<List<Frames>> filled = sampled(space, prior, new Groove(bars, Optional.empty(), Ending.FILL), each);
        table.add(
                "grooves.lastFill",
                "the last two of eight bars, with a fill",
                filled.stream().map(windows -> List.of(windows.getLast())).toList());
        report.section("Longer pieces, and fills");
        report.text(
                "A fill has other drums than the bar before it, so that the two are hardly alike. Of the learned ones, each is a played fill after a played bar of its style.");
        report.table(table.rows());
    }

    /** So many windows in a row each, without gaps, from the beginning of each piece on. */
    private static List<List<Frames>> runs(TrainingData data, Set<String> pieces, int length) {
        Map<String, TreeMap<Integer, Window>> byPiece = new LinkedHashMap<>();
        for (Window window : data.corpus().windowsOf(pieces)) {
            byPiece.computeIfAbsent(window.piece(), _ -> new TreeMap<>()).putIfAbsent(window.firstStep(), window);
        }
        int each = drums(data).steps();
        List<List<Frames>> runs = new ArrayList<>();
        byPiece.values().forEach(piece -> {
            for (int first = 0; first <= piece.lastKey(); first += length * each) {
                int from = first;
                List<Frames> run = IntStream.range(0, length)
                        .mapToObj(window -> Optional.ofNullable(piece.get(from + window * each)))
                        .flatMap(Optional::stream)
                        .<Frames>map(Window::frames)
                        .toList();
                if (run.size() == length) {
                    runs.add(run);
                }
            }
        });
        return runs;
    }

    private static List<List<Frames>> ofExamples(GrooveExamples examples, Optional<String> style, Ending ending) {
        return examples.examples().stream()
                .filter(example -> example.ending() == ending
                        && (style.isEmpty() || example.style().equals(style)))
                .map(example -> List.<Frames>of(example.window()))
                .toList();
    }

    private static List<List<Frames>> each(List<Frames> windows) {
        return windows.stream().map(List::of).toList();
    }

    private List<List<Frames>> normal(LatentSpace space) {
        SamplingSettings settings =
                SamplingSettings.of(space.model()).withPrior(new Prior.Normal()).withSeed(study.seed());
        return IntStream.range(0, count())
                .mapToObj(number -> space.generate(settings, number).windows())
                .toList();
    }

    private List<List<Frames>> sampled(LatentSpace space, GroovePrior prior, Groove groove, int count) {
        return sampled(space, prior, GrooveSampler.Settings.DEFAULT, groove, count);
    }

    private List<List<Frames>> sampled(
            LatentSpace space, GroovePrior prior, GrooveSampler.Settings settings, Groove groove, int count) {
        try (GrooveSampler sampler = new GrooveSampler(space, prior, settings)) {
            return IntStream.range(0, count)
                    .mapToObj(number -> space.windows(groove.sample(sampler, study.seed(), number)))
                    .toList();
        }
    }

    private void show(Report report, LatentSpace space, GroovePrior prior) {
        report.section("Drums to hear");
        List<String> styles = prior.styles();
        try (GrooveSampler sampler = new GrooveSampler(space, prior, GrooveSampler.Settings.DEFAULT)) {
            for (int number = 0; number < SHOWN; number++) {
                Optional<String> style =
                        styles.isEmpty() ? Optional.empty() : Optional.of(styles.get(number * styles.size() / SHOWN));
                report.piece(
                        "eight bars of %s with a fill".formatted(style.orElse("any style")),
                        space.render(new Groove(LONG * Groove.shortest(space), style, Ending.FILL)
                                        .sample(sampler, study.seed(), number))
                                .music());
            }
        }
    }
}
