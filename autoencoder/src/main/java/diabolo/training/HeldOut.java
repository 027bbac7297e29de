package diabolo.training;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;
import static java.util.Objects.requireNonNull;

/**
 * Examples that are not trained on and decide when to stop: after every epoch their loss is measured, and the weights of the lowest
 * are kept, the initial ones included (Prechelt 1998, "Early Stopping - But When?").
 *
 * <pre>{@code
 * new Trainer(plan).startingFrom(weights).validatedOn(new HeldOut(Examples.of(heldOut), 10)).train(examples, monitor);
 * }</pre>
 *
 * @param examples one or more
 * @param patienceEpochs epochs without a lower loss after which training stops, 1 to 1,000,000
 */
public record HeldOut(Examples examples, int patienceEpochs) {

    public HeldOut {
        requireNonNull(examples, "examples");
        require(examples.count() > 0, "at least one held-out example is needed, there was none");
        requireBetween("patienceEpochs", patienceEpochs, 1, 1_000_000);
    }
}
