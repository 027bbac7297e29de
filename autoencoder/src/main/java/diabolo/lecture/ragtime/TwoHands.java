package diabolo.lecture.ragtime;

import static diabolo.report.page.MetricFormat.ONE_DECIMAL;
import static diabolo.report.page.MetricFormat.SHARE;

import diabolo.experiment.Experiment;
import diabolo.experiment.ExperimentSummary;
import diabolo.experiment.Study;
import diabolo.report.Chapter;
import diabolo.report.page.KeyFigure;
import java.util.List;

/** Ragtime by a network that is learned from rags as lines of two hands, beside rags that it has not learned. */
record TwoHands(Study study) implements Experiment {

    static final String NAME = "ragtime";
    static final String DATA_SET = "ragtime-mutopia";

    static final ExperimentSummary SUMMARY = ExperimentSummary.of(NAME, "Ragtime for two hands: lines and shapes")
            .withLine("Ragtime for two hands: a network that predicts masked notes, beside written rags")
            .withIdea(
                    "A piano roll knows no hands: a network of cells gives scattered dots, as each may sound by itself.",
                    "Here each hand is a line, its leading note, and the shape that it is struck in: octave, third, chord. A network learns to predict what is masked of these four lines from the rest; rags are sampled by masking and asking again, first all, then ever less.",
                    "Which bars come again is taken from a written strain, as the network does not see so far.")
            .withLookFor(
                    "The pulse of the left hand and the single sixteenths, beside written rags and beside DeepHear's.",
                    "The similarity to the closest learned passage: between rags of different pieces it is not zero either.",
                    "Known phrases of the highest line: below those of held-out rags, nothing is copied.")
            .withNext("A rag of your own", "diabolo generate --model ragtime --key \"Ab major\" --bars 32")
            .withNext("The lecture's ragtime", "diabolo generate --model ragtime-deephear")
            .withNext("Other rags held out", "diabolo experiment run ragtime --seed 2")
            .withSources(
                    "C.-Z. A. Huang, T. Cooijmans, A. Roberts, A. Courville, D. Eck, Counterpoint by convolution, ISMIR 2017",
                    "L. Yao, S. Ozair, K. Cho, Y. Bengio, On the equivalence between deep NADE and generative stochastic networks, ECML 2014",
                    "F. Sun, DeepHear: composing and harmonizing music with neural networks, 2015");

    @Override
    public ExperimentSummary summary() {
        return SUMMARY;
    }

    @Override
    public List<KeyFigure> keyFigures() {
        return List.of(
                KeyFigure.of("eighths struck by the left hand", "rags.leftHandPulse", SHARE)
                        .against("held-out rags", "heldOut.rags.leftHandPulse"),
                KeyFigure.of("notes of a single sixteenth", "rags.singleSixteenths", SHARE)
                        .against("held-out rags", "heldOut.rags.singleSixteenths"),
                KeyFigure.of("notes in 64 sixteenths", "rags.notesPerFourBars", ONE_DECIMAL)
                        .against("held-out rags", "heldOut.rags.notesPerFourBars"),
                KeyFigure.of("notes in the best key", "rags.inKey", SHARE)
                        .against("held-out rags", "heldOut.rags.inKey"),
                KeyFigure.of("similarity to the closest learned passage", "rags.similarity", SHARE)
                        .against("held-out rags", "heldOut.rags.similarity"));
    }

    @Override
    public List<Chapter> chapters() {
        return List.of(new RagsBesideWritten(study));
    }

    @Override
    public String quickRemark() {
        return "Quick run: the included model, not trained again, and 4 rags of each kind instead of 100.";
    }
}
