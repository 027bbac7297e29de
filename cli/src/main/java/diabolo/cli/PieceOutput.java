package diabolo.cli;

import diabolo.grid.QuantizedSequence;
import diabolo.latent.GeneratedPiece;
import diabolo.latent.LatentSpace;
import diabolo.latent.NamedRecipe;
import diabolo.latent.Provenance;
import diabolo.latent.Recipe;
import diabolo.operation.Grid;
import diabolo.operation.Operation;
import diabolo.operation.Outcome;
import diabolo.operation.Remark;
import diabolo.output.LeadSheetFiles;
import diabolo.output.PieceFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes pieces of music, and prints how original each is.
 *
 * @param overwrite whether files of the same names may be replaced
 */
record PieceOutput(LatentSpace space, PieceFiles files, boolean overwrite, Verb verb) implements Output {

    private static final String GRID = "-grid";

    @Override
    public void requireFree(Collection<String> names) throws IOException {
        for (String name : overwrite ? List.<String>of() : names) {
            files.requireFree(name);
        }
    }

    @Override
    public void make(Operation operation) throws IOException {
        Outcome outcome;
        try (ProgressLine progress = new ProgressLine(verb.messages())) {
            outcome = operation.on(space, progress);
        }
        List<String> names = outcome.pieces().stream().map(NamedRecipe::name).toList();
        requireFree(names);
        Optional<String> picture = operation instanceof Grid
                ? Optional.of(names.getLast().replaceFirst("-whole$", GRID))
                : Optional.empty();
        requireFree(picture.stream().toList());
        printRemarks(outcome, false, verb.messages());
        for (NamedRecipe piece : outcome.pieces()) {
            write(piece.name(), piece.recipe());
        }
        if (operation instanceof Grid grid && picture.isPresent()) {
            writeGrid(picture.get(), grid.side(), outcome.pieces().subList(0, grid.side() * grid.side()));
        }
        printRemarks(outcome, true, verb.results());
        Output.writeContactSheet(files.folder(), verb);
    }

    private void writeGrid(String name, int columns, List<NamedRecipe> points) throws IOException {
        List<QuantizedSequence> pieces = points.stream()
                .map(point ->
                        space.representation().join(space.render(point.recipe()).windows()))
                .toList();
        if (overwrite) {
            files.replaceGrid(name, columns, pieces);
        } else {
            files.writeGrid(name, columns, pieces);
        }
        verb.results().println(files.folder().resolve(name + ".png"));
    }

    /** Prints the remarks that the user asked for, or the others; that a model does not hold a piece comes first. */
    private static void printRemarks(Outcome outcome, boolean asResults, PrintWriter to) {
        outcome.remarks().stream()
                .filter(remark ->
                        (remark instanceof Remark.AttributesMoved || remark instanceof Remark.ValuesAsked) == asResults)
                .sorted(Comparator.comparing(remark -> !(remark instanceof Remark.PoorlyKept kept && kept.isLost())))
                .map(RemarkSentences::of)
                .forEach(to::println);
    }

    @Override
    public void write(String name, Recipe recipe) throws IOException {
        GeneratedPiece piece = space.render(recipe);
        if (recipe.accompaniment().isPresent()) {
            writeLeadSheet(name, piece);
        } else if (overwrite) {
            files.replace(name, piece.music(), piece.provenance());
        } else {
            files.write(name, piece.music(), piece.provenance());
        }
        verb.results().println(files.folder().resolve(name + ".mid") + "\t" + originality(piece));
    }

    private void writeLeadSheet(String name, GeneratedPiece piece) throws IOException {
        LeadSheetFiles leadSheets = new LeadSheetFiles(files);
        if (overwrite) {
            leadSheets.replace(name, piece.music(), piece.provenance());
        } else {
            leadSheets.write(name, piece.music(), piece.provenance());
        }
    }

    private static String originality(GeneratedPiece piece) {
        Provenance.Similarity closest = piece.provenance().originality();
        Recipe recipe = piece.provenance().recipe();
        boolean accompanies = recipe.melody().isPresent();
        if (piece.isSilent()) {
            return accompanies ? "the accompaniment is silent" : "silent";
        }
        boolean whole = piece.windows().size() == 1;
        String compared = accompanies ? "the accompaniment" : whole ? "it" : "its most similar window";
        boolean hasGivenNotes = recipe.given().isPresent() && !Recipe.isDecoded(recipe.operation());
        String given = hasGivenNotes ? ", given notes included," : "";
        double percent = 100 * closest.similarity();
        return switch (closest.measure()) {
            case NOTHING -> "originality unknown: nowhere five notes in a row within a window";
            case NO_MEMORY -> "originality unknown: the model keeps no training music";
            case CELLS ->
                String.format(Locale.ROOT, "%.0f %% of %s%s sounds in %s", percent, compared, given, closest.place());
            case PHRASES ->
                closest.piece().isEmpty()
                        ? "none of its 5-note phrases occur in the training music"
                        : String.format(
                                Locale.ROOT,
                                "%.0f %% of its 5-note phrases%s also occur in the training music, most in %s",
                                percent,
                                given,
                                closest.piece());
        };
    }
}
