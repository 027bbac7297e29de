package diabolo.training;

import diabolo.model.DenseAutoencoder;
import diabolo.model.DenseSpec;
import diabolo.nn.DenseLayer;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * The gradients of a dense autoencoder, layer by layer from the loss back to the frame (Rumelhart, Hinton and Williams 1986).
 *
 * <pre>{@code
 * double loss = new Backpropagation(network, Loss.BINARY_CROSS_ENTROPY, CodeNoise.NONE).run(frames);
 * adam.update(1e-3);
 * }</pre>
 *
 * <p>Written out rather than recorded by libtorch, since a tied weight then gets its two parts, the encoder's and the
 * decoder's, from one product instead of two and a sum.
 */
public final class Backpropagation {

    private final DenseAutoencoder network;
    private final DenseSpec spec;
    private final Loss loss;
    private final CodeNoise noise;

    /** What is done to the sums that go into the code's activation while training. */
    @FunctionalInterface
    public interface CodeNoise {
        CodeNoise NONE = sums -> sums;

        /** [batch, codeSize] to [batch, codeSize], by adding something that does not depend on the weights. */
        Tensor addTo(Tensor sums);
    }

    public Backpropagation(DenseAutoencoder network, Loss loss, CodeNoise noise) {
        this.network = network;
        this.spec = network.spec();
        this.loss = loss;
        this.noise = noise;
    }

    /**
     * Sets every gradient of the network to that of the mean loss of a batch.
     *
     * @param frames [batch, frameSize]; temporaries belong to the open scope
     * @return the loss, summed over the cells and averaged over the batch
     */
    public double run(Tensor frames) {
        try (NoGradGuard _ = new NoGradGuard()) {
            List<Tensor> encoded = encoderStates(frames);
            List<Tensor> decoded = decoderStates(encoded.getLast());
            Tensor errors = loss.gradient(decoded.getFirst(), spec.output(), frames); // [batch, frameSize]
            List<Tensor> decoderErrors = backThroughDecoder(errors, decoded);
            backThroughEncoder(encoded, decoded, decoderErrors);
            return loss.of(decoded.getFirst(), spec.output(), frames).item_double();
        }
    }

    /**
     * As {@link #run}, for the decoder alone: the codes are given, and the encoder has no part.
     *
     * @param codes [batch, codeSize]
     */
    public double runDecoder(Tensor codes, Tensor frames) {
        try (NoGradGuard _ = new NoGradGuard()) {
            List<Tensor> decoded = decoderStates(codes);
            Tensor errors = loss.gradient(decoded.getFirst(), spec.output(), frames); // [batch, frameSize]
            List<Tensor> decoderErrors = backThroughDecoder(errors, decoded);
            for (int layer = 0; layer < spec.depth(); layer++) {
                Tensor above = decoded.get(layer + 1); // [batch, sizes[layer + 1]]
                Tensor weight = network.decoderLayer(layer).weight().grad();
                switch (spec.tying()) {
                    case TIED -> torch.mm_out(weight, above.t(), decoderErrors.get(layer));
                    case UNTIED -> torch.mm_out(weight, decoderErrors.get(layer).t(), above);
                }
            }
            return loss.of(decoded.getFirst(), spec.output(), frames).item_double();
        }
    }

    /** The frame, then the states of every layer up to the code: state l is [batch, sizes[l]]. */
    private List<Tensor> encoderStates(Tensor frames) {
        List<Tensor> states = new ArrayList<>(List.of(frames));
        for (int layer = 0; layer < spec.depth(); layer++) {
            Tensor sums = network.encoderLayer(layer).sums(states.getLast());
            states.add(spec.encoderActivation(layer).of(layer == spec.depth() - 1 ? noise.addTo(sums) : sums));
        }
        return states;
    }

    /** The sums of the output (not yet through its activation), then the states up to the code: l is [batch, sizes[l]]. */
    private List<Tensor> decoderStates(Tensor codes) {
        List<Tensor> states = new ArrayList<>(List.of(codes));
        for (int layer = spec.depth() - 1; layer >= 0; layer--) {
            Tensor sums = network.decoderLayerSums(layer, states.getLast());
            states.add(layer == 0 ? sums : spec.decoderActivation(layer).of(sums));
        }
        return states.reversed();
    }

    /** The errors of the sums of every decoder layer, and last of the code: l is [batch, sizes[l]]. Sets the biases' gradients. */
    private List<Tensor> backThroughDecoder(Tensor outputErrors, List<Tensor> decoded) {
        List<Tensor> errors = new ArrayList<>(List.of(outputErrors));
        for (int layer = 0; layer < spec.depth(); layer++) {
            DenseLayer decoder = network.decoderLayer(layer);
            setBias(decoder, errors.getLast());
            Tensor weight =
                    spec.tying() == DenseSpec.Tying.TIED ? decoder.weight().t() : decoder.weight(); // [l, l + 1]
            Tensor above = errors.getLast().mm(weight); // [batch, sizes[layer + 1]]
            boolean reachesCode = layer == spec.depth() - 1;
            errors.add(reachesCode ? above : spec.decoderActivation(layer + 1).gradient(above, decoded.get(layer + 1)));
        }
        return errors;
    }

    private void backThroughEncoder(List<Tensor> encoded, List<Tensor> decoded, List<Tensor> decoderErrors) {
        Tensor above = decoderErrors.getLast(); // [batch, codeSize], of the code itself
        for (int layer = spec.depth() - 1; layer >= 0; layer--) {
            Tensor errors = spec.encoderActivation(layer).gradient(above, encoded.get(layer + 1));
            DenseLayer encoder = network.encoderLayer(layer);
            setBias(encoder, errors);
            setWeights(layer, errors, encoded.get(layer), decoded.get(layer + 1), decoderErrors.get(layer));
            above = layer == 0 ? above : errors.mm(encoder.weight()); // [batch, sizes[layer]]
        }
    }

    private void setWeights(int layer, Tensor errors, Tensor below, Tensor decoderAbove, Tensor decoderErrors) {
        Tensor gradient = network.encoderLayer(layer).weight().grad(); // [l + 1, l]
        switch (spec.tying()) {
            case TIED -> // errorsᵀ · below + decoderAboveᵀ · decoderErrors, in one product over twice the batch
                torch.mm_out(gradient, stacked(errors, decoderAbove).t(), stacked(below, decoderErrors));
            case UNTIED -> {
                torch.mm_out(gradient, errors.t(), below);
                torch.mm_out(network.decoderLayer(layer).weight().grad(), decoderErrors.t(), decoderAbove);
            }
        }
    }

    private static Tensor stacked(Tensor first, Tensor second) {
        return torch.cat(new TensorVector(first, second), 0); // [2 * batch, size]
    }

    private static void setBias(DenseLayer layer, Tensor errors) {
        torch.sum_out(layer.bias().grad(), errors, 0);
    }
}
