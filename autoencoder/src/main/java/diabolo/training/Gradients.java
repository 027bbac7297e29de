package diabolo.training;

import diabolo.model.TrainableAutoencoder;

/** Computes the gradients of a batch. */
sealed interface Gradients permits BoltzmannMachine, EvidenceLowerBound, TiedBackpropagation {

    /** Sets the gradients of a batch and gives its loss, mean over the examples. */
    double of(Batch batch);

    /** By automatic differentiation, or a faster way for some networks. */
    static Gradients of(TrainableAutoencoder network, Objective objective) {
        return switch (objective) {
            case Objective.LowerBound bound ->
                network.dense()
                        .filter(dense -> TiedBackpropagation.fits(dense.spec(), bound))
                        .<Gradients>map(dense -> new TiedBackpropagation(dense, bound))
                        .orElseGet(() -> new EvidenceLowerBound(network, bound));
            case Objective.ContrastiveDivergence(int k) ->
                new BoltzmannMachine(network.dense().orElseThrow(), k);
        };
    }
}
