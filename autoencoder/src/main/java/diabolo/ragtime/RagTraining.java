package diabolo.ragtime;

import diabolo.inpainting.InpainterTraining;
import diabolo.model.InpainterSpec;
import diabolo.training.Objective;
import diabolo.training.TrainingMonitor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Learns how two hands go together: an {@link diabolo.model.Inpainter} of windows of eight bars of 2/4, from every bar of every rag.
 *
 * <pre>{@code
 * RagModel model = new RagTraining(learned, validation).train(1_600, 1, monitor, checkpoint);
 * }</pre>
 *
 * @param rags to learn from
 * @param validation that decide which weights are kept
 */
public record RagTraining(RagFolder rags, RagFolder validation) {

    static final InpainterSpec SPEC = InpainterSpec.of(RagTokens.LINES, RagTokens.COUNT, RagTokens.PLACES, 64);

    private static final Objective.Inpainting OBJECTIVE =
            new Objective.Inpainting(RagTokens.STEPS_PER_BEAT, RagTokens.LINES / Hand.COUNT);

    /**
     * Trains; after each epoch the weights that are best on the validation pieces are kept.
     *
     * @param updates of 32 windows
     * @param checkpoint to resume from, and to write
     */
    public RagModel train(int updates, long seed, TrainingMonitor monitor, Path checkpoint) throws IOException {
        HandShapes shapes = rags.shapes();
        return RagModel.of(
                SPEC,
                new InpainterTraining(SPEC, OBJECTIVE, "hands")
                        .train(windows(rags, shapes), windows(validation, shapes), updates, seed, monitor, checkpoint),
                shapes,
                rags);
    }

    private static List<int[][]> windows(RagFolder some, HandShapes shapes) {
        return some.tokens(shapes).stream()
                .flatMap(tokens -> InpainterTraining.windows(tokens, SPEC.steps(), RagTokens.STEPS_PER_BAR).stream())
                .toList();
    }
}
