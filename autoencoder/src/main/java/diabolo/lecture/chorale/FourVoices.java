package diabolo.lecture.chorale;

import static diabolo.report.page.MetricFormat.SHARE;
import static diabolo.report.page.MetricFormat.TWO_DECIMALS;

import diabolo.experiment.Experiment;
import diabolo.experiment.ExperimentSummary;
import diabolo.experiment.Study;
import diabolo.report.Chapter;
import diabolo.report.page.KeyFigure;
import java.util.List;

/** Melodies in four voices by a network that is learned from hymns, beside hymns that it has not learned. */
record FourVoices(Study study) implements Experiment {

    static final String NAME = "four-voices";
    static final String DATA_SET = "hymns-openhymnal";

    static final ExperimentSummary SUMMARY = ExperimentSummary.of(NAME, "Four voices: masked, and sampled again")
            .withLine("Four voices under a melody: a network that predicts masked notes, beside written hymns")
            .withIdea(
                    "Who writes four voices does not write from left to right: he sets a bass, tries a tenor, and changes what does not fit.",
                    "A network learns to predict notes that are masked from all others, before, after and around them. Voices are sampled from it by masking some and asking again, first all, then ever fewer: Gibbs sampling.",
                    "The melody is given and stays as it is. Any other voice could be given as well.")
            .withLookFor(
                    "Sonorities that are chords, and parallels, beside those of written hymns: neither need be perfect there.",
                    "The last chord: nobody tells the network which it is.",
                    "The cost of a note, beside n-grams: whether the network has learned more than what follows what.")
            .withNext("Four voices for a melody of yours", "diabolo harmonize song.mid --style chorale")
            .withNext("Under a given bass", "diabolo harmonize hymn.abc --style chorale --keep bass")
            .withNext("Other pieces held out", "diabolo experiment run four-voices --seed 2")
            .withSources(
                    "C.-Z. A. Huang, T. Cooijmans, A. Roberts, A. Courville, D. Eck, Counterpoint by convolution, ISMIR 2017",
                    "G. Hadjeres, F. Pachet, F. Nielsen, DeepBach: a steerable model for Bach chorales generation, ICML 2017",
                    "B. Uria, I. Murray, H. Larochelle, A deep and tractable density estimator, ICML 2014",
                    "L. Yao, S. Ozair, K. Cho, Y. Bengio, On the equivalence between deep NADE and generative stochastic networks, ECML 2014");

    @Override
    public ExperimentSummary summary() {
        return SUMMARY;
    }

    @Override
    public List<KeyFigure> keyFigures() {
        return List.of(
                KeyFigure.of("sonorities that are triads or sevenths", "voices.chords", SHARE)
                        .against("as written", "written.voices.chords"),
                KeyFigure.of("parallel fifths and octaves in a hundred moves", "voices.parallels", TWO_DECIMALS)
                        .against("as written", "written.voices.parallels"),
                KeyFigure.of("steps with a crossing", "voices.crossed", SHARE)
                        .against("as written", "written.voices.crossed"),
                KeyFigure.of("pieces that end on the tonic's chord", "voices.tonicEnd", SHARE)
                        .against("as written", "written.voices.tonicEnd"),
                KeyFigure.of("leading tones that rise", "voices.leadingTones", SHARE)
                        .against("as written", "written.voices.leadingTones"),
                KeyFigure.of("cost of an eighth of a voice, nats", "voices.cost", TWO_DECIMALS)
                        .against("n-grams", "ngrams.voices.cost"));
    }

    @Override
    public List<Chapter> chapters() {
        return List.of(new VoicesBesideHymns(study));
    }

    @Override
    public String quickRemark() {
        return "Quick run: the included model, not trained again, and four held-out hymns.";
    }
}
