package diabolo.chorale;

import diabolo.evaluation.chorale.BarPlace;
import diabolo.evaluation.chorale.Voice;
import diabolo.model.Initialization;
import diabolo.model.InpainterSpec;
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
import java.util.List;

/**
 * Learns how four voices go together: an {@link diabolo.model.Inpainter} of windows of 64 eighths, from every half bar of every piece.
 *
 * <pre>{@code
 * ChoraleModel model = new ChoraleTraining(split.training(), split.validation()).train(1200, 1, monitor, checkpoint);
 * }</pre>
 *
 * @param pieces to learn from
 * @param validation that decide which weights are kept
 */
public record ChoraleTraining(List<HymnFolder.Hymn> pieces, List<HymnFolder.Hymn> validation) {

    static final InpainterSpec SPEC = InpainterSpec.of(Voice.COUNT, ChoraleTokens.COUNT, BarPlace.COUNT, 64);

    private static final int HOP = 4;
    private static final int VALIDATION_HOP = 16;
    private static final int BATCH = 32;
    private static final int BLOCK = 2; // a quarter note
    private static final double RATE = 1e-3;
    private static final double LAST_RATE = 1e-5;
    private static final int PATIENCE = 1_000; // the learning rate falls as planned, so training does too

    public ChoraleTraining {
        pieces = List.copyOf(pieces);
        validation = List.copyOf(validation);
    }

    /**
     * Trains; after each epoch the weights that are best on the validation pieces are kept.
     *
     * @param updates of 32 windows
     * @param checkpoint to resume from, and to write
     */
    public ChoraleModel train(int updates, long seed, TrainingMonitor monitor, Path checkpoint) throws IOException {
        Schedule schedule = Schedule.updates(updates, BATCH, LearningRate.cosine(RATE, LAST_RATE))
                .with(Clipping.MUSIC_VAE);
        TrainingPlan plan = new TrainingPlan(
                SPEC,
                Initialization.GLOROT,
                List.of(Stage.whole(new Objective.Inpainting(BLOCK), schedule).named("voices")),
                seed);
        try (Trained trained = new Trainer(plan)
                .validatedOn(new HeldOut(examples(validation, VALIDATION_HOP), PATIENCE))
                .trainResumably(examples(pieces, HOP), monitor, checkpoint)) {
            return new ChoraleModel(SPEC, trained.inpainter().parameters().toArrays());
        }
    }

    private static Examples examples(List<HymnFolder.Hymn> some, int hop) {
        return Examples.of(HymnFolder.tokens(some).stream()
                .flatMap(tokens -> ChoraleTokens.windows(tokens, SPEC.steps(), hop).stream())
                .map(Tokens::new)
                .toList());
    }
}
