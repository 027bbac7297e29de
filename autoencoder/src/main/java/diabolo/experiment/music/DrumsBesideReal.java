package diabolo.experiment.music;

import static diabolo.report.page.MetricFormat.SHARE;
import static diabolo.report.page.MetricFormat.TWO_DECIMALS;

import diabolo.evaluation.drums.DrumFigures;
import diabolo.evaluation.drums.DrumHistograms;
import diabolo.evaluation.drums.DrumPattern;
import diabolo.experiment.music.SetComparison.Nearness;
import diabolo.report.MusicMeasures;
import diabolo.report.page.Introduction;
import diabolo.report.page.Report;
import java.util.List;
import java.util.Optional;

/** Drums beside played ones: whether they groove. */
public final class DrumsBesideReal {

    private static final Introduction INTRODUCTION = new Introduction(
            List.of(
                    "Drums that a model makes groove as far as they have what played drums have: a snare on two and four, a kick where bars begin, bars that are alike but not the same.",
                    "Each figure stands beside that of played drums, and these beside themselves."),
            List.of(
                    "Likeness of bars: below played drums, a pattern is by chance; near 1, it only repeats.",
                    "Known bars: what is likely because it is copied is known."),
            List.of(),
            List.of(),
            List.of());

    private static final SetComparison<DrumPattern, DrumFigures> COMPARISON = new SetComparison<>(
            DrumFigures::of,
            MusicMeasures.DRUMS,
            List.of(
                    new Nearness<>(
                            "hitOverlap",
                            "drums at steps of a bar, overlap",
                            TWO_DECIMALS,
                            (ours, theirs) -> DrumHistograms.of(ours)
                                    .hits()
                                    .overlap(DrumHistograms.of(theirs).hits())),
                    new Nearness<>(
                            "knownShare", "bars that are known", SHARE, (ours, theirs) -> DrumHistograms.of(theirs)
                                    .knownShare(ours))));

    private DrumsBesideReal() {}

    /**
     * Measures patterns of so many bars of 4/4.
     *
     * @throws IllegalArgumentException if nothing fits, or there is one real piece; the message is a sentence
     */
    public static void add(Report report, int bars, MusicPieces made, MusicPieces real, Optional<MusicPieces> learned) {
        report.introduction(INTRODUCTION);
        COMPARISON.add(report, cut(made, bars), cut(real, bars), learned.map(pieces -> cut(pieces, bars)));
    }

    private static MusicPieces.Cut<DrumPattern> cut(MusicPieces pieces, int bars) {
        return pieces.cut(piece -> DrumPattern.of(piece).excerpts(bars));
    }
}
