package diabolo.experiment.music;

import static diabolo.note.Checks.require;
import static diabolo.report.page.MetricFormat.ONE_DECIMAL;
import static diabolo.report.page.MetricFormat.SHARE;
import static diabolo.report.page.MetricFormat.TWO_DECIMALS;

import diabolo.evaluation.piano.PianoExcerpt;
import diabolo.evaluation.piano.PianoFigures;
import diabolo.evaluation.tune.Tune;
import diabolo.evaluation.tune.TuneHistograms;
import diabolo.evaluation.tune.TuneNgrams;
import diabolo.experiment.music.SetComparison.Nearness;
import diabolo.grid.RhythmGrid;
import diabolo.note.At;
import diabolo.note.Meter;
import diabolo.report.page.Introduction;
import diabolo.report.page.Measure;
import diabolo.report.page.Report;
import java.util.List;
import java.util.Optional;

/** Music for two hands, such as ragtime, beside written one. */
public final class PianoBesideReal {

    private static final Introduction INTRODUCTION = new Introduction(
            List.of(
                    "Ragtime is a steady left hand, bass and chord in eighths, under a syncopated right.",
                    "What a model makes is that as far as it has the pulse, the density and the lengths of written rags; each figure stands beside theirs, and these beside themselves."),
            List.of(
                    "Left hand: below written rags, the pulse is broken.",
                    "Single sixteenths: above, notes are scattered dots.",
                    "Leaps: above, the highest line is no line."),
            List.of(),
            List.of(),
            List.of());

    private static final SetComparison<PianoExcerpt, PianoFigures> COMPARISON = new SetComparison<>(
            PianoFigures::of,
            List.of(
                    new Measure<>("leftHandPulse", "eighths struck below middle C", SHARE, PianoFigures::leftHandPulse),
                    new Measure<>(
                            "singleSixteenths", "notes of a single sixteenth", SHARE, PianoFigures::singleSixteenths),
                    new Measure<>(
                            "notesPerFourBars",
                            "notes in four bars of 4/4",
                            ONE_DECIMAL,
                            PianoFigures::notesPerFourBars),
                    new Measure<>(
                            "topLeap", "mean leap of the highest notes, semitones", ONE_DECIMAL, PianoFigures::topLeap),
                    new Measure<>("inKey", "notes in the best key", SHARE, PianoFigures::inKey)),
            List.of(
                    new Nearness<>(
                            "intervalOverlap",
                            "intervals of the highest line, overlap",
                            TWO_DECIMALS,
                            (ours, theirs) -> TuneHistograms.of(lines(ours))
                                    .intervals()
                                    .overlap(TuneHistograms.of(lines(theirs)).intervals())),
                    new Nearness<>(
                            "cost",
                            "cost of a note of the highest line, nats",
                            TWO_DECIMALS,
                            (ours, theirs) -> TuneNgrams.of(lines(theirs)).cost(lines(ours))),
                    new Nearness<>(
                            "knownShare",
                            "phrases of five notes of the highest line that are known",
                            SHARE,
                            (ours, theirs) -> TuneNgrams.of(lines(theirs)).knownShare(lines(ours)))));

    private PianoBesideReal() {}

    /**
     * Measures excerpts of so many bars of a meter; pieces in bars of half or a quarter of its length, as 2/4 beside 4/4, are taken too.
     *
     * @throws IllegalArgumentException if nothing fits, or there is one real piece; the message is a sentence
     */
    public static void add(
            Report report, int bars, Meter meter, MusicPieces made, MusicPieces real, Optional<MusicPieces> learned) {
        report.introduction(INTRODUCTION);
        COMPARISON.add(
                report,
                cut(made, bars, meter),
                cut(real, bars, meter),
                learned.map(pieces -> cut(pieces, bars, meter)));
    }

    private static MusicPieces.Cut<PianoExcerpt> cut(MusicPieces pieces, int bars, Meter meter) {
        double steps = bars * meter.barLength().toDouble() * RhythmGrid.SIXTEENTHS.stepsPerBeat();
        require(
                bars >= 1 && steps == Math.rint(steps) && steps <= RhythmGrid.MAX_STEPS,
                () -> "%d bars of %s are no excerpt on sixteenths; choose others".formatted(bars, meter));
        return pieces.cut(piece -> {
            piece.meters().forEach(at -> requireFitting(at, meter));
            return PianoExcerpt.of(piece, (int) steps);
        });
    }

    private static void requireFitting(At<Meter> at, Meter meter) {
        double ratio = meter.barLength().toDouble() / at.value().barLength().toDouble();
        require(
                ratio == 1 || ratio == 2 || ratio == 4,
                () -> "bars of %s are no part of bars of %s; leave the piece out".formatted(at.value(), meter));
    }

    private static List<Tune> lines(List<PianoExcerpt> excerpts) {
        return excerpts.stream().map(PianoExcerpt::topLine).toList();
    }
}
