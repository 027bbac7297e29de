package diabolo.training;

import diabolo.model.TrainableAutoencoder;
import diabolo.model.TrainableNetwork;

/** Computes the gradients of a batch. */
sealed interface Gradients
        permits BoltzmannMachine, CrossEntropy, EvidenceLowerBound, InpaintingLoss, TiedBackpropagation, VelocityLoss {

    /** Sets the gradients of a batch and gives its loss, mean over the examples. */
    double of(Batch batch);

    /** By automatic differentiation, or a faster way for some networks. */
    static Gradients of(TrainableNetwork network, Objective objective) {
        return switch (objective) {
            case Objective.LowerBound bound -> of(network.autoencoder().orElseThrow(), bound);
            case Objective.ContrastiveDivergence(int k) ->
                new BoltzmannMachine(
                        network.autoencoder()
                                .flatMap(TrainableAutoencoder::dense)
                                .orElseThrow(),
                        k);
            case Objective.Classification classification ->
                new CrossEntropy(network.classifier().orElseThrow(), classification);
            case Objective.Diffusion diffusion ->
                new VelocityLoss(network.denoiser().orElseThrow(), diffusion);
            case Objective.Inpainting inpainting ->
                new InpaintingLoss(network.inpainter().orElseThrow(), inpainting);
        };
    }

    private static Gradients of(TrainableAutoencoder network, Objective.LowerBound bound) {
        return network.dense()
                .filter(dense -> TiedBackpropagation.fits(dense.spec(), bound))
                .<Gradients>map(dense -> new TiedBackpropagation(dense, bound))
                .orElseGet(() -> new EvidenceLowerBound(network, bound));
    }
}
