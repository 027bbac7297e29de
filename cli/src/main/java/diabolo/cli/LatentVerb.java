package diabolo.cli;

import diabolo.latent.GeneratedPiece;
import diabolo.latent.Heading;
import diabolo.latent.LatentSpace;
import diabolo.latent.Recipe;
import diabolo.model.Sampler;
import diabolo.note.Percent;
import diabolo.representation.Representation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * What the verbs share that make pieces from the codes of others: which model, how it decodes, where the pieces go. Such a verb
 * says what is to be decoded; nothing is written before all of it is known.
 *
 * <pre>{@code
 * Map<String, Recipe> recipes(LatentSpace space) throws IOException {
 *     return one(piece, space.recipe("reconstruct", encode(space, piece)));
 * }
 * }</pre>
 */
abstract class LatentVerb extends Verb {

    @Option(names = "--model", paramLabel = "M", description = "A model's name or folder (${DEFAULT-VALUE}).")
    private String model = ModelFolders.DEFAULT;

    @Option(names = "--seed", paramLabel = "S", description = "The seed of all chance (${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--temperature",
            paramLabel = "T",
            description = "0: the likely notes sound. Above: chance decides, the wilder the higher (${DEFAULT-VALUE}).")
    private double temperature;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private BarsOption bars = new BarsOption();

    /** Of the pieces that were read, in their order. */
    private final List<Heading> headings = new ArrayList<>();

    private boolean musicIsGiven;

    /** Where less of the notes comes back, it is said. */
    private static final double WELL_KEPT = 0.9;

    /** What is said once nothing has been refused, each once. */
    private final Set<String> remarks = new LinkedHashSet<>();

    /** What is decoded, by the names of the files. */
    abstract Map<String, Recipe> recipes(LatentSpace space) throws IOException;

    /** The heading of what is made, from those of the pieces that were read, in their order. */
    Heading heading(List<Heading> given) {
        return Heading.shared(given);
    }

    /** Hears of a piece that was written. */
    void written(LatentSpace space, GeneratedPiece piece) {}

    /** What is printed after the pieces; nothing, unless a verb says more. */
    void afterwards(LatentSpace space) {}

    @Override
    public Integer call() throws IOException {
        try (LatentSpace space = LatentSpace.load(ModelFolders.find(model))) {
            PieceOutput pieces = output.open(Path.of("pieces"), results());
            Map<String, Recipe> recipes = recipes(space);
            recipes.values().forEach(space::requireFitting);
            requireMusicForBars();
            pieces.requireFree(recipes.keySet());
            remarks.forEach(messages()::println);
            for (Map.Entry<String, Recipe> recipe : recipes.entrySet()) {
                GeneratedPiece piece = space.render(recipe.getValue());
                pieces.write(recipe.getKey(), piece);
                written(space, piece);
            }
            afterwards(space);
        }
        return DONE;
    }

    /** Refuses bars of nothing. */
    final void requireMusicForBars() {
        if (bars.range().isPresent() && !musicIsGiven) {
            throw wrongUsage("--bars takes bars of a piece of music, and none is given; leave it out");
        }
    }

    final long seed() {
        return seed;
    }

    final double temperature() {
        return temperature;
    }

    final String model() {
        return model;
    }

    /** The music in a file, or some bars of it; its heading is noted. */
    final GivenPiece read(LatentSpace space, Path file) throws IOException {
        GivenPiece piece = bars.read(space, file, messages());
        musicIsGiven = true;
        headings.add(space.heading(piece.passage()));
        piece.pickup(space).ifPresent(this::remark);
        return piece;
    }

    /**
     * The codes of a file, [windows][codeSize]: of music, where it was cut being said, or those in a file of codes, for which the
     * model needs no encoder.
     */
    final float[][] encode(LatentSpace space, Path file) throws IOException {
        if (CodeFile.isOne(file)) {
            bars.requireNone(file);
            CodeFile.Piece piece = CodeFile.readOne(space, file);
            headings.add(piece.heading());
            return piece.codes();
        }
        return encode(space, read(space, file));
    }

    final float[][] encode(LatentSpace space, GivenPiece piece) {
        float[][] codes = space.encode(piece.passage());
        remarkCut(space, piece);
        double f1 = space.fidelity(piece.passage(), space.network().decode(codes, Sampler.LIKELIEST))
                .f1();
        if (f1 < WELL_KEPT) {
            remark("%s keeps the notes of %s by %s (F1), and goes on from what it keeps: see `diabolo reconstruct`."
                    .formatted(space.description().name(), piece.name(), Percent.of(f1)));
        }
        return codes;
    }

    /**
     * Those of several files, which must be alike in length: in bars, or in windows where some are of codes.
     *
     * @throws IllegalArgumentException if they are not
     */
    final List<float[][]> encodeAlike(LatentSpace space, List<Path> files) throws IOException {
        if (files.stream().noneMatch(CodeFile::isOne)) {
            return readAlike(space, files).stream()
                    .map(piece -> encode(space, piece))
                    .toList();
        }
        List<float[][]> codes = new ArrayList<>();
        for (Path file : files) {
            codes.add(encode(space, file));
        }
        requireAlike(files, codes);
        return codes;
    }

    /** The music in several files, which must be alike in length. */
    final List<GivenPiece> readAlike(LatentSpace space, List<Path> files) throws IOException {
        List<GivenPiece> pieces = new ArrayList<>();
        for (Path file : files) {
            pieces.add(read(space, file));
        }
        return GivenPiece.alike(pieces);
    }

    private static void requireAlike(List<Path> files, List<float[][]> codes) {
        if (codes.stream().mapToInt(windows -> windows.length).distinct().count() > 1) {
            throw new IllegalArgumentException(
                    "pieces of one length are needed, with codes counted in windows: %s; encode as many of each"
                            .formatted(IntStream.range(0, files.size())
                                    .mapToObj(i -> "%s has %d".formatted(files.get(i), codes.get(i).length))
                                    .collect(Collectors.joining(", "))));
        }
    }

    /** To be said of the work, unless it is refused. */
    final void remark(String sentence) {
        remarks.add(sentence);
    }

    /** Says what of a piece the model cannot hold, where it was cut, and whether it fills its windows. */
    final void remarkCut(LatentSpace space, GivenPiece piece) {
        piece.askew(space).ifPresent(this::remark);
        piece.bent().ifPresent(this::remark);
        piece.loss(space).ifPresent(this::remark);
        piece.seams(space, piece.windows(space)).ifPresent(this::remark);
        piece.unfilled(space).ifPresent(this::remark);
    }

    /** One piece, named after the first file and the verb. */
    final Map<String, Recipe> one(Path first, Recipe recipe) {
        return one(name(first, recipe.operation()), recipe);
    }

    /** One piece under a name of its own. */
    final Map<String, Recipe> one(String name, Recipe recipe) {
        return Map.of(name, finished(name, recipe, 0));
    }

    /** Several pieces, numbered. */
    final Map<String, Recipe> numbered(Path first, List<Recipe> recipes) {
        Map<String, Recipe> named = new LinkedHashMap<>();
        for (Recipe recipe : recipes) {
            String name = "%s-%04d".formatted(name(first, recipe.operation()), named.size() + 1);
            named.put(name, finished(name, recipe, named.size()));
        }
        return named;
    }

    /** The points of a way, numbered, and the whole way as one piece. */
    final Map<String, Recipe> way(LatentSpace space, Path first, List<Recipe> points) {
        Map<String, Recipe> named = numbered(
                first,
                IntStream.range(0, points.size())
                        .mapToObj(i -> detailed(points.get(i), "point", "%d of %d".formatted(i + 1, points.size())))
                        .toList());
        Recipe whole = Recipe.inARow(points);
        String name = name(first, whole.operation()) + "-whole";
        named.put(name, inARow(space, finished(name, whole, points.size()), points));
        return named;
    }

    /** Each point begins under the heading anew. */
    private static Recipe inARow(LatentSpace space, Recipe whole, List<Recipe> points) {
        Representation representation = space.representation();
        Recipe point = points.getFirst();
        int given = point.given().map(cells -> cells.cells().length).orElse(0);
        int steps = (point.codes().length + given) * representation.steps();
        return whole.signatures()
                .map(signatures ->
                        whole.withSignatures(signatures.repeated(points.size(), steps, representation.grid())))
                .orElse(whole);
    }

    /** A recipe with one more detail. */
    static Recipe detailed(Recipe recipe, String name, Object detail) {
        Map<String, String> details = new LinkedHashMap<>(recipe.details());
        details.put(name, String.valueOf(detail));
        return recipe.withDetails(details);
    }

    /** Files as they stand in the details. */
    static String inWords(List<Path> files) {
        return files.stream().map(Path::toString).collect(Collectors.joining(", "));
    }

    private Recipe finished(String name, Recipe recipe, int number) {
        Recipe told = bars.range().map(range -> detailed(recipe, "bars", range)).orElse(recipe);
        return heading(headings)
                .over(told.withTitle(name).withNumber(number).withSeed(seed).withTemperature(temperature));
    }

    /** A name after a file and what was done with it. */
    static String name(Path first, String deed) {
        String file = String.valueOf(first.getFileName());
        int dot = file.lastIndexOf('.');
        return (dot > 0 ? file.substring(0, dot) : file) + "-" + deed;
    }
}
