package diabolo.experiment.diffusion;

import diabolo.corpus.Window;
import diabolo.descriptor.Descriptor;
import diabolo.model.Autoencoder;
import diabolo.model.DenoiserSpec;
import diabolo.model.Initialization;
import diabolo.model.PosteriorArrays;
import diabolo.model.Sampler;
import diabolo.model.diffusion.CodeScale;
import diabolo.model.diffusion.Faders;
import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;

/**
 * Learns which codes of a trained model are decoded to music of asked density, range and so on. The values need no labels: codes of
 * the training windows, and others that the encoder thinks as likely, are decoded and measured.
 *
 * <pre>{@code
 * Faders faders = new FaderTraining(LinesInC.of(corpus, split.training()), network).train(...);
 * }</pre>
 */
public record FaderTraining(LinesInC lines, Autoencoder network) {

    /** What is asked for. */
    static final List<Descriptor> DESCRIPTORS = List.of(
            Descriptor.NOTE_DENSITY,
            Descriptor.RANGE,
            Descriptor.CONTOUR,
            Descriptor.AVERAGE_INTERVAL,
            Descriptor.SYNCOPATION);

    private static final int CODES_OF_A_WINDOW = 4;
    private static final int AT_ONCE = 1_024;
    private static final int KEYS = 12;
    private static final int BATCH = 256;
    private static final double RATE = 1e-3;
    private static final double LAST_RATE = 1e-5;
    private static final int FEW_UPDATES = 1_500; // from trained ones
    private static final double SLOWER = 5;
    private static final int FEWEST_NOTES = 3; // of fewer there is no contour
    private static final double TAIL = 0.005;

    /** Codes as the denoiser has them, and what they are decoded to: [codes][numbers] and [codes][descriptors]. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Measured(float[][] codes, double[][] values) {}

    /**
     * Trains.
     *
     * @param known the scale that is to be used, such as that of the same model's prior of tunes
     * @param start faders to start from, for few tunes of one's own
     * @param checkpoint to resume from, and to write
     * @return empty if there are no windows, or if a descriptor never varies
     */
    public Optional<Faders> train(
            FaderSettings settings,
            Optional<CodeScale> known,
            Optional<Faders> start,
            long seed,
            TrainingMonitor monitor,
            Path checkpoint)
            throws IOException {
        List<Window> windows = lines.lines().stream()
                .flatMap(line -> line.byStep().values().stream())
                .distinct()
                .toList();
        if (windows.isEmpty()) {
            return Optional.empty();
        }
        PosteriorArrays posteriors = PosteriorArrays.joined(windows.stream()
                .gather(Gatherers.windowFixed(AT_ONCE))
                .map(some ->
                        network.posteriors(some.stream().map(Window::frames).toList()))
                .toList());
        CodeScale scale = start.map(Faders::scale).or(() -> known).orElseGet(() -> CodeScale.of(posteriors));
        Measured measured = measured(posteriors, scale, RandomSource.of(seed).derive("faders"));
        List<Faders.Fader> ranges = IntStream.range(0, DESCRIPTORS.size())
                .mapToObj(i -> fader(
                        DESCRIPTORS.get(i),
                        Arrays.stream(measured.values())
                                .mapToDouble(value -> value[i])
                                .sorted()
                                .toArray()))
                .flatMap(Optional::stream)
                .toList();
        if (ranges.size() < DESCRIPTORS.size()) {
            return Optional.empty();
        }
        Faders untrained = start.orElseGet(() -> {
            DenoiserSpec spec = new DenoiserSpec(
                    1,
                    scale.kept().length,
                    ranges.size() * Faders.NUMBERS_OF_A_CONDITION,
                    settings.width(),
                    settings.blocks(),
                    1,
                    0);
            return new Faders(spec, List.of(), scale, ranges, keys());
        });
        return Optional.of(untrained.withWeights(
                weights(untrained, measured, settings.updates(), start.isPresent(), seed, monitor, checkpoint)));
    }

    private static List<NamedArray> weights(
            Faders untrained,
            Measured measured,
            int updates,
            boolean isTuned,
            long seed,
            TrainingMonitor monitor,
            Path checkpoint)
            throws IOException {
        Schedule schedule = Schedule.updates(
                        isTuned ? Math.min(updates, FEW_UPDATES) : updates,
                        BATCH,
                        LearningRate.cosine(isTuned ? RATE / SLOWER : RATE, LAST_RATE))
                .with(Clipping.MUSIC_VAE);
        TrainingPlan plan = new TrainingPlan(
                untrained.spec(),
                Initialization.GLOROT,
                List.of(Stage.whole(new Objective.Diffusion(Faders.NUMBERS_OF_A_CONDITION), schedule)
                        .named("faders")),
                seed);
        float[][] conditions = Arrays.stream(measured.values())
                .map(values -> untrained.conditions(Faders.named(DESCRIPTORS, values)))
                .toArray(float[][]::new);
        Trainer trainer = new Trainer(plan);
        try (Trained trained = (isTuned ? trainer.startingFrom(untrained.weights()) : trainer)
                .trainResumably(Examples.labelled(conditions, measured.codes()), monitor, checkpoint)) {
            return trained.denoiser().parameters().toArrays();
        }
    }

    private Measured measured(PosteriorArrays posteriors, CodeScale scale, RandomSource random) {
        List<float[]> codes = new ArrayList<>();
        for (int window = 0; window < posteriors.means().length; window++) {
            RandomGenerator generator = random.derive("window", window).generator();
            for (int number = 0; number < CODES_OF_A_WINDOW; number++) {
                float[] code = posteriors.means()[window].clone();
                for (int i = 0; i < code.length && number > 0; i++) {
                    code[i] += (float) (posteriors.deviations()[window][i] * generator.nextGaussian());
                }
                codes.add(scale.sequence(code));
            }
        }
        double[][] values = codes.stream()
                .gather(Gatherers.windowFixed(AT_ONCE))
                .flatMap(some -> network
                        .decode(
                                some.stream().map(code -> scale.codes(code)[0]).toArray(float[][]::new),
                                Sampler.LIKELIEST)
                        .stream())
                .map(lines.tokens()::decode)
                .map(music -> DESCRIPTORS.stream()
                        .mapToDouble(descriptor -> descriptor.of(music))
                        .toArray())
                .toArray(double[][]::new);
        int[] heard = IntStream.range(0, values.length)
                .filter(i -> values[i][0] * lines.tokens().steps() >= FEWEST_NOTES) // the first is density
                .toArray();
        return new Measured(
                Arrays.stream(heard).mapToObj(codes::get).toArray(float[][]::new),
                Arrays.stream(heard).mapToObj(i -> values[i]).toArray(double[][]::new));
    }

    private static Optional<Faders.Fader> fader(Descriptor descriptor, double[] sorted) {
        double mean = Arrays.stream(sorted).average().orElse(0);
        double variance = Arrays.stream(sorted)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0);
        double lowest = sorted[(int) (TAIL * (sorted.length - 1))];
        double highest = sorted[(int) Math.ceil((1 - TAIL) * (sorted.length - 1))];
        return variance > 0 && highest > lowest
                ? Optional.of(new Faders.Fader(descriptor, mean, Math.sqrt(variance), lowest, highest))
                : Optional.empty();
    }

    private float[] keys() {
        float[] keys = new float[KEYS];
        lines.lines().forEach(line -> keys[line.up()] += line.byStep().size());
        return keys;
    }
}
