package diabolo.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import diabolo.model.Bottleneck;
import diabolo.model.RecurrentAutoencoder;
import diabolo.model.RecurrentSpec;
import diabolo.model.Sampler;
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

    private static final TokenTransposition UP_OR_DOWN = new TokenTransposition(2, List.of(0));
    private static final LstmSize SMALL = new LstmSize(16, 1);

    @TempDir
    private Path folder;

    static List<SequencePlan> plans() {
        RecurrentSpec flat =
                new RecurrentSpec(List.of(9), 8, SMALL, 6, Bottleneck.GAUSSIAN, new RecurrentSpec.Flat(SMALL));
        RecurrentSpec bars = flat.withEncoderSegments(List.of(4)).with(new RecurrentSpec.Hierarchical(4, SMALL, SMALL));
        RecurrentSpec sets =
                new RecurrentSpec(List.of(16), 8, SMALL, 6, Bottleneck.GAUSSIAN, new RecurrentSpec.Flat(SMALL));
        Regularizer regularizer = new Regularizer(0.2, 0.99, 4);
        Curriculum curriculum = new Curriculum(4, List.of(new Curriculum.Lesson(1, 2, 3)));
        return List.of(
                plan(flat, regularizer, ScheduledSampling.NEVER, TokenTransposition.NONE, Curriculum.NONE),
                plan(flat.with(Bottleneck.PLAIN), regularizer, ScheduledSampling.NEVER, UP_OR_DOWN, curriculum),
                plan(
                        sets.with(new RecurrentSpec.Nade(5)),
                        regularizer,
                        new ScheduledSampling(2),
                        TokenTransposition.NONE,
                        Curriculum.NONE),
                plan(bars, regularizer, new ScheduledSampling(2), UP_OR_DOWN, curriculum));
    }

    private static SequencePlan plan(
            RecurrentSpec spec,
            Regularizer regularizer,
            ScheduledSampling sampling,
            TokenTransposition transposition,
            Curriculum curriculum) {
        LearningRate rate = LearningRate.constant(1e-2);
        return new SequencePlan(spec, 4, 4, rate, regularizer, sampling, transposition, curriculum, 3);
    }

    private static List<int[][]> windows() {
        RandomGenerator random = RandomSource.of(8).generator();
        List<int[][]> windows = new ArrayList<>();
        for (int window = 0; window < 10; window++) {
            int[][] tokens = new int[1][8];
            for (int step = 0; step < 8; step += 2) {
                tokens[0][step] = random.nextInt(2, 9);
            }
            windows.add(tokens);
        }
        return windows;
    }

    @ParameterizedTest
    @MethodSource("plans")
    void killedAfterAnyEpochAndResumedATrainingEndsWithTheSameWeights(SequencePlan plan) throws IOException {
        List<NamedArray> uninterrupted = weights(plan);

        int epochs = plan.epochs()
                + plan.curriculum().lessons().stream()
                        .mapToInt(Curriculum.Lesson::epochs)
                        .sum();
        for (int kill = 1; kill < epochs; kill++) {
            Path checkpoint = folder.resolve(plan.hashCode() + "-" + kill + ".safetensors");
            int[] left = {kill};
            SequenceTraining training = new SequenceTraining(plan).checkpointingEveryEpoch();
            assertThatThrownBy(() -> training.trainResumably(
                            windows(),
                            _ -> {
                                if (left[0]-- == 0) {
                                    throw new IllegalStateException("power cut");
                                }
                            },
                            checkpoint))
                    .hasMessage("power cut");
            try (TrainedSequences resumed = training.trainResumably(windows(), TrainingMonitor.SILENT, checkpoint)) {
                assertThat(resumed.network().parameters().toArrays()).isEqualTo(uninterrupted);
                assertThat(resumed.curve()).hasSize(epochs);
            }
        }
    }

    @Test
    void anotherSeedGivesOtherWeights() {
        SequencePlan plan = plans().getFirst();
        SequencePlan other = new SequencePlan(
                plan.model(),
                plan.epochs(),
                plan.batchSize(),
                plan.learningRate(),
                plan.regularizer(),
                plan.scheduledSampling(),
                plan.transposition(),
                Curriculum.NONE,
                4);

        assertThat(weights(plan)).isEqualTo(weights(plan)).isNotEqualTo(weights(other));
    }

    @Test
    void aFewWindowsAreLearnedByHeart() {
        SequencePlan plan = new SequencePlan(
                plans().getFirst().model(),
                300,
                10,
                LearningRate.constant(2e-2),
                new Regularizer(0, 0, 0),
                ScheduledSampling.NEVER,
                TokenTransposition.NONE,
                Curriculum.NONE,
                1);

        try (TrainedSequences trained = new SequenceTraining(plan).train(windows(), TrainingMonitor.SILENT)) {
            RecurrentAutoencoder network = trained.network();
            List<Tokens> windows = windows().stream().map(Tokens::new).toList();

            assertThat(network.write(network.encode(windows), Sampler.LIKELIEST))
                    .isEqualTo(windows);
        }
    }

    @Test
    void aStrongPullTowardsThePriorLeavesNothingToTellExamplesApart() {
        SequencePlan plan = new SequencePlan(
                plans().getFirst().model(),
                150,
                10,
                LearningRate.constant(1e-2),
                new Regularizer(20, 0, 0),
                ScheduledSampling.NEVER,
                TokenTransposition.NONE,
                Curriculum.NONE,
                1);

        try (TrainedSequences trained = new SequenceTraining(plan).train(windows(), TrainingMonitor.SILENT)) {
            List<Tokens> windows = windows().stream().map(Tokens::new).toList();
            assertThat(trained.network().posteriors(windows).divergenceBits()).isLessThan(0.3);
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void nativeMemoryStaysFlatWhileTrainingAndSampling(SequencePlan plan) {
        List<int[][]> windows = windows();
        float[][] codes = new float[10][6];
        try (TrainedSequences trained = new SequenceTraining(plan).train(windows, TrainingMonitor.SILENT)) {
            sample(trained.network(), codes, 5);
            long before = org.bytedeco.javacpp.Pointer.totalCount();

            weights(plan);
            sample(trained.network(), codes, 100);

            assertThat(org.bytedeco.javacpp.Pointer.totalCount() - before)
                    .as("native objects that nobody freed")
                    .isLessThan(50);
        }
    }

    private static void sample(RecurrentAutoencoder network, float[][] codes, int times) {
        for (int i = 0; i < times; i++) {
            network.write(codes, new Sampler.Temperature(1, RandomSource.of(i)));
        }
    }

    @Test
    void transposingMovesPitchesTogetherAndStaysInRange() {
        RandomGenerator random = RandomSource.of(2).generator();
        int[][] tokens = {{2, 0, 1, 7}, {5, 5, 0, 0}};
        List<Integer> seen = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            int[][] moved = new TokenTransposition(5, List.of(0)).of(tokens, List.of(9, 9), random);
            int semitones = moved[0][0] - 2;
            seen.add(semitones);
            assertThat(moved).isDeepEqualTo(new int[][] {{2 + semitones, 0, 1, 7 + semitones}, {5, 5, 0, 0}});
        }
        assertThat(seen).containsOnly(0, 1); // lower there is no token, and 8 is the highest
    }

    @Test
    void theCoursesFollowTheirFormulas() {
        assertThat(new Regularizer(0.2, 0.99999, 48).betaAfter(100_000))
                .isCloseTo(0.2 * (1 - Math.exp(-1)), within(1e-5));
        assertThat(new Regularizer(0.2, 0, 0).betaAfter(0)).isEqualTo(0.2);
        assertThat(new ScheduledSampling(1000).probabilityAfter(0)).isCloseTo(1 / 1001.0, within(1e-12));
        assertThat(new ScheduledSampling(1000).probabilityAfter(100_000)).isCloseTo(1, within(1e-9));
        assertThat(ScheduledSampling.NEVER.probabilityAfter(100_000)).isZero();
    }

    @Test
    void aLessonIsOfWholeBarsInARowAndEachOfThemHasItsTurn() {
        Curriculum.Lesson twoBars = new Curriculum.Lesson(2, 1, 4);
        Curriculum curriculum = new Curriculum(2, List.of(twoBars));
        RandomGenerator random = RandomSource.of(2).generator();
        int[][] tokens = {{0, 1, 2, 3, 4, 5, 6, 7}, {10, 11, 12, 13, 14, 15, 16, 17}};

        List<List<Integer>> seen = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            int[][] excerpt = curriculum.excerpt(tokens, twoBars, random);
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
        SequencePlan plan = new SequencePlan(
                plans().getLast().model(),
                1,
                10,
                LearningRate.cosine(2e-2, 1e-3),
                new Regularizer(0, 0, 0),
                ScheduledSampling.NEVER,
                TokenTransposition.NONE,
                new Curriculum(4, List.of(new Curriculum.Lesson(1, 60, 10))),
                1);

        try (TrainedSequences trained = new SequenceTraining(plan).train(windows(), TrainingMonitor.SILENT)) {
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
        SequencePlan plan = plans().getFirst();
        assertThatThrownBy(() -> plan(
                        plan.model(),
                        plan.regularizer(),
                        ScheduledSampling.NEVER,
                        TokenTransposition.NONE,
                        new Curriculum(4, List.of(new Curriculum.Lesson(3, 1, 10)))))
                .hasMessage("a lesson of 3 bars has 12 steps, more than the 8 of the network");
    }

    @Test
    void aTokenOutsideTheAlphabetIsRefused() {
        assertThatThrownBy(() -> new SequenceTraining(plans().getFirst())
                        .train(List.<int[][]>of(new int[][] {{0, 0, 0, 0, 0, 0, 0, 9}}), TrainingMonitor.SILENT))
                .hasMessage("line 0 holds token 9, its alphabet has 9");
    }

    private static List<NamedArray> weights(SequencePlan plan) {
        try (TrainedSequences trained = new SequenceTraining(plan).train(windows(), TrainingMonitor.SILENT)) {
            return trained.network().parameters().toArrays();
        }
    }
}
