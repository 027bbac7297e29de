package diabolo.experiment.diffusion;

import diabolo.corpus.Window;
import diabolo.evaluation.tune.SeamCost;
import diabolo.evaluation.tune.Tune;
import diabolo.latent.SectionForm;
import diabolo.model.Autoencoder;
import diabolo.model.DenoiserSpec;
import diabolo.model.Initialization;
import diabolo.model.diffusion.CodeScale;
import diabolo.model.diffusion.SequencePrior;
import diabolo.representation.Frames;
import diabolo.representation.TokenRepresentation;
import diabolo.training.Clipping;
import diabolo.training.Examples;
import diabolo.training.LearningRate;
import diabolo.training.Objective;
import diabolo.training.Schedule;
import diabolo.training.Stage;
import diabolo.training.Trained;
import diabolo.training.Trainer;
import diabolo.training.TrainingMonitor;
import diabolo.training.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Learns which codes of a trained model follow each other in tunes: all runs of eight windows, from every bar of every training piece, in
 * C major or A minor.
 *
 * <pre>{@code
 * Optional<SequencePrior> prior = new PriorTraining(LinesInC.of(corpus, split.training()), network).train(...);
 * }</pre>
 *
 * @param lines to train on
 */
public record PriorTraining(LinesInC lines, Autoencoder network) {

    public static final int WINDOWS = 8;

    private static final int FEWEST_NOTES = 24;
    static final int HEADS = 8;
    private static final int KEYS = 12;
    private static final int BATCH = 128;
    private static final double RATE = 1e-3;
    private static final double LAST_RATE = 1e-5;

    /** From a trained prior: of one's own tunes, and of a collection such as those in 3/4. */
    private static final int FEW_WINDOWS = 2_000;

    private static final int FEW_UPDATES = 600;
    private static final double SLOWER_FOR_FEW = 5;
    private static final double SLOWER = 2;

    /**
     * A run of windows, each so many bars after the one before.
     *
     * @param from its first step, counted from that of the piece's first window
     */
    private record Run(List<Window> windows, int from, boolean ends) {

        boolean begins() {
            return from == 0;
        }
    }

    private TokenRepresentation tokens() {
        return lines.tokens();
    }

    private List<Run> runs(Map<Integer, Integer> tunesOfKey) {
        List<Run> runs = new ArrayList<>();
        for (LinesInC.Line line : lines.lines()) {
            List<Run> found = runsOf(line.byStep());
            if (!found.isEmpty()) {
                tunesOfKey.merge(line.up(), 1, Integer::sum);
            }
            runs.addAll(found);
        }
        return runs;
    }

    private List<Run> runsOf(Map<Integer, Window> line) {
        int first = line.keySet().stream().mapToInt(step -> step).min().orElse(0);
        int last = line.keySet().stream().mapToInt(step -> step).max().orElse(0);
        List<Run> runs = new ArrayList<>();
        for (int step : line.keySet()) {
            List<Window> windows = IntStream.range(0, WINDOWS)
                    .mapToObj(number -> Optional.ofNullable(line.get(step + number * tokens().steps())))
                    .flatMap(Optional::stream)
                    .toList();
            long notes = windows.stream().mapToLong(this::notes).sum();
            if (windows.size() == WINDOWS && notes >= FEWEST_NOTES) {
                runs.add(new Run(windows, step - first, step + (WINDOWS - 1) * tokens().steps() == last));
            }
        }
        return runs;
    }

    private long notes(Window window) {
        return tokens().decode(window.frames()).parts().stream()
                .mapToLong(part -> part.notes().size())
                .sum();
    }

    /**
     * Trains.
     *
     * @param start a prior to start from, for few tunes of one's own
     * @param checkpoint to resume from, and to write
     * @return empty if no piece has so many windows in a row
     */
    public Optional<SequencePrior> train(
            PriorSettings settings, Optional<SequencePrior> start, long seed, TrainingMonitor monitor, Path checkpoint)
            throws IOException {
        Map<Integer, Integer> tunesOfKey = new TreeMap<>();
        List<Run> runs = runs(tunesOfKey);
        if (runs.isEmpty()) {
            return Optional.empty();
        }
        SequencePrior untrained = untrained(settings, start, runs, tunesOfKey);
        boolean isOfFew = distinct(runs).size() < FEW_WINDOWS;
        Schedule schedule = start.isEmpty()
                ? schedule(settings.updates(), RATE)
                : isOfFew
                        ? schedule(Math.min(settings.updates(), FEW_UPDATES), RATE / SLOWER_FOR_FEW)
                        : schedule(settings.updates(), RATE / SLOWER);
        TrainingPlan plan = new TrainingPlan(
                untrained.spec(),
                Initialization.GLOROT,
                List.of(Stage.whole(new Objective.Diffusion(), schedule).named("prior of tunes")),
                seed);
        Trainer trainer = new Trainer(plan);
        try (Trained trained = (start.isPresent() ? trainer.startingFrom(untrained.weights()) : trainer)
                .trainResumably(examples(runs, untrained), monitor, checkpoint)) {
            return Optional.of(
                    untrained.withWeights(trained.denoiser().parameters().toArrays()));
        }
    }

    private static Schedule schedule(int updates, double rate) {
        return Schedule.updates(updates, BATCH, LearningRate.cosine(rate, LAST_RATE))
                .with(Clipping.MUSIC_VAE);
    }

    /** What a prior knows beside its denoiser, and this with the weights that it starts from, if any. */
    private SequencePrior untrained(
            PriorSettings settings, Optional<SequencePrior> start, List<Run> runs, Map<Integer, Integer> tunesOfKey) {
        float[] keys = new float[KEYS];
        tunesOfKey.forEach((key, count) -> keys[key] = count);
        int tuneSteps = WINDOWS * tokens().steps();
        List<Run> apart =
                runs.stream().filter(run -> run.from() % tuneSteps == 0).toList();
        List<Run> ofTunes = apart.isEmpty() ? runs : apart;
        int[][] forms = ofTunes.stream().map(this::form).toArray(int[][]::new);
        List<Frames> windows = distinct(runs).stream().map(Window::frames).toList();
        if (start.isPresent()) {
            SequencePrior known = start.get();
            CodeScale scale =
                    windows.size() < FEW_WINDOWS ? known.scale() : known.scale().fittedTo(network.encode(windows));
            return new SequencePrior(known.spec(), known.weights(), scale, forms, keys, ngrams(ofTunes));
        }
        CodeScale scale = CodeScale.of(network.posteriors(windows));
        DenoiserSpec spec = new DenoiserSpec(
                WINDOWS,
                scale.kept().length,
                SequencePrior.CONDITIONS,
                settings.width(),
                settings.blocks(),
                HEADS,
                settings.dropout());
        return new SequencePrior(spec, List.of(), scale, forms, keys, ngrams(ofTunes));
    }

    private static List<Window> distinct(List<Run> runs) {
        return runs.stream().flatMap(run -> run.windows().stream()).distinct().toList();
    }

    private Examples examples(List<Run> runs, SequencePrior prior) {
        List<Window> windows = distinct(runs);
        float[][] codes = network.encode(windows.stream().map(Window::frames).toList());
        Map<Window, float[]> codeOf = new LinkedHashMap<>();
        for (int i = 0; i < codes.length; i++) {
            codeOf.put(windows.get(i), codes[i]);
        }
        float[][] sequences = runs.stream()
                .map(run -> prior.scale()
                        .sequence(run.windows().stream()
                                .map(window -> codeOf.getOrDefault(window, new float[0]))
                                .toArray(float[][]::new)))
                .toArray(float[][]::new);
        float[][] conditions = runs.stream()
                .map(run -> SequencePrior.told(run.begins(), run.ends()))
                .toArray(float[][]::new);
        return Examples.labelled(conditions, sequences);
    }

    private int[] form(Run run) {
        return SectionForm.of(run.windows().stream().map(Window::frames).toList(), tokens())
                .kinds();
    }

    private float[][] ngrams(Collection<Run> runs) {
        List<Tune> tunes = runs.stream()
                .map(run -> Tune.of(
                        tokens().join(run.windows().stream().map(Window::frames).toList())))
                .toList();
        return SeamCost.counted(tunes);
    }
}
