package diabolo.experiment;

import diabolo.model.Bottleneck;
import java.util.List;

/**
 * One of the networks that an experiment compares.
 *
 * @param name before its metrics, with a dot; empty where there is nothing to compare
 * @param words as shown to people
 */
record SequenceVariant(String name, String words, ExperimentSpec spec) {

    String prefix() {
        return name.isEmpty() ? "" : name + ".";
    }

    static List<SequenceVariant> alone(ExperimentSpec spec) {
        return List.of(new SequenceVariant("", spec.name(), spec));
    }

    /** Flat against hierarchical. The flat decoder gets as many units more as the conductor takes, in round numbers. */
    static List<SequenceVariant> flatAndHierarchical(ExperimentSpec spec) {
        Network.Recurrent network = recurrent(spec);
        return List.of(
                new SequenceVariant("hierarchical", "hierarchical decoder", spec),
                new SequenceVariant(
                        "flat",
                        "flat decoder",
                        spec.withNetwork(network.withDecoder(Network.Kind.FLAT, flatUnits(spec)))));
    }

    private static Network.Recurrent recurrent(ExperimentSpec spec) {
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
            Network flat = recurrent(spec).withDecoder(Network.Kind.FLAT, units);
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
                pulled(spec, "low", "low: beta 0.4", Training.Regularization.LOWER_BOUND.with(0.4, 0.9995, 0)),
                pulled(spec, "middle", "middle: 48 free bits", Training.Regularization.LOWER_BOUND.with(0.2, 0, 48)),
                pulled(spec, "high", "high: 96 free bits", Training.Regularization.LOWER_BOUND.with(0.2, 0, 96)));
    }

    private static SequenceVariant pulled(
            ExperimentSpec spec, String name, String words, Training.Regularization pull) {
        return new SequenceVariant(
                name, words, spec.withTraining(spec.training().with(pull)));
    }
}
