package diabolo.experiment;

import diabolo.experiment.MusicVaeExperiment.Aspect;
import java.util.List;
import java.util.function.Function;

/**
 * A question that is put to MusicVAE.
 *
 * @param claim the idea in two sentences
 * @param specName of the first network in the catalog
 * @param networks what is compared, made from that spec
 */
record MusicVaeStudy(
        String experimentName,
        String title,
        String claim,
        String specName,
        Function<ExperimentSpec, List<SequenceVariant>> networks,
        Aspect aspect) {

    private static final String OF_TWO_BARS =
            "A variational autoencoder of two LSTMs, one that reads %s into a Gaussian code and one that writes it again, reconstructs music that it never saw (A. Roberts et al., 2018). The code is short enough to sample new music from, and long enough to give music back.";
    private static final String OF_SIXTEEN_BARS =
            "A decoder that writes sixteen bars note by note forgets the code on the way; a hierarchical one, whose conductor LSTM passes each bar an embedding of its own, keeps to it (A. Roberts et al., 2018). Both decoders have about as many weights and the same training, on %s.";

    static final List<MusicVaeStudy> ALL = List.of(
            new MusicVaeStudy(
                    "musicvae-melody-2bar",
                    "MusicVAE (Roberts et al. 2018): two bars of melody",
                    OF_TWO_BARS.formatted("two bars of melody"),
                    "melody-2bar",
                    SequenceVariant::alone,
                    Aspect.RECONSTRUCTION),
            new MusicVaeStudy(
                    "musicvae-drums-2bar",
                    "MusicVAE: two bars of drums",
                    OF_TWO_BARS.formatted("two bars of drums"),
                    "drums-2bar",
                    SequenceVariant::alone,
                    Aspect.RECONSTRUCTION),
            new MusicVaeStudy(
                    "musicvae-melody-16bar",
                    "MusicVAE: sixteen bars of melody, flat against hierarchical",
                    OF_SIXTEEN_BARS.formatted("melodies"),
                    "melody-16bar",
                    SequenceVariant::flatAndHierarchical,
                    Aspect.RECONSTRUCTION),
            new MusicVaeStudy(
                    "musicvae-trio-16bar",
                    "MusicVAE: sixteen bars of melody, bass and drums, flat against hierarchical",
                    OF_SIXTEEN_BARS.formatted("trios of melody, bass and drums"),
                    "trio-16bar",
                    SequenceVariant::flatAndHierarchical,
                    Aspect.RECONSTRUCTION),
            new MusicVaeStudy(
                    "vae-against-autoencoder",
                    "The same network with and without the variational part",
                    "An autoencoder learns codes without learning where other codes lie, so that what is sampled between them need not be music; a variational autoencoder, whose codes are pulled towards a normal distribution, fills its latent space. The same network is trained with and without the variational part, and both latent spaces are sampled, moved in and interpolated.",
                    "melody-2bar-low",
                    SequenceVariant::withAndWithoutChance,
                    Aspect.LATENT_SPACE),
            new MusicVaeStudy(
                    "drums-kl",
                    "Drums under a strong and a weak pull towards the prior",
                    "The weight of the KL term trades reconstruction for sampling: the more bits of divergence from the prior a code may take, the better drums are reconstructed, and the less samples from the prior resemble drums (A. Roberts et al., 2018). The same network is trained three times: with beta rising to 0.4, with beta 0.2 and 48 free bits, and with beta 0.2 and 96 free bits.",
                    "drums-2bar",
                    SequenceVariant::byDivergence,
                    Aspect.TRADE_OFF));
}
