package diabolo.report;

import static diabolo.note.Checks.require;

import diabolo.evaluation.NgramModel;
import diabolo.latent.Interpolation;
import diabolo.model.RecurrentAutoencoder;
import diabolo.model.Sampler;
import diabolo.picture.Point;
import diabolo.representation.TokenRepresentation;
import diabolo.representation.Tokens;
import diabolo.tensor.RandomSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Interpolation paths between pairs of held-out windows, and the music along them (Roberts et al. 2018, section 5.3, figure 3).
 *
 * <pre>{@code
 * PathMeasures paths = new PathMeasures(findings, network, 1024);
 * paths.course(PathMeasures.PathKind.SPHERICAL).highestCostRatio();
 * }</pre>
 */
final class PathMeasures {

    private static final int POINTS = 11;

    /** How two windows are connected. */
    enum PathKind {
        DATA("dataSpace", "in data space", "data space"),
        SPHERICAL("latentSpace", "in latent space, spherical", "latent, spherical"),
        LINEAR("latentSpaceLinear", "in latent space, linear", "latent, linear");

        final String metric;
        final String words;
        final String legend;

        PathKind(String metric, String words, String legend) {
            this.metric = metric;
            this.words = words;
            this.legend = legend;
        }
    }

    /**
     * All pairs' paths on average, each against the share of the path.
     *
     * @param distances the share of tokens that differ from those of the beginning
     * @param costRatios the cost under the language model, divided by that expected from the two ends
     * @param largestStep the largest share of tokens that change from one of the points to the next
     */
    record Course(List<Point> distances, List<Point> costRatios, double largestStep) {

        double highestCostRatio() {
            return costRatios.stream().mapToDouble(Point::y).max().orElseThrow();
        }

        double middleCostRatio() {
            return costRatios.get(POINTS / 2).y();
        }

        double middleDistance() {
            return distances.get(POINTS / 2).y();
        }
    }

    private final RecurrentAutoencoder network;
    private final TokenRepresentation representation;
    private final long seed;
    private final NgramModel music;
    private final List<Tokens> from = new ArrayList<>();
    private final List<Tokens> to = new ArrayList<>();
    private final float[][] fromCodes;
    private final float[][] toCodes;

    /** Pairs of held-out windows, chosen by the seed. */
    PathMeasures(Findings findings, RecurrentAutoencoder network, int pairs) {
        List<Tokens> heldOut = findings.music().tokens(findings.music().heldOut());
        require(
                heldOut.size() >= 2,
                "interpolation needs two held-out windows, but there are %d; give more pieces, or a larger heldOutShare"
                        .formatted(heldOut.size()));
        this.network = network;
        this.representation = findings.music().tokens();
        this.seed = findings.seed();
        this.music = Plausibility.languageModel(findings.music());
        RandomGenerator random = RandomSource.of(seed).derive("pairs").generator();
        for (int pair = 0; pair < pairs; pair++) {
            int first = random.nextInt(heldOut.size());
            from.add(heldOut.get(first));
            to.add(heldOut.get((first + random.nextInt(1, heldOut.size())) % heldOut.size()));
        }
        this.fromCodes = network.encode(from);
        this.toCodes = network.encode(to);
    }

    int pairs() {
        return from.size();
    }

    Course course(PathKind kind) {
        List<Point> distances = new ArrayList<>();
        List<Point> ratios = new ArrayList<>();
        double[] largestSteps = new double[from.size()];
        List<Tokens> before = List.of();
        for (int point = 0; point < POINTS; point++) {
            double share = (double) point / (POINTS - 1);
            List<Tokens> there = at(kind, share, from.size());
            double distance = 0;
            double ratio = 0;
            for (int pair = 0; pair < there.size(); pair++) {
                Tokens tokens = there.get(pair);
                distance += differing(from.get(pair), tokens) / there.size();
                double expected = (1 - share) * cost(from.get(pair)) + share * cost(to.get(pair));
                ratio += cost(tokens) / expected / there.size();
                if (!before.isEmpty()) {
                    largestSteps[pair] = Math.max(largestSteps[pair], differing(before.get(pair), tokens));
                }
            }
            distances.add(new Point(share, distance));
            ratios.add(new Point(share, ratio));
            before = there;
        }
        return new Course(
                distances, ratios, Arrays.stream(largestSteps).average().orElseThrow());
    }

    private double cost(Tokens window) {
        return music.cost(window.lines()[0]);
    }

    /** A point of the first pair's path. */
    Tokens example(PathKind kind, double share) {
        return at(kind, share, 1).getFirst();
    }

    /** A point of the paths of the first so many pairs. */
    private List<Tokens> at(PathKind kind, double share, int pairs) {
        return switch (kind) {
            case DATA -> mixed(share, pairs);
            case SPHERICAL -> decoded(Interpolation.SPHERICAL, share, pairs);
            case LINEAR -> decoded(Interpolation.LINEAR, share, pairs);
        };
    }

    /** Each token from the end with the probability of the share, else from the beginning. */
    private List<Tokens> mixed(double share, int pairs) {
        RandomGenerator random = RandomSource.of(seed).derive("mixture").generator();
        List<Tokens> mixtures = new ArrayList<>();
        for (int pair = 0; pair < pairs; pair++) {
            mixtures.add(representation.require(
                    representation.spliced(from.get(pair), to.get(pair), _ -> random.nextDouble() < share)));
        }
        return mixtures;
    }

    private List<Tokens> decoded(Interpolation interpolation, double share, int pairs) {
        float[][] between = new float[pairs][];
        for (int pair = 0; pair < pairs; pair++) {
            between[pair] = interpolation.between(fromCodes[pair], toCodes[pair], share);
        }
        return network.generate(between, Sampler.LIKELIEST);
    }

    /** The share of the tokens of the first line that are not the same. */
    static double differing(Tokens a, Tokens b) {
        double differing = 0;
        for (int step = 0; step < a.steps(); step++) {
            differing += a.lines()[0][step] == b.lines()[0][step] ? 0 : 1.0 / a.steps();
        }
        return differing;
    }
}
