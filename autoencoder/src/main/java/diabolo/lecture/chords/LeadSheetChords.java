package diabolo.lecture.chords;

import diabolo.experiment.Experiment;
import diabolo.experiment.ExperimentSummary;
import diabolo.experiment.Study;
import diabolo.report.Chapter;
import diabolo.report.page.KeyFigure;
import diabolo.report.page.MetricFormat;
import java.util.List;

/** Chords for melodies by a hidden Markov model, learned from lead sheets and compared with what is written in others. */
record LeadSheetChords(Study study) implements Experiment {

    static final String NAME = "lead-sheet-chords";
    static final String DATA_SET = "leadsheets-openewld";

    static final ExperimentSummary SUMMARY = ExperimentSummary.of(NAME, "Chords for a melody: a hidden Markov model")
            .withLine("Chords for a melody: a hidden Markov model, learned from lead sheets")
            .withIdea(
                    "A melody suggests its chords: its tones are mostly tones of the chord, and chords follow one another by habit.",
                    "A hidden Markov model has both: what the tones around a half bar say of its chord, and how likely each chord is after another, where in the bar it may change, and how a piece ends.",
                    "It learns in seconds, and finds the likeliest chords of a melody in milliseconds: what any network for lead sheets must beat.")
            .withLookFor(
                    "How many half bars have the written root, beside the same for the tonic throughout: several chords are right, so that the written root is often the second or third guess.",
                    "Chord changes a bar: a model that is unsure changes too seldom or too often.",
                    "Notes on the beat that are tones of the chord, beside those of the written chords: more is not better.")
            .withNext("Chords for a melody of yours", "diabolo harmonize song.mid --style lead-sheet")
            .withNext("Other pieces held out", "diabolo experiment run lead-sheet-chords --seed 2")
            .withSources(
                    "I. Simon, D. Morris, S. Basu, MySong: automatic accompaniment generation for vocal melodies, CHI 2008",
                    "C. Raphael, J. Stoddard, Functional harmonic analysis using probabilistic models, Computer Music Journal 28 (3), 2004",
                    "H. Bourlard, N. Morgan, Connectionist speech recognition: a hybrid approach, 1994",
                    "L. R. Rabiner, A tutorial on hidden Markov models and selected applications in speech recognition, Proc. IEEE 77 (2), 1989");

    @Override
    public ExperimentSummary summary() {
        return SUMMARY;
    }

    @Override
    public List<KeyFigure> keyFigures() {
        return List.of(
                KeyFigure.of("slots with the written root", "chords.root", MetricFormat.SHARE)
                        .against("always the tonic", "tonic.chords.root"),
                KeyFigure.of("written root among the three likeliest", "chords.topThree", MetricFormat.SHARE)
                        .against("tonic, dominant and subdominant", "tonic.chords.topThree"),
                KeyFigure.of("slots with the written chord", "chords.chord", MetricFormat.SHARE)
                        .against("always the tonic", "tonic.chords.chord"),
                KeyFigure.of("chord changes a bar", "chords.changesPerBar", MetricFormat.TWO_DECIMALS)
                        .against("as written", "written.chords.changesPerBar"),
                KeyFigure.of("notes on the beat that are chord tones", "chords.chordTones", MetricFormat.SHARE)
                        .against("as written", "written.chords.chordTones"),
                KeyFigure.of("pieces that end on the tonic's chord", "chords.tonicEnd", MetricFormat.SHARE)
                        .against("as written", "written.chords.tonicEnd"));
    }

    @Override
    public List<Chapter> chapters() {
        return List.of(new WrittenChords(study));
    }

    @Override
    public String quickRemark() {
        return "Quick run: the settings are those of the included model, not searched for again; everything else is as in the full run.";
    }
}
