package diabolo.training;

import diabolo.model.RecurrentAutoencoder;
import java.util.List;

/**
 * What a training of a recurrent autoencoder gave. Owns the network until closed.
 *
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
