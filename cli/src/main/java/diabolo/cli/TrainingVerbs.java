package diabolo.cli;

import static diabolo.note.Checks.requireBetween;

import diabolo.experiment.FineTuning;
import diabolo.experiment.ModelEvaluation;
import diabolo.experiment.ModelTraining;
import diabolo.experiment.MusicEvaluation;
import diabolo.experiment.PreparedTraining;
import diabolo.experiment.RefusedMusic;
import diabolo.experiment.RunFolder;
import diabolo.experiment.TrainingResult;
import diabolo.model.ModelFolders;
import diabolo.note.Meter;
import diabolo.report.page.Report;
import diabolo.tensor.RandomSource;
import diabolo.training.TrainingEstimate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The verbs that train and evaluate models. */
final class TrainingVerbs {

    private TrainingVerbs() {}

    /** Trains a model on a corpus. */
    @Command(
            name = "train",
            description = "Trains a model, and writes a folder that other verbs load it from.",
            footer = {"%nExample:", "  diabolo train ragtime-deephear --corpus my-rags --out runs/mine --epochs 200"})
    static final class TrainVerb extends Verb {

        private static final int FEW_TO_TUNE = 100;

        @Parameters(paramLabel = "EXPERIMENT", description = "A name from `diabolo experiment list`, or a YAML file.")
        private String experiment = "";

        @Option(names = "--corpus", paramLabel = "C", description = "A corpus file or music, not the experiment's own.")
        private Optional<Path> corpus = Optional.empty();

        @Option(names = "--epochs", paramLabel = "N", description = "Epochs, after any curriculum.")
        private Optional<Integer> epochs = Optional.empty();

        @Option(
                names = "--from",
                paramLabel = "MODEL",
                description =
                        "The model whose weights training starts from, or none for random weights; for a small corpus of your own the shipped model of that name.")
        private Optional<String> from = Optional.empty();

        @Mixin
        private RunOptions options = new RunOptions();

        @Override
        public Integer call() throws IOException {
            RunFolder.Start start = options.start(this);
            epochs.ifPresent(number -> requireBetween("--epochs", number, 0, 1_000_000));
            PreparedTraining prepared = training().prepare();
            RunFolder run = prepared.folder(options.out, start);
            announce(prepared);
            TrainingResult result = options.running(this, "", progress -> {
                progress.folder(run.path());
                return prepared.run(run, progress.training("main"));
            });
            result.verdict().ifPresent(verdict -> messages()
                    .println(verdict.figures() + ": " + verdict.judgement().inWords() + "."));
            results().println(result.model());
            return DONE;
        }

        private ModelTraining training() throws IOException {
            ModelTraining named = ModelTraining.of(experiment);
            ModelTraining onMusic = corpus.isPresent() ? named.on(corpus.get()) : named.onMusicIn(options.data());
            ModelTraining longer = epochs.map(onMusic::withEpochs).orElse(onMusic);
            ModelTraining seeded = options.seed.map(longer::withSeed).orElse(longer);
            if (from.isEmpty()) {
                return seeded;
            }
            return from.get().equals("none") ? seeded.fromRandomWeights() : seeded.from(ModelFolders.find(from.get()));
        }

        private void announce(PreparedTraining prepared) {
            messages().println(prepared.data().inWords() + ".");
            RefusedMusic.of(prepared.data()).sentences().forEach(messages()::println);
            int count = prepared.data().trainingFrames().size();
            Optional<FineTuning> tuned = prepared.start();
            if (tuned.isPresent()) {
                messages()
                        .println(
                                "Training starts from %s, because %,d examples are few; it ends with the weights that are best on the held-out ones. --from none starts from nothing."
                                        .formatted(tuned.get().name(), count));
                messages().println(expectation(count, tuned.get().name()));
            } else if (corpus.isPresent() && count < FineTuning.FEW_EXAMPLES) {
                messages()
                        .println(
                                "Training starts from nothing, and %,d examples are few for that: expect noise. --from MODEL starts from a trained model."
                                        .formatted(count));
            }
            if (count > 0) {
                TrainingEstimate estimate = prepared.estimate();
                messages()
                        .println("At most %,d updates, about %s on this machine."
                                .formatted(estimate.updates(), TrainingProgress.inWords(estimate.duration())));
            }
        }

        /** As tunes of several collections came out: docs/own-music.md. */
        private static String expectation(int count, String model) {
            return count < FEW_TO_TUNE
                    ? "So few change little: expect a model much like %s.".formatted(model)
                    : "Expect it to reconstruct music like yours at least as well as %s does; melodies that it generates are in the keys of yours, and their phrases somewhat nearer to them."
                            .formatted(model);
        }
    }

    /** Measures a model on other data. */
    @Command(
            name = "evaluate",
            description =
                    "Measures how well a model reconstructs data; with --music and --real, how near made music comes to real music.",
            footer = {
                "%nExamples:",
                "  diabolo evaluate --model melody-2bar --corpus my-tunes --out evaluation",
                "  diabolo evaluate --music pieces --real my-tunes --bars 8 --out evaluation",
                "%nWrites report.html and report.json; the metrics are printed, and docs/metrics.md explains them."
            })
    static final class EvaluateVerb extends Verb {

        private static final int MOST_BARS = 4096;
        private static final String METER = "4/4";
        private static final long SEED = 1;
        private static final String DATA = "a model's data (--corpus)";
        private static final String MADE = "made music (--music)";

        @Mixin
        private ModelOption model = new ModelOption();

        @Option(
                names = "--corpus",
                paramLabel = "C",
                split = ",",
                description = "Files or folders of music, or a corpus file; for a model of images their folder.")
        private List<Path> corpus = List.of();

        @Option(
                names = "--music",
                paramLabel = "DIR",
                split = ",",
                description =
                        "Made melodies, drums or piano music, measured beside those of --real; with --model, what it knows of them.")
        private List<Path> music = List.of();

        @Option(
                names = "--real",
                paramLabel = "DIR",
                split = ",",
                description = "Real music of the same kind, best such as no model has learned.")
        private List<Path> real = List.of();

        @Option(
                names = "--learned",
                paramLabel = "DIR",
                split = ",",
                description = "With --music, what its model has learned, to tell copies.")
        private List<Path> learned = List.of();

        @Option(
                names = "--bars",
                paramLabel = "N",
                description =
                        "With --music, the length of the excerpts compared; default: 16 of melodies, 2 of drums, 4 of piano.")
        private Optional<Integer> bars = Optional.empty();

        @Option(names = "--meter", paramLabel = "M", description = "With --music, their meter (" + METER + ").")
        private Optional<String> meter = Optional.empty();

        @Option(names = "--seed", paramLabel = "S", description = "With --corpus, the random seed (" + SEED + ").")
        private Optional<Long> seed = Optional.empty();

        @Option(names = "--out", paramLabel = "DIR", description = "The folder to make (${DEFAULT-VALUE}).")
        private Path out = Path.of("evaluation");

        @Override
        public Integer call() throws IOException {
            RunFolder.requireEmpty(out);
            boolean isUnclear = corpus.isEmpty() == music.isEmpty() || real.isEmpty() != music.isEmpty();
            if (isUnclear || (music.isEmpty() && !learned.isEmpty())) {
                throw new IOException(
                        "Give a model's data with --corpus, or made music with --music, real music with --real and, if you like, --learned.");
            }
            if (music.isEmpty()) {
                refuse(bars.isPresent(), "--bars", MADE, DATA);
                refuse(meter.isPresent(), "--meter", MADE, DATA);
            } else {
                refuse(seed.isPresent(), "--seed", DATA, MADE);
            }
            Report report = music.isEmpty()
                    ? ModelEvaluation.of(model.folder(), corpus, RandomSource.of(seed.orElse(SEED)))
                    : musicEvaluation().of(music, real, learned);
            report.write(out);
            print(report, out);
            return DONE;
        }

        private static void refuse(boolean isGiven, String option, String itsOwn, String given) throws IOException {
            if (isGiven) {
                throw new IOException(
                        "%s is for %s and has no meaning with %s; leave it out.".formatted(option, itsOwn, given));
            }
        }

        private MusicEvaluation musicEvaluation() throws IOException {
            bars.ifPresent(count -> requireBetween("bars", count, 1, MOST_BARS));
            Optional<Path> known = model.isNamed() ? Optional.of(model.folder()) : Optional.empty();
            return new MusicEvaluation(
                    bars.map(OptionalInt::of).orElse(OptionalInt.empty()), Meter.parse(meter.orElse(METER)), known);
        }
    }
}
