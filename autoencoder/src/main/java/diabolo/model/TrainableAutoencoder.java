package diabolo.model;

import diabolo.nn.Loss;
import diabolo.nn.Parameters;
import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * The floor of tensors below {@link Autoencoder}: what a training needs of a network of any family.
 *
 * <pre>{@code
 * Posterior posterior = network.posterior(examples, CodeNoise.NONE);
 * network.reconstructionLoss(posterior.draw(random), examples, reconstruction).backward();
 * }</pre>
 */
public interface TrainableAutoencoder extends Autoencoder {

    Parameters parameters();

    /**
     * Where the examples of a batch may lie in the latent space, for gradients to pass through.
     *
     * @param examples frames [batch, frameSize], or tokens [lines, steps, batch]
     */
    Posterior posterior(Tensor examples, CodeNoise noise);

    /**
     * What the decoder's reconstruction of a batch costs, averaged over its examples, for gradients to pass through.
     *
     * @param codes [batch, codeSize]
     * @param examples as {@link #posterior} takes them
     * @return []
     */
    Tensor reconstructionLoss(Tensor codes, Tensor examples, Reconstruction reconstruction);

    /**
     * How a reconstruction is made while training, and what it costs.
     *
     * @param loss as the network's output wants it
     * @param ownTokens the share of tokens that a recurrent decoder is given from itself instead of from the example, 0 to 1
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
            case RecurrentSpec recurrent -> RecurrentAutoencoder.of(recurrent, weights);
        };
    }
}
