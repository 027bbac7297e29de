package diabolo.training;

import diabolo.model.RecurrentAutoencoder;
import java.util.List;

/**
 * What a training of a recurrent autoencoder gave. Owns the network until closed.
 *
 * <pre>{@code
 * try (TrainedSequences trained = new SequenceTraining(plan).train(windows, TrainingMonitor.SILENT)) {
 *     trained.curve().getLast().loss();
 * }
 * }</pre>
 *
 * @param network closed with this
 * @param curve the loss of every epoch
 */
public record TrainedSequences(RecurrentAutoencoder network, List<CurvePoint> curve) implements AutoCloseable {

    public TrainedSequences {
        curve = List.copyOf(curve);
    }

    @Override
    public void close() {
        network.close();
    }
}
