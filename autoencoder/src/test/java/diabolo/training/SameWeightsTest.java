package diabolo.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import diabolo.model.Bottleneck;
import diabolo.model.Initialization;
import diabolo.model.RecurrentSpec;
import diabolo.nn.Loss;
import diabolo.nn.LstmSize;
import diabolo.nn.OptimizerSpec;
import diabolo.representation.Tokens;
import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Trainings of every family still end with the recorded weights, so that a seed in a report keeps its
 * meaning. Processors add in different orders, so the last digits are not compared.
 */
class SameWeightsTest {

    @Test
    void aPlainNetwork() {
        assertAsBefore(plain(), """
                362 -46.82721 381.6503 0.284359 -0.05064012 -0.8529603 -0.9289924 -0.9835613
                21.334 19.95413 19.39276
                """);
    }

    @Test
    void aCascadeOfAutoencoders() {
        assertAsBefore(byAutoencoders(), """
                362 -15.81954 396.4067 -1.3034 -0.7740294 1.509295 0.8432813 -1.642989
                23.28446 21.6844 6.757817 6.617086 4.548926 4.452976 22.80695 21.06179 20.33346
                """);
    }

    @Test
    void aCascadeOfBoltzmannMachines() {
        assertAsBefore(byBoltzmannMachines(), """
                362 -25.22608 389.6204 -1.401963 -0.7341073 1.42158 0.8573425 -1.594259
                7.892018 6.558738 1.259762 1.328622 1.032601 0.9358371 20.12642 18.81029 18.22082
                """);
    }

    @Test
    void aDenseVariationalAutoencoder() {
        assertAsBefore(denseVariational(), """
                620 -8.678031 42.59162 0.03243934 -0.06298228 -0.2689963 -0.2559181 -0.3038352
                17.42611 15.86152 15.37168 15.57924
                """);
    }

    @Test
    void aFlatRecurrentNetwork() {
        assertAsBefore(flat(), """
                6149 63.54075 178.4704 0.2587871 0.2221616 0.07513736 0.01990982 0.2227931
                17.43266 16.62198 15.19283
                """);
    }

    @Test
    void aFlatDeterministicRecurrentNetwork() {
        assertAsBefore(flatWithoutChance(), """
                5951 64.18308 179.2905 0.2336159 0.2221616 0.06662897 0.007852226 0.190238
                17.17502 15.70458 14.38921
                """);
    }

    @Test
    void aHierarchicalNetworkThatLearnsShortExcerptsFirst() {
        assertAsBefore(hierarchical(), """
                14757 38.78823 2033.142 0.02049633 0.007250679 -0.220357 -0.2721964 0.1023505
                8.608395 8.056816 14.17946 13.12595 12.98272
                """);
    }

    @Test
    void drumsByANade() {
        assertAsBefore(nade(), """
                7533 36.76978 209.9262 0.2519242 0.2139087 0.1088667 0.07189058 0.155205
                23.73058 21.42612 20.39169
                """);
    }

    /** To one part in ten thousand. */
    private static void assertAsBefore(List<Double> now, String before) {
        List<Double> numbers =
                Stream.of(before.strip().split("\\s+")).map(Double::valueOf).toList();
        assertThat(now).hasSameSizeAs(numbers);
        for (int i = 0; i < now.size(); i++) {
            assertThat(now.get(i)).as("number %d of %s", i, now).isCloseTo(numbers.get(i), withinPercentage(0.01));
        }
    }

    /** How many weights, their sum, the sum of their squares, the first five; then the loss of every epoch. */
    private static List<Double> summary(List<NamedArray> arrays, List<CurvePoint> curve) {
        List<Double> weights = new ArrayList<>();
        for (NamedArray array : arrays) {
            for (float weight : array.values()) {
                weights.add((double) weight);
            }
        }
        List<Double> summary = new ArrayList<>();
        summary.add((double) weights.size());
        summary.add(weights.stream().mapToDouble(weight -> weight).sum());
        summary.add(weights.stream().mapToDouble(weight -> weight * weight).sum());
        summary.addAll(weights.subList(0, 5));
        curve.forEach(point -> summary.add(point.loss()));
        return summary;
    }

    // What follows alone knows the classes of plans and trainings.

    private static final LstmSize SMALL = new LstmSize(16, 1);
    private static final Regularizer.KullbackLeibler ANNEALED = new Regularizer.KullbackLeibler(0.2, 0.9, 4);
    private static final Schedule THREE = Schedule.epochs(3, 4, LearningRate.cosine(1e-2, 1e-3));
    private static final Stage NOISY =
            Stage.whole(Objective.of(Loss.BINARY_CROSS_ENTROPY).withCodeNoise(0.5), THREE);

    private static List<Double> plain() {
        return dense(new TrainingPlan(Tiny.SPEC, Initialization.GLOROT_SIGMOID, List.of(NOISY), 1));
    }

    private static List<Double> byAutoencoders() {
        return dense(inCascade(Tiny.BINARY, Tiny.SCHEDULE.with(new Schedule.Epochs(2))));
    }

    private static List<Double> byBoltzmannMachines() {
        return dense(inCascade(
                new Objective.ContrastiveDivergence(1),
                Schedule.epochs(2, 4, LearningRate.constant(0.05)).with(OptimizerSpec.GradientDescent.PLAIN)));
    }

    private static TrainingPlan inCascade(Objective layers, Schedule schedule) {
        return TrainingPlan.inCascade(Tiny.SPEC, Initialization.GLOROT_SIGMOID, layers, schedule, NOISY, 1);
    }

    private static List<Double> denseVariational() {
        return dense(Tiny.variational(ANNEALED, Tiny.SCHEDULE, 1));
    }

    private static List<Double> flat() {
        return recurrent(flat(9), new TokenTransposition(2, List.of(9), List.of(0)), List.of());
    }

    private static List<Double> flatWithoutChance() {
        return recurrent(flat(9).with(Bottleneck.PLAIN), TokenTransposition.NONE, List.of());
    }

    private static List<Double> hierarchical() {
        RecurrentSpec bars =
                flat(9).withEncoderSegments(List.of(4)).with(new RecurrentSpec.Hierarchical(4, SMALL, SMALL));
        Stage oneBarFirst = new Stage(
                "lesson",
                Scope.WHOLE,
                bound(ANNEALED.ofShare(4, 8)),
                Schedule.epochs(2, 3, LearningRate.constant(1e-2)).with(Clipping.MUSIC_VAE),
                new Excerpts(4, 1, TokenTransposition.NONE));
        return recurrent(bars, TokenTransposition.NONE, List.of(oneBarFirst));
    }

    private static List<Double> nade() {
        return recurrent(flat(16).with(new RecurrentSpec.Nade(5)), TokenTransposition.NONE, List.of());
    }

    private static RecurrentSpec flat(int alphabet) {
        return new RecurrentSpec(List.of(alphabet), 8, SMALL, 6, Bottleneck.GAUSSIAN, new RecurrentSpec.Flat(SMALL));
    }

    private static Objective bound(Regularizer regularizer) {
        return new Objective.LowerBound(Loss.CROSS_ENTROPY, List.of(regularizer), 0, new ScheduledSampling(2));
    }

    private static List<Double> dense(TrainingPlan plan) {
        return summary(plan, Examples.of(Tiny.frames(10)));
    }

    private static List<Double> recurrent(RecurrentSpec model, Transposition transposition, List<Stage> lessons) {
        List<Stage> stages = new ArrayList<>(lessons);
        stages.add(
                Stage.whole(bound(ANNEALED), THREE.with(Clipping.MUSIC_VAE)).with(Excerpts.WHOLE.with(transposition)));
        return summary(new TrainingPlan(model, Initialization.GLOROT, stages, 1), Examples.of(windows()));
    }

    private static List<Double> summary(TrainingPlan plan, Examples examples) {
        try (Trained trained = new Trainer(plan).train(examples, TrainingMonitor.SILENT)) {
            return summary(trained.network().parameters().toArrays(), trained.curve());
        }
    }

    private static List<Tokens> windows() {
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
}
