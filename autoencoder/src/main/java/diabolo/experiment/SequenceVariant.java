package diabolo.experiment;

import diabolo.model.Bottleneck;
import diabolo.model.RecurrentSpec;
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
                network.encoderUnits(),
                network.encoderLayers(),
                network.codeSize(),
                network.bottleneck(),
                SequenceSpec.DecoderKind.FLAT,
                flatUnits(spec),
                network.decoderLayers(),
                network.conductorUnits(),
                network.conductorLayers());
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

    /** From a strong pull towards the prior to a weak one: Magenta's released low and high pair, and one between. */
    static List<SequenceVariant> byDivergence(SequenceSpec spec) {
        return List.of(
                new SequenceVariant("low", "low KL: beta 0.8, no free bits", spec.withRegularizer(0.8, 0)),
                new SequenceVariant("middle", "middle: beta 0.4, 24 free bits", spec.withRegularizer(0.4, 24)),
                new SequenceVariant("high", "high KL: beta 0.2, 96 free bits", spec.withRegularizer(0.2, 96)));
    }
}
