package diabolo.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diabolo.model.Initialization;
import diabolo.model.InpainterSpec;
import diabolo.representation.Tokens;
import diabolo.tensor.RandomSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class InpaintingTrainingTest {

    private static final InpainterSpec SPEC = new InpainterSpec(2, 8, 3, 12, 16, 2, 0);

    /** Two lines that are alike, and places that alternate. */
    private static Examples alike(int count) {
        RandomGenerator random = RandomSource.of(4).generator();
        List<Tokens> windows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int[] line = random.ints(12, 2, 8).toArray();
            int[] places = new int[12];
            Arrays.setAll(places, step -> 1 + step % 2);
            windows.add(new Tokens(new int[][] {line, line.clone(), places}));
        }
        return Examples.of(windows);
    }

    @Test
    void aMaskedTokenIsPredictedFromTheOtherLine() {
        try (Trained trained = new Trainer(plan(600))
                .validatedOn(new HeldOut(alike(16), 100))
                .train(alike(256), TrainingMonitor.SILENT)) {
            int[] line = {2, 3, 4, 5, 6, 7, 2, 4, 6, 3, 5, 7};
            int[] places = {1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2};
            boolean[][] masked = {new boolean[12], new boolean[12]};
            Arrays.fill(masked[1], true);

            float[][] likely = trained.inpainter()
                    .logProbabilities(
                            List.<int[][]>of(new int[][] {line, new int[12], places}), List.<boolean[][]>of(masked));

            for (int step = 0; step < line.length; step++) {
                assertThat(Math.exp(likely[step][8 + line[step]]))
                        .as("step %d", step)
                        .isGreaterThan(0.5);
            }
        }
    }

    @Test
    void theSameSeedGivesTheSameWeights() {
        try (Trained one = new Trainer(plan(3)).train(alike(8), TrainingMonitor.SILENT);
                Trained other = new Trainer(plan(3)).train(alike(8), TrainingMonitor.SILENT)) {
            assertThat(one.inpainter().parameters().toArrays())
                    .isEqualTo(other.inpainter().parameters().toArrays());
        }
    }

    @Test
    void otherObjectivesAndWindowsOfAnotherShapeAreRefused() {
        Stage copying =
                Stage.whole(Objective.Classification.PLAIN, Schedule.updates(1, 4, LearningRate.constant(1e-3)));
        Examples tooShort = Examples.of(List.of(new Tokens(new int[][] {{2, 3}, {2, 3}, {1, 2}})));
        Examples cells = Examples.labelled(new float[1][3], new float[1][36]);

        assertThatThrownBy(() -> new TrainingPlan(SPEC, Initialization.GLOROT, List.of(copying), 1))
                .hasMessageContaining("by Inpainting");
        assertThatThrownBy(() -> new Trainer(plan(1)).train(tooShort, TrainingMonitor.SILENT))
                .hasMessageContaining("a window has 2 steps, the network 12");
        assertThatThrownBy(() -> new Trainer(plan(1)).train(cells, TrainingMonitor.SILENT))
                .hasMessageContaining("takes no labels of size 3");
    }

    private static TrainingPlan plan(int updates) {
        Schedule schedule = Schedule.updates(updates, 32, LearningRate.cosine(5e-3, 1e-5));
        return new TrainingPlan(
                SPEC, Initialization.GLOROT, List.of(Stage.whole(new Objective.Inpainting(2), schedule)), 1);
    }
}
