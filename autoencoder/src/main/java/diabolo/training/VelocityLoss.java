package diabolo.training;

import diabolo.model.Denoiser;
import diabolo.model.DenoiserSpec;
import diabolo.tensor.FrameTensors;
import diabolo.tensor.RandomSource;
import diabolo.tensor.TensorScope;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** The loss of a denoiser and its gradients, by automatic differentiation; see {@link Objective.Diffusion}. */
final class VelocityLoss implements Gradients {

    private static final int EXAMPLES_AT_ONCE = 1_000; // bounds memory
    private static final double LEAST_TIME = 0.0005; // where there is no noise there is nothing to learn
    private static final double TOLD = 0.5;
    private static final double WHOLLY_NEW = 0.5;
    private static final double WITH_GAP = 0.8;
    private static final double BEGUN = 0.9;

    private final Denoiser denoiser;
    private final DenoiserSpec spec;
    private final int numbersOfACondition;

    VelocityLoss(Denoiser denoiser, Objective.Diffusion objective) {
        this.denoiser = denoiser;
        this.spec = denoiser.spec();
        this.numbersOfACondition = objective.numbersOfACondition();
    }

    @Override
    public double of(Batch batch) {
        denoiser.parameters().gradients().zero_(); // they are added to
        RandomSource chance = batch.chanceOfCodes();
        float[] times = times(batch.size(), chance.derive("times").generator());
        float[] mask = mask(batch.size(), chance.derive("known").generator());
        Tensor told = told(batch.size(), chance.derive("told").generator()); // [batch, 1 or conditions]
        Tensor loss = loss(batch, times, mask, conditions(batch).mul(told), Optional.of(chance));
        loss.backward();
        return loss.item_double();
    }

    /**
     * The loss with given noise.
     *
     * @param mask [batch * length], 1 where a code is given
     * @param dropout none for the loss without
     */
    private Tensor loss(Batch batch, float[] times, float[] mask, Tensor conditions, Optional<RandomSource> dropout) {
        Tensor codes = batch.examples(); // [batch, length * codeSize]
        Tensor noise = torch.empty_like(codes)
                .normal_(0, 1, batch.chanceOfCodes().derive("noise").tensorGenerator());
        Tensor signal = column(times, Denoiser::signal);
        Tensor noisy = column(times, Denoiser::noise);
        Tensor noised = codes.mul(signal).add(noise.mul(noisy));
        Tensor wanted = noise.mul(signal).sub(codes.mul(noisy));
        Tensor known = FrameTensors.of(mask, batch.size(), spec.length());
        Tensor velocity =
                denoiser.velocity(noised, FrameTensors.of(times, times.length), codes, known, conditions, dropout);
        Tensor error = velocity.sub(wanted)
                .square()
                .view(batch.size(), spec.length(), spec.codeSize())
                .mean(2); // [batch, length]
        Tensor isAsked = known.neg().add(new Scalar(1));
        return error.mul(isAsked).sum().div(isAsked.sum());
    }

    private interface Share {
        double at(double time);
    }

    private static Tensor column(float[] times, Share share) {
        float[] shares = new float[times.length];
        for (int i = 0; i < times.length; i++) {
            shares[i] = (float) share.at(times[i]);
        }
        return FrameTensors.of(shares, shares.length, 1);
    }

    /** One in each of so many equal parts of 0 to 1, in random order. */
    private static float[] times(int count, RandomGenerator random) {
        float[] times = new float[count];
        for (int i = 0; i < count; i++) {
            int j = random.nextInt(i + 1);
            times[i] = times[j];
            times[j] = (float) Math.max(LEAST_TIME, (i + random.nextDouble()) / count);
        }
        return times;
    }

    private float[] mask(int count, RandomGenerator random) {
        int length = spec.length();
        float[] mask = new float[count * length];
        for (int sequence = 0; sequence < count; sequence++) {
            int from = sequence * length;
            double kind = random.nextDouble();
            if (kind < WHOLLY_NEW || length == 1) {
                continue;
            }
            if (kind < WITH_GAP) {
                int gap = random.nextInt(1, length);
                int start = random.nextInt(0, length - gap + 1);
                Arrays.fill(mask, from, from + length, 1);
                Arrays.fill(mask, from + start, from + start + gap, 0);
            } else if (kind < BEGUN) {
                Arrays.fill(mask, from, from + random.nextInt(1, length), 1);
            } else {
                for (int place = 0; place < length; place++) {
                    mask[from + place] = random.nextInt(2);
                }
                mask[from + random.nextInt(length)] = 0; // something is asked for
            }
        }
        return mask;
    }

    private Tensor told(int count, RandomGenerator random) {
        int columns = numbersOfACondition == 0 ? 1 : spec.conditions();
        float[] told = new float[count * columns];
        for (int sequence = 0; sequence < count; sequence++) {
            double share = numbersOfACondition == 0 ? TOLD : random.nextDouble(); // so that often few are told, or all
            for (int column = 0; column < columns; column++) {
                int cell = sequence * columns + column;
                boolean begins = numbersOfACondition == 0 || column % numbersOfACondition == 0;
                told[cell] = begins ? (random.nextDouble() < share ? 1 : 0) : told[cell - 1];
            }
        }
        return FrameTensors.of(told, count, columns);
    }

    private Tensor conditions(Batch batch) {
        return batch.labels().orElseGet(() -> torch.zeros(batch.size(), spec.conditions()));
    }

    /** The mean loss of examples of which nothing is given and whose conditions are told, at times from 0 to 1. */
    double measure(Examples examples, RandomSource random) {
        int[] order = IntStream.range(0, examples.count()).toArray();
        double total = 0;
        for (int from = 0; from < order.length; from += EXAMPLES_AT_ONCE) {
            int to = Math.min(order.length, from + EXAMPLES_AT_ONCE);
            try (TensorScope _ = TensorScope.open();
                    NoGradGuard _ = new NoGradGuard()) {
                Batch portion = examples.batch(
                        order, from, to, Excerpts.WHOLE, new Batch.Position(random, 0, 0, Long.MAX_VALUE - from));
                float[] times = new float[to - from];
                for (int i = 0; i < times.length; i++) {
                    times[i] = (i + 0.5F) / times.length;
                }
                total += (to - from)
                        * loss(
                                        portion,
                                        times,
                                        new float[times.length * spec.length()],
                                        conditions(portion),
                                        Optional.empty())
                                .item_double();
            }
        }
        return total / order.length;
    }
}
