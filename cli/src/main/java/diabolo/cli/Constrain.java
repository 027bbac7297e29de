package diabolo.cli;

import static diabolo.note.Checks.requireBetween;

import diabolo.latent.ConstrainedSearch;
import diabolo.latent.Constraint;
import diabolo.latent.Fulfilment;
import diabolo.latent.Heading;
import diabolo.latent.LatentSpace;
import diabolo.latent.Recipe;
import diabolo.note.Key;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** New pieces that are as wanted. */
@Command(
        name = "constrain",
        description = "Looks for new pieces that are as you want them: in a key, so dense, with notes that you give.",
        footer = {
            "%nExample:",
            "  diabolo constrain --model melody-2bar --key \"G major\" --density 0.3 --count 3",
            "%nNot every wish has a code; how well each is met is said, and --correct puts it right."
        })
final class Constrain extends LatentVerb {

    @Option(names = "--notes", paramLabel = "FILE", description = "Music whose notes shall sound where they stand.")
    private @Nullable Path notes;

    @Option(names = "--without", paramLabel = "FILE", description = "Music whose notes shall not sound.")
    private @Nullable Path without;

    @Option(names = "--key", paramLabel = "KEY", description = "A key to stay in: \"G major\", \"F# minor\", Bbm.")
    private @Nullable String key;

    @Option(
            names = "--density",
            paramLabel = "X",
            description = "Onsets a step, above 0, of the highest line or of drums: 0.25 is a note every four steps.")
    private @Nullable Double density;

    @Option(
            names = "--melody",
            paramLabel = "FILE",
            description = "A melody to be harmonized by a model of piano rolls: it sounds, and nothing covers it.")
    private @Nullable Path melody;

    @Option(names = "--count", paramLabel = "N", description = "How many pieces, 1 to 1000 (${DEFAULT-VALUE}).")
    private int count = 1;

    @Option(names = "--draws", paramLabel = "N", description = "Codes tried in each round (${DEFAULT-VALUE}).")
    private int draws = ConstrainedSearch.Settings.DEFAULT.draws();

    @Option(names = "--rounds", paramLabel = "N", description = "Rounds of search around the best (${DEFAULT-VALUE}).")
    private int rounds = ConstrainedSearch.Settings.DEFAULT.rounds();

    @Option(
            names = "--updates",
            paramLabel = "N",
            description = "Steps down the gradient, of dense models (${DEFAULT-VALUE}).")
    private int updates = ConstrainedSearch.Settings.DEFAULT.updates();

    @Option(
            names = "--correct",
            description =
                    "Put right what the codes miss of notes, key and melody: the notes that you give sound in any case.")
    private boolean correct;

    private final List<GivenPiece> given = new ArrayList<>();

    @Override
    Map<String, Recipe> recipes(LatentSpace space) throws IOException {
        requireBetween("--count", count, 1, 1000);
        ConstrainedSearch.Settings settings = new ConstrainedSearch.Settings(
                draws,
                rounds,
                updates,
                correct ? ConstrainedSearch.Finish.CORRECTED : ConstrainedSearch.Finish.AS_FOUND,
                seed());
        ConstrainedSearch search = ConstrainedSearch.of(space, constraints(space));
        requireMusicForBars();
        Path first = firstFile(space);
        given.stream()
                .findFirst()
                .flatMap(piece -> piece.seams(space, search.windows()))
                .ifPresent(this::remark);
        if (search.unheldNotes() > 0) {
            remark("%s left out, since %s has no place for more beside the others."
                    .formatted(
                            search.unheldNotes() == 1
                                    ? "1 of the given notes is"
                                    : search.unheldNotes() + " of the given notes are",
                            space.representation().name()));
        }
        List<Recipe> found = new ArrayList<>();
        try (SearchProgress progress = new SearchProgress(messages())) {
            for (int number = 0; number < count; number++) {
                int before = number;
                Recipe recipe = search.find(settings, number, done -> progress.accept((before + done) / count));
                found.add(recipe.withDetails(details()));
            }
        }
        Map<String, Recipe> named = new LinkedHashMap<>(numbered(first, found));
        named.replaceAll((name, recipe) -> measured(space, search, name, recipe));
        return named;
    }

    private List<Constraint> constraints(LatentSpace space) throws IOException {
        List<Constraint> constraints = new ArrayList<>();
        if (notes != null) {
            constraints.add(new Constraint.GivenNotes(piece(space, notes).passage()));
        }
        if (without != null) {
            constraints.add(new Constraint.ForbiddenNotes(piece(space, without).passage()));
        }
        if (melody != null) {
            constraints.add(new Constraint.UnderMelody(piece(space, melody).music()));
        }
        if (key != null) {
            constraints.add(new Constraint.InKey(Key.parse(key)));
        }
        if (density != null) {
            constraints.add(new Constraint.Density(density));
        }
        requireBarsAlike();
        if (constraints.isEmpty()) {
            throw new IllegalArgumentException(
                    "no constraint is given; say what the piece shall be with --key, --density, --notes, --without or --melody");
        }
        return constraints;
    }

    /** Windows are taken together by their order. */
    private void requireBarsAlike() {
        if (given.stream().map(piece -> piece.passage().firstBar()).distinct().count() > 1) {
            throw new IllegalArgumentException(
                    "%s: some begin with a pickup and others do not, so that their bars lie apart; take the same bars of each, as with --bars 1-2"
                            .formatted(given.stream()
                                    .map(piece -> "%s has %s".formatted(piece.name(), piece.lengthInBars()))
                                    .collect(Collectors.joining(", "))));
        }
    }

    private GivenPiece piece(LatentSpace space, Path file) throws IOException {
        GivenPiece piece = read(space, file);
        given.add(piece);
        piece.bent().ifPresent(this::remark);
        return piece;
    }

    /** In the key that is asked for, else in that of the notes that sound. */
    @Override
    Heading heading(List<Heading> headings) {
        List<Heading> sounding = new ArrayList<>(headings);
        if (without != null && (notes != null || melody != null)) {
            sounding.remove(notes == null ? 0 : 1); // read after the given notes and before the melody
        }
        Heading shared = Heading.shared(sounding);
        if (key != null) {
            return shared.withKeys(Map.of(0, Key.parse(key).name()));
        }
        return notes == null && melody == null ? shared.withKeys(Map.of()) : shared;
    }

    /** What the pieces are called after. */
    private Path firstFile(LatentSpace space) {
        if (notes != null) {
            return notes;
        }
        if (melody != null) {
            return melody;
        }
        return without != null ? without : Path.of(space.description().name());
    }

    private Map<String, String> details() {
        Map<String, String> details = new LinkedHashMap<>();
        put(details, "notes", notes);
        put(details, "without", without);
        put(details, "melody", melody);
        put(details, "key", key);
        put(details, "density", density);
        put(details, "draws", draws);
        put(details, "rounds", rounds);
        put(details, "updates", updates);
        put(details, "correct", correct ? "yes" : null);
        return details;
    }

    private static void put(Map<String, String> details, String name, @Nullable Object value) {
        if (value != null) {
            details.put(name, value.toString());
        }
    }

    /** At the temperature at which it will be written. */
    private Recipe measured(LatentSpace space, ConstrainedSearch search, String name, Recipe recipe) {
        String met = search.fulfilments(space.render(recipe).windows()).stream()
                .map(Fulfilment::sentence)
                .collect(Collectors.joining("; "));
        remark("%s: %s.".formatted(name, met));
        return detailed(recipe, "met", met);
    }
}
