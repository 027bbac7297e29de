package diabolo.experiment;

/** What the experiments about MusicVAE are about. */
final class MusicVaeSummaries {

    private static final String PAPER =
            "A. Roberts, J. Engel, C. Raffel, C. Hawthorne and D. Eck, A hierarchical latent vector model for learning long-term structure in music, ICML 2018";

    private static final String OF_DATA =
            "MusicVAE learned from millions of windows, these networks from thousands: its figures are no target that so little music could reach.";

    static final ExperimentSummary AGAINST_AUTOENCODER = ExperimentSummary.of(
                    "vae-against-autoencoder", "The same network with and without the variational part")
            .withLine("The same network with and without the variational part: which samples are music?")
            .withIdea(
                    "An autoencoder may put its codes anywhere and leaves gaps between them; what its decoder makes of a code from a gap need not be music.",
                    "A variational autoencoder pulls its codes towards a normal distribution and blurs them, so that its latent space has no gaps.",
                    "The same network is trained both ways, and both latent spaces are sampled, moved in and interpolated.")
            .withLookFor(
                    "Valid samples of the prior N(0, I): the variational network should have more.",
                    "Samples of a normal distribution fitted to the plain network's own codes: half of its trouble is only that its codes are elsewhere.",
                    "How many tokens change where a code is moved a little: a smooth space changes few.",
                    "What it costs: the variational network has a term in its loss that is not reconstruction.")
            .withCorrection(
                    "A term is added by computing the cross-entropy between the values of the latent variables and the prior",
                    "The term is the Kullback-Leibler divergence of the posterior from the prior, KL(q(z|x) || p(z)).")
            .withNext(
                    "Melodies of the included variational model",
                    "./diabolo generate --model melody-2bar-low --count 8 --out melodies")
            .withNext("The full comparison, about half an hour", "./diabolo experiment run vae-against-autoencoder")
            .withSources(PAPER, "D. P. Kingma and M. Welling, Auto-encoding variational Bayes, ICLR 2014");

    static final ExperimentSummary TWO_BARS_OF_MELODY = twoBars(
                    "musicvae-melody-2bar",
                    "MusicVAE: two bars of melody",
                    "MusicVAE (Roberts et al. 2018): two bars of melody",
                    "melody")
            .withNext(
                    "New melodies of the included model",
                    "./diabolo generate --model melody-2bar --count 8 --out melodies")
            .withNext(
                    "Variations of a melody of yours",
                    "./diabolo vary tune.mid --model melody-2bar --count 5 --out variations");

    static final ExperimentSummary TWO_BARS_OF_DRUMS = twoBars(
                    "musicvae-drums-2bar", "MusicVAE: two bars of drums", "MusicVAE: two bars of drums", "drums")
            .withNext("New drums of the included model", "./diabolo generate --model drums-2bar --count 8 --out drums")
            .withNext("Three regularizations beside each other", "./diabolo experiment run drums-kl");

    static final ExperimentSummary DRUMS_BY_DIVERGENCE = ExperimentSummary.of(
                    "drums-kl", "Drums with a strong and a weak KL term")
            .withLine("Drums with a strong and a weak KL term: reconstruction against samples")
            .withIdea(
                    "The KL term of a variational autoencoder trades reconstruction for sampling.",
                    "With more bits of divergence from the prior the code says more of its music, so drums are reconstructed better; but samples of the prior resemble drums less.",
                    "The same network is trained three times: with beta rising to 0.4, with beta 0.2 and 48 free bits, and with beta 0.2 and 96 free bits.")
            .withLookFor(
                    "Divergence, accuracy and valid samples in one table: the first two rise together, the third falls.",
                    "Which of the three would you use to encode a rhythm, and which to invent one?")
            .withCorrection(
                    "MusicVAE's own pair, beta 0.8 against 96 free bits",
                    OF_DATA + " At beta 0.8 only two bits of the code were left here, so the strong one has 0.4.")
            .withNext(
                    "Drums of the strongly regularized model",
                    "./diabolo generate --model drums-2bar-low --count 8 --out low")
            .withNext(
                    "Drums of the weakly regularized model",
                    "./diabolo generate --model drums-2bar --count 8 --out high")
            .withSources(PAPER);

    static final ExperimentSummary SIXTEEN_BARS_OF_MELODY = sixteenBars(
                    "musicvae-melody-16bar",
                    "MusicVAE: sixteen bars of melody, flat against hierarchical",
                    "MusicVAE: sixteen bars of melody, flat against hierarchical",
                    "melodies")
            .withNext(
                    "Sixteen new bars of the included model",
                    "./diabolo generate --model melody-16bar --count 4 --out long");

    static final ExperimentSummary SIXTEEN_BARS_OF_TRIO = sixteenBars(
                    "musicvae-trio-16bar",
                    "MusicVAE: sixteen bars of melody, bass and drums, flat against hierarchical",
                    "MusicVAE: sixteen bars of trio, flat against hierarchical",
                    "trios of melody, bass and drums")
            .withNext("Only the hierarchical network, as a model to use", "./diabolo train trio-16bar");

    private MusicVaeSummaries() {}

    private static ExperimentSummary twoBars(String name, String title, String line, String music) {
        return ExperimentSummary.of(name, title)
                .withLine(line)
                .withIdea(
                        "One LSTM reads two bars of %s in both directions and encodes them to a normal distribution."
                                .formatted(music),
                        "A sample of it is the code, from which another LSTM writes the bars again, token by token, each after those before.",
                        "Trained so, the network reconstructs music that it has not learned, and makes new music of codes sampled from N(0, I).")
                .withLookFor(
                        "Teacher-forced against free-running: the one is given the true notes before each, the other lives with its own.",
                        "Always hold: as most tokens say that nothing begins, a decoder that only says so is right surprisingly often. Onset F1 is not fooled.",
                        "Originals and their reconstructions: what is kept, what is changed?")
                .withCorrection("Accuracies of the paper", OF_DATA)
                .withSources(PAPER);
    }

    private static ExperimentSummary sixteenBars(String name, String title, String line, String music) {
        return ExperimentSummary.of(name, title)
                .withLine(line)
                .withIdea(
                        "Over sixteen bars a flat decoder loses the code: what it wrote last tells it more.",
                        "A hierarchical decoder has a conductor, an LSTM that makes an embedding for each bar of the code; the LSTM below starts anew with each bar and knows of the whole only what the conductor says.",
                        "Both decoders have about as many weights and the same training, on %s.".formatted(music))
                .withLookFor(
                        "Free-running accuracy, flat against hierarchical: in the paper the gap is large.",
                        "Teacher-forced it is another matter: there a decoder can do without the code, and the flat one may be ahead.",
                        "Do the reconstructions keep the form of their originals, such as a phrase that comes again?")
                .withCorrection("Accuracies of the paper", OF_DATA + " Neither network is a codec.")
                .withSources(PAPER);
    }
}
