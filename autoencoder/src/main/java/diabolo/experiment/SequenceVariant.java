package diabolo.experiment;

import diabolo.model.Bottleneck;
import diabolo.model.RecurrentSpec;
import diabolo.training.Regularizer;
import java.util.List;

/**
 * One of the networks that an experiment compares.
 *
 * @param name before its metrics, with a dot; empty where there is nothing to compare
 * @param words as shown to people
 */
record SequenceVariant(String name, String words, SequenceSpec spec) {

    String prefix() {
        return name.isEmpty() ? "" : name + ".";
    }

    static List<SequenceVariant> alone(SequenceSpec spec) {
        return List.of(new SequenceVariant("", spec.name(), spec));
    }

    /** Flat against hierarchical. The flat decoder gets as many units more as the conductor takes, in round numbers. */
    static List<SequenceVariant> flatAndHierarchical(SequenceSpec spec) {
        SequenceSpec.Network network = spec.network();
        SequenceSpec.Network flat = new SequenceSpec.Network(
                network.encoder(),
                network.encoderUnits(),
                network.encoderLayers(),
                network.codeSize(),
                network.bottleneck(),
                SequenceSpec.Kind.FLAT,
                flatUnits(spec),
                network.decoderLayers(),
                network.conductorUnits(),
                network.conductorLayers(),
                network.output(),
                network.nadeUnits());
        return List.of(
                new SequenceVariant("hierarchical", "hierarchical decoder", spec),
                new SequenceVariant("flat", "flat decoder", spec.withNetwork(flat)));
    }

    /** The multiple of 8 whose flat decoder comes nearest to the hierarchical network in weights. */
    private static int flatUnits(SequenceSpec spec) {
        long wanted = spec.model().weightCount();
        int best = 8;
        long apart = Long.MAX_VALUE;
        for (int units = 8; units <= 4096; units += 8) {
            RecurrentSpec.Decoder flat = new RecurrentSpec.Flat(
                    new diabolo.nn.LstmSize(units, spec.network().decoderLayers()));
            long difference = Math.abs(spec.model().with(flat).weightCount() - wanted);
            if (difference < apart) {
                apart = difference;
                best = units;
            }
        }
        return best;
    }

    /** With and without the variational part. */
    static List<SequenceVariant> withAndWithoutChance(SequenceSpec spec) {
        return List.of(
                new SequenceVariant("vae", "variational", spec.with(Bottleneck.GAUSSIAN)),
                new SequenceVariant("autoencoder", "not variational", spec.with(Bottleneck.PLAIN)));
    }

    /**
     * From a strong pull towards the prior to a weak one. The weak one is that of Magenta's "hikl" drums, the one between that
     * of its configuration; the 0.8 of its "lokl" drums leaves a network of this size 2 bits of its code, too few to hear.
     */
    static List<SequenceVariant> byDivergence(SequenceSpec spec) {
        return List.of(
                pulled(
                        spec,
                        "low",
                        "low: beta 0.4",
                        new Regularizer.KullbackLeibler(0.4, 0.9995, 0)),
                pulled(spec, "middle", "middle: 48 free bits", new Regularizer.KullbackLeibler(0.2, 0, 48)),
                pulled(spec, "high", "high: 96 free bits", new Regularizer.KullbackLeibler(0.2, 0, 96)));
    }

    private static SequenceVariant pulled(
            SequenceSpec spec, String name, String words, Regularizer.KullbackLeibler regularizer) {
        return new SequenceVariant(name, words, spec.withRegularizer(regularizer));
    }
}
