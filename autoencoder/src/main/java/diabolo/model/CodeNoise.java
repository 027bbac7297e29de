package diabolo.model;

import org.bytedeco.pytorch.Tensor;

/**
 * What is done to the sums that go into the code's activation while training, such as adding Gaussian noise (Salakhutdinov and
 * Hinton 2009, semantic hashing).
 */
@FunctionalInterface
public interface CodeNoise {

    CodeNoise NONE = sums -> sums;

    /** [batch, codeSize] to [batch, codeSize], by adding something that does not depend on the weights. */
    Tensor addedTo(Tensor sums);
}
