package diabolo.experiment;

import static diabolo.note.Checks.require;

import diabolo.audio.SoundFont;
import diabolo.audio.Synthesizer;
import diabolo.evaluation.NgramModel;
import diabolo.latent.Interpolation;
import diabolo.model.RecurrentAutoencoder;
import diabolo.model.TokenChoice;
import diabolo.note.NoteSequence;
import diabolo.note.Tempo;
import diabolo.picture.Axis;
import diabolo.picture.Curve;
import diabolo.picture.CurvePicture;
import diabolo.picture.PianoRollPicture;
import diabolo.picture.Point;
import diabolo.tensor.RandomSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Ways between held-out melodies, through the latent space and through the data (Roberts et al. 2018, section 5.3, figure 3):
 * how far each point is from the beginning, and how plausible it is to a language model of the music learned from.
 */
final class InterpolationExperiment {

    private static final int PAIRS = 1024;
    private static final int QUICK_PAIRS = 64;
    private static final int POINTS = 11;
    private static final int ORDER = 5;

    /** A way to go. */
    private enum Way {
        DATA("dataSpace", "in data space"),
        SPHERICAL("latentSpace", "in latent space, spherical"),
        LINEAR("latentSpaceLinear", "in latent space, linear");

        private final String metric;
        private final String words;

        Way(String metric, String words) {
            this.metric = metric;
            this.words = words;
        }
    }

    private final SequenceData data;
    private final SequenceSpec spec;
    private final RecurrentAutoencoder network;
    private final NgramModel music;
    private final List<int[][]> from = new ArrayList<>();
    private final List<int[][]> to = new ArrayList<>();
    private final Report report = new Report("interpolation", "Ways between melodies");
    private final IdentityHashMap<int[][], float[]> known = new IdentityHashMap<>();
    private final List<Curve> distances = new ArrayList<>();
    private final List<Curve> costs = new ArrayList<>();
    private final Synthesizer synthesizer = Synthesizer.playing(SoundFont.find());

    private InterpolationExperiment(Experiments.Trained trained) {
        this.spec = trained.spec();
        this.data = trained.data();
        this.network = trained.network();
        require(data.heldOut().size() >= 2, "interpolation goes between held-out windows, of which there are not two");
        this.music = NgramModel.fitted(
                ORDER,
                spec.tokens().alphabets().getFirst(),
                SequenceData.tokens(data.training()).stream()
                        .map(window -> window[0])
                        .toList());
        List<int[][]> heldOut = SequenceData.tokens(data.heldOut());
        RandomGenerator random = RandomSource.of(spec.seed()).derive("pairs").generator();
        for (int pair = 0; pair < (trained.effort() == Effort.FULL ? PAIRS : QUICK_PAIRS); pair++) {
            int first = random.nextInt(heldOut.size());
            from.add(heldOut.get(first));
            to.add(heldOut.get((first + random.nextInt(1, heldOut.size())) % heldOut.size()));
        }
    }

    static Report report(Experiments.Trained trained, ExperimentProgress progress) throws IOException {
        return new InterpolationExperiment(trained).run(progress);
    }

    private Report run(ExperimentProgress progress) throws IOException {
        report.metric("pairs", from.size());
        for (Way way : Way.values()) {
            progress.message("Going " + way.words);
            measure(way);
        }
        report.section("Distance and plausibility along the way");
        report.text(
                "%d ways between held-out windows, averaged. The distance is the share of tokens that differ from those of the beginning. The cost ratio is the cost under a %d-gram model of the music learned from, divided by that expected from the two ends: above 1 a point is less plausible than they are. Even at its ends a latent way is not quite at them: that is what the network loses in giving them back."
                        .formatted(from.size(), ORDER));
        report.pictures(
                new CurvePicture(
                        "Distance from the beginning", "share of the way", "share of tokens", Axis.LINEAR, distances),
                new CurvePicture("Cost ratio", "share of the way", "cost over expected cost", Axis.LINEAR, costs));
        example();
        return report;
    }

    private void measure(Way way) {
        List<Point> distance = new ArrayList<>();
        List<Point> ratio = new ArrayList<>();
        for (int point = 0; point < POINTS; point++) {
            double share = (double) point / (POINTS - 1);
            List<int[][]> there = at(way, share, from, to);
            double differing = 0;
            double ratios = 0;
            for (int pair = 0; pair < there.size(); pair++) {
                differing += differing(from.get(pair)[0], there.get(pair)[0]) / there.size();
                double expected = (1 - share) * music.cost(from.get(pair)[0]) + share * music.cost(to.get(pair)[0]);
                ratios += music.cost(there.get(pair)[0]) / expected / there.size();
            }
            distance.add(new Point(share, differing));
            ratio.add(new Point(share, ratios));
        }
        report.metric(
                way.metric + ".maxCostRatio",
                ratio.stream().mapToDouble(Point::y).max().orElseThrow());
        report.metric(way.metric + ".middleCostRatio", ratio.get(POINTS / 2).y());
        report.metric(way.metric + ".middleDistance", distance.get(POINTS / 2).y());
        distances.add(new Curve(way.words, distance));
        costs.add(new Curve(way.words, ratio));
    }

    /** The points of many ways at the same share. */
    private List<int[][]> at(Way way, double share, List<int[][]> starts, List<int[][]> ends) {
        return switch (way) {
            case DATA -> mixed(share, starts, ends);
            case SPHERICAL -> decoded(Interpolation.SPHERICAL, share, starts, ends);
            case LINEAR -> decoded(Interpolation.LINEAR, share, starts, ends);
        };
    }

    /** Each token from the end with the probability of the share, else from the beginning. */
    private List<int[][]> mixed(double share, List<int[][]> starts, List<int[][]> ends) {
        RandomGenerator random = RandomSource.of(spec.seed()).derive("mixture").generator();
        List<int[][]> mixtures = new ArrayList<>();
        for (int pair = 0; pair < starts.size(); pair++) {
            int[][] mixture = {starts.get(pair)[0].clone()};
            for (int step = 0; step < mixture[0].length; step++) {
                if (random.nextDouble() < share) {
                    mixture[0][step] = ends.get(pair)[0][step];
                }
            }
            mixtures.add(mixture);
        }
        return mixtures;
    }

    private List<int[][]> decoded(Interpolation interpolation, double share, List<int[][]> starts, List<int[][]> ends) {
        float[][] codes = new float[starts.size()][];
        for (int pair = 0; pair < codes.length; pair++) {
            codes[pair] = interpolation.between(code(starts.get(pair)), code(ends.get(pair)), share);
        }
        return network.write(codes, TokenChoice.GREEDY);
    }

    private float[] code(int[][] window) {
        return known.computeIfAbsent(window, one -> network.encodeTokens(List.<int[][]>of(one))[0]);
    }

    private static double differing(int[] a, int[] b) {
        double differing = 0;
        for (int step = 0; step < a.length; step++) {
            differing += a[step] == b[step] ? 0 : 1.0 / a.length;
        }
        return differing;
    }

    private void example() throws IOException {
        for (Way way : List.of(Way.DATA, Way.SPHERICAL)) {
            report.section("One way " + way.words);
            for (int point = 0; point <= 4; point++) {
                double share = point / 4.0;
                int[][] tokens =
                        at(way, share, from.subList(0, 1), to.subList(0, 1)).getFirst();
                NoteSequence piece =
                        spec.tokens().decodeTokens(tokens).toNoteSequence().withTempo(new Tempo(spec.beatsPerMinute()));
                if (piece.allNotes().findAny().isPresent()) {
                    report.piece(
                            String.format(Locale.ROOT, "%.0f %% of the way", 100 * share),
                            PianoRollPicture.of(piece),
                            piece,
                            synthesizer);
                }
            }
        }
        report.note("heldOutPieces", data.pieces().heldOut().stream().sorted().toList());
    }
}
