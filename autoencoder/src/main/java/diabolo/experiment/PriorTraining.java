package diabolo.experiment;

import static diabolo.note.Checks.require;

import diabolo.corpus.Corpus;
import diabolo.corpus.KeyEstimation;
import diabolo.corpus.Window;
import diabolo.evaluation.tune.SeamCost;
import diabolo.evaluation.tune.Tune;
import diabolo.model.Autoencoder;
import diabolo.model.DenoiserSpec;
import diabolo.model.Initialization;
import diabolo.model.PosteriorArrays;
import diabolo.model.diffusion.SequencePrior;
import diabolo.nn.OptimizerSpec;
import diabolo.note.Key;
import diabolo.representation.Frames;
import diabolo.representation.TokenRepresentation;
import diabolo.representation.Tokens;
import diabolo.training.Clipping;
import diabolo.training.Examples;
import diabolo.training.HeldOut;
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
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Learns which codes of a trained model follow each other in tunes: all runs of eight windows, from every bar of every training piece, in
 * C major or A minor.
 *
 * <pre>{@code
 * SequencePrior prior = new PriorTraining(corpus, split.training(), split.heldOut(), network).train(...);
 * }</pre>
 *
 * @param learned names of the pieces to train on
 * @param heldOut of those that decide which weights are kept; may be empty
 */
record PriorTraining(Corpus corpus, Set<String> learned, Set<String> heldOut, Autoencoder network) {

    static final int WINDOWS = 8;

    /** An encoder's deviation above which a dimension says next to nothing. */
    private static final double SURE = 0.8;

    private static final double LEAST_DEVIATION = 0.05;

    /** Of the tokens of a window: windows that differ in fewer steps are alike. */
    private static final double ALIKE = 0.1;

    private static final int FEWEST_NOTES = 24;

    /**
     * A training.
     *
     * @param updates of 128 runs
     */
    record Settings(int updates, int width, int blocks, double dropout, int patience) {

        static final Settings DEFAULT = new Settings(4_000, 112, 4, 0.1, 1_000_000);
    }

    /** A run of windows, each so many bars after the one before. */
    private record Run(List<Window> windows, boolean begins, boolean ends) {}

    /** Windows of a line of a piece, by their first step. */
    private record LineOfWindows(String piece, Map<Integer, Window> byStep) {}

    private TokenRepresentation tokens() {
        if (corpus.spec().representation() instanceof TokenRepresentation tokens) {
            return tokens;
        }
        throw new IllegalArgumentException("a prior of tunes is of models of tokens");
    }

    /** The runs of the pieces in C major or A minor. */
    private List<Run> runs(Set<String> pieces, Map<Integer, Integer> keys) {
        List<Run> runs = new ArrayList<>();
        for (LineOfWindows line : lines(pieces)) {
            List<Window> even = line.byStep().values().stream()
                    .filter(window -> window.firstStep() % tokens().steps() == 0)
                    .toList();
            Optional<Integer> semitones = even.isEmpty() ? Optional.empty() : semitonesToC(even);
            if (semitones.isEmpty()) {
                continue;
            }
            Map<Integer, Window> inC = new LinkedHashMap<>();
            line.byStep().forEach((step, window) -> tokens()
                    .transpose(window.frames(), semitones.get())
                    .ifPresent(frames ->
                            inC.put(step, Window.of(window.piece(), step, tokens(), frames))));
            List<Run> found = runs(inC);
            if (!found.isEmpty()) {
                keys.merge(Math.floorMod(-semitones.get(), 12), 1, Integer::sum);
            }
            runs.addAll(found);
        }
        return runs;
    }

    /** None where there is no key, or a tritone lies between it and C. */
    private Optional<Integer> semitonesToC(List<Window> windows) {
        return KeyEstimation.estimate(tokens()
                        .join(windows.stream().map(Window::frames).toList())
                        .toNoteSequence())
                .map(Key::semitonesToNoSharpsNoFlats)
                .filter(semitones -> semitones != -6);
    }

    private List<LineOfWindows> lines(Set<String> pieces) {
        List<LineOfWindows> lines = new ArrayList<>();
        String piece = "";
        int last = 0;
        for (Window window : corpus.windowsOf(pieces)) {
            if (lines.isEmpty() || !window.piece().equals(piece) || window.firstStep() < last) {
                lines.add(new LineOfWindows(window.piece(), new LinkedHashMap<>()));
            }
            lines.getLast().byStep().put(window.firstStep(), window);
            piece = window.piece();
            last = window.firstStep();
        }
        return lines;
    }

    private List<Run> runs(Map<Integer, Window> line) {
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
                runs.add(new Run(windows, step == first, step + (WINDOWS - 1) * tokens().steps() == last));
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
     * @param checkpoint to resume from, and to write
     */
    SequencePrior train(Settings settings, long seed, TrainingMonitor monitor, Path checkpoint) throws IOException {
        Map<Integer, Integer> keys = new LinkedHashMap<>();
        List<Run> training = runs(learned, keys);
        List<Run> others = runs(heldOut, new LinkedHashMap<>());
        require(!training.isEmpty(), "no piece has a run of %d windows to learn a prior from".formatted(WINDOWS));
        List<Frames> distinct = training.stream()
                .flatMap(run -> run.windows().stream())
                .distinct()
                .map(Window::frames)
                .toList();
        PosteriorArrays posteriors = network.posteriors(distinct);
        int[] kept = sure(posteriors);
        float[] means = new float[posteriors.means()[0].length];
        float[] all = deviations(posteriors.means(), means);
        float[] deviations = new float[kept.length];
        for (int i = 0; i < kept.length; i++) {
            deviations[i] = (float) Math.max(LEAST_DEVIATION, all[kept[i]]);
        }
        DenoiserSpec spec = new DenoiserSpec(
                WINDOWS,
                kept.length,
                SequencePrior.CONDITIONS,
                settings.width(),
                settings.blocks(),
                8,
                settings.dropout());
        float[] shares = new float[12];
        keys.forEach((key, count) -> shares[key] = count);
        List<Run> apart = training.stream()
                .filter(run -> run.windows().getFirst().firstStep() % (WINDOWS * tokens().steps()) == 0)
                .toList();
        int[][] forms = apart.stream().map(this::form).toArray(int[][]::new);
        SequencePrior untrained =
                new SequencePrior(spec, List.of(), kept, means, deviations, forms, shares, ngrams(apart));
        TrainingPlan plan = new TrainingPlan(
                spec,
                Initialization.GLOROT,
                List.of(Stage.whole(
                        new Objective.Diffusion(),
                        Schedule.updates(settings.updates(), 128, LearningRate.cosine(1e-3, 1e-5))
                                .with(OptimizerSpec.ADAM)
                                .with(Clipping.MUSIC_VAE))),
                seed);
        Trainer trainer = new Trainer(plan);
        if (!others.isEmpty()) {
            trainer = trainer.validatedOn(new HeldOut(examples(others, untrained), settings.patience()));
        }
        try (Trained trained =
                trainer.trainResumably(examples(training, untrained), monitor, checkpoint)) {
            return new SequencePrior(
                    spec,
                    trained.denoiser().parameters().toArrays(),
                    kept,
                    means,
                    deviations,
                    forms,
                    shares,
                    untrained.ngrams());
        }
    }

    private Examples examples(List<Run> runs, SequencePrior prior) {
        List<Window> windows = runs.stream()
                .flatMap(run -> run.windows().stream())
                .distinct()
                .toList();
        float[][] codes = network.encode(windows.stream().map(Window::frames).toList());
        Map<Window, float[]> codeOf = new LinkedHashMap<>();
        for (int i = 0; i < codes.length; i++) {
            codeOf.put(windows.get(i), codes[i]);
        }
        float[][] sequences = runs.stream()
                .map(run -> prior.sequence(
                        run.windows().stream().map(window -> codeOf.getOrDefault(window, new float[0])).toArray(float[][]::new)))
                .toArray(float[][]::new);
        float[][] conditions =
                runs.stream().map(run -> SequencePrior.told(run.begins(), run.ends())).toArray(float[][]::new);
        return Examples.labelled(conditions, sequences);
    }

    private static int[] sure(PosteriorArrays posteriors) {
        double[] deviations = posteriors.meanDeviations();
        int[] sure = IntStream.range(0, deviations.length)
                .filter(dimension -> deviations[dimension] < SURE)
                .toArray();
        return sure.length > 0 ? sure : IntStream.range(0, deviations.length).toArray();
    }

    /** The standard deviations of the dimensions of codes; their means are filled in. */
    private static float[] deviations(float[][] codes, float[] means) {
        float[] deviations = new float[means.length];
        for (int dimension = 0; dimension < means.length; dimension++) {
            double sum = 0;
            double squares = 0;
            for (float[] code : codes) {
                sum += code[dimension];
                squares += (double) code[dimension] * code[dimension];
            }
            double mean = sum / codes.length;
            means[dimension] = (float) mean;
            deviations[dimension] = (float) Math.sqrt(Math.max(0, squares / codes.length - mean * mean));
        }
        return deviations;
    }

    private int[] form(Run run) {
        int[] kinds = new int[WINDOWS];
        int next = 0;
        for (int place = 0; place < WINDOWS; place++) {
            kinds[place] = -1;
            for (int before = 0; before < place && kinds[place] < 0; before++) {
                kinds[place] = areAlike(run.windows().get(before), run.windows().get(place)) ? kinds[before] : -1;
            }
            if (kinds[place] < 0) {
                kinds[place] = next++;
            }
        }
        return kinds;
    }

    private boolean areAlike(Window one, Window other) {
        int[][] some = lines(one.frames());
        int[][] others = lines(other.frames());
        int differing = 0;
        int steps = 0;
        for (int line = 0; line < some.length; line++) {
            for (int step = 0; step < some[line].length; step++) {
                differing += some[line][step] == others[line][step] ? 0 : 1;
                steps++;
            }
        }
        return differing <= ALIKE * steps;
    }

    private static int[][] lines(Frames frames) {
        return frames instanceof Tokens tokens ? tokens.lines() : new int[0][];
    }

    private float[][] ngrams(Collection<Run> runs) {
        List<Tune> tunes = runs.stream()
                .map(run -> Tune.of(tokens().join(run.windows().stream().map(Window::frames).toList())))
                .toList();
        return SeamCost.counted(tunes);
    }
}
