package diabolo.operation;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;
import static java.util.Objects.requireNonNull;

import diabolo.latent.LatentSpace;
import diabolo.latent.NamedRecipe;
import diabolo.latent.PieceHeader;
import diabolo.latent.Recipe;
import diabolo.note.Key;
import diabolo.search.ConstrainedSearch;
import diabolo.search.Constraint;
import diabolo.search.ConstraintResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Searches for pieces that meet constraints: see {@link ConstrainedSearch}.
 *
 * <pre>{@code
 * Constrain.Constraints inG = Constrain.Constraints.NONE.withKey("G major").withDensity(0.3);
 * Outcome outcome = new Constrain(inG, 3, ConstrainedSearch.Settings.DEFAULT).on(space);
 * }</pre>
 *
 * <p>{@link Remark.Met} gives the results of each.
 *
 * @param count pieces, 1 to 1,000
 */
public record Constrain(Constraints constraints, int count, ConstrainedSearch.Settings search, Decoding decoding)
        implements Operation {

    /**
     * The constraints on the pieces; see {@link Constraint}.
     *
     * @param notes music whose notes must sound
     * @param without music whose notes must not sound
     * @param melody to harmonize with a model of piano rolls
     * @param key such as {@code G major}, {@code F# minor}, {@code Bbm}
     * @param density onsets per step, of the highest line or of drums; above 0
     */
    public record Constraints(
            Optional<Source.Music> notes,
            Optional<Source.Music> without,
            Optional<Source.Music> melody,
            Optional<String> key,
            Optional<Double> density) {

        /** No constraints, to begin with; a search needs at least one. */
        public static final Constraints NONE = new Constraints(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        public Constraints {
            requireNonNull(notes, "notes");
            requireNonNull(without, "without");
            requireNonNull(melody, "melody");
            key.ifPresent(Key::parse); // validates
            density.ifPresent(Constraint.Density::new);
        }

        public Constraints withKey(String other) {
            return new Constraints(notes, without, melody, Optional.of(other), density);
        }

        public Constraints withDensity(double other) {
            return new Constraints(notes, without, melody, key, Optional.of(other));
        }

        public Constraints withNotes(Source.Music other) {
            return new Constraints(Optional.of(other), without, melody, key, density);
        }
    }

    public Constrain {
        requireBetween("count", count, 1, 1000);
        requireNonNull(search, "search");
        requireNonNull(decoding, "decoding");
        require(
                !constraints.equals(Constraints.NONE),
                "no constraint is given; give one with --key, --density, --notes, --without or --melody");
    }

    public Constrain(Constraints constraints, int count, ConstrainedSearch.Settings search) {
        this(constraints, count, search, Decoding.DEFAULT);
    }

    @Override
    public Outcome on(LatentSpace space, DoubleConsumer progress) {
        GivenSources given = new GivenSources(space);
        Given music = read(given);
        ConstrainedSearch searching = ConstrainedSearch.of(space, constraints(music));
        music.inOrder()
                .findFirst()
                .flatMap(piece -> piece.seams(space, searching.windows()))
                .ifPresent(given::remark);
        if (searching.unplacedNotes() > 0) {
            given.remark(new Remark.NoPlaceFor(
                    searching.unplacedNotes(), space.representation().name()));
        }
        List<Recipe> found = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            int before = number;
            found.add(searching
                    .find(search, decoding.seed(), number, done -> progress.accept((before + done) / count))
                    .withDetails(details()));
        }
        return given.outcome(new NamedRecipes(space, given, first(space), decoding, header(space, music))
                .numbered(found).stream()
                        .map(piece -> measured(space, searching, given, piece))
                        .toList());
    }

    /** The music of the constraints. */
    private record Given(Optional<GivenMusic> notes, Optional<GivenMusic> without, Optional<GivenMusic> melody) {

        Stream<GivenMusic> inOrder() {
            return Stream.of(notes, without, melody).flatMap(Optional::stream);
        }
    }

    private Given read(GivenSources given) {
        Given music = new Given(
                constraints.notes().map(piece -> read(given, piece)),
                constraints.without().map(piece -> read(given, piece)),
                constraints.melody().map(piece -> read(given, piece)));
        requireBarsAlike(music.inOrder().toList());
        return music;
    }

    private static GivenMusic read(GivenSources given, Source.Music piece) {
        GivenMusic music = given.read(piece);
        music.offGrid().ifPresent(given::remark);
        return music;
    }

    /** Constraints are combined window by window. */
    private static void requireBarsAlike(List<GivenMusic> pieces) {
        if (pieces.stream().map(piece -> piece.passage().firstBar()).distinct().count() > 1) {
            throw new IllegalArgumentException(
                    "%s: some begin with a pickup and others do not, so that their bars do not align; take the same bars of each, as with --bars 1-2"
                            .formatted(pieces.stream()
                                    .map(piece -> "%s has %s".formatted(piece.name(), piece.lengthInBars()))
                                    .collect(Collectors.joining(", "))));
        }
    }

    private List<Constraint> constraints(Given music) {
        List<Constraint> all = new ArrayList<>();
        music.notes().map(notes -> new Constraint.GivenNotes(notes.passage())).ifPresent(all::add);
        music.without()
                .map(notes -> new Constraint.ForbiddenNotes(notes.passage()))
                .ifPresent(all::add);
        music.melody().map(melody -> new Constraint.UnderMelody(melody.music())).ifPresent(all::add);
        constraints.key().map(key -> new Constraint.InKey(Key.parse(key))).ifPresent(all::add);
        constraints.density().map(Constraint.Density::new).ifPresent(all::add);
        return all;
    }

    /** With the key of the constraint, else that of the given notes. */
    private PieceHeader header(LatentSpace space, Given music) {
        boolean sounds = music.notes().isPresent() || music.melody().isPresent();
        Stream<GivenMusic> pieces =
                sounds ? Stream.of(music.notes(), music.melody()).flatMap(Optional::stream) : music.inOrder();
        PieceHeader shared = PieceHeader.shared(
                pieces.map(piece -> space.header(piece.passage())).toList());
        return constraints
                .key()
                .map(key -> shared.withKeys(Map.of(0, Key.parse(key).name())))
                .orElse(sounds ? shared : shared.withKeys(Map.of()));
    }

    /** The source after which the pieces are named. */
    private String first(LatentSpace space) {
        return Stream.of(constraints.notes(), constraints.melody(), constraints.without())
                .flatMap(Optional::stream)
                .findFirst()
                .map(Source.Music::name)
                .orElse(space.description().name());
    }

    private Map<String, String> details() {
        Map<String, String> details = new LinkedHashMap<>();
        constraints.notes().ifPresent(music -> details.put("notes", music.name()));
        constraints.without().ifPresent(music -> details.put("without", music.name()));
        constraints.melody().ifPresent(music -> details.put("melody", music.name()));
        constraints.key().ifPresent(key -> details.put("key", key));
        constraints.density().ifPresent(density -> details.put("density", density.toString()));
        details.put("draws", String.valueOf(search.draws()));
        details.put("rounds", String.valueOf(search.rounds()));
        details.put("updates", String.valueOf(search.updates()));
        if (search.finish() == ConstrainedSearch.Finish.CORRECTED) {
            details.put("correct", "yes");
        }
        return details;
    }

    /** Measured at the temperature at which it will be rendered. */
    private static NamedRecipe measured(
            LatentSpace space, ConstrainedSearch search, GivenSources given, NamedRecipe piece) {
        List<ConstraintResult> results =
                search.results(space.render(piece.recipe()).windows());
        given.remark(new Remark.Met(piece.name(), results));
        String met = results.stream().map(ConstraintResult::sentence).collect(Collectors.joining("; "));
        return new NamedRecipe(piece.name(), NamedRecipes.detailed(piece.recipe(), "met", met));
    }
}
