package diabolo.experiment.diffusion;

import diabolo.evaluation.drums.DrumPattern;
import diabolo.evaluation.drums.GrooveProfile;
import diabolo.model.Autoencoder;
import diabolo.model.DenoiserSpec;
import diabolo.model.Initialization;
import diabolo.model.PosteriorArrays;
import diabolo.model.diffusion.CodeScale;
import diabolo.model.diffusion.GroovePrior;
import diabolo.note.Meter;
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
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;

/**
 * Learns which codes of a trained model of drums are grooves of a style, and which end in a fill.
 *
 * <pre>{@code
 * Optional<GroovePrior> prior = new GrooveTraining(examples, network).train(settings, 1, TrainingMonitor.SILENT, checkpoint);
 * }</pre>
 */
public record GrooveTraining(GrooveExamples examples, Autoencoder network) {

    private static final int AT_ONCE = 1_024;
    private static final int CODES_OF_A_WINDOW = 4;
    private static final int BATCH = 256;
    private static final double RATE = 1e-3;
    private static final double LAST_RATE = 1e-5;
    private static final int FEW_UPDATES = 600; // from a trained one
    private static final double SLOWER = 5;
    private static final int MOST_PROFILES = 2_048;

    /**
     * Trains.
     *
     * @param start a prior to start from, for few grooves of one's own; it keeps its styles
     * @param checkpoint to resume from, and to write
     * @return empty if there are no windows
     */
    public Optional<GroovePrior> train(
            PriorSettings settings, Optional<GroovePrior> start, long seed, TrainingMonitor monitor, Path checkpoint)
            throws IOException {
        List<GrooveExamples.Example> windows = examples.examples();
        if (windows.isEmpty()) {
            return Optional.empty();
        }
        PosteriorArrays posteriors = PosteriorArrays.joined(windows.stream()
                .gather(Gatherers.windowFixed(AT_ONCE))
                .map(some -> network.posteriors(
                        some.stream().map(GrooveExamples.Example::window).toList()))
                .toList());
        GroovePrior untrained = start.map(this::ofOwn).orElseGet(() -> untrained(settings, CodeScale.of(posteriors)));
        Schedule schedule = start.isPresent()
                ? schedule(Math.min(settings.updates(), FEW_UPDATES), RATE / SLOWER)
                : schedule(settings.updates(), RATE);
        TrainingPlan plan = new TrainingPlan(
                untrained.spec(),
                Initialization.GLOROT,
                List.of(Stage.whole(
                                new Objective.Diffusion(GroovePrior.numbersOfACondition(untrained.styles())), schedule)
                        .named("prior of grooves")),
                seed);
        Trainer trainer = new Trainer(plan);
        try (Trained trained = (start.isPresent() ? trainer.startingFrom(untrained.weights()) : trainer)
                .trainResumably(
                        examples(posteriors, untrained, RandomSource.of(seed).derive("grooves")),
                        monitor,
                        checkpoint)) {
            return Optional.of(
                    untrained.withWeights(trained.denoiser().parameters().toArrays()));
        }
    }

    /** A trained one, with profiles of these examples. */
    private GroovePrior ofOwn(GroovePrior trained) {
        return new GroovePrior(
                trained.spec(), trained.weights(), trained.scale(), trained.styles(), profiles(trained.styles()));
    }

    private GroovePrior untrained(PriorSettings settings, CodeScale scale) {
        DenoiserSpec spec = new DenoiserSpec(
                1,
                scale.kept().length,
                GroovePrior.conditions(examples.styles()),
                settings.width(),
                settings.blocks(),
                PriorTraining.HEADS,
                settings.dropout());
        return new GroovePrior(spec, List.of(), scale, examples.styles(), profiles(examples.styles()));
    }

    /** Of windows from all over the examples; none where they are not in 4/4. */
    private float[][] profiles(List<String> styles) {
        List<GrooveExamples.Example> all = examples.examples();
        if (!examples.drums().meter().equals(Meter.FOUR_FOUR)) {
            return new float[0][];
        }
        int count = Math.min(all.size(), MOST_PROFILES);
        return IntStream.range(0, count)
                .mapToObj(i -> all.get((int) ((long) i * all.size() / count)))
                .map(example -> profile(example, styles))
                .toArray(float[][]::new);
    }

    private float[] profile(GrooveExamples.Example example, List<String> styles) {
        GrooveProfile profile = GrooveProfile.of(DrumPattern.of(examples.drums().decode(example.window())));
        return new float[] {
            example.style().map(styles::indexOf).orElse(-1),
            example.ending().number(),
            (float) profile.backbeat(),
            (float) profile.kickOnDownbeat(),
            (float) profile.barLikeness()
        };
    }

    private static Schedule schedule(int updates, double rate) {
        return Schedule.updates(updates, BATCH, LearningRate.cosine(rate, LAST_RATE))
                .with(Clipping.MUSIC_VAE);
    }

    /** Of each window its code and others that the encoder thinks as likely, so that the prior does not learn single codes by heart. */
    private Examples examples(PosteriorArrays posteriors, GroovePrior prior, RandomSource random) {
        List<float[]> codes = new ArrayList<>();
        List<float[]> conditions = new ArrayList<>();
        for (int window = 0; window < posteriors.means().length; window++) {
            GrooveExamples.Example example = examples.examples().get(window);
            float[] told = prior.conditions(example.style().filter(prior.styles()::contains), example.ending());
            RandomGenerator generator = random.derive("window", window).generator();
            for (int number = 0; number < CODES_OF_A_WINDOW; number++) {
                float[] code = posteriors.means()[window].clone();
                for (int i = 0; i < code.length && number > 0; i++) {
                    code[i] += (float) (posteriors.deviations()[window][i] * generator.nextGaussian());
                }
                codes.add(prior.scale().sequence(code));
                conditions.add(told);
            }
        }
        return Examples.labelled(conditions.toArray(float[][]::new), codes.toArray(float[][]::new));
    }
}
