package diabolo.training;

import diabolo.model.Inpainter;
import diabolo.model.InpainterSpec;
import diabolo.tensor.FrameTensors;
import diabolo.tensor.RandomSource;
import diabolo.tensor.TensorScope;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** The loss of an inpainter and its gradients, by automatic differentiation; see {@link Objective.Inpainting}. */
final class InpaintingLoss implements Gradients {

    private static final int EXAMPLES_AT_ONCE = 256; // bounds memory
    private static final double FIRST_IS_GIVEN = 0.6; // a melody is what is mostly asked about
    private static final double OTHER_IS_GIVEN = 0.2;
    private static final double ALL_OF_THE_REST = 0.2;
    private static final double ALL_THAT_FOLLOWS = 0.3;
    private static final double TOGETHER =
            0.5; // the share of examples in which lines that belong together are masked together

    private final Inpainter inpainter;
    private final InpainterSpec spec;
    private final int blockSteps;
    private final int linesTogether;

    InpaintingLoss(Inpainter inpainter, Objective.Inpainting objective) {
        this.inpainter = inpainter;
        this.spec = inpainter.spec();
        this.blockSteps = objective.blockSteps();
        this.linesTogether = objective.linesTogether();
    }

    @Override
    public double of(Batch batch) {
        inpainter.parameters().gradients().zero_(); // they are added to
        RandomSource chance = batch.chanceOfCodes();
        Tensor loss = loss(batch, chance.derive("masked").generator(), Optional.of(chance));
        loss.backward();
        return loss.item_double();
    }

    /** @param dropout none for the loss without */
    private Tensor loss(Batch batch, RandomGenerator random, Optional<RandomSource> dropout) {
        Tensor tokens = batch.examples(); // [lines + 1, steps, batch]
        Tensor wanted = tokens.narrow(0, 0, spec.lines()).permute(2, 0, 1); // [batch, lines, steps]
        Tensor isInside = wanted.ne(new Scalar(0L)).toType(torch.ScalarType.Float);
        Tensor masked = mask(batch.size(), random).mul(isInside); // [batch, lines, steps]
        Tensor logits = inpainter.logits(tokens, masked, dropout); // [batch, steps, lines, alphabet]
        Tensor costs = torch.log_softmax(logits, 3)
                .gather(3, wanted.permute(0, 2, 1).unsqueeze(3).contiguous())
                .squeeze(3)
                .neg()
                .permute(0, 2, 1); // [batch, lines, steps]
        Tensor ofExamples = costs.mul(masked).sum(1, 2); // [batch]
        Tensor counts = masked.sum(1, 2).clamp_min(new Scalar(1));
        return ofExamples.div(counts).mean();
    }

    /**
     * Lines that are given as a whole, and of the others all, or all from some step on, or some blocks, so many that each share is equally
     * likely: [batch, lines, steps].
     */
    private Tensor mask(int count, RandomGenerator random) {
        int lines = spec.lines();
        int steps = spec.steps();
        float[] mask = new float[count * lines * steps];
        for (int example = 0; example < count; example++) {
            double kind = random.nextDouble();
            double share = kind < ALL_OF_THE_REST + ALL_THAT_FOLLOWS ? 1 : random.nextDouble();
            int begin = kind < ALL_THAT_FOLLOWS ? random.nextInt(steps - steps / 4) : 0;
            int always = random.nextInt(lines > 1 && linesTogether == 1 ? 1 : 0, lines); // something is asked for
            int offset = random.nextInt(blockSteps);
            int ahead = random.nextInt(2); // some lines may know the first step already
            int together = linesTogether > 1 && random.nextDouble() < TOGETHER ? linesTogether : 1;
            for (int line = 0; line < lines; line++) {
                int at = (example * lines + line) * steps;
                if (line % together != 0) {
                    System.arraycopy(mask, at - steps, mask, at, steps);
                    continue;
                }
                boolean isGiven = random.nextDouble() < (line == 0 ? FIRST_IS_GIVEN : OTHER_IS_GIVEN)
                        && line / together != always / together;
                boolean isMasked = false;
                for (int step = 0; step < steps; step++) {
                    boolean begins = step == 0 || (step + offset) % blockSteps == 0;
                    isMasked = begins ? random.nextDouble() < share : isMasked;
                    boolean isAfter = step >= (line < always ? begin : begin + ahead);
                    mask[at + step] = isMasked && isAfter && !isGiven ? 1 : 0;
                }
            }
        }
        return FrameTensors.of(mask, count, lines, steps);
    }

    /** The mean loss of examples, each with one mask, which the random source decides. */
    double measure(Examples examples, RandomSource random) {
        int[] order = IntStream.range(0, examples.count()).toArray();
        double total = 0;
        for (int from = 0; from < order.length; from += EXAMPLES_AT_ONCE) {
            int to = Math.min(order.length, from + EXAMPLES_AT_ONCE);
            try (TensorScope _ = TensorScope.open();
                    NoGradGuard _ = new NoGradGuard()) {
                Batch portion = examples.batch(
                        order, from, to, Excerpts.WHOLE, new Batch.Position(random, 0, 0, Long.MAX_VALUE - from));
                RandomGenerator masked = random.derive("masked", from).generator();
                total += (to - from) * loss(portion, masked, Optional.empty()).item_double();
            }
        }
        return total / order.length;
    }
}
