package diabolo.experiment;

import diabolo.experiment.MusicVaeExperiment.Aspect;
import java.util.List;
import java.util.function.Function;

/**
 * A question about MusicVAE.
 *
 * @param specName of the first network in the catalog
 * @param networks what is compared, made from that spec
 */
record MusicVaeStudy(
        ExperimentSummary summary,
        String specName,
        Function<ExperimentSpec, List<SequenceVariant>> networks,
        Aspect aspect) {

    static final List<MusicVaeStudy> ALL = List.of(
            new MusicVaeStudy(
                    MusicVaeSummaries.AGAINST_AUTOENCODER,
                    "melody-2bar-low",
                    SequenceVariant::withAndWithoutChance,
                    Aspect.LATENT_SPACE),
            new MusicVaeStudy(
                    MusicVaeSummaries.TWO_BARS_OF_MELODY, "melody-2bar", SequenceVariant::alone, Aspect.RECONSTRUCTION),
            new MusicVaeStudy(
                    MusicVaeSummaries.TWO_BARS_OF_DRUMS, "drums-2bar", SequenceVariant::alone, Aspect.RECONSTRUCTION),
            new MusicVaeStudy(
                    MusicVaeSummaries.DRUMS_BY_DIVERGENCE,
                    "drums-2bar",
                    SequenceVariant::byDivergence,
                    Aspect.TRADE_OFF),
            new MusicVaeStudy(
                    MusicVaeSummaries.SIXTEEN_BARS_OF_MELODY,
                    "melody-16bar",
                    SequenceVariant::flatAndHierarchical,
                    Aspect.RECONSTRUCTION),
            new MusicVaeStudy(
                    MusicVaeSummaries.SIXTEEN_BARS_OF_TRIO,
                    "trio-16bar",
                    SequenceVariant::flatAndHierarchical,
                    Aspect.RECONSTRUCTION));
}
