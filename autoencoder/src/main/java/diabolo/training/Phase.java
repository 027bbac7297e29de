package diabolo.training;

import diabolo.tensor.NamedArray;
import java.util.List;

/**
 * A stretch of training that is one thing: a stage of the cascade, or the fine-tuning. Runs epoch by epoch; between two
 * epochs its whole state can be taken and given back.
 *
 * <p>Owns native memory until closed.
 */
interface Phase extends AutoCloseable {

    String name();

    int epochs();

    int exampleCount();

    EarlyStopping earlyStopping();

    /** Runs an epoch and gives its loss, the mean over its examples. */
    double runEpoch(int epoch);

    double learningRate(int epoch);

    /** The weights learned so far. */
    List<NamedArray> weights();

    /** What is needed besides the weights to go on. */
    List<NamedArray> optimizerState();

    /** Goes on from a state: the weights have already been given when the phase was opened. */
    void restoreOptimizer(List<NamedArray> state);

    @Override
    void close();
}
