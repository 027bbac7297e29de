package diabolo.operation;

import static diabolo.note.Checks.requireBetween;
import static java.util.Objects.requireNonNull;

import diabolo.latent.AccompaniedMelody;
import diabolo.latent.CodeOperations;
import diabolo.latent.LatentSpace;
import diabolo.latent.Recipe;
import diabolo.latent.TuneSampler;
import diabolo.latent.TuneVariation;
import diabolo.model.diffusion.SequencePrior;
import diabolo.note.Meter;
import diabolo.note.OutOfRangeException;
import diabolo.representation.Frames;
import diabolo.tensor.RandomSource;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/**
 * Variations of a piece: neighbours of its code in random directions.
 *
 * <pre>{@code
 * Outcome outcome = new Vary(Source.of(rag), 0.5, 3).on(space);
 * Outcome different = new Vary(Source.of(rag), 0.5, 8, 3, Optional.empty(), Decoding.DEFAULT).on(space); // in 8 steps at least
 * }</pre>
 *
 * <p>{@link Remark.Varied} gives the number of steps in which they differ from the reconstruction of the piece.
 *
 * @param distance of each window's code from the piece's, Euclidean, 0 to 1,000,000; codes of a variational model with n latent
 *     dimensions lie about the square root of n from the origin
 * @param steps in which each is to differ from the reconstruction of the piece, 0 to 1,000,000: its distance grows until it does,
 *     and until it is like no variation before it; 0 for the distance alone. Images take the distance alone
 * @param count variations, 1 to 1,000
 * @param strength of a variation by a model's prior of tunes, instead of a distance: see {@link TuneVariation}
 */
public record Vary(Source piece, double distance, int steps, int count, Optional<Double> strength, Decoding decoding)
        implements Operation {

    private static final double GROWTH = 1.25;
    private static final double SHORTEST = 0.1;

    /** Of the first distance: farther codes are no longer near the piece. */
    private static final double MOST_GROWTH = 20;

    public Vary {
        requireNonNull(piece, "piece");
        requireBetween("steps", steps, 0, 1_000_000);
        requireBetween("count", count, 1, 1000);
        requireBetween("distance", distance, 0, 1e6);
        strength.ifPresent(some -> requireBetween("strength", some, 0.05, 1));
        requireNonNull(decoding, "decoding");
    }

    public Vary(Source piece, double distance, int count) {
        this(piece, distance, 0, count, Optional.empty(), Decoding.DEFAULT);
    }

    /** A variation at some distance, and in how many steps it differs from the piece. */
    private record Variation(double distance, Recipe recipe, List<Frames> windows, int changedSteps) {}

    @Override
    public Outcome on(LatentSpace space, DoubleConsumer progress) {
        if (strength.isPresent()) {
            return asTunes(space, strength.get(), progress);
        }
        GivenSources given = new GivenSources(space);
        float[][] codes = given.encode(piece);
        List<Variation> variations = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            variations.add(different(space, codes, number, variations));
            progress.accept((number + 1.0) / count);
        }
        IntSummaryStatistics changed =
                variations.stream().mapToInt(Variation::changedSteps).summaryStatistics();
        given.remark(new Remark.Varied(
                space.description().name(),
                changed.getMin(),
                changed.getMax(),
                codes.length * space.representation().steps(),
                steps));
        return given.outcome(given.named(piece, decoding)
                .numbered(variations.stream()
                        .map(variation -> variation.recipe().withDetails(details(piece, variation.distance())))
                        .toList()));
    }

    private Outcome asTunes(LatentSpace space, double asked, DoubleConsumer progress) {
        SequencePrior prior = space.sequencePrior()
                .orElseThrow(() -> new OutOfRangeException(
                        "strength",
                        "is for models that know which windows follow each other, which %s does not; choose tune-16bar, or use distance"
                                .formatted(space.description().name())));
        if (!(piece instanceof Source.Music music)) {
            throw new OutOfRangeException(
                    "strength", "is for music, and %s holds codes; use distance".formatted(piece.name()));
        }
        GivenSources given = new GivenSources(space);
        AccompaniedMelody accompanied = AccompaniedMelody.of(music.piece());
        GivenMusic read = given.read(new Source.Music(piece.name(), accompanied.melody(), music.selection()));
        List<Frames> windows = space.frames(read.passage());
        List<Recipe> recipes = new ArrayList<>();
        IntSummaryStatistics changed = new IntSummaryStatistics();
        Meter meter = TuneSampler.meterOf(read.passage(), space.representation());
        try (TuneSampler sampler = new TuneSampler(space, prior, TuneSampler.Settings.DEFAULT, meter)) {
            TuneVariation variation = new TuneVariation(sampler, asked);
            for (int number = 0; number < count; number++) {
                List<Frames> varied =
                        variation.of(windows, RandomSource.of(decoding.seed()).derive("variation", number));
                changed.accept(IntStream.range(0, windows.size())
                        .map(i -> space.representation().differingSteps(windows.get(i), varied.get(i)))
                        .sum());
                Recipe recipe = space.allGiven("vary", varied)
                        .withDetails(Map.of("file", piece.name(), "strength", String.valueOf(asked)));
                recipes.add(
                        accompanied.isAccompanied()
                                ? recipe.withAccompaniment(AccompaniedMelody.found(space, recipe, read.passage()))
                                : recipe);
                progress.accept((number + 1.0) / count);
            }
        }
        read.offGrid().ifPresent(given::remark);
        read.loss(space).ifPresent(given::remark);
        given.remark(new Remark.Varied(
                space.description().name(),
                changed.getMin(),
                changed.getMax(),
                windows.size() * space.representation().steps(),
                0));
        return given.outcome(given.named(piece, decoding).numbered(recipes));
    }

    static Map<String, String> details(Source piece, double distance) {
        return Map.of("file", piece.name(), "distance", String.valueOf(distance));
    }

    /** The nearest that differs enough; if none does, the one that differs most. */
    private Variation different(LatentSpace space, float[][] codes, int number, List<Variation> before) {
        List<Frames> unmoved = at(space, codes, number, 0, List.of()).windows();
        double reach = Math.max(distance, SHORTEST) * MOST_GROWTH;
        Variation best = at(space, codes, number, distance, unmoved);
        for (double next = Math.max(distance, SHORTEST) * GROWTH;
                steps > 0 && !isEnough(best, before) && next <= reach;
                next *= GROWTH) {
            Variation farther = at(space, codes, number, next, unmoved);
            best = farther.changedSteps() >= best.changedSteps() ? farther : best;
        }
        return best;
    }

    private boolean isEnough(Variation variation, List<Variation> before) {
        return variation.changedSteps() >= steps
                && before.stream().noneMatch(other -> other.windows().equals(variation.windows()));
    }

    private Variation at(LatentSpace space, float[][] codes, int number, double distance, List<Frames> unmoved) {
        Recipe recipe = space.recipe("vary", neighbour(codes, number, distance));
        List<Frames> windows =
                space.render(recipe.with(decoding.chance(number))).windows();
        int changed = 0;
        for (int window = 0; window < unmoved.size(); window++) {
            changed += space.representation().differingSteps(unmoved.get(window), windows.get(window));
        }
        return new Variation(distance, recipe, windows, changed);
    }

    /** Always in the same direction. */
    private float[][] neighbour(float[][] codes, int number, double distance) {
        RandomSource direction = RandomSource.of(decoding.seed()).derive("neighbour", number);
        return CodeOperations.vary(codes, distance, direction);
    }

    List<float[][]> neighbours(float[][] codes) {
        return IntStream.range(0, count)
                .mapToObj(number -> neighbour(codes, number, distance))
                .toList();
    }
}
