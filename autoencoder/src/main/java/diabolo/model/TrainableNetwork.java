package diabolo.model;

import diabolo.nn.Parameters;
import diabolo.tensor.NamedArray;
import java.util.List;
import java.util.Optional;

/**
 * What training needs of any network: its parameters, and which of the kinds it is.
 *
 * <p>Owns native memory until closed.
 */
public interface TrainableNetwork extends AutoCloseable {

    NetworkSpec spec();

    Parameters parameters();

    /** The network, where it is an autoencoder. */
    default Optional<TrainableAutoencoder> autoencoder() {
        return Optional.empty();
    }

    /** The network, where it is a classifier. */
    default Optional<Classifier> classifier() {
        return Optional.empty();
    }

    /** The network, where it is the denoiser of a diffusion model. */
    default Optional<Denoiser> denoiser() {
        return Optional.empty();
    }

    /** The network, where it predicts masked tokens. */
    default Optional<Inpainter> inpainter() {
        return Optional.empty();
    }

    /**
     * A network with given weights.
     *
     * @throws IllegalArgumentException if one is missing, too many, or of another shape than {@link NetworkSpec#shapes}
     */
    static TrainableNetwork of(NetworkSpec spec, List<NamedArray> weights) {
        return switch (spec) {
            case ModelSpec model -> TrainableAutoencoder.of(model, weights);
            case ClassifierSpec classifier -> Classifier.of(classifier, weights);
            case DenoiserSpec denoiser -> Denoiser.of(denoiser, weights);
            case InpainterSpec inpainter -> Inpainter.of(inpainter, weights);
        };
    }

    @Override
    void close();
}
