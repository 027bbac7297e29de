package diabolo.model;

import static diabolo.note.Checks.require;

import diabolo.representation.Cells;
import diabolo.representation.Tokens;
import diabolo.tensor.FrameTensors;
import diabolo.tensor.RandomSource;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;

/**
 * Samples tokens from logits: {@link Sampler} on tensors.
 *
 * <pre>{@code
 * Tensor likeliest = network.generate(codes, TokenSampler.GREEDY);                         // [lines, steps, batch]
 * Tensor sampled = network.generate(codes, TokenSampler.sampled(0.5, RandomSource.of(7)));
 * }</pre>
 */
@FunctionalInterface
public interface TokenSampler {

    /** Always the likeliest. */
    TokenSampler GREEDY = (logits, line, step) -> logits.argmax(new org.bytedeco.pytorch.LongOptional(1), false);

    /**
     * The tokens of one line at one step.
     *
     * @param logits [batch, alphabet]
     * @return [batch], whole numbers
     */
    Tensor choose(Tensor logits, int line, int step);

    /**
     * Samples from the softmax of the logits divided by the temperature.
     *
     * @param temperature above 0; below a millionth, a millionth
     * @param source of randomness; its generator belongs to the open scope
     */
    static TokenSampler sampled(double temperature, RandomSource source) {
        require(temperature > 0, "temperature must be above 0 to sample, was " + temperature);
        GeneratorOptional generator = source.tensorGenerator();
        double divisor = Math.max(temperature, 1e-6); // so that quotients stay finite in single precision
        return (logits, _, _) ->
                likeliest(logits, divisor, torch.empty_like(logits).exponential_(1, generator));
    }

    /** A sampler on tensors; a random generator belongs to the open scope. */
    static TokenSampler of(Sampler sampler) {
        return switch (sampler) {
            case Sampler.Threshold _ -> GREEDY;
            case Sampler.Mean _ -> throw new IllegalArgumentException("tokens have no mean; take the likeliest");
            case Sampler.Temperature(double temperature, RandomSource random) -> sampled(temperature, random);
            case Sampler.Allowed(boolean[][][] tokens, Sampler then) -> among(tokens, of(then));
            case Sampler.After(Tokens beginning, Sampler then) -> after(beginning, of(then));
            case Sampler.After(Cells _, Sampler _) -> throw cellsGiven();
        };
    }

    static IllegalArgumentException cellsGiven() {
        return new IllegalArgumentException("a recurrent network takes tokens, but cells were given");
    }

    private static TokenSampler among(boolean[][][] allowed, TokenSampler then) {
        return (logits, line, step) -> {
            float[] mask = new float[allowed[line][step].length];
            for (int token = 0; token < mask.length; token++) {
                mask[token] = allowed[line][step][token] ? 0 : Float.NEGATIVE_INFINITY;
            }
            return then.choose(logits.add(FrameTensors.of(mask, 1, mask.length)), line, step);
        };
    }

    private static TokenSampler after(Tokens beginning, TokenSampler then) {
        return (logits, line, step) -> step < beginning.steps()
                ? torch.full(
                        new long[] {logits.size(0)},
                        new Scalar(beginning.lines()[line][step]),
                        new TensorOptions(torch.ScalarType.Long))
                : then.choose(logits, line, step);
    }

    /** The winner of exponential races with the tokens' probabilities as rates: a sample from the softmax. */
    private static Tensor likeliest(Tensor logits, double divisor, Tensor exponential) {
        return torch.softmax(logits.div(new Scalar(divisor)), 1)
                .div_(exponential)
                .argmax(new org.bytedeco.pytorch.LongOptional(1), false);
    }
}
