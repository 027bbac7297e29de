package diabolo.search;

import static diabolo.note.Checks.requireBetween;
import static java.util.Objects.requireNonNull;

import diabolo.latent.LatentSpace;
import diabolo.latent.Prior;
import diabolo.latent.Recipe;
import diabolo.latent.SamplingSettings;
import diabolo.model.CodeSearch;
import diabolo.model.Sampler;
import diabolo.representation.Frames;
import diabolo.tensor.RandomSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/**
 * Looks for codes whose decoding is as wanted: given notes sound, all stays in a key, so many notes a step.
 *
 * <pre>{@code
 * ConstrainedSearch search = ConstrainedSearch.of(space, List.of(new Constraint.InKey(Key.parse("G major"))));
 * Recipe recipe = search.find(ConstrainedSearch.Settings.DEFAULT.withSeed(7), 0, done -> {});
 * GeneratedPiece piece = space.render(recipe);
 * search.results(piece.windows()); // "31 of 32 notes are in G major"
 * }</pre>
 *
 * <p>Of every model codes are drawn first, and the best kept ({@link EvolutionarySearch}). In a dense one these are followed down the
 * gradient through the decoder ({@link GradientSearch}); then, and in a recurrent one at once, the best are bred from. What
 * counts at every point is the decoded music. A code has few numbers, so that not every wish can be met: {@link ConstraintResult}
 * says by how much one is missed. Notes longer than the model's window are taken window by window, and nothing ties two windows
 * together.
 */
public final class ConstrainedSearch {

    /** What is done with what a search found. */
    public enum Finish {
        /** The piece is what the model makes of the codes. */
        AS_FOUND,
        /**
         * What the codes miss of given and forbidden notes, key and melody is put right: in a piano roll cell by cell, and a
         * recurrent decoder writes on from the given notes and chooses among allowed ones. A density may suffer from it.
         */
        CORRECTED
    }

    /**
     * How far it goes, in each window; it ends earlier where all is met.
     *
     * @param draws codes tried in the first round and in each that follows, 1 to 100,000
     * @param rounds of search around the best, 0 to 1,000
     * @param updates down the gradient, of dense models; 0 to 100,000
     */
    public record Settings(int draws, int rounds, int updates, Finish finish, long seed) {

        public static final Settings DEFAULT = new Settings(256, 24, 300, Finish.AS_FOUND, 1);

        public Settings {
            requireBetween("draws", draws, 1, 100_000);
            requireBetween("rounds", rounds, 0, 1000);
            requireBetween("updates", updates, 0, 100_000);
            requireNonNull(finish, "finish");
        }

        public Settings withSeed(long other) {
            return new Settings(draws, rounds, updates, finish, other);
        }
    }

    /** Of the first draws, so many are tried with the given notes laid over them. */
    private static final int LAID_OVER = 64;

    private static final int FOLLOWED = 8;
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
     * A search for what meets some constraints together.
     *
     * @param constraints one or more, of each kind one at most
     * @throws IllegalArgumentException if the model cannot meet one, such as notes outside its pitches or a key of drums, or they
     *     contradict each other
     */
    public static ConstrainedSearch of(LatentSpace space, List<Constraint> constraints) {
        return new ConstrainedSearch(space, constraints);
    }

    /** How many windows the constraints fill: one, if none of them has notes. */
    public int windows() {
        return constraintSet.windows().size();
    }

    /** How many of the given notes the model's representation cannot hold, and so are not looked for. */
    public int unplacedNotes() {
        return constraintSet.unplaced();
    }

    /**
     * Searches.
     *
     * @param number which of the pieces of this seed, from 0
     * @param progress hears of the share done, 0 to 1
     * @return how the found codes are decoded, without temperature; corrected, all windows are given beside the codes
     */
    public Recipe find(Settings settings, int number, DoubleConsumer progress) {
        requireBetween("number", number, 0, Integer.MAX_VALUE);
        RandomSource random = RandomSource.of(settings.seed()).derive("constrain", number);
        float[][] codes = new float[windows()][];
        for (int window = 0; window < codes.length; window++) {
            codes[window] = code(constraintSet.windows().get(window), settings, random.derive("window", window));
            progress.accept((window + 1.0) / codes.length);
        }
        Recipe recipe =
                space.recipe("constrain", codes).withSeed(settings.seed()).withNumber(number);
        return switch (settings.finish()) {
            case AS_FOUND -> recipe;
            case CORRECTED -> corrected(recipe);
        };
    }

    /**
     * How well music meets each constraint, in their order.
     *
     * @param windows such as those of a {@link GeneratedPiece}
     */
    public List<ConstraintResult> results(List<? extends Frames> windows) {
        return new Measurement(space.representation(), constraintSet, windows).of(constraints);
    }

    /** All of it is then given, so that it is made again without the constraints. */
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
        EvolutionarySearch breeding = new EvolutionarySearch(
                space.description().spec().codeSize(),
                prior,
                space.trainingExamples(),
                codes -> violations(windowConstraints, codes));
        List<float[]> first = breeding.draws(settings.draws(), random.derive("drawn"));
        List<float[]> all = new ArrayList<>(overlaid(windowConstraints, first));
        all.addAll(first);
        List<RatedCode> drawn = breeding.rated(all);
        List<RatedCode> best = space.network()
                .gradientSearch()
                .map(search -> descended(search, windowConstraints, drawn, settings))
                .orElse(drawn);
        return breeding.from(best, settings.draws(), settings.rounds(), random.derive("bred"))
                .getFirst()
                .code();
    }

    private double[] violations(WindowConstraints windowConstraints, float[][] codes) {
        return space.network().decode(codes, Sampler.LIKELIEST).stream()
                .mapToDouble(windowConstraints::violation)
                .toArray();
    }

    private List<RatedCode> descended(
            CodeSearch search, WindowConstraints windowConstraints, List<RatedCode> drawn, Settings settings) {
        if (settings.updates() == 0 || drawn.getFirst().rating() == 0) {
            return drawn;
        }
        List<RatedCode> best = new ArrayList<>(new GradientSearch(search, space.roll(), windowConstraints)
                .from(
                        drawn.subList(0, Math.min(FOLLOWED, drawn.size())),
                        new CodeSearch.Settings(settings.updates(), LEARNING_RATE)));
        best.addAll(drawn);
        best.sort(Comparator.comparingDouble(RatedCode::rating)); // stable
        return best;
    }

    /** Codes of what is drawn with the given notes over it: near what is looked for, and each another music. */
    private List<float[]> overlaid(WindowConstraints windowConstraints, List<float[]> drawn) {
        if (windowConstraints.sketch().isEmpty() || !space.description().encodes()) {
            return List.of();
        }
        Frames notes = windowConstraints.sketch().orElseThrow();
        float[][] some = drawn.subList(0, Math.min(LAID_OVER, drawn.size())).toArray(float[][]::new);
        List<Frames> windows = space.network().decode(some, Sampler.LIKELIEST).stream()
                .map(window -> space.representation().overlay(notes, window))
                .toList();
        return List.of(space.network().encode(windows));
    }
}
