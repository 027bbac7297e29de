package diabolo.model;

import org.bytedeco.pytorch.Tensor;

/**
 * Noise on the inputs of the code's activation in training, such as Gaussian (Salakhutdinov and Hinton 2009, semantic hashing).
 */
@FunctionalInterface
public interface CodeNoise {

    CodeNoise NONE = sums -> sums;

    /** [batch, codeSize] to [batch, codeSize]; what is added is independent of the weights. */
    Tensor addedTo(Tensor sums);
}
