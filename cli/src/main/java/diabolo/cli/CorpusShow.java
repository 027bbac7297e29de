package diabolo.cli;

import diabolo.corpus.Corpus;
import diabolo.corpus.CorpusFile;
import diabolo.corpus.CorpusSummary;
import diabolo.corpus.Piece;
import diabolo.corpus.Refusal;
import diabolo.note.Plural;
import diabolo.representation.PianoRoll;
import diabolo.representation.Representation;
import diabolo.representation.TokenRepresentation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** Says what a corpus holds. */
@Command(name = "show", description = "Says what a corpus holds, and what was refused and why.")
final class CorpusShow extends Verb {

    @Parameters(paramLabel = "C", description = "A corpus file that `diabolo corpus build` made.")
    private Path file = Path.of("");

    @Option(names = "--json", description = "As JSON, for programs.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Corpus corpus = CorpusFile.load(file);
        if (json) {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("summary", corpus.summary());
            all.put("pieces", corpus.pieces());
            all.put("refusals", corpus.refusals());
            results()
                    .println(
                            JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(all));
        } else {
            show(corpus, results());
        }
        return DONE;
    }

    static void show(Corpus corpus, PrintWriter out) {
        CorpusSummary summary = corpus.summary();
        out.printf(
                "%s, %s as %s, %d of them distinct (%d repeated)%n",
                Plural.of(summary.pieces(), "piece"),
                Plural.of(summary.windows(), "window"),
                inWords(corpus.spec().representation()),
                summary.distinctWindows(),
                summary.windows() - summary.distinctWindows());
        out.printf("windows refused: %s%n", summary.refusedWindows().inWords());
        out.printf("files refused: %s%n", summary.refusedFiles().inWords());
        out.printf(
                "notes dropped off the grid: %d; notes that no window holds: %d%n",
                summary.offGridNotes(), summary.unplacedNotes());
        for (Piece piece : corpus.pieces()) {
            out.printf("  %13s  %s%n", Plural.of(piece.windows(), "window"), piece.name());
        }
        for (Refusal refusal : corpus.refusals()) {
            out.printf("  refused: %s: %s%n", refusal.file(), refusal.reason());
        }
    }

    private static String inWords(Representation representation) {
        return switch (representation) {
            case PianoRoll roll -> "piano-roll of " + Plural.of(roll.steps(), "step");
            case TokenRepresentation tokens ->
                "%s of %s of %s".formatted(tokens.name(), Plural.of(tokens.bars(), "bar"), tokens.meter());
        };
    }
}
