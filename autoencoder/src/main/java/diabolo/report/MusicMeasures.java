package diabolo.report;

import static diabolo.report.page.MetricFormat.ONE_DECIMAL;
import static diabolo.report.page.MetricFormat.SHARE;
import static diabolo.report.page.MetricFormat.TWO_DECIMALS;

import diabolo.evaluation.drums.DrumFigures;
import diabolo.evaluation.tune.TuneFigures;
import diabolo.report.page.Measure;
import java.util.List;

/** By what sets of music are measured, in the order of reports. */
public final class MusicMeasures {

    public static final List<Measure<TuneFigures>> MELODIES = List.of(
            new Measure<>("repeatedNotes", "notes that repeat the one before", SHARE, TuneFigures::repeatedNotes),
            new Measure<>("notesPerBar", "notes a bar", TWO_DECIMALS, TuneFigures::notesPerBar),
            new Measure<>("inKey", "notes in the best key", SHARE, TuneFigures::inKey),
            new Measure<>("range", "range, semitones", ONE_DECIMAL, TuneFigures::range),
            new Measure<>("meanInterval", "mean interval, semitones", TWO_DECIMALS, TuneFigures::meanInterval),
            new Measure<>("leaps", "leaps of more than a fifth", SHARE, TuneFigures::leaps),
            new Measure<>("rhythmAgain", "bars whose rhythm comes again", SHARE, TuneFigures::rhythmAgain),
            new Measure<>(
                    "intervalsAgain", "bars whose rhythm and intervals come again", SHARE, TuneFigures::intervalsAgain),
            new Measure<>("silentBars", "bars in which no note begins", SHARE, TuneFigures::silentBars),
            new Measure<>("longestNote", "longest note, bars", TWO_DECIMALS, TuneFigures::longestNote),
            new Measure<>("lastIsTonic", "last note is the tonic", SHARE, TuneFigures::lastIsTonic));

    public static final List<Measure<DrumFigures>> DRUMS = List.of(
            new Measure<>("backbeat", "snare on beats 2 and 4", SHARE, DrumFigures::backbeat),
            new Measure<>("kickOnDownbeat", "bars that begin with the kick", SHARE, DrumFigures::kickOnDownbeat),
            new Measure<>("barLikeness", "likeness of a bar and the next", TWO_DECIMALS, DrumFigures::barLikeness),
            new Measure<>("hitsPerBar", "hits a bar", TWO_DECIMALS, DrumFigures::hitsPerBar),
            new Measure<>("onsetsPerBar", "onsets a bar", TWO_DECIMALS, DrumFigures::onsetsPerBar));

    private MusicMeasures() {}
}
