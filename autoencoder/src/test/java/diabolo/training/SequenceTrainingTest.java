package diabolo.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import diabolo.model.Bottleneck;
import diabolo.model.Initialization;
import diabolo.model.NetworkSpec;
import diabolo.model.RecurrentAutoencoder;
import diabolo.model.RecurrentSpec;
import diabolo.model.Sampler;
import diabolo.nn.Loss;
import diabolo.nn.LstmSize;
import diabolo.representation.Tokens;
import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SequenceTrainingTest {

    private static final TokenTransposition UP_OR_DOWN = new TokenTransposition(2, List.of(9), List.of(0));
    private static final Regularizer PULL = new Regularizer.KullbackLeibler(0.2, 0.99, 4);
    private static final LstmSize SMALL = new LstmSize(16, 1);

    @TempDir
    private Path folder;

    static List<TrainingPlan> plans() {
        RecurrentSpec flat =
                new RecurrentSpec(List.of(9), 8, SMALL, 6, Bottleneck.GAUSSIAN, new RecurrentSpec.Flat(SMALL));
        RecurrentSpec bars = flat.withEncoderSegments(List.of(4)).with(new RecurrentSpec.Hierarchical(4, SMALL, SMALL));
        RecurrentSpec sets =
                new RecurrentSpec(List.of(16), 8, SMALL, 6, Bottleneck.GAUSSIAN, new RecurrentSpec.Flat(SMALL));
        Objective taught = objective(PULL, ScheduledSampling.NEVER);
        Objective sampling = objective(PULL, new ScheduledSampling(2));
        Stage lesson = new Stage("lesson", Scope.WHOLE, sampling, schedule(2, 3, 1e-2), new Excerpts(4, 1, UP_OR_DOWN));
        return List.of(
                plan(flat, whole(taught, schedule(4, 4, 1e-2))),
                plan(
                        flat.with(Bottleneck.PLAIN),
                        lesson,
                        whole(taught, schedule(4, 4, 1e-2)).with(Excerpts.WHOLE.with(UP_OR_DOWN))),
                plan(flat.with(new Bottleneck.KSparse(2)), whole(taught, schedule(4, 4, 1e-2))),
                plan(sets.with(new RecurrentSpec.Nade(5)), whole(sampling, schedule(4, 4, 1e-2))),
                plan(bars, lesson, whole(sampling, schedule(4, 4, 1e-2)).with(Excerpts.WHOLE.with(UP_OR_DOWN))));
    }

    private static Objective objective(Regularizer regularizer, ScheduledSampling sampling) {
        return new Objective.LowerBound(Loss.CROSS_ENTROPY, List.of(regularizer), 0, sampling);
    }

    private static Schedule schedule(int epochs, int batchSize, double rate) {
        return Schedule.epochs(epochs, batchSize, LearningRate.constant(rate)).with(Clipping.MUSIC_VAE);
    }

    private static Stage whole(Objective objective, Schedule schedule) {
        return Stage.whole(objective, schedule);
    }

    private static Regularizer pull(double beta) {
        return new Regularizer.KullbackLeibler(beta, 0, 0);
    }

    private static TrainingPlan plan(NetworkSpec spec, Stage... stages) {
        return new TrainingPlan(spec, Initialization.GLOROT, List.of(stages), 3);
    }

    static List<Tokens> windows() {
        RandomGenerator random = RandomSource.of(8).generator();
        List<Tokens> windows = new ArrayList<>();
        for (int window = 0; window < 10; window++) {
            int[][] tokens = new int[1][8];
            for (int step = 0; step < 8; step += 2) {
                tokens[0][step] = random.nextInt(2, 9);
            }
            windows.add(new Tokens(tokens));
        }
        return windows;
    }

    @ParameterizedTest
    @MethodSource("plans")
    void aTrainingKilledAfterAnyEpochAndResumedEndsWithTheSameWeights(TrainingPlan plan) throws IOException {
        List<NamedArray> uninterrupted = weights(plan);

        int epochs = plan.stages().stream()
                .mapToInt(stage -> stage.schedule().epochs(windows().size()))
                .sum();
        for (int kill = 1; kill < epochs; kill++) {
            Path checkpoint = folder.resolve(plan.hashCode() + "-" + kill + ".safetensors");
            int[] left = {kill};
            Trainer training = new Trainer(plan).checkpointingEveryEpoch();
            assertThatThrownBy(() -> training.trainResumably(
                            Examples.of(windows()),
                            _ -> {
                                if (left[0]-- == 0) {
                                    throw new IllegalStateException("power cut");
                                }
                            },
                            checkpoint))
                    .hasMessage("power cut");
            try (Trained resumed =
                    training.trainResumably(Examples.of(windows()), TrainingMonitor.SILENT, checkpoint)) {
                assertThat(resumed.network().parameters().toArrays()).isEqualTo(uninterrupted);
                assertThat(resumed.curve()).hasSize(epochs);
            }
        }
    }

    @Test
    void anotherSeedGivesOtherWeights() {
        TrainingPlan plan = plans().getFirst();
        TrainingPlan other = new TrainingPlan(plan.model(), plan.initialization(), plan.stages(), 4);

        assertThat(weights(plan)).isEqualTo(weights(plan)).isNotEqualTo(weights(other));
    }

    @Test
    void aFewWindowsAreMemorized() {
        TrainingPlan plan = plan(
                plans().getFirst().model(),
                whole(objective(pull(0), ScheduledSampling.NEVER), schedule(300, 10, 2e-2)));

        try (Trained trained = new Trainer(plan).train(Examples.of(windows()), TrainingMonitor.SILENT)) {
            RecurrentAutoencoder network = trained.recurrent();
            List<Tokens> windows = windows();

            assertThat(network.generate(network.encode(windows), Sampler.LIKELIEST))
                    .isEqualTo(windows);
        }
    }

    @Test
    void aLargeBetaCollapsesThePosterior() {
        TrainingPlan plan = plan(
                plans().getFirst().model(),
                whole(objective(pull(20), ScheduledSampling.NEVER), schedule(150, 10, 1e-2)));

        try (Trained trained = new Trainer(plan).train(Examples.of(windows()), TrainingMonitor.SILENT)) {
            assertThat(trained.network().posteriors(windows()).divergenceBits()).isLessThan(0.3);
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void nativeMemoryStaysFlatWhileTrainingAndSampling(TrainingPlan plan) {
        List<Tokens> windows = windows();
        float[][] codes = new float[10][6];
        try (Trained trained = new Trainer(plan).train(Examples.of(windows), TrainingMonitor.SILENT)) {
            sample(trained.recurrent(), codes, 5);
            long before = org.bytedeco.javacpp.Pointer.totalCount();

            weights(plan);
            sample(trained.recurrent(), codes, 100);

            assertThat(org.bytedeco.javacpp.Pointer.totalCount() - before)
                    .as("native objects that nobody freed")
                    .isLessThan(50);
        }
    }

    private static void sample(RecurrentAutoencoder network, float[][] codes, int times) {
        for (int i = 0; i < times; i++) {
            network.generate(codes, new Sampler.Temperature(1, RandomSource.of(i)));
        }
    }

    @Test
    void transposingMovesPitchesTogetherAndStaysInRange() {
        RandomGenerator random = RandomSource.of(2).generator();
        int[][] tokens = {{2, 0, 1, 7}, {5, 5, 0, 0}};
        List<Integer> seen = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            int[][] moved = new TokenTransposition(5, List.of(9, 9), List.of(0)).of(tokens, random);
            int semitones = moved[0][0] - 2;
            seen.add(semitones);
            assertThat(moved).isDeepEqualTo(new int[][] {{2 + semitones, 0, 1, 7 + semitones}, {5, 5, 0, 0}});
        }
        assertThat(seen).containsOnly(0, 1); // lower there is no token, and 8 is the highest
    }

    @Test
    void theCoursesFollowTheirFormulas() {
        assertThat(new Regularizer.KullbackLeibler(0.2, 0.99999, 48).betaAfter(100_000))
                .isCloseTo(0.2 * (1 - Math.exp(-1)), within(1e-5));
        assertThat(new Regularizer.KullbackLeibler(0.2, 0, 0).betaAfter(0)).isEqualTo(0.2);
        assertThat(new ScheduledSampling(1000).probabilityAfter(0)).isCloseTo(1 / 1001.0, within(1e-12));
        assertThat(new ScheduledSampling(1000).probabilityAfter(100_000)).isCloseTo(1, within(1e-9));
        assertThat(ScheduledSampling.NEVER.probabilityAfter(100_000)).isZero();
    }

    @Test
    void lessonsAreWholeConsecutiveBarsAndAllOfThemOccur() {
        Excerpts twoBars = new Excerpts(2, 2, TokenTransposition.NONE);
        RandomGenerator random = RandomSource.of(2).generator();
        int[][] tokens = {{0, 1, 2, 3, 4, 5, 6, 7}, {10, 11, 12, 13, 14, 15, 16, 17}};

        List<List<Integer>> seen = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            int[][] excerpt = twoBars.of(tokens, random, random);
            int from = excerpt[0][0];
            assertThat(excerpt).isDeepEqualTo(new int[][] {
                {from, from + 1, from + 2, from + 3}, {from + 10, from + 11, from + 12, from + 13}
            });
            seen.add(List.of(from));
        }
        assertThat(seen).containsOnly(List.of(0), List.of(2), List.of(4));
    }

    @Test
    void lessonsComeFirstAndAreLearned() {
        Objective free = objective(pull(0), ScheduledSampling.NEVER);
        TrainingPlan plan = plan(
                plans().getLast().model(),
                new Stage(
                        "lesson",
                        Scope.WHOLE,
                        free,
                        schedule(60, 10, 2e-2),
                        new Excerpts(4, 1, TokenTransposition.NONE)),
                whole(free, schedule(1, 10, 2e-2)));

        try (Trained trained = new Trainer(plan).train(Examples.of(windows()), TrainingMonitor.SILENT)) {
            List<CurvePoint> curve = trained.curve();

            assertThat(curve).hasSize(61);
            assertThat(curve.get(59).phase()).isZero();
            assertThat(curve.get(59).learningRate()).isEqualTo(2e-2);
            assertThat(curve.get(59).loss()).isLessThan(curve.getFirst().loss() / 2);
            assertThat(curve.getLast().phase()).isEqualTo(1);
            assertThat(curve.getLast().loss()) // of two bars, a loss twice as high would be as good
                    .isLessThan(2 * curve.getFirst().loss());
        }
    }

    @Test
    void aLessonLongerThanAWindowIsRefused() {
        Stage tooLong = plans().getFirst().stages().getFirst().with(new Excerpts(4, 3, TokenTransposition.NONE));

        assertThatThrownBy(() -> plan(plans().getFirst().model(), tooLong))
                .hasMessage("a lesson of 3 bars has 12 steps, more than the 8 of the network");
    }

    @Test
    void aTokenOutsideTheAlphabetIsRefused() {
        assertThatThrownBy(() -> new Trainer(plans().getFirst())
                        .train(
                                Examples.of(List.of(new Tokens(new int[][] {{0, 0, 0, 0, 0, 0, 0, 9}}))),
                                TrainingMonitor.SILENT))
                .hasMessage("line 0 holds token 9, its alphabet has 9");
    }

    private static List<NamedArray> weights(TrainingPlan plan) {
        try (Trained trained = new Trainer(plan).train(Examples.of(windows()), TrainingMonitor.SILENT)) {
            return trained.network().parameters().toArrays();
        }
    }
}
