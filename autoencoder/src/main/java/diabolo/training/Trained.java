package diabolo.training;

import diabolo.model.Classifier;
import diabolo.model.Denoiser;
import diabolo.model.DenseAutoencoder;
import diabolo.model.Inpainter;
import diabolo.model.RecurrentAutoencoder;
import diabolo.model.TrainableAutoencoder;
import diabolo.model.TrainableNetwork;
import diabolo.tensor.NamedArray;
import java.util.List;

/**
 * The result of a training: the network, the weights of each pre-trained layer, and the learning curve.
 *
 * <pre>{@code
 * try (Trained trained = new Trainer(plan).train(examples, TrainingMonitor.SILENT)) {
 *     trained.curve().getLast().loss();
 * }
 * }</pre>
 *
 * <p>Owns the network until closed, which is for the caller of the training to do; not before its other threads have finished.
 *
 * @param result an autoencoder, a classifier, a denoiser, or an inpainter
 * @param layers the weights of each layer's small autoencoder; empty without pre-training
 */
public record Trained(TrainableNetwork result, List<List<NamedArray>> layers, List<CurvePoint> curve)
        implements AutoCloseable {

    public Trained {
        layers = List.copyOf(layers);
        curve = List.copyOf(curve);
    }

    /** The network, of a plan for an autoencoder. */
    public TrainableAutoencoder network() {
        return result.autoencoder().orElseThrow();
    }

    /** The network, of a plan for a classifier. */
    public Classifier classifier() {
        return result.classifier().orElseThrow();
    }

    /** The network, of a plan for a denoiser. */
    public Denoiser denoiser() {
        return result.denoiser().orElseThrow();
    }

    /** The network, of a plan for an inpainter. */
    public Inpainter inpainter() {
        return result.inpainter().orElseThrow();
    }

    /** The network, of a plan for a dense one. */
    public DenseAutoencoder dense() {
        return network().dense().orElseThrow();
    }

    /** The network, of a plan for a recurrent one. */
    public RecurrentAutoencoder recurrent() {
        return network().recurrent().orElseThrow();
    }

    /** The pre-trained small autoencoder of a layer; the caller closes it. */
    public DenseAutoencoder layer(int number) {
        return DenseAutoencoder.of(result.spec().layer(number), layers.get(number));
    }

    @Override
    public void close() {
        result.close();
    }
}
