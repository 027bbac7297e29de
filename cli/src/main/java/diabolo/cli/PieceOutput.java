package diabolo.cli;

import diabolo.latent.GeneratedPiece;
import diabolo.latent.LatentSpace;
import diabolo.latent.Provenance;
import diabolo.latent.Recipe;
import diabolo.operation.NamedRecipe;
import diabolo.operation.Operation;
import diabolo.operation.Outcome;
import diabolo.operation.PieceFiles;
import diabolo.operation.Remark;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.Locale;

/**
 * Writes pieces, each under its name, and prints where, with how original it is.
 *
 * @param overwrite whether files of the same names may be replaced
 */
record PieceOutput(PieceFiles files, boolean overwrite, PrintWriter results) {

    /**
     * Makes sure, before anything is made, that nothing is overwritten unasked.
     *
     * @throws IOException if a file of one of these names is there
     */
    void requireFree(Collection<String> names) throws IOException {
        if (!overwrite) {
            for (String name : names) {
                files.requireFree(name);
            }
        }
    }

    /**
     * Does an operation, says what it remarks, and writes its pieces.
     *
     * @throws IOException if one of them would overwrite a file unasked; then nothing is written
     */
    void make(LatentSpace space, Operation operation, PrintWriter messages) throws IOException {
        Outcome outcome;
        try (SearchProgress progress = new SearchProgress(messages)) {
            outcome = operation.on(space, progress);
        }
        requireFree(outcome.pieces().stream().map(NamedRecipe::name).toList());
        outcome.remarks().stream()
                .filter(remark -> !isResult(remark))
                .map(RemarkSentences::of)
                .forEach(messages::println);
        for (NamedRecipe piece : outcome.pieces()) {
            write(piece.name(), space.render(piece.recipe()));
        }
        outcome.remarks().stream()
                .filter(PieceOutput::isResult)
                .map(RemarkSentences::of)
                .forEach(results::println);
    }

    /** Whether a remark is what the user asked for, like the pieces. */
    private static boolean isResult(Remark remark) {
        return remark instanceof Remark.AttributesMoved;
    }

    void write(String name, GeneratedPiece piece) throws IOException {
        files.write(name, piece.music(), piece.provenance());
        results.println(files.folder().resolve(name + ".mid") + "\t" + originality(piece));
    }

    private static String originality(GeneratedPiece piece) {
        Provenance.Similarity closest = piece.provenance().originality();
        Recipe recipe = piece.provenance().recipe();
        boolean accompanies = recipe.melody().isPresent();
        if (piece.isSilent()) {
            return accompanies ? "the accompaniment is silent" : "silent";
        }
        double percent = 100 * closest.similarity();
        String given = recipe.given().isPresent() ? ", given notes included," : "";
        String its = piece.windows().size() == 1 ? "its phrases" : "the phrases of its best known window";
        return switch (closest.measure()) {
            case NOTHING -> "originality unknown: it is too short";
            case NO_MEMORY -> "originality unknown: the model remembers no music";
            case CELLS ->
                String.format(
                        Locale.ROOT,
                        "%.0f %% of %s%s sounds in %s",
                        percent,
                        accompanies
                                ? "the accompaniment"
                                : piece.windows().size() == 1 ? "it" : "its best known window",
                        given,
                        closest.place());
            case PHRASES ->
                closest.piece().isEmpty()
                        ? "none of its phrases were learned from"
                        : String.format(
                                Locale.ROOT,
                                "%.0f %% of %s%s were learned from, most in %s",
                                percent,
                                its,
                                given,
                                closest.piece());
        };
    }
}
