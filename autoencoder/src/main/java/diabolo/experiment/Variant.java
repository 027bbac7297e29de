package diabolo.experiment;

import diabolo.report.TrainedVariant;
import java.io.IOException;

/**
 * A network that an experiment trains, or opens.
 *
 * <pre>{@code
 * Variant plain = (run, progress) -> ...;
 * try (TrainedVariant trained = plain.train(run, ExperimentProgress.SILENT)) { ... }
 * }</pre>
 */
@FunctionalInterface
public interface Variant {

    /** Trains it, or resumes an interrupted training; writes its curve, and its model where it is kept. */
    TrainedVariant train(RunFolder run, ExperimentProgress progress) throws IOException;
}
