package diabolo.chorale;

import diabolo.evaluation.chorale.BarPlace;
import diabolo.evaluation.chorale.Voice;
import diabolo.inpainting.InpainterTraining;
import diabolo.model.InpainterSpec;
import diabolo.training.Objective;
import diabolo.training.TrainingMonitor;
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
    private static final int BLOCK = 2; // a quarter note

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
        return new ChoraleModel(
                SPEC,
                new InpainterTraining(SPEC, new Objective.Inpainting(BLOCK), "voices")
                        .train(
                                windows(pieces, HOP),
                                windows(validation, VALIDATION_HOP),
                                updates,
                                seed,
                                monitor,
                                checkpoint));
    }

    private static List<int[][]> windows(List<HymnFolder.Hymn> some, int hop) {
        return HymnFolder.tokens(some).stream()
                .flatMap(tokens -> InpainterTraining.windows(tokens, SPEC.steps(), hop).stream())
                .toList();
    }
}
