package diabolo.training;

import diabolo.model.Classifier;
import diabolo.tensor.RandomSource;
import diabolo.tensor.TensorScope;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** The loss of a classifier and its gradients, by automatic differentiation. */
final class CrossEntropy implements Gradients {

    private static final int EXAMPLES_AT_ONCE = 1000; // bounds memory

    private final Classifier classifier;
    private final double weightDecay;

    CrossEntropy(Classifier classifier, Objective.Classification objective) {
        this.classifier = classifier;
        this.weightDecay = objective.weightDecay();
    }

    @Override
    public double of(Batch batch) {
        classifier.parameters().gradients().zero_(); // they are added to
        Tensor loss = loss(classifier.logitsInTraining(batch.examples(), batch.chanceOfCodes()), batch);
        loss.backward();
        return loss.item_double();
    }

    private Tensor loss(Tensor logits, Batch batch) {
        Tensor loss = torch.cross_entropy_loss(logits, batch.labels().orElseThrow()); // []
        return weightDecay == 0
                ? loss
                : loss.add(classifier.softmaxLayer().weight().square().sum(), new Scalar(weightDecay / 2));
    }

    /** The mean loss of examples with the weights as they are. */
    double measure(Examples examples, RandomSource random) {
        int[] order = IntStream.range(0, examples.count()).toArray();
        double total = 0;
        for (int from = 0; from < order.length; from += EXAMPLES_AT_ONCE) {
            int to = Math.min(order.length, from + EXAMPLES_AT_ONCE);
            try (TensorScope _ = TensorScope.open();
                    NoGradGuard _ = new NoGradGuard()) {
                Batch portion = examples.batch(
                        order, from, to, Excerpts.WHOLE, new Batch.Position(random, 0, 0, Long.MAX_VALUE));
                total += (to - from)
                        * loss(classifier.logits(portion.examples()), portion).item_double();
            }
        }
        return total / order.length;
    }
}
