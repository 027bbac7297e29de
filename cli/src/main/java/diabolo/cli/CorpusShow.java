package diabolo.cli;

import diabolo.corpus.Corpus;
import diabolo.corpus.CorpusFile;
import diabolo.corpus.CorpusSummary;
import diabolo.corpus.Piece;
import diabolo.corpus.Refusal;
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
                "%d pieces, %d windows as %s, %d of them distinct (%d repeated)%n",
                summary.pieces(),
                summary.windows(),
                inWords(corpus.spec().representation()),
                summary.distinctWindows(),
                summary.windows() - summary.distinctWindows());
        out.printf(
                "windows refused: %s; files refused: %d%n",
                summary.refusedWindows().inWords(), summary.refusedFiles());
        out.printf(
                "notes dropped off the grid: %d; notes that no window holds: %d%n",
                summary.offGridNotes(), summary.unheldNotes());
        for (Piece piece : corpus.pieces()) {
            out.printf("  %5d windows  %s%n", piece.windows(), piece.name());
        }
        for (Refusal refusal : corpus.refusals()) {
            out.printf("  refused: %s: %s%n", refusal.file(), refusal.reason());
        }
    }

    private static String inWords(Representation representation) {
        return switch (representation) {
            case PianoRoll roll -> "piano-roll of %d steps".formatted(roll.steps());
            case TokenRepresentation tokens ->
                "%s of %d bars of %s".formatted(tokens.name(), tokens.bars(), tokens.meter());
        };
    }
}
