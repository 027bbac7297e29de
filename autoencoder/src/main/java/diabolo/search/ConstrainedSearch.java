package diabolo.search;

import static diabolo.note.Checks.requireBetween;
import static java.util.Objects.requireNonNull;

import diabolo.latent.LatentSpace;
import diabolo.latent.Prior;
import diabolo.latent.Recipe;
import diabolo.latent.SamplingSettings;
import diabolo.model.Sampler;
import diabolo.model.descent.CodeSearch;
import diabolo.representation.Frames;
import diabolo.tensor.RandomSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/**
 * Searches for codes whose decoding meets constraints: given or forbidden notes, a key, a note density, a melody to harmonize.
 *
 * <pre>{@code
 * ConstrainedSearch search = ConstrainedSearch.of(space, List.of(new Constraint.InKey(Key.parse("G major"))));
 * Recipe recipe = search.find(ConstrainedSearch.Settings.DEFAULT, 7, 0, done -> {});
 * GeneratedPiece piece = space.render(recipe);
 * search.results(piece.windows()); // "31 of 32 notes are in G major"
 * }</pre>
 *
 * <p>Codes are sampled from the prior and the best kept. In a dense model these are improved by gradient descent through the
 * decoder ({@link GradientSearch}); then, in every model, by evolutionary search ({@link EvolutionarySearch}). Codes are always
 * rated on the decoded music. A code has few dimensions, so not every constraint can be met: {@link ConstraintResult} gives the
 * violation. Music longer than the model's window is searched window by window, independently.
 */
public final class ConstrainedSearch {

    /** What is done with the codes that a search found. */
    public enum Finish {
        /** They are decoded as they are. */
        AS_FOUND,
        /**
         * They are decoded under the constraints of notes, key and melody ({@link ConstrainedDecoder}). The density may suffer.
         */
        CORRECTED
    }

    /**
     * The effort for each window; a search ends early where all constraints are met.
     *
     * @param draws codes sampled in the first round and tried in each further one, 1 to 100,000
     * @param rounds of evolutionary search, 0 to 1,000
     * @param updates of gradient descent, for dense models; 0 to 100,000
     */
    public record Settings(int draws, int rounds, int updates, Finish finish) {

        public static final Settings DEFAULT = new Settings(256, 24, 300);

        public Settings {
            requireBetween("draws", draws, 1, 100_000);
            requireBetween("rounds", rounds, 0, 1000);
            requireBetween("updates", updates, 0, 100_000);
            requireNonNull(finish, "finish");
        }

        public Settings(int draws, int rounds, int updates) {
            this(draws, rounds, updates, Finish.AS_FOUND);
        }

        public Settings corrected() {
            return new Settings(draws, rounds, updates, Finish.CORRECTED);
        }
    }

    /** How many of the first samples are also tried with the given notes overlaid. */
    private static final int OVERLAID = 64;

    private static final int DESCENTS = 8;
    private static final double LEARNING_RATE = 0.05;

    private final LatentSpace space;
    private final List<Constraint> constraints;
    private final ConstraintSet constraintSet;

    private ConstrainedSearch(LatentSpace space, List<Constraint> constraints) {
        this.space = space;
        this.constraints = List.copyOf(constraints);
        this.constraintSet = ConstraintSet.of(space, constraints);
    }

    /**
     * A search under some constraints.
     *
     * @param constraints one or more, at most one of a kind
     * @throws IllegalArgumentException if the model cannot meet one, such as notes outside its range or a key of drums, or they
     *     contradict each other
     */
    public static ConstrainedSearch of(LatentSpace space, List<Constraint> constraints) {
        return new ConstrainedSearch(space, constraints);
    }

    /** How many windows the constraints cover: one, if none of them has notes. */
    public int windows() {
        return constraintSet.windows().size();
    }

    /** How many of the given notes the model's representation cannot hold, and so are left out. */
    public int unplacedNotes() {
        return constraintSet.unplaced();
    }

    /**
     * Searches.
     *
     * @param number which of the pieces of this seed, from 0
     * @param progress is called with the share done, 0 to 1
     * @return the codes at temperature 0; when corrected, with all windows given
     */
    public Recipe find(Settings settings, long seed, int number, DoubleConsumer progress) {
        requireBetween("number", number, 0, Integer.MAX_VALUE);
        RandomSource random = RandomSource.of(seed).derive("constrain", number);
        float[][] codes = new float[windows()][];
        for (int window = 0; window < codes.length; window++) {
            codes[window] = code(constraintSet.windows().get(window), settings, random.derive("window", window));
            progress.accept((window + 1.0) / codes.length);
        }
        Recipe recipe = space.recipe("constrain", codes).with(new Recipe.Chance(seed, number, 0, 0.5));
        return switch (settings.finish()) {
            case AS_FOUND -> recipe;
            case CORRECTED -> corrected(recipe);
        };
    }

    /**
     * How well music meets each constraint, in order.
     *
     * @param windows such as those of a {@link diabolo.latent.GeneratedPiece}
     */
    public List<ConstraintResult> results(List<? extends Frames> windows) {
        return new Measurement(space.representation(), constraintSet, windows).of(constraints);
    }

    /** All windows are given, so that the recipe renders without the constraints. */
    private Recipe corrected(Recipe recipe) {
        List<Frames> corrected = IntStream.range(0, windows())
                .mapToObj(window -> new ConstrainedDecoder(
                                space.network(), constraintSet.windows().get(window))
                        .decode(recipe.codes()[window]))
                .toList();
        return recipe.withGiven(space.given(corrected));
    }

    private float[] code(WindowConstraints windowConstraints, Settings settings, RandomSource random) {
        Prior prior = SamplingSettings.of(space.description().spec()).prior();
        EvolutionarySearch evolution = new EvolutionarySearch(
                space.description().spec().codeSize(),
                prior,
                space.trainingExamples(),
                codes -> violations(windowConstraints, codes));
        List<float[]> first = evolution.samples(settings.draws(), random.derive("drawn"));
        List<float[]> all = new ArrayList<>(overlaid(windowConstraints, first));
        all.addAll(first);
        List<RatedCode> sampled = evolution.rated(all);
        List<RatedCode> best = space.network()
                .gradientSearch()
                .map(search -> descended(search, windowConstraints, sampled, settings))
                .orElse(sampled);
        return evolution
                .from(best, settings.draws(), settings.rounds(), random.derive("bred"))
                .getFirst()
                .code();
    }

    private double[] violations(WindowConstraints windowConstraints, float[][] codes) {
        return space.network().decode(codes, Sampler.LIKELIEST).stream()
                .mapToDouble(windowConstraints::violation)
                .toArray();
    }

    private List<RatedCode> descended(
            CodeSearch search, WindowConstraints windowConstraints, List<RatedCode> sampled, Settings settings) {
        if (settings.updates() == 0 || sampled.getFirst().rating() == 0) {
            return sampled;
        }
        List<RatedCode> best = new ArrayList<>(new GradientSearch(search, space.roll(), windowConstraints)
                .from(
                        sampled.subList(0, Math.min(DESCENTS, sampled.size())),
                        new CodeSearch.Settings(settings.updates(), LEARNING_RATE)));
        best.addAll(sampled);
        best.sort(Comparator.comparingDouble(RatedCode::rating)); // stable
        return best;
    }

    /** Codes of samples decoded with the given notes overlaid: near the constraints, but different from each other. */
    private List<float[]> overlaid(WindowConstraints windowConstraints, List<float[]> sampled) {
        if (windowConstraints.sketch().isEmpty() || !space.description().encodes()) {
            return List.of();
        }
        Frames notes = windowConstraints.sketch().orElseThrow();
        float[][] some = sampled.subList(0, Math.min(OVERLAID, sampled.size())).toArray(float[][]::new);
        List<Frames> windows = space.network().decode(some, Sampler.LIKELIEST).stream()
                .map(window -> space.representation().overlay(notes, window))
                .toList();
        return List.of(space.network().encode(windows));
    }
}
