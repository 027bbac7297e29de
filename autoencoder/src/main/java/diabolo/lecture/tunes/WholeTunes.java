package diabolo.lecture.tunes;

import static diabolo.report.page.MetricFormat.ONE_DECIMAL;
import static diabolo.report.page.MetricFormat.SHARE;
import static diabolo.report.page.MetricFormat.TWO_DECIMALS;

import diabolo.experiment.Experiment;
import diabolo.experiment.ExperimentSummary;
import diabolo.experiment.Study;
import diabolo.model.ModelFolders;
import diabolo.report.Chapter;
import diabolo.report.page.KeyFigure;
import java.util.List;

/** Whole tunes of 16 bars by the included model, beside real tunes that it has not learned. */
record WholeTunes(Study study) implements Experiment {

    static final String NAME = "whole-tunes";
    static final List<String> DATA_SETS = List.of("leadsheets-openewld", "hymns-openhymnal");

    static final ExperimentSummary SUMMARY = ExperimentSummary.of(NAME, "Whole tunes: which codes follow each other")
            .withLine("Whole tunes of 16 bars: a diffusion model of sequences of codes, beside real tunes")
            .withIdea(
                    "A model of two bars knows nothing of what comes after them, and one of sixteen bars at once sticks to notes.",
                    "So the network of two bars stays as it is, and a second, small one learns which codes follow each other: it turns noise into eight codes step by step, as diffusion models turn noise into images.",
                    "All tunes are brought to one key, windows that come again are kept alike, and beginnings and ends are asked for.")
            .withLookFor(
                    "Bars that come again: without form, nothing returns.",
                    "Repeated notes and the range, beside real tunes: the sixteen-bar model sits on its notes.",
                    "The share of known phrases: below that of real tunes, the model does not copy.")
            .withNext("Ten tunes", "diabolo generate --count 10")
            .withNext("Some bars of a tune written anew", "diabolo fill tune.mid --bars 5-8")
            .withSources(
                    "G. Mittal, J. Engel, C. Hawthorne, I. Simon, Symbolic music generation with diffusion models, ISMIR 2021",
                    "T. Salimans, J. Ho, Progressive distillation for fast sampling of diffusion models, ICLR 2022",
                    "J. Song, C. Meng, S. Ermon, Denoising diffusion implicit models, ICLR 2021",
                    "W. Peebles, S. Xie, Scalable diffusion models with transformers, ICCV 2023");

    @Override
    public ExperimentSummary summary() {
        return SUMMARY;
    }

    @Override
    public List<KeyFigure> keyFigures() {
        return List.of(
                KeyFigure.of("notes that repeat the one before", "tunes.repeatedNotes", SHARE)
                        .against("real", "real.repeatedNotes"),
                KeyFigure.of("notes in the best key", "tunes.inKey", SHARE).against("real", "real.inKey"),
                KeyFigure.of("range, semitones", "tunes.range", ONE_DECIMAL).against("real", "real.range"),
                KeyFigure.of("bars whose rhythm and intervals come again", "tunes.intervalsAgain", SHARE)
                        .against("real", "real.intervalsAgain"),
                KeyFigure.of("cost of a note, nats", "tunes.learned.cost", TWO_DECIMALS)
                        .against("real", "real.learned.cost"),
                KeyFigure.of("phrases of five notes that are known", "tunes.learned.knownShare", SHARE)
                        .against("real", "real.learned.knownShare"));
    }

    @Override
    public List<Chapter> chapters() {
        return List.of(
                new TunesBesideReal(study, ModelFolders.TUNES),
                new TunesBesideReal(study, ModelFolders.TUNES_IN_THREE));
    }

    @Override
    public String quickRemark() {
        return "Quick run: 40 tunes of each kind instead of 200.";
    }
}
