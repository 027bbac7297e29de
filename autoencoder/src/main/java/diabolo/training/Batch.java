package diabolo.training;

import diabolo.tensor.RandomSource;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;

/**
 * A batch of examples, and the random sources of one update on them. Belongs to the open scope.
 *
 * @param examples frames [batch, frameSize], or tokens [lines, steps, batch]
 * @param labels codes of the examples, [batch, codeSize], or their classes, [batch]
 * @param chanceOfCodes of samples from posteriors, or of noise on codes
 * @param chanceOfTokens of a decoder's own samples
 */
record Batch(
        Tensor examples,
        int size,
        Optional<Tensor> labels,
        Position position,
        RandomSource chanceOfCodes,
        RandomSource chanceOfTokens) {

    Batch with(Optional<Tensor> others) {
        return new Batch(examples, size, others, position, chanceOfCodes, chanceOfTokens);
    }

    /** The same examples with another random source. */
    Batch with(RandomSource chance) {
        return new Batch(examples, size, labels, position, chance, chance);
    }

    /**
     * The position in a stage.
     *
     * @param chance the source of all randomness in the stage
     * @param batch of the epoch
     * @param updates done before in the stage
     */
    record Position(RandomSource chance, int epoch, int batch, long updates) {}
}
