package diabolo.model;

import static diabolo.note.Checks.require;

import diabolo.nn.Parameters;
import diabolo.representation.Cells;
import diabolo.representation.Frames;
import diabolo.representation.Tokens;
import diabolo.tensor.FrameTensors;
import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
import diabolo.tensor.TensorScope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * An autoencoder of token sequences, built from a {@link RecurrentSpec}: MusicVAE (Roberts et al. 2018) and its deterministic
 * counterpart.
 *
 * <pre>{@code
 * try (RecurrentAutoencoder network = RecurrentAutoencoder.initialized(spec, RandomSource.of(1))) {
 *     float[][] codes = network.encode(windows);                     // the means of the posteriors
 *     List<Tokens> again = network.generate(codes, Sampler.LIKELIEST);
 * }
 * }</pre>
 *
 * <p>Owns native memory until closed.
 */
public final class RecurrentAutoencoder implements TrainableAutoencoder {

    /** The cells of a batch, which bounds memory. */
    private static final int CELLS_AT_ONCE = 4_000_000;

    private static final int EXAMPLES_AT_ONCE = 512;

    private final RecurrentSpec spec;
    private final Parameters parameters;
    private final List<String> missing;
    private final Optional<TokenEncoder> encoder;
    private final Optional<Conductor> conductor;
    private final List<TokenDecoder> decoders;

    private RecurrentAutoencoder(RecurrentSpec spec, Parameters parameters, List<String> missing) {
        this.spec = spec;
        this.parameters = parameters;
        this.missing = List.copyOf(missing);
        this.encoder = RecurrentSpec.encodesWithout(missing)
                ? Optional.of(new TokenEncoder(parameters, spec, missing))
                : Optional.empty();
        this.conductor = spec.decoder() instanceof RecurrentSpec.Hierarchical hierarchical
                ? Optional.of(new Conductor(parameters, hierarchical))
                : Optional.empty();
        this.decoders = IntStream.range(0, spec.decoderAlphabets().size())
                .mapToObj(number -> new TokenDecoder(parameters, number, spec))
                .toList();
    }

    /** A network with initial weights as MusicVAE's. */
    public static RecurrentAutoencoder initialized(RecurrentSpec spec, RandomSource random) {
        return of(spec, spec.firstWeights(Initialization.GLOROT, random));
    }

    /**
     * A network with given weights.
     *
     * @throws IllegalArgumentException if one is missing, too many, or of another shape than {@link RecurrentSpec#shapes}
     */
    public static RecurrentAutoencoder of(RecurrentSpec spec, List<NamedArray> weights) {
        return of(spec, weights, List.of());
    }

    /**
     * A network without some weights of its encoder: it decodes, but may refuse to encode.
     *
     * @param missing their names
     * @throws IllegalArgumentException if another one is missing, or one is too many or of another shape
     */
    public static RecurrentAutoencoder of(RecurrentSpec spec, List<NamedArray> weights, List<String> missing) {
        Parameters parameters = Parameters.of(new WeightCheck(spec, missing).inOrder(weights));
        return new RecurrentAutoencoder(spec, parameters, missing);
    }

    @Override
    public RecurrentSpec spec() {
        return spec;
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    /**
     * The posteriors of tokens [lines, steps, batch].
     *
     * @throws IllegalArgumentException if the network lacks its encoder
     */
    @Override
    public Posterior posterior(Tensor tokens, CodeNoise noise) {
        parameters.requireOpen();
        return encoder.orElseThrow(() -> new IllegalArgumentException(
                        "this model lacks weights of its encoder (%s%s), so it cannot encode or reconstruct music; generate with it, interpolate between codes, or take a complete model"
                                .formatted(
                                        missing.getFirst(),
                                        missing.size() == 1 ? "" : " and %d more".formatted(missing.size() - 1))))
                .posterior(tokens, noise);
    }

    /**
     * The decoder's logits under teacher forcing.
     *
     * @param codes [batch, codeSize]
     * @param tokens of which the last step is not used: [lines, steps, batch]; may be shorter than the spec's, by whole segments
     * @return of each line [steps, batch, alphabet]
     */
    public List<Tensor> logits(Tensor codes, Tensor tokens) {
        List<Tensor> states = states(codes, tokens);
        List<Tensor> logits = new ArrayList<>();
        for (int number = 0; number < decoders.size(); number++) {
            logits.addAll(decoders.get(number).logits(states.get(number)));
        }
        return logits;
    }

    /**
     * The cross-entropy of tokens in nats, summed.
     *
     * @param codes [batch, codeSize]
     * @param inputs the tokens that the decoder is conditioned on: [lines, steps, batch]
     * @param tokens the targets: [lines, steps, batch]
     * @return []
     */
    public Tensor crossEntropy(Tensor codes, Tensor inputs, Tensor tokens) {
        List<Tensor> states = states(codes, inputs);
        Tensor total = torch.zeros(new long[0]);
        for (int number = 0; number < decoders.size(); number++) {
            total = total.add(decoders.get(number).crossEntropy(states.get(number), linesOf(number, tokens)));
        }
        return total;
    }

    @Override
    public Optional<RecurrentAutoencoder> recurrent() {
        return Optional.of(this);
    }

    @Override
    public Tensor reconstructionLoss(Tensor codes, Tensor tokens, Reconstruction reconstruction) {
        Tensor inputs = reconstruction.ownTokens() == 0
                ? tokens
                : withOwnTokens(tokens, codes, reconstruction.ownTokens(), reconstruction.chance());
        return crossEntropy(codes, inputs, tokens).div(new Scalar((double) tokens.size(2))); // []
    }

    /**
     * The decoder's inputs in scheduled sampling. Sampled tokens are not differentiable, so they are generated first, without
     * gradients, and then used like those of an example.
     */
    private Tensor withOwnTokens(Tensor tokens, Tensor codes, double share, RandomSource chance) {
        try (NoGradGuard _ = new NoGradGuard()) {
            TokenSampler own = TokenSampler.sampled(1, chance.derive("tokens"));
            GeneratorOptional coins = chance.derive("whose tokens").tensorGenerator();
            TokenSampler either = (logits, line, step) -> {
                Tensor given = tokens.select(0, line).select(0, step); // [batch]
                Tensor isOwn = torch.empty(given.size(0)).uniform_(0, 1, coins).lt(new Scalar(share));
                return torch.where(isOwn, own.choose(logits, line, step), given);
            };
            return generate(codes.detach(), either, Math.toIntExact(tokens.size(1)));
        }
    }

    /** The hidden states of each decoder: [steps, batch, units]. */
    private List<Tensor> states(Tensor codes, Tensor tokens) {
        Tensor conditions = conditions(codes, tokens.size(1)); // [segments, batch, conditionSize]
        long segments = conditions.size(0);
        long batch = conditions.size(1);
        long steps = tokens.size(1) / segments;
        Tensor flatConditions = conditions.reshape(segments * batch, conditions.size(2));
        List<Tensor> states = new ArrayList<>();
        for (TokenDecoder decoder : decoders) {
            Tensor previous = TokenTensors.oneStepLater(
                    TokenTensors.ofAllLines(linesOf(states.size(), tokens), decoder.alphabets()), decoder.count());
            Tensor hidden = decoder.states(
                    flatConditions, TokenTensors.apart(previous, segments)); // [steps, segments * batch, units]
            states.add(hidden.reshape(steps, segments, batch, hidden.size(2))
                    .transpose(0, 1)
                    .reshape(segments * steps, batch, hidden.size(2)));
        }
        return states;
    }

    /** A decoder's lines of tokens [lines, steps, batch]. */
    private Tensor linesOf(int number, Tensor tokens) {
        int before = decoders.subList(0, number).stream()
                .mapToInt(decoder -> decoder.alphabets().size())
                .sum();
        return tokens.narrow(0, before, decoders.get(number).alphabets().size());
    }

    /**
     * Generates tokens autoregressively.
     *
     * @param codes [batch, codeSize]
     * @return [lines, steps, batch]
     */
    public Tensor generate(Tensor codes, TokenSampler sampler) {
        return generate(codes, sampler, spec.steps());
    }

    /**
     * Generates some steps of tokens.
     *
     * @param steps at most the spec's, whole segments
     */
    public Tensor generate(Tensor codes, TokenSampler sampler, int steps) {
        try (NoGradGuard _ = new NoGradGuard()) {
            return TokenDecoder.generate(decoders, conditions(codes, steps), steps, sampler);
        }
    }

    /** The condition of each segment: [segments, batch, conditionSize]. */
    private Tensor conditions(Tensor codes, long steps) {
        parameters.requireOpen();
        return conductor.map(some -> some.conditions(codes, steps)).orElseGet(() -> codes.unsqueeze(0));
    }

    /** The means of the posteriors. */
    @Override
    public float[][] encode(List<? extends Frames> examples) {
        return inPortions(
                        tokens(examples),
                        some -> rows(posterior(TokenTensors.ofTokens(some), CodeNoise.NONE)
                                .mean()))
                .toArray(float[][]::new);
    }

    @Override
    public PosteriorArrays posteriors(List<? extends Frames> examples) {
        return PosteriorArrays.joined(inPortions(
                tokens(examples),
                some -> List.of(PosteriorArrays.of(posterior(TokenTensors.ofTokens(some), CodeNoise.NONE)))));
    }

    @Override
    public List<Frames> decode(float[][] codes, Sampler sampler) {
        return List.copyOf(generate(codes, sampler));
    }

    /**
     * The likeliest token of each step under teacher forcing.
     *
     * @param codes one for each window
     */
    public List<Tokens> predict(float[][] codes, List<Tokens> windows) {
        List<Integer> numbers = IntStream.range(0, windows.size()).boxed().toList();
        return inPortions(numbers, some -> {
            Tensor given = FrameTensors.of(some.stream().map(i -> codes[i]).toArray(float[][]::new));
            TensorVector lines = new TensorVector();
            for (Tensor line : logits(
                    given, TokenTensors.ofTokens(some.stream().map(windows::get).toList()))) {
                lines.push_back(line.argmax(new LongOptional(2), false)); // [steps, batch]
            }
            return TokenTensors.toTokens(torch.stack(lines, 0));
        });
    }

    /**
     * The cross-entropy of windows under teacher forcing: in nats, mean over the windows.
     *
     * @param codes one for each window
     * @param windows one or more
     */
    public double crossEntropy(float[][] codes, List<Tokens> windows) {
        List<Integer> numbers = IntStream.range(0, windows.size()).boxed().toList();
        List<Double> portions = inPortions(numbers, some -> {
            Tensor given = FrameTensors.of(some.stream().map(i -> codes[i]).toArray(float[][]::new));
            Tensor tokens =
                    TokenTensors.ofTokens(some.stream().map(windows::get).toList());
            return List.of(crossEntropy(given, tokens, tokens).item_double());
        });
        return portions.stream().mapToDouble(Double::doubleValue).sum() / windows.size();
    }

    /**
     * Generates windows autoregressively.
     *
     * @param codes [examples][codeSize]
     */
    public List<Tokens> generate(float[][] codes, Sampler sampler) {
        for (float[] code : codes) {
            require(
                    code.length == spec.codeSize(),
                    "a code of this network has size %d, was given %d".formatted(spec.codeSize(), code.length));
        }
        try (TensorScope _ = TensorScope.open()) { // owns the sampler's random generator
            TokenSampler tokenSampler = TokenSampler.of(sampler);
            return inPortions(
                    Arrays.asList(codes),
                    some -> TokenTensors.toTokens(
                            generate(FrameTensors.of(some.toArray(float[][]::new)), tokenSampler)));
        }
    }

    private List<Tokens> tokens(List<? extends Frames> examples) {
        return examples.stream()
                .map(example -> switch (example) {
                    case Cells _ -> throw TokenSampler.cellsGiven();
                    case Tokens tokens -> {
                        require(
                                tokens.lines().length == spec.alphabets().size() && tokens.steps() == spec.steps(),
                                "a window of this network has %d lines of %d steps, was given %d of %d"
                                        .formatted(
                                                spec.alphabets().size(),
                                                spec.steps(),
                                                tokens.lines().length,
                                                tokens.steps()));
                        yield tokens;
                    }
                })
                .toList();
    }

    private <A, B> List<B> inPortions(List<A> all, Function<List<A>, List<B>> work) {
        parameters.requireOpen();
        int portion = Math.clamp(CELLS_AT_ONCE / spec.frameSize(), 1, EXAMPLES_AT_ONCE);
        List<B> results = new ArrayList<>(all.size());
        all.stream().gather(Gatherers.windowFixed(portion)).forEach(some -> {
            try (TensorScope _ = TensorScope.open();
                    NoGradGuard _ = new NoGradGuard()) {
                results.addAll(work.apply(some));
            }
        });
        return results;
    }

    private static List<float[]> rows(Tensor tensor) {
        return Arrays.asList(FrameTensors.toArrays(tensor));
    }

    @Override
    public void close() {
        parameters.close();
    }
}
