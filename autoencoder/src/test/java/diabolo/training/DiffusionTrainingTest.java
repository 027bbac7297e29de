package diabolo.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diabolo.model.Denoiser;
import diabolo.model.DenoiserSpec;
import diabolo.model.Initialization;
import diabolo.model.diffusion.DdimSampler;
import diabolo.tensor.RandomSource;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class DiffusionTrainingTest {

    private static final DenoiserSpec SPEC = new DenoiserSpec(2, 1, 2, 16, 1, 2, 0);
    private static final int SAMPLES = 200;

    /** Sequences of two equal numbers, near 1 where it is asked for and near -1 where the opposite is. */
    @Test
    void aDenoiserLearnsWhatSequencesAreLikeAndWhatIsAskedFor() {
        RandomGenerator random = RandomSource.of(5).generator();
        float[][] sequences = new float[512][];
        float[][] conditions = new float[512][];
        for (int i = 0; i < sequences.length; i++) {
            boolean high = random.nextBoolean();
            float number = (float) ((high ? 1 : -1) + 0.3 * random.nextGaussian());
            sequences[i] = new float[] {number, number};
            conditions[i] = high ? new float[] {1, 0} : new float[] {0, 1};
        }

        try (Trained trained = new Trainer(plan(SPEC, 400))
                .validatedOn(new HeldOut(Examples.labelled(conditions, sequences), 100))
                .train(Examples.labelled(conditions, sequences), TrainingMonitor.SILENT)) {
            float[][] made = made(trained.denoiser(), Denoiser.Known.nothing(SPEC, SAMPLES), 1);
            double mean = 0;
            double difference = 0;
            for (float[] sequence : made) {
                mean += sequence[0] / SAMPLES;
                difference += Math.abs(sequence[0] - sequence[1]) / SAMPLES;
            }

            float[][] first = new float[SAMPLES][2];
            boolean[][] isKnown = new boolean[SAMPLES][2];
            for (int i = 0; i < SAMPLES; i++) {
                first[i][0] = i % 2 == 0 ? 1.4f : 0.6f;
                isKnown[i][0] = true;
            }
            double farther = 0;
            for (float[] sequence : made(trained.denoiser(), new Denoiser.Known(first, isKnown), 1)) {
                farther += Math.abs(sequence[0] - sequence[1]) / SAMPLES;
            }

            assertThat(farther)
                    .as("the second number follows a first that is given")
                    .isLessThan(0.3); // 0.4 if it did not
            assertThat(mean).as("asked for high").isBetween(0.7, 1.3);
            assertThat(difference).as("between the two numbers").isLessThan(0.25);
        }
    }

    /** Two numbers, each as its own condition says. */
    @Test
    void ofConditionsThatAreToldByChanceSomeCanBeAskedForAlone() {
        DenoiserSpec spec = new DenoiserSpec(1, 2, 4, 16, 2, 1, 0);
        RandomGenerator random = RandomSource.of(6).generator();
        float[][] codes = new float[1024][];
        float[][] conditions = new float[codes.length][];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = new float[] {(float) random.nextGaussian(), (float) random.nextGaussian()};
            conditions[i] = new float[] {1, codes[i][0], 1, codes[i][1]};
        }
        Schedule schedule = Schedule.updates(1200, 64, LearningRate.cosine(5e-3, 1e-5));
        TrainingPlan plan = new TrainingPlan(
                spec, Initialization.GLOROT, List.of(Stage.whole(new Objective.Diffusion(2), schedule)), 1);

        try (Trained trained = new Trainer(plan).train(Examples.labelled(conditions, codes), TrainingMonitor.SILENT)) {
            float[][] noise = new float[SAMPLES][];
            float[][] asked = new float[SAMPLES][];
            for (int i = 0; i < SAMPLES; i++) {
                noise[i] = new float[] {(float) random.nextGaussian(), (float) random.nextGaussian()};
                asked[i] = new float[] {0, 0, 1, 1.2f}; // the second alone
            }
            float[][] made = new DdimSampler(20, 0)
                    .sample(
                            trained.denoiser(),
                            noise,
                            Denoiser.Known.nothing(spec, SAMPLES),
                            asked,
                            new int[SAMPLES][1]);
            double error = 0;
            double square = 0;
            for (float[] code : made) {
                error += Math.abs(code[1] - 1.2) / SAMPLES;
                square += (double) code[0] * code[0] / SAMPLES;
            }

            assertThat(error).as("the second is as asked for").isLessThan(0.3);
            assertThat(square).as("the first is free").isBetween(0.4, 1.8);
        }
    }

    private static float[][] made(Denoiser denoiser, Denoiser.Known known, float high) {
        RandomGenerator random = RandomSource.of(8).generator();
        float[][] noise = new float[SAMPLES][2];
        float[][] conditions = new float[SAMPLES][];
        int[][] kinds = new int[SAMPLES][];
        for (int i = 0; i < SAMPLES; i++) {
            noise[i] = new float[] {(float) random.nextGaussian(), (float) random.nextGaussian()};
            conditions[i] = new float[] {high, 1 - high};
            kinds[i] = new int[] {0, 1};
        }
        return new DdimSampler(20, 0).sample(denoiser, noise, known, conditions, kinds);
    }

    /** Of a single example all codes may be given by chance, and then there would be nothing to learn. */
    @Test
    void aSingleExampleIsLearned() {
        DenoiserSpec withDropout = new DenoiserSpec(2, 1, 0, 8, 1, 2, 0.2);

        try (Trained trained = new Trainer(plan(withDropout, 400))
                .train(Examples.of(new float[][] {{1, -1}}), TrainingMonitor.SILENT)) {
            assertThat(trained.curve())
                    .allSatisfy(point -> assertThat(point.loss()).isFinite());
        }
    }

    @Test
    void theSameSeedGivesTheSameWeights() {
        float[][] sequences = {{1, 2}, {3, 4}, {-1, 0}};
        float[][] conditions = {{1, 0}, {0, 1}, {0, 0}};
        Examples examples = Examples.labelled(conditions, sequences);

        try (Trained one = new Trainer(plan(SPEC, 3)).train(examples, TrainingMonitor.SILENT);
                Trained other = new Trainer(plan(SPEC, 3)).train(examples, TrainingMonitor.SILENT)) {
            assertThat(one.denoiser().parameters().toArrays())
                    .isEqualTo(other.denoiser().parameters().toArrays());
        }
    }

    @Test
    void otherObjectivesAndConditionsOfAnotherSizeAreRefused() {
        Stage copying =
                Stage.whole(Objective.Classification.PLAIN, Schedule.updates(1, 4, LearningRate.constant(1e-3)));

        assertThatThrownBy(() -> new TrainingPlan(SPEC, Initialization.GLOROT, List.of(copying), 1))
                .hasMessageContaining("by Diffusion");
        assertThatThrownBy(() -> new Trainer(plan(SPEC, 1))
                        .train(Examples.labelled(new float[1][3], new float[1][2]), TrainingMonitor.SILENT))
                .hasMessageContaining("takes no labels of size 3");
    }

    private static TrainingPlan plan(DenoiserSpec spec, int updates) {
        Schedule schedule = Schedule.updates(updates, 64, LearningRate.cosine(5e-3, 1e-5));
        return new TrainingPlan(
                spec, Initialization.GLOROT, List.of(Stage.whole(new Objective.Diffusion(), schedule)), 1);
    }
}
