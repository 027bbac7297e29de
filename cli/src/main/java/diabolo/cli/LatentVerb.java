package diabolo.cli;

import diabolo.latent.LatentSpace;
import diabolo.latent.Recipe;
import diabolo.note.Beat;
import diabolo.note.NoteSequence;
import diabolo.note.Tempo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** More bars than these are not named one by one. */
    private static final int MOST_SEAMS = 8;

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

    private Optional<Tempo> tempo = Optional.empty();

    /** What is said once nothing has been refused. */
    private final List<String> remarks = new ArrayList<>();

    /** What is decoded, by the names of the files. */
    abstract Map<String, Recipe> recipes(LatentSpace space) throws IOException;

    /** What is printed after the pieces; nothing, unless a verb says more. */
    void afterwards() {}

    @Override
    public Integer call() throws IOException {
        try (LatentSpace space = LatentSpace.load(ModelFolders.find(model))) {
            PieceOutput pieces = output.open(Path.of("music"), results());
            Map<String, Recipe> recipes = recipes(space);
            recipes.values().forEach(space::requireFitting);
            pieces.requireFree(recipes.keySet());
            remarks.forEach(messages()::println);
            for (Map.Entry<String, Recipe> recipe : recipes.entrySet()) {
                pieces.write(recipe.getKey(), space.render(recipe.getValue()));
            }
            afterwards();
        }
        return DONE;
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

    /** The music in a file. What is made goes at the tempo of the first that is read, if it has one. */
    final NoteSequence read(Path file) throws IOException {
        NoteSequence piece = MusicArgument.readNamed(file, messages());
        if (tempo.isEmpty() && !piece.tempos().isEmpty()) {
            tempo = Optional.of(piece.tempoAt(Beat.ZERO));
        }
        return piece;
    }

    /**
     * The codes of a file, [windows][codeSize]: of music, where it was cut being said, or those in a file of codes, for which the
     * model needs no encoder.
     */
    final float[][] encode(LatentSpace space, Path file) throws IOException {
        if (CodeFile.isOne(file)) {
            return CodeFile.readOne(file, space.description().spec().codeSize());
        }
        float[][] codes = space.encode(read(file));
        remarkSeams(space, file, codes.length);
        return codes;
    }

    /** Those of several files. */
    final List<float[][]> encodeAll(LatentSpace space, List<Path> files) throws IOException {
        List<float[][]> codes = new ArrayList<>();
        for (Path file : files) {
            codes.add(encode(space, file));
        }
        return codes;
    }

    /** To be said of the work, unless it is refused. */
    final void remark(String sentence) {
        remarks.add(sentence);
    }

    /** Says where a file was cut. */
    final void remarkSeams(LatentSpace space, Path file, int windows) {
        if (windows > 1) {
            String bars = IntStream.range(1, Math.min(windows, MOST_SEAMS + 1))
                    .mapToObj(window -> String.valueOf(space.firstBar(window)))
                    .collect(Collectors.joining(", "));
            remark("%s is taken in %d windows, with seams at bar %s%s: nothing ties one to the next."
                    .formatted(file, windows, bars, windows > MOST_SEAMS + 1 ? " and so on" : ""));
        }
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
    final Map<String, Recipe> way(Path first, List<Recipe> points) {
        Map<String, Recipe> named = numbered(
                first,
                IntStream.range(0, points.size())
                        .mapToObj(i -> detailed(points.get(i), "point", "%d of %d".formatted(i + 1, points.size())))
                        .toList());
        Recipe whole = Recipe.inARow(points);
        String name = name(first, whole.operation()) + "-whole";
        named.put(name, finished(name, whole, points.size()));
        return named;
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
        Recipe finished =
                recipe.withTitle(name).withNumber(number).withSeed(seed).withTemperature(temperature);
        return tempo.map(found -> finished.withBeatsPerMinute(found.beatsPerMinute()))
                .orElse(finished);
    }

    /** A name after a file and what was done with it. */
    static String name(Path first, String deed) {
        String file = String.valueOf(first.getFileName());
        int dot = file.lastIndexOf('.');
        return (dot > 0 ? file.substring(0, dot) : file) + "-" + deed;
    }
}
