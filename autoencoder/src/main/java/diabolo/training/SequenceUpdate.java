package diabolo.training;

import diabolo.model.Posterior;
import diabolo.model.RecurrentAutoencoder;
import diabolo.model.TokenChoice;
import diabolo.nn.Adam;
import diabolo.tensor.RandomSource;
import java.util.Optional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * One update of a recurrent autoencoder: the evidence lower bound of Kingma and Welling (2014, equation 10), with MusicVAE's
 * weight on the divergence, free bits and scheduled sampling.
 *
 * <pre>{@code
 * SequenceUpdate update = new SequenceUpdate(network, adam, regularizer);
 * double loss = update.run(tokens, new SequenceUpdate.Course(0, 1e-3, 0), random).loss();
 * }</pre>
 */
public final class SequenceUpdate {

    private static final double LARGEST_NORM = 1; // MusicVAE's code: clipped to 1, left out above 10,000
    private static final double HOPELESS_NORM = 10_000;

    /**
     * Where a training stands.
     *
     * @param updates done before
     * @param ownTokens the share of tokens that the decoder is given from itself, 0 to 1
     */
    public record Course(long updates, double learningRate, double ownTokens) {}

    /**
     * What an update found before it changed the weights, averaged over the batch, in nats.
     *
     * @param loss what is made small
     * @param crossEntropy summed over all tokens of an example
     * @param divergence of the posterior from the prior; 0 with a plain bottleneck
     */
    public record Result(double loss, double crossEntropy, double divergence) {}

    private final RecurrentAutoencoder network;
    private final Adam adam;
    private final Regularizer regularizer;

    public SequenceUpdate(RecurrentAutoencoder network, Adam adam, Regularizer regularizer) {
        this.network = network;
        this.adam = adam;
        this.regularizer = regularizer;
    }

    /**
     * Changes the weights once.
     *
     * @param tokens [lines, steps, batch]; temporaries belong to the open scope
     * @param random of this update alone
     */
    public Result run(Tensor tokens, Course course, RandomSource random) {
        Posterior posterior = network.posterior(tokens);
        Tensor codes = posterior.draw(random.derive("code")); // [batch, codeSize]
        Tensor heard = heard(tokens, codes, course.ownTokens(), random);
        Tensor crossEntropy = network.crossEntropy(codes, heard, tokens).div(new Scalar((double) tokens.size(2))); // []
        Optional<Tensor> divergence = posterior.divergence(); // [batch]
        Tensor loss = regularizer.addedTo(crossEntropy, divergence, course.updates()); // []
        network.parameters().gradients().zero_();
        loss.backward();
        if (clip(network.parameters().gradients())) {
            adam.update(course.learningRate());
        }
        return new Result(
                loss.item_double(),
                crossEntropy.item_double(),
                divergence.map(each -> each.mean().item_double()).orElse(0.0));
    }

    /**
     * The tokens that the decoder is given as those before. What it writes itself is no function to be differentiated, so it
     * is written first, without gradients, and then read like an example.
     */
    private Tensor heard(Tensor tokens, Tensor codes, double ownTokens, RandomSource random) {
        if (ownTokens == 0) {
            return tokens;
        }
        try (NoGradGuard _ = new NoGradGuard()) {
            TokenChoice own = TokenChoice.drawn(1, random.derive("tokens"));
            org.bytedeco.pytorch.GeneratorOptional coins =
                    random.derive("whose tokens").tensorGenerator();
            TokenChoice either = (logits, line, step) -> {
                Tensor given = tokens.select(0, line).select(0, step); // [batch]
                Tensor isOwn = torch.empty(given.size(0)).uniform_(0, 1, coins).lt(new Scalar(ownTokens));
                return torch.where(isOwn, own.choose(logits, line, step), given);
            };
            return network.write(codes.detach(), either, Math.toIntExact(tokens.size(1)));
        }
    }

    /** Shortens the gradient to the largest norm; says whether it can be used at all. */
    private static boolean clip(Tensor gradients) {
        double norm = gradients.norm().item_double();
        if (norm > LARGEST_NORM && norm <= HOPELESS_NORM) {
            gradients.mul_(new Scalar(LARGEST_NORM / norm));
        }
        return norm <= HOPELESS_NORM;
    }
}
