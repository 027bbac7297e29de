package diabolo.training;

import diabolo.model.Bottleneck;
import diabolo.model.ClassifierSpec;
import diabolo.model.ConvolutionalSpec;
import diabolo.model.DenoiserSpec;
import diabolo.model.DenseSpec;
import diabolo.model.InpainterSpec;
import diabolo.model.ModelSpec;
import diabolo.model.NetworkSpec;
import diabolo.model.RecurrentSpec;
import diabolo.nn.Activation;
import diabolo.nn.Loss;
import diabolo.note.Checks;
import diabolo.note.Plural;

/** Checks which stages suit which networks. */
final class PlanRules {

    private PlanRules() {}

    /**
     * Requires a stage that suits a network.
     *
     * @throws IllegalArgumentException naming the conflict and the remedy
     */
    static void require(NetworkSpec network, Stage stage) {
        switch (network) {
            case ModelSpec model -> requireOfAutoencoder(model, stage);
            case ClassifierSpec classifier -> requireOfClassifier(classifier, stage);
            case DenoiserSpec denoiser ->
                Checks.require(
                        stage.objective() instanceof Objective.Diffusion
                                && stage.scope() instanceof Scope.Whole
                                && stage.excerpts().isWhole(),
                        "a %s is trained as a whole, on whole sequences, by Diffusion".formatted(denoiser.shape()));
            case InpainterSpec inpainter ->
                Checks.require(
                        stage.objective() instanceof Objective.Inpainting
                                && stage.scope() instanceof Scope.Whole
                                && stage.excerpts().isWhole(),
                        "an %s is trained as a whole, on whole windows, by Inpainting".formatted(inpainter.shape()));
        }
    }

    private static void requireOfAutoencoder(ModelSpec model, Stage stage) {
        switch (stage.objective()) {
            case Objective.LowerBound bound -> requireFitting(model, stage, bound);
            case Objective.ContrastiveDivergence _ -> requireBoltzmannLayers(model);
            case Objective.Classification _ ->
                throw new IllegalArgumentException(
                        "a network %s is an autoencoder and has no classes; choose a lower bound, or a classifier"
                                .formatted(model.shape()));
            case Objective.Diffusion _ ->
                throw new IllegalArgumentException(
                        "a network %s is an autoencoder, and by Diffusion denoisers learn; choose a lower bound"
                                .formatted(model.shape()));
            case Objective.Inpainting _ ->
                throw new IllegalArgumentException(
                        "a network %s is an autoencoder, and by Inpainting inpainters learn; choose a lower bound"
                                .formatted(model.shape()));
        }
        switch (model) {
            case DenseSpec _, ConvolutionalSpec _ -> requireWholeFrames(model, stage);
            case RecurrentSpec recurrent -> requireWholeSegments(recurrent, stage.excerpts());
        }
    }

    private static void requireOfClassifier(ClassifierSpec classifier, Stage stage) {
        Checks.require(
                stage.excerpts().isWhole(),
                "a network %s takes whole frames and no excerpts; leave the curriculum out"
                        .formatted(classifier.shape()));
        switch (stage.scope()) {
            case Scope.Layer(int number) ->
                requireOfAutoencoder(
                        classifier.layer(number), Stage.layer(stage.name(), 0, stage.objective(), stage.schedule()));
            case Scope.Whole _ ->
                Checks.require(
                        stage.objective() instanceof Objective.Classification,
                        "a network %s is a classifier: its layers are pre-trained as autoencoders, and the whole learns by Classification"
                                .formatted(classifier.shape()));
            case Scope.Decoder _ ->
                throw new IllegalArgumentException(
                        "a network %s is a classifier and has no decoder; train layers or the whole"
                                .formatted(classifier.shape()));
        }
    }

    private static void requireFitting(ModelSpec model, Stage stage, Objective.LowerBound bound) {
        Bottleneck bottleneck = model.bottleneck();
        if (bottleneck.isVariational()) {
            Checks.require(
                    !(stage.scope() instanceof Scope.Layer),
                    "a network with a Gaussian bottleneck is trained as a whole, without layers; pre-train by NONE, or choose bottleneck PLAIN");
            Checks.require(
                    bound.codeNoise() == 0,
                    "a Gaussian bottleneck has its own noise, so codeNoise must be 0, was " + bound.codeNoise());
            Checks.require(
                    !(stage.scope() instanceof Scope.Decoder),
                    "labels are points, so the bottleneck must be PLAIN, was " + bottleneck.text());
        }
        Checks.require(
                bound.masked() == 0 || !(model instanceof RecurrentSpec),
                "cells are masked and tokens cannot be; choose a share of 0 for a network " + model.shape());
        switch (model) {
            case DenseSpec dense -> requireLoss(dense, stage.scope(), bound);
            case ConvolutionalSpec convolutional -> requireLoss(convolutional, convolutional.output(), bound);
            case RecurrentSpec _ ->
                Checks.require(
                        bound.loss() == Loss.CROSS_ENTROPY, "tokens are learned by CROSS_ENTROPY, was " + bound.loss());
        }
        for (Regularizer regularizer : bound.regularizers()) {
            Checks.require(
                    !(regularizer instanceof Regularizer.SparseActivity)
                            || (model instanceof DenseSpec dense
                                    && codeActivation(dense, stage.scope()) == Activation.SIGMOID),
                    "sparse activity is of code units between 0 and 1; choose a dense network whose code is SIGMOID");
        }
    }

    private static void requireWholeFrames(ModelSpec spec, Stage stage) {
        Checks.require(
                stage.excerpts().isWhole(),
                "a network %s takes whole frames and no excerpts; leave the curriculum out".formatted(spec.shape()));
        boolean fits =
                switch (stage.excerpts().transposition()) {
                    case TokenTransposition tokens -> tokens.lines().isEmpty();
                    case RollTransposition rolls ->
                        rolls.roll().cells() == spec.frameSize() && !(stage.scope() instanceof Scope.Layer);
                };
        Checks.require(
                fits,
                "a network %s takes other frames than those that are transposed; set transposition to 0"
                        .formatted(spec.shape()));
    }

    private static Activation codeActivation(DenseSpec spec, Scope scope) {
        return scope instanceof Scope.Layer(int number) ? spec.layer(number).code() : spec.code();
    }

    private static void requireLoss(DenseSpec spec, Scope scope, Objective.LowerBound bound) {
        if (scope instanceof Scope.Layer(int number) && number > 0) {
            Checks.require(
                    bound.loss() != Loss.BINARY_CROSS_ENTROPY || spec.hidden() == Activation.SIGMOID,
                    "binary cross-entropy needs hidden states between 0 and 1, but the hidden units are %s: pre-train with SQUARED_ERROR"
                            .formatted(spec.hidden()));
        }
        requireLoss(spec, spec.output(), bound);
    }

    private static void requireLoss(ModelSpec spec, Activation output, Objective.LowerBound bound) {
        Checks.require(
                bound.loss() != Loss.CROSS_ENTROPY,
                "cross-entropy is of tokens; choose BINARY_CROSS_ENTROPY or SQUARED_ERROR for cells");
        Checks.require(
                bound.scheduledSampling().equals(ScheduledSampling.NEVER),
                "scheduled sampling is for autoregressive decoders, not for a network " + spec.shape());
        Checks.require(
                bound.loss() != Loss.BINARY_CROSS_ENTROPY || output == Activation.SIGMOID,
                "binary cross-entropy needs a sigmoid output, the network's is " + output);
    }

    private static void requireBoltzmannLayers(ModelSpec model) {
        Checks.require(
                model instanceof DenseSpec dense
                        && dense.tying() == DenseSpec.Tying.TIED
                        && dense.hidden() == Activation.SIGMOID
                        && dense.code() == Activation.SIGMOID
                        && dense.output() == Activation.SIGMOID
                        && dense.bottleneck() instanceof Bottleneck.Plain,
                "restricted Boltzmann machines are tied and sigmoid, the network %s is not: pre-train by AUTOENCODERS, or choose a sigmoid, tied network"
                        .formatted(model.shape()));
    }

    private static void requireWholeSegments(RecurrentSpec spec, Excerpts excerpts) {
        int steps = excerpts.steps(spec.steps());
        String bars = Plural.of(excerpts.units(), "bar");
        Checks.require(
                steps <= spec.steps(),
                "a lesson of %s has %d steps, more than the %d of the network".formatted(bars, steps, spec.steps()));
        Checks.require(
                spec.hasWholeSegments(steps),
                "a lesson of %s has %d steps, which are no whole segments of the network".formatted(bars, steps));
        switch (excerpts.transposition()) {
            case TokenTransposition tokens ->
                Checks.require(
                        tokens.lines().isEmpty() || tokens.alphabets().equals(spec.alphabets()),
                        "lines of %s tokens are transposed, but the network has %s"
                                .formatted(tokens.alphabets(), spec.alphabets()));
            case RollTransposition _ ->
                throw new IllegalArgumentException(
                        "piano rolls are transposed, but a network %s takes tokens".formatted(spec.shape()));
        }
    }
}
