package diabolo.training;

import diabolo.model.TrainableAutoencoder;

/** How the gradients of a batch are found. */
@FunctionalInterface
interface Gradients {

    /** Sets every gradient of the network to that of a batch, and gives what the batch costs, averaged over its examples. */
    double of(Batch batch);

    /** By automatic differentiation, or faster where the shape of the network allows. */
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
