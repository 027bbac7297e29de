package diabolo.training;

import diabolo.tensor.RandomSource;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;

/**
 * Some examples, and the chance in one update on them. Belongs to the open scope.
 *
 * @param examples frames [batch, frameSize], or tokens [lines, steps, batch]
 * @param labels codes that the examples come with, [batch, codeSize]
 * @param chanceOfCodes of samples from posteriors, or of noise on codes
 * @param chanceOfTokens of what a decoder writes itself
 */
record Batch(
        Tensor examples,
        int size,
        Optional<Tensor> labels,
        Position position,
        RandomSource chanceOfCodes,
        RandomSource chanceOfTokens) {

    /** The same examples with another chance. */
    Batch with(RandomSource chance) {
        return new Batch(examples, size, labels, position, chance, chance);
    }

    /**
     * Where a stage stands.
     *
     * @param chance the source of all chance in the stage
     * @param batch of the epoch
     * @param updates done before in the stage
     */
    record Position(RandomSource chance, int epoch, int batch, long updates) {}
}
