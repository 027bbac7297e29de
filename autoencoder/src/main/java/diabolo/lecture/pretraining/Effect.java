package diabolo.lecture.pretraining;

import diabolo.experiment.Experiment;
import diabolo.experiment.ExperimentSummary;
import diabolo.experiment.LabelledDigits;
import diabolo.experiment.Study;
import diabolo.file.AtomicFile;
import diabolo.note.Plural;
import diabolo.picture.Picture;
import diabolo.report.Chapter;
import diabolo.report.NetworkPicture;
import diabolo.report.page.KeyFigure;
import diabolo.report.page.MetricFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Why pre-training helps (Erhan et al. 2010), at a smaller size: many networks that differ in their seed alone, with and without
 * pre-training, at several depths.
 */
final class Effect implements Experiment {

    /**
     * Sizes of a run.
     *
     * @param seeds of each kind and depth
     */
    record Size(int training, int test, int depths, int seeds, EffectRun.Setting setting) {}

    private static final Size FULL =
            new Size(5_000, 10_000, 4, 20, new EffectRun.Setting(100, 10, 20, 20, 0.1, 500, 2, 20));
    private static final Size QUICK =
            new Size(2_000, 2_000, 3, 3, new EffectRun.Setting(100, 15, 15, 20, 0.1, 200, 2, 3));

    private final Study study;
    private final LabelledDigits digits;
    private final Size size;

    Effect(Study study, LabelledDigits all) {
        this(study, all, study.effort().choose(FULL, QUICK));
    }

    Effect(Study study, LabelledDigits all, Size size) {
        this.study = study;
        this.size = size;
        this.digits = all.first(size.training(), size.test());
    }

    @Override
    public ExperimentSummary summary() {
        return ExperimentSummary.of("pretraining-effect", "What pre-training changes: many seeds with and without")
                .withLine("Erhan et al. 2010: many seeds with and without, and their paths in function space")
                .withIdea(
                        "One network proves little: where training ends depends on where it began.",
                        "So many networks are trained that differ in their random seed alone, half of them pre-trained, at one to four layers.",
                        "Erhan et al. report that pre-trained ones end with fewer errors, in a narrower spread, and in another region of the space of functions, which the others never reach.")
                .withLookFor(
                        "The boxes: how errors grow with depth, from random weights and after pre-training, and how far the seeds of one kind spread.",
                        "The two maps: every point is a network after an epoch, placed by what it answers. Where do the two kinds begin, and after how many epochs are they apart?",
                        "The distances, which do not depend on any map.")
                .withCorrection(
                        "Better accuracy, up to 10 % gain, by pre-training [Hinton 2009]",
                        "No source for that figure was found. On MNIST, Erhan et al. report 1.37 % of errors instead of 1.77 % for two layers, after 50,000 digits.")
                .withCorrection(
                        "Local structure-focused density reduction (tNSE)",
                        "t-SNE, t-distributed stochastic neighbour embedding, reduces dimensions, not density.")
                .withNext("How pre-training is done", "./diabolo experiment run pretraining")
                .withNext("What replaced it", "./diabolo experiment run regularization")
                .withSources(
                        "D. Erhan, Y. Bengio, A. Courville, P.-A. Manzagol, P. Vincent and S. Bengio, Why does unsupervised pre-training help deep learning?, JMLR 11, 2010");
    }

    @Override
    public List<KeyFigure> keyFigures() {
        List<KeyFigure> figures = new ArrayList<>();
        for (String kind : List.of("with", "without")) {
            figures.add(KeyFigure.of(
                            "mean test error %s pre-training".formatted(kind), kind + ".meanError", MetricFormat.SHARE)
                    .againstKnown("90 %, guessing"));
            figures.add(KeyFigure.of(
                    "its standard deviation over seeds, %s".formatted(kind), kind + ".sdError", MetricFormat.SHARE));
        }
        figures.add(reported(2, "with", "1.37 ± 0.09 %"));
        figures.add(reported(2, "without", "1.77 ± 0.10 %"));
        figures.add(KeyFigure.of(
                "distance between the two kinds, in answers", "between.distance", MetricFormat.TWO_DECIMALS));
        figures.add(KeyFigure.of("distance within a kind, in answers", "within.distance", MetricFormat.TWO_DECIMALS));
        return figures;
    }

    /** Of some layers, as Erhan et al. report it: mean and standard deviation over seeds. */
    private static KeyFigure reported(int layers, String kind, String published) {
        return KeyFigure.of(
                        "test error of %d layers %s pre-training".formatted(layers, kind),
                        "layers%d.%s.meanError".formatted(layers, kind),
                        MetricFormat.SHARE)
                .asReported(published)
                .againstKnown("90 %, guessing");
    }

    @Override
    public String quickRemark() {
        return "Quick run: %,d digits instead of %,d, %d seeds instead of %d, one to %d layers of %d units."
                .formatted(
                        size.training(),
                        FULL.training(),
                        size.seeds(),
                        FULL.seeds(),
                        size.depths(),
                        size.setting().hidden());
    }

    @Override
    public List<Picture> diagrams() {
        return List.of(NetworkPicture.of(
                "The network of %d layers".formatted(size.depths()),
                size.setting().spec(digits.training().pixels()[0].length, size.depths())));
    }

    @Override
    public List<Chapter> chapters() {
        return List.of((findings, report) -> {
            List<EffectRun> runs = runs();
            report.opening(
                    "Every network learned from the same %,d digits by plain gradient descent, in %d epochs with batches of %d, and is measured on %,d others; layers have %d sigmoid units and are pre-trained as denoising autoencoders. Erhan et al. took 50,000 digits, larger layers and up to 400 seeds."
                            .formatted(
                                    digits.training().count(),
                                    size.setting().epochs(),
                                    size.setting().batchSize(),
                                    digits.test().count(),
                                    size.setting().hidden()));
            new ErrorDistributions(runs).write(report);
            new FunctionSpace(runs, findings.seed(), size.setting().pathDigits()).write(report);
        });
    }

    /** All networks, on all processors; those of an interrupted run are read. */
    private List<EffectRun> runs() throws IOException {
        Path folder = study.folder().path().resolve("checkpoint");
        AtomicFile.makeFolder(folder);
        record Task(int layers, Beginning beginning, int seed) {}
        List<Task> tasks = new ArrayList<>();
        for (int layers = 1; layers <= size.depths(); layers++) {
            for (int seed = 1; seed <= size.seeds(); seed++) {
                tasks.add(new Task(layers, Beginning.RANDOM, seed));
                tasks.add(new Task(layers, Beginning.DENOISING, seed));
            }
        }
        int before = (int) tasks.stream()
                .filter(task -> Files.exists(EffectRun.file(folder, task.layers(), task.beginning(), task.seed())))
                .count();
        AtomicInteger done = new AtomicInteger();
        Instant start = Instant.now();
        try {
            return tasks.parallelStream()
                    .map(task -> {
                        boolean isNew =
                                !Files.exists(EffectRun.file(folder, task.layers(), task.beginning(), task.seed()));
                        EffectRun run = run(task.layers(), task.beginning(), task.seed(), folder);
                        if (isNew) {
                            report(done.incrementAndGet(), tasks.size() - before, start);
                        }
                        return run;
                    })
                    .toList();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private EffectRun run(int layers, Beginning beginning, int seed, Path folder) {
        try {
            return EffectRun.of(size.setting(), layers, beginning, seed, digits, folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void report(int done, int all, Instant start) {
        if (done % Math.max(1, all / 20) == 0) {
            Duration left = Duration.between(start, Instant.now())
                    .multipliedBy(all - done)
                    .dividedBy(done);
            study.progress()
                    .message("%d of %s trained, about %d s left"
                            .formatted(done, Plural.of(all, "network"), left.toSeconds()));
        }
    }
}
