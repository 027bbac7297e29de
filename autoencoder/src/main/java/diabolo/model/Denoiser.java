package diabolo.model;

import static diabolo.note.Checks.require;

import diabolo.nn.Activation;
import diabolo.nn.DenseLayer;
import diabolo.nn.Parameters;
import diabolo.tensor.FrameTensors;
import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
import diabolo.tensor.TensorScope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * The denoiser of a diffusion model, built from a {@link DenoiserSpec}; {@link diabolo.model.diffusion.DdimSampler} makes sequences with it.
 *
 * <p>A sequence at time t, 0 to 1, is x = a·x0 + b·noise with a = cos(0.998 t·pi/2), b = sin(0.998 t·pi/2): at 0 the sequence itself, at
 * 1 almost noise alone (the cosine schedule of Nichol and Dhariwal 2021 in the form of Salimans and Ho 2022). The network predicts the
 * velocity v = a·noise - b·x0; so x0 = a·x - b·v.
 *
 * <pre>{@code
 * try (Trained trained = new Trainer(plan).train(Examples.labelled(conditions, sequences), TrainingMonitor.SILENT)) {
 *     float[][] velocity = trained.denoiser().velocities(noised, 0.5, Known.nothing(spec, noised.length), conditions);
 * }
 * }</pre>
 *
 * <p>Owns native memory until closed.
 */
public final class Denoiser implements TrainableNetwork {

    private static final double HIGHEST_FREQUENCY = 1_000;
    private static final double CLOSE_TO_NOISE = 0.998; // so that x0 follows from the velocity at every time

    private final DenoiserSpec spec;
    private final Parameters parameters;
    private final DenseLayer input;
    private final List<DenseLayer> time;
    private final Optional<DenseLayer> condition;
    private final List<Block> blocks = new ArrayList<>();
    private final DenseLayer output;

    /** The layers of a block. */
    private record Block(
            DenseLayer attention, DenseLayer mix, DenseLayer widen, DenseLayer narrow, DenseLayer modulation) {}

    private Denoiser(DenoiserSpec spec, Parameters parameters) {
        this.spec = spec;
        this.parameters = parameters;
        this.input = layer("input");
        this.time = List.of(layer("time.0"), layer("time.1"));
        this.condition = spec.conditions() == 0 ? Optional.empty() : Optional.of(layer("condition"));
        for (int number = 0; number < spec.blocks(); number++) {
            blocks.add(new Block(
                    layer(DenoiserSpec.block(number, "attention")),
                    layer(DenoiserSpec.block(number, "mix")),
                    layer(DenoiserSpec.block(number, "widen")),
                    layer(DenoiserSpec.block(number, "narrow")),
                    layer(DenoiserSpec.block(number, "modulation"))));
        }
        this.output = layer("output");
    }

    private DenseLayer layer(String name) {
        return new DenseLayer(
                parameters.tensor(name + ".weight"), parameters.tensor(name + ".bias"), Activation.LINEAR);
    }

    /**
     * A network with given weights.
     *
     * @param weights by the names of {@link DenoiserSpec#shapes}
     * @throws IllegalArgumentException if one is missing, too many, or of another shape
     */
    public static Denoiser of(DenoiserSpec spec, List<NamedArray> weights) {
        return new Denoiser(spec, Parameters.of(new WeightCheck(spec).inOrder(weights)));
    }

    @Override
    public DenoiserSpec spec() {
        return spec;
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    @Override
    public Optional<Denoiser> denoiser() {
        return Optional.of(this);
    }

    /** The share of the sequence at a time. */
    public static double signal(double time) {
        return Math.cos(CLOSE_TO_NOISE * time * Math.PI / 2);
    }

    /** The share of the noise at a time. */
    public static double noise(double time) {
        return Math.sin(CLOSE_TO_NOISE * time * Math.PI / 2);
    }

    /**
     * The codes of sequences that are known.
     *
     * @param codes [sequences][length * codeSize]; of unknown ones ignored
     * @param isKnown [sequences][length]
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Known(float[][] codes, boolean[][] isKnown) {

        /** No code of any sequence. */
        public static Known nothing(DenoiserSpec spec, int sequences) {
            return new Known(new float[sequences][spec.frameSize()], new boolean[sequences][spec.length()]);
        }

        private float[][] mask() {
            float[][] mask = new float[isKnown.length][];
            for (int sequence = 0; sequence < mask.length; sequence++) {
                mask[sequence] = new float[isKnown[sequence].length];
                for (int place = 0; place < mask[sequence].length; place++) {
                    mask[sequence][place] = isKnown[sequence][place] ? 1 : 0;
                }
            }
            return mask;
        }
    }

    /**
     * The velocities of sequences with noise.
     *
     * @param noised [sequences][length * codeSize]
     * @param time 0 to 1
     * @param conditions [sequences][conditions], 0 where nothing is asked for
     * @return [sequences][length * codeSize]
     */
    public float[][] velocities(float[][] noised, double time, Known known, float[][] conditions) {
        parameters.requireOpen();
        require(
                noised.length == conditions.length && noised.length == known.codes().length,
                "there must be conditions and known codes for each of %d sequences".formatted(noised.length));
        try (TensorScope _ = TensorScope.open();
                NoGradGuard _ = new NoGradGuard()) {
            float[] times = new float[noised.length];
            Arrays.fill(times, (float) time);
            Tensor velocity = velocity(
                    FrameTensors.of(noised),
                    FrameTensors.of(times, times.length),
                    FrameTensors.of(known.codes()),
                    FrameTensors.of(known.mask()),
                    spec.conditions() == 0 ? torch.zeros(times.length, 0) : FrameTensors.of(conditions));
            return FrameTensors.toArrays(velocity);
        }
    }

    private Tensor velocity(Tensor noised, Tensor times, Tensor known, Tensor mask, Tensor conditions) {
        return velocity(noised, times, known, mask, conditions, Optional.empty());
    }

    /**
     * The velocities of sequences with noise, differentiable.
     *
     * @param noised [batch, length * codeSize]
     * @param times [batch]
     * @param known [batch, length * codeSize], of unknown codes ignored
     * @param mask [batch, length], 1 where a code is known
     * @param conditions [batch, conditions]
     * @param dropout the chance of dropout in training; none without
     * @return [batch, length * codeSize]
     */
    public Tensor velocity(
            Tensor noised, Tensor times, Tensor known, Tensor mask, Tensor conditions, Optional<RandomSource> dropout) {
        parameters.requireOpen();
        long batch = noised.size(0);
        long length = spec.length();
        Tensor isKnown = mask.unsqueeze(2); // [batch, length, 1]
        Tensor given = known.view(batch, length, spec.codeSize()).mul(isKnown);
        Tensor codes = concatenated(2, noised.view(batch, length, spec.codeSize()), given, isKnown);
        Tensor states = input.sums(codes).add(parameters.tensor("position")); // [batch, length, width]
        Tensor asked = torch.silu(time.get(1).sums(torch.silu(time.get(0).sums(waves(times))))); // [batch, width]
        if (condition.isPresent()) {
            asked = asked.add(condition.get().sums(conditions));
        }
        int number = 0;
        for (Block block : blocks) {
            Optional<RandomSource> chance = dropout;
            int first = 2 * number++;
            Tensor[] modulation = parts(block.modulation().sums(asked).unsqueeze(1), 4); // each [batch, 1, width]
            Tensor attended = attention(block, modulated(states, modulation[0], modulation[1]));
            states = states.add(dropped(attended, chance.map(source -> source.derive("dropout", first))));
            Tensor wide = torch.gelu(block.widen().sums(modulated(states, modulation[2], modulation[3])));
            states = states.add(
                    dropped(block.narrow().sums(wide), chance.map(source -> source.derive("dropout", first + 1))));
        }
        return output.sums(normalized(states)).reshape(batch, spec.frameSize());
    }

    /** Each state attends to all of its sequence (Vaswani et al. 2017, section 3.2): [batch, length, width]. */
    private Tensor attention(Block block, Tensor states) {
        long batch = states.size(0);
        long length = spec.length();
        long each = spec.width() / spec.heads();
        Tensor[] parts = parts(block.attention().sums(states), 3); // [batch, length, width]
        Tensor query = ofHeads(parts[0], batch, length, each); // [batch, heads, length, each]
        Tensor key = ofHeads(parts[1], batch, length, each);
        Tensor value = ofHeads(parts[2], batch, length, each);
        Tensor weights = torch.softmax(
                query.matmul(key.transpose(2, 3)).mul(new Scalar(1 / Math.sqrt((double) each))),
                3); // [.., length, length]
        Tensor attended = weights.matmul(value).transpose(1, 2).reshape(batch, length, spec.width());
        return block.mix().sums(attended);
    }

    private Tensor ofHeads(Tensor part, long batch, long length, long each) {
        return part.reshape(batch, length, spec.heads(), each).transpose(1, 2);
    }

    private Tensor modulated(Tensor states, Tensor scale, Tensor shift) {
        Tensor normal = normalized(states);
        return normal.add(normal.mul(scale)).add(shift);
    }

    private Tensor normalized(Tensor states) {
        return torch.layer_norm(states, new long[] {spec.width()});
    }

    private Tensor dropped(Tensor states, Optional<RandomSource> chance) {
        if (chance.isEmpty() || spec.dropout() == 0) {
            return states;
        }
        Tensor kept = torch.empty_like(states.detach())
                .bernoulli_(1 - spec.dropout(), chance.get().tensorGenerator());
        return states.mul(kept.div_(new Scalar(1 - spec.dropout())));
    }

    /** Sines and cosines of the time at frequencies from 1 to a thousand: [batch, TIME_NUMBERS]. */
    private static Tensor waves(Tensor times) {
        int count = DenoiserSpec.TIME_NUMBERS / 2;
        float[] frequencies = new float[count];
        for (int i = 0; i < count; i++) {
            frequencies[i] = (float) Math.exp(Math.log(HIGHEST_FREQUENCY) * i / (count - 1));
        }
        Tensor angles = times.unsqueeze(1).mul(FrameTensors.of(frequencies, 1, count));
        return concatenated(1, angles.sin(), angles.cos());
    }

    private static Tensor concatenated(int dimension, Tensor... parts) {
        return torch.cat(new TensorVector(parts), dimension);
    }

    private static Tensor[] parts(Tensor whole, int count) {
        long last = whole.dim() - 1;
        long each = whole.size(last) / count;
        Tensor[] parts = new Tensor[count];
        for (int i = 0; i < count; i++) {
            parts[i] = whole.narrow(last, i * each, each);
        }
        return parts;
    }

    @Override
    public void close() {
        parameters.close();
    }
}
