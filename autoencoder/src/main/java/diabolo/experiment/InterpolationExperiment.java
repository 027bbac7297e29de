package diabolo.experiment;

import diabolo.audio.SoundFont;
import diabolo.audio.Synthesizer;
import diabolo.experiment.WaysBetween.Course;
import diabolo.experiment.WaysBetween.Way;
import diabolo.note.NoteSequence;
import diabolo.note.Tempo;
import diabolo.picture.Axis;
import diabolo.picture.Curve;
import diabolo.picture.CurvePicture;
import diabolo.picture.PianoRollPicture;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Ways between held-out melodies, through the latent space and through the data (Roberts et al. 2018, section 5.3, figure 3):
 * how far each point is from the beginning, and how plausible it is to a language model of the music learned from.
 */
final class InterpolationExperiment {

    private static final int PAIRS = 1024;
    private static final int QUICK_PAIRS = 64;
    private static final int EXAMPLE_POINTS = 5;

    private InterpolationExperiment() {}

    static Report report(Experiments.Trained trained, ExperimentProgress progress) throws IOException {
        WaysBetween ways = new WaysBetween(
                trained.spec(),
                trained.data(),
                trained.network(),
                trained.effort() == Effort.FULL ? PAIRS : QUICK_PAIRS);
        Report report = new Report("interpolation", "Ways between melodies");
        report.metric("pairs", ways.pairs());
        List<Curve> distances = new ArrayList<>();
        List<Curve> costs = new ArrayList<>();
        for (Way way : Way.values()) {
            progress.message("Going " + way.words);
            Course course = ways.course(way);
            report.metric(way.metric + ".maxCostRatio", course.highestCostRatio());
            report.metric(way.metric + ".middleCostRatio", course.middleCostRatio());
            report.metric(way.metric + ".middleDistance", course.middleDistance());
            report.metric(way.metric + ".largestStep", course.largestStep());
            distances.add(new Curve(way.words, course.distances()));
            costs.add(new Curve(way.words, course.costRatios()));
        }
        report.section("Distance and plausibility along the way");
        report.text(
                "%d ways between held-out windows, averaged. The distance is the share of tokens that differ from those of the beginning. The cost ratio is the cost under a %d-gram model of the music learned from, divided by that expected from the two ends: above 1 a point is less plausible than they are. Even at its ends a latent way is not quite at them: that is what the network loses in giving them back."
                        .formatted(ways.pairs(), WaysBetween.ORDER));
        report.pictures(
                new CurvePicture(
                        "Distance from the beginning", "share of the way", "share of tokens", Axis.LINEAR, distances),
                new CurvePicture("Cost ratio", "share of the way", "cost over expected cost", Axis.LINEAR, costs));
        example(ways, trained.spec(), report);
        report.note(
                "heldOutPieces",
                trained.data().pieces().heldOut().stream().sorted().toList());
        return report;
    }

    private static void example(WaysBetween ways, ExperimentSpec spec, Report report) throws IOException {
        Synthesizer synthesizer = Synthesizer.playing(SoundFont.find());
        for (Way way : List.of(Way.DATA, Way.SPHERICAL)) {
            report.section("One way " + way.words);
            for (int point = 0; point < EXAMPLE_POINTS; point++) {
                double share = point / (EXAMPLE_POINTS - 1.0);
                NoteSequence piece = spec.tokens()
                        .decode(ways.example(way, share))
                        .toNoteSequence()
                        .withTempo(new Tempo(spec.beatsPerMinute()));
                if (piece.allNotes().findAny().isPresent()) {
                    report.piece(
                            String.format(Locale.ROOT, "%.0f %% of the way", 100 * share),
                            PianoRollPicture.of(piece),
                            piece,
                            synthesizer);
                }
            }
        }
    }
}
