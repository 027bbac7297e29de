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

    private static final String OF_TWO_BARS =
            "A variational autoencoder of two LSTMs encodes %s to a Gaussian code and decodes it again. It reconstructs held-out music, and makes new music from sampled codes (A. Roberts et al., 2018).";
    private static final String OF_SIXTEEN_BARS =
            "A flat decoder loses the code over sixteen bars; a hierarchical one, whose conductor LSTM gives each bar an embedding, keeps it (A. Roberts et al., 2018). Both decoders have about as many weights and the same training, on %s.";

    static final List<MusicVaeStudy> ALL = List.of(
            new MusicVaeStudy(
                    new ExperimentSummary(
                            "musicvae-melody-2bar",
                            "MusicVAE (Roberts et al. 2018): two bars of melody",
                            OF_TWO_BARS.formatted("two bars of melody")),
                    "melody-2bar",
                    SequenceVariant::alone,
                    Aspect.RECONSTRUCTION),
            new MusicVaeStudy(
                    new ExperimentSummary(
                            "musicvae-drums-2bar",
                            "MusicVAE: two bars of drums",
                            OF_TWO_BARS.formatted("two bars of drums")),
                    "drums-2bar",
                    SequenceVariant::alone,
                    Aspect.RECONSTRUCTION),
            new MusicVaeStudy(
                    new ExperimentSummary(
                            "musicvae-melody-16bar",
                            "MusicVAE: sixteen bars of melody, flat against hierarchical",
                            OF_SIXTEEN_BARS.formatted("melodies")),
                    "melody-16bar",
                    SequenceVariant::flatAndHierarchical,
                    Aspect.RECONSTRUCTION),
            new MusicVaeStudy(
                    new ExperimentSummary(
                            "musicvae-trio-16bar",
                            "MusicVAE: sixteen bars of melody, bass and drums, flat against hierarchical",
                            OF_SIXTEEN_BARS.formatted("trios of melody, bass and drums")),
                    "trio-16bar",
                    SequenceVariant::flatAndHierarchical,
                    Aspect.RECONSTRUCTION),
            new MusicVaeStudy(
                    new ExperimentSummary(
                            "vae-against-autoencoder",
                            "The same network with and without the variational part",
                            "An autoencoder leaves gaps between its codes, and samples from there need not be music; a variational autoencoder pulls its codes towards a normal distribution and fills its latent space. The same network is trained both ways, and both latent spaces are sampled, moved in and interpolated."),
                    "melody-2bar-low",
                    SequenceVariant::withAndWithoutChance,
                    Aspect.LATENT_SPACE),
            new MusicVaeStudy(
                    new ExperimentSummary(
                            "drums-kl",
                            "Drums with a strong and a weak KL term",
                            "The KL term trades reconstruction for sampling: with more bits of divergence from the prior, drums are reconstructed better, and samples resemble drums less (A. Roberts et al., 2018). The same network is trained three times: with beta rising to 0.4, with beta 0.2 and 48 free bits, and with beta 0.2 and 96 free bits."),
                    "drums-2bar",
                    SequenceVariant::byDivergence,
                    Aspect.TRADE_OFF));
}
