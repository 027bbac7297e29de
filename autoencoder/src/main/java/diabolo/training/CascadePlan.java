package diabolo.training;

import static diabolo.note.Checks.require;
import static java.util.Objects.requireNonNull;

import diabolo.model.Bottleneck;
import diabolo.model.DenseSpec;
import diabolo.model.Initialization;
import diabolo.nn.Activation;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A whole training: the network, how its layers are prepared, how it is fine-tuned, and the seed of all chance.
 *
 * <pre>{@code
 * CascadePlan plan = new CascadePlan(
 *         DenseSpec.DEEP_HEAR, Initialization.GLOROT_SIGMOID, new Pretraining.ByAutoencoders(stage), fineTuning, 1);
 * }</pre>
 */
public record CascadePlan(
        DenseSpec model, Initialization initialization, Pretraining pretraining, TrainingSpec fineTuning, long seed) {

    public CascadePlan {
        requireNonNull(model, "model");
        requireNonNull(initialization, "initialization");
        requireNonNull(pretraining, "pretraining");
        requireNonNull(fineTuning, "fineTuning");
        if (model.bottleneck() == Bottleneck.GAUSSIAN) {
            require(
                    pretraining instanceof Pretraining.None,
                    "a network with a Gaussian bottleneck learns as a whole, without stages; pre-train by NONE, or choose bottleneck PLAIN");
            require(
                    fineTuning.codeNoise() == 0,
                    "a Gaussian bottleneck has its own noise, so codeNoise must be 0, was " + fineTuning.codeNoise());
        }
        if (pretraining instanceof Pretraining.ByBoltzmannMachines) {
            require(
                    model.tying() == DenseSpec.Tying.TIED
                            && model.hidden() == Activation.SIGMOID
                            && model.code() == Activation.SIGMOID
                            && model.output() == Activation.SIGMOID,
                    "restricted Boltzmann machines are tied and sigmoid, the network is %s %s %s %s: pre-train by AUTOENCODERS, or choose a sigmoid, tied network"
                            .formatted(model.tying(), model.hidden(), model.code(), model.output()));
        }
        if (pretraining instanceof Pretraining.ByAutoencoders by && by.stage().loss() == Loss.BINARY_CROSS_ENTROPY) {
            require(
                    model.depth() == 1 || model.hidden() == Activation.SIGMOID,
                    "binary cross-entropy needs hidden states between 0 and 1, but the hidden units are %s: pre-train with SQUARED_ERROR"
                            .formatted(model.hidden()));
        }
        require(
                fineTuning.loss() != Loss.BINARY_CROSS_ENTROPY || model.output() == Activation.SIGMOID,
                "binary cross-entropy needs a sigmoid output, the network's is " + model.output());
    }

    /** The stages before fine-tuning. */
    int stageCount() {
        return pretraining instanceof Pretraining.None ? 0 : model.depth();
    }

    /** Stages and fine-tuning. */
    int phaseCount() {
        return stageCount() + 1;
    }

    /** Of every phase, at the most. */
    List<Integer> epochs() {
        int ofStage =
                switch (pretraining) {
                    case Pretraining.None _ -> 0;
                    case Pretraining.ByAutoencoders by -> by.stage().epochs();
                    case Pretraining.ByBoltzmannMachines by -> by.epochs();
                };
        return IntStream.range(0, phaseCount())
                .mapToObj(phase -> phase == stageCount() ? fineTuning.epochs() : ofStage)
                .toList();
    }

    /** The weights that an example meets in every phase. */
    List<Double> workOfEpochs() {
        return IntStream.range(0, phaseCount())
                .mapToObj(phase -> IntStream.range(0, model.depth())
                        .filter(layer -> phase == stageCount() || phase == layer)
                        .mapToDouble(layer -> (double) model.sizes().get(layer)
                                * model.sizes().get(layer + 1))
                        .sum())
                .toList();
    }
}
