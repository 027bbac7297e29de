package diabolo.model;

import diabolo.nn.Loss;
import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;

/**
 * The tensor level below {@link Autoencoder}: what training needs of a network of any family.
 *
 * <pre>{@code
 * Posterior posterior = network.posterior(examples, CodeNoise.NONE);
 * network.reconstructionLoss(posterior.sample(random), examples, reconstruction).backward();
 * }</pre>
 */
public interface TrainableAutoencoder extends Autoencoder, TrainableNetwork {

    @Override
    ModelSpec spec();

    @Override
    default Optional<TrainableAutoencoder> autoencoder() {
        return Optional.of(this);
    }

    /**
     * The posteriors of a batch, differentiable.
     *
     * @param examples frames [batch, frameSize], or tokens [lines, steps, batch]
     */
    Posterior posterior(Tensor examples, CodeNoise noise);

    /**
     * The reconstruction loss of a batch, mean over its examples, differentiable.
     *
     * @param codes [batch, codeSize]
     * @param examples as {@link #posterior} takes them
     * @return []
     */
    Tensor reconstructionLoss(Tensor codes, Tensor examples, Reconstruction reconstruction);

    /**
     * How the reconstruction loss is computed in training.
     *
     * @param loss that suits the network's output
     * @param ownTokens the share of a recurrent decoder's inputs that are its own samples instead of the example's tokens, 0 to 1
     * @param chance of these tokens
     */
    record Reconstruction(Loss loss, double ownTokens, RandomSource chance) {}

    /**
     * A network with given weights.
     *
     * @throws IllegalArgumentException if one is missing, too many, or of another shape than {@link ModelSpec#shapes}
     */
    static TrainableAutoencoder of(ModelSpec spec, List<NamedArray> weights) {
        return switch (spec) {
            case DenseSpec dense -> DenseAutoencoder.of(dense, weights);
            case ConvolutionalSpec convolutional -> ConvolutionalAutoencoder.of(convolutional, weights);
            case RecurrentSpec recurrent -> RecurrentAutoencoder.of(recurrent, weights);
        };
    }

    @Override
    void close();
}
