package diabolo.inpainting;

import diabolo.model.Initialization;
import diabolo.model.InpainterSpec;
import diabolo.representation.Tokens;
import diabolo.tensor.NamedArray;
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
import java.util.List;

/**
 * Learns an {@link diabolo.model.Inpainter} of windows of tokens, validated on others: after each epoch the weights that are best there are kept.
 *
 * <pre>{@code
 * new InpainterTraining(spec, new Objective.Inpainting(2), "voices").train(pieces, validation, 1_200, 1, monitor, checkpoint);
 * }</pre>
 *
 * @param objective what is masked
 * @param name of the stage, as progress says it
 */
public record InpainterTraining(InpainterSpec spec, Objective.Inpainting objective, String name) {

    private static final int BATCH = 32;
    private static final double RATE = 1e-3;
    private static final double LAST_RATE = 1e-5;
    private static final int PATIENCE = 1_000; // the learning rate falls as planned, so training does too

    /**
     * Trains.
     *
     * @param windows each [lines + 1][steps of the spec]
     * @param validation that decide which weights are kept
     * @param updates of 32 windows
     * @param checkpoint to resume from, and to write
     */
    public List<NamedArray> train(
            List<int[][]> windows,
            List<int[][]> validation,
            int updates,
            long seed,
            TrainingMonitor monitor,
            Path checkpoint)
            throws IOException {
        Schedule schedule = Schedule.updates(updates, BATCH, LearningRate.cosine(RATE, LAST_RATE))
                .with(Clipping.MUSIC_VAE);
        TrainingPlan plan = new TrainingPlan(
                spec,
                Initialization.GLOROT,
                List.of(Stage.whole(objective, schedule).named(name)),
                seed);
        try (Trained trained = new Trainer(plan)
                .validatedOn(new HeldOut(examples(validation), PATIENCE))
                .trainResumably(examples(windows), monitor, checkpoint)) {
            return trained.inpainter().parameters().toArrays();
        }
    }

    private static Examples examples(List<int[][]> windows) {
        return Examples.of(windows.stream().map(Tokens::new).toList());
    }

    /** Windows of a piece that begin every so many steps, and one at its end: each [lines + 1][length], 0 beyond the piece. */
    public static List<int[][]> windows(int[][] tokens, int length, int hop) {
        List<int[][]> windows = new ArrayList<>();
        int last = Math.max(0, tokens[0].length - length);
        for (int from = 0; from < last + hop; from += hop) {
            int start = Math.min(from, last);
            windows.add(Arrays.stream(tokens)
                    .map(line -> Arrays.copyOfRange(line, start, start + length))
                    .toArray(int[][]::new));
        }
        return windows;
    }
}
