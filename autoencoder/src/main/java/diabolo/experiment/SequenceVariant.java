package diabolo.experiment;

import diabolo.model.Bottleneck;
import diabolo.model.ModelFolder;
import diabolo.model.ModelFolders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One of the networks that an experiment compares.
 *
 * @param name before its metrics, with a dot; empty where there is nothing to compare
 * @param words as shown to people
 * @param model the name of the included model that is this network, trained to the end; empty where there is none
 */
record SequenceVariant(String name, String words, ExperimentSpec spec, String model) {

    /** One that is not included as a model. */
    SequenceVariant(String name, String words, ExperimentSpec spec) {
        this(name, words, spec, "");
    }

    String prefix() {
        return name.isEmpty() ? "" : name + ".";
    }

    /** The folder of the included model that is this network, trained on some of this music; empty if there is none. */
    Optional<Path> included(TrainingData data) throws IOException {
        if (!ModelFolders.names().contains(model)) {
            return Optional.empty();
        }
        Path folder = ModelFolders.find(model);
        ModelFolder trained = ModelFolder.load(folder);
        Set<String> learned = trained.trainingExamples().pieces();
        boolean isThis = trained.description().spec().equals(spec.model())
                && !learned.isEmpty()
                && data.corpus().pieceNames().containsAll(learned);
        return isThis ? Optional.of(folder) : Optional.empty();
    }

    static List<SequenceVariant> alone(ExperimentSpec spec) {
        return List.of(new SequenceVariant("", spec.name(), spec, spec.name()));
    }

    /** Flat against hierarchical. The flat decoder gets as many units more as the conductor takes, in round numbers. */
    static List<SequenceVariant> flatAndHierarchical(ExperimentSpec spec) {
        Network.Recurrent network = recurrentOf(spec);
        return List.of(
                new SequenceVariant("hierarchical", "hierarchical decoder", spec, spec.name()),
                new SequenceVariant(
                        "flat",
                        "flat decoder",
                        spec.withNetwork(network.withDecoder(Network.Kind.FLAT, flatUnits(spec)))));
    }

    Network.Recurrent recurrent() {
        return recurrentOf(spec);
    }

    private static Network.Recurrent recurrentOf(ExperimentSpec spec) {
        if (spec.network() instanceof Network.Recurrent recurrent) {
            return recurrent;
        }
        throw new IllegalArgumentException("%s has no recurrent network, which this compares".formatted(spec.name()));
    }

    /** The multiple of 8 whose flat decoder comes nearest to the hierarchical network in weights. */
    private static int flatUnits(ExperimentSpec spec) {
        long wanted = spec.model().weightCount();
        int best = 8;
        long apart = Long.MAX_VALUE;
        for (int units = 8; units <= 4096; units += 8) {
            Network flat = recurrentOf(spec).withDecoder(Network.Kind.FLAT, units);
            long difference = Math.abs(flat.of(spec.format()).weightCount() - wanted);
            if (difference < apart) {
                apart = difference;
                best = units;
            }
        }
        return best;
    }

    /** With and without the variational part. */
    static List<SequenceVariant> withAndWithoutChance(ExperimentSpec spec) {
        return List.of(
                new SequenceVariant(
                        "vae", "variational", spec.withNetwork(spec.network().with(Bottleneck.GAUSSIAN))),
                new SequenceVariant(
                        "autoencoder",
                        "not variational",
                        spec.withNetwork(spec.network().with(Bottleneck.PLAIN))));
    }

    /**
     * From a strong KL term to a weak one. The weak one is that of Magenta's "hikl" drums, the middle one that of its configuration;
     * the 0.8 of its "lokl" drums leaves a network of this size 2 bits of its code, too few to hear.
     */
    static List<SequenceVariant> byDivergence(ExperimentSpec spec) {
        return List.of(
                pulled(spec, "low", "low: beta 0.4", Training.Regularization.LOWER_BOUND.with(0.4, 0.9995, 0))
                        .includedAs(spec.name() + "-low"),
                pulled(spec, "middle", "middle: 48 free bits", Training.Regularization.LOWER_BOUND.with(0.2, 0, 48)),
                pulled(spec, "high", "high: 96 free bits", Training.Regularization.LOWER_BOUND.with(0.2, 0, 96))
                        .includedAs(spec.name()));
    }

    private SequenceVariant includedAs(String included) {
        return new SequenceVariant(name, words, spec, included);
    }

    private static SequenceVariant pulled(
            ExperimentSpec spec, String name, String words, Training.Regularization pull) {
        return new SequenceVariant(
                name, words, spec.withTraining(spec.training().with(pull)));
    }
}
