package diabolo.training;

import diabolo.model.Bottleneck;
import diabolo.model.CodeNoise;
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
 * Backpropagation for a tied dense autoencoder (Rumelhart, Hinton and Williams 1986).
 *
 * <p>Written by hand rather than recorded by libtorch, so that the gradient of a tied weight takes one product instead of two and a
 * sum. For plain bottlenecks without regularizers; otherwise, and with equal results, {@link EvidenceLowerBound}.
 */
final class TiedBackpropagation implements Gradients {

    private final DenseAutoencoder network;
    private final DenseSpec spec;
    private final Objective.LowerBound objective;

    TiedBackpropagation(DenseAutoencoder network, Objective.LowerBound objective) {
        this.network = network;
        this.spec = network.spec();
        this.objective = objective;
        network.parameters().gradients(); // so that each parameter has its own
    }

    /** Whether a network and its objective are of the kind that this is for. */
    static boolean fits(DenseSpec spec, Objective.LowerBound objective) {
        boolean plain = spec.bottleneck() instanceof Bottleneck.Plain;
        return plain
                && spec.tying() == DenseSpec.Tying.TIED
                && objective.regularizers().stream() // a plain bottleneck has no divergence
                        .allMatch(regularizer -> regularizer instanceof Regularizer.KullbackLeibler);
    }

    @Override
    public double of(Batch batch) {
        Tensor frames = batch.examples(); // [batch, frameSize]
        try (NoGradGuard _ = new NoGradGuard()) {
            return batch.labels().map(codes -> ofDecoder(codes, frames)).orElseGet(() -> ofWhole(frames, batch));
        }
    }

    private double ofWhole(Tensor frames, Batch batch) {
        List<Tensor> encoded = encoderStates(
                EvidenceLowerBound.masked(batch, objective.masked()),
                sums -> EvidenceLowerBound.noisy(sums, objective.codeNoise(), batch.chanceOfCodes()));
        List<Tensor> decoded = decoderStates(encoded.getLast());
        Tensor errors = objective.loss().gradient(decoded.getFirst(), spec.output(), frames); // [batch, frameSize]
        List<Tensor> decoderErrors = backThroughDecoder(errors, decoded);
        backThroughEncoder(encoded, decoded, decoderErrors);
        return objective.loss().of(decoded.getFirst(), spec.output(), frames).item_double();
    }

    /** Of the decoder alone, given codes [batch, codeSize]. */
    private double ofDecoder(Tensor codes, Tensor frames) {
        List<Tensor> decoded = decoderStates(codes);
        Tensor errors = objective.loss().gradient(decoded.getFirst(), spec.output(), frames); // [batch, frameSize]
        List<Tensor> decoderErrors = backThroughDecoder(errors, decoded);
        for (int layer = 0; layer < spec.depth(); layer++) {
            Tensor above = decoded.get(layer + 1); // [batch, sizes[layer + 1]]
            torch.mm_out(network.decoderLayer(layer).weight().grad(), above.t(), decoderErrors.get(layer));
        }
        return objective.loss().of(decoded.getFirst(), spec.output(), frames).item_double();
    }

    /** The frame, then the states of all layers up to the code: state l is [batch, sizes[l]]. */
    private List<Tensor> encoderStates(Tensor frames, CodeNoise noise) {
        List<Tensor> states = new ArrayList<>(List.of(frames));
        for (int layer = 0; layer < spec.depth(); layer++) {
            Tensor sums = network.encoderLayer(layer).sums(states.getLast());
            states.add(spec.encoderActivation(layer).of(layer == spec.depth() - 1 ? noise.addedTo(sums) : sums));
        }
        return states;
    }

    /** The inputs of the output activation, then the states up to the code: l is [batch, sizes[l]]. */
    private List<Tensor> decoderStates(Tensor codes) {
        List<Tensor> states = new ArrayList<>(List.of(codes));
        for (int layer = spec.depth() - 1; layer >= 0; layer--) {
            Tensor sums = network.decoderLayerSums(layer, states.getLast());
            states.add(layer == 0 ? sums : spec.decoderActivation(layer).of(sums));
        }
        return states.reversed();
    }

    /** The errors of every decoder layer's sums, last the code's: l is [batch, sizes[l]]. Sets the biases' gradients. */
    private List<Tensor> backThroughDecoder(Tensor outputErrors, List<Tensor> decoded) {
        List<Tensor> errors = new ArrayList<>(List.of(outputErrors));
        for (int layer = 0; layer < spec.depth(); layer++) {
            DenseLayer decoder = network.decoderLayer(layer);
            setBias(decoder, errors.getLast());
            Tensor above = errors.getLast().mm(decoder.weight().t()); // [batch, sizes[layer + 1]]
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
        // errorsᵀ · below + decoderAboveᵀ · decoderErrors, in one product over twice the batch
        torch.mm_out(gradient, stacked(errors, decoderAbove).t(), stacked(below, decoderErrors));
    }

    private static Tensor stacked(Tensor first, Tensor second) {
        return torch.cat(new TensorVector(first, second), 0); // [2 * batch, size]
    }

    private static void setBias(DenseLayer layer, Tensor errors) {
        torch.sum_out(layer.bias().grad(), errors, 0);
    }
}
