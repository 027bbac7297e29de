package diabolo.cli;

import diabolo.corpus.Corpus;
import diabolo.corpus.CorpusFile;
import diabolo.corpus.CorpusSummary;
import diabolo.corpus.Piece;
import diabolo.corpus.Refusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
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
                Locale.ROOT,
                "%d pieces, %d windows, %d of them distinct, %.1f active cells in a window on average%n",
                summary.pieces(),
                summary.windows(),
                summary.distinctWindows(),
                summary.meanActiveCells());
        for (Piece piece : corpus.pieces()) {
            out.printf("  %5d windows  %s%n", piece.windows(), piece.name());
        }
        for (Refusal refusal : corpus.refusals()) {
            out.printf("  refused: %s: %s%n", refusal.file(), refusal.reason());
        }
    }
}
