package diabolo.training;

import diabolo.model.DenseAutoencoder;
import diabolo.tensor.NamedArray;
import java.util.List;

/**
 * What a training gave: the network, the weights of each stage as they were before fine-tuning, and the learning curve.
 *
 * <p>Owns the network until closed.
 *
 * @param stages for each layer the weights of its small autoencoder; empty without pre-training
 */
public record TrainedCascade(DenseAutoencoder network, List<List<NamedArray>> stages, List<CurvePoint> curve)
        implements AutoCloseable {

    public TrainedCascade {
        stages = List.copyOf(stages);
        curve = List.copyOf(curve);
    }

    /** One stage, ready to use; the caller closes it. */
    public DenseAutoencoder stage(int layer) {
        return DenseAutoencoder.of(network.spec().stage(layer), stages.get(layer));
    }

    @Override
    public void close() {
        network.close();
    }
}
