package diabolo.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The metrics that {@code docs/metrics.md} lists, as patterns of names, and the chapters that it says they come from. */
public record MetricsTable(List<Row> rows) {

    private static final Path FILE = Path.of("..", "docs", "metrics.md");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final Map<String, String> PLACEHOLDERS = Map.ofEntries(
            Map.entry(
                    "{variant}.",
                    "((hierarchical|flat|vae|autoencoder|low|middle|high|cascade|noPretraining|wide|code[0-9]+|greedy|atOnce|sparse|kSparse)\\.)?"),
            Map.entry("{set}", "(train|heldOut)"),
            Map.entry("{meter}.", "(three\\.)?"),
            Map.entry(
                    "{musicFigure}",
                    "(repeatedNotes|notesPerBar|inKey|range|meanInterval|leaps|rhythmAgain|intervalsAgain|silentBars|longestNote|lastIsTonic|backbeat|kickOnDownbeat|barLikeness|hitsPerBar|onsetsPerBar)"),
            Map.entry("{tunes}", "(made|real|learned|floor|codec|gaussian|oneSample|tunes|melody16)"),
            Map.entry("{bars}", "((real|repeated)\\.)?"),
            Map.entry("{asked}", "(new|given|newOfOne|newByVector|givenByVector)"),
            Map.entry("{value}", "(note-density|range|contour|average-interval|syncopation)"),
            Map.entry("{grooves}", "(real|learned|codec|normal|low|oneSample|grooves)(\\.[a-zA-Z]+)?"),
            Map.entry("{chords}.", "((written|frequent|tonic|train)\\.)?"),
            Map.entry("{line}", "(melody|bass|drums)"),
            Map.entry("{prior}", "(real|uniform1|uniform10|range|normal|gaussian|marginals)"),
            Map.entry("{voices}.", "((written|train|oneSample|noRules|blocks|ngrams)\\.)?"),
            Map.entry("{rags}.", "((heldOut|train|firstHalf|secondHalf|oneSample|deepHear)\\.)?"),
            Map.entry("{path}", "(dataSpace|latentSpace|latentSpaceLinear)"),
            Map.entry(
                    "{vector}", "(c-diatonic|note-density|average-interval|sixteenth-syncopation|eighth-syncopation)"),
            Map.entry(
                    "{attribute}",
                    "(c-diatonic|note-density|average-interval|sixteenth-syncopation|eighth-syncopation)"),
            Map.entry("{points}", "(uniform|normal)"),
            Map.entry("{dimensions}", "[0-9]+"),
            Map.entry("{surface}", "(roll|sphere|digits|melodies|drums)"),
            Map.entry("{projection}", "(pca|isomap|tsne|umap|autoencoder|chart)"),
            Map.entry("{layer}", "[0-9]+"),
            Map.entry("{method}", "(none|sae|sdae|dbn)"),
            Map.entry("{kind}", "(with|without)"),
            Map.entry("{way}", "(plain|pretrained|dropout|batchNormalization|residual|together|all)"));

    /** A line of a table of five columns. */
    public record Row(String name, Pattern pattern, List<String> chapters) {

        static Row of(String line) {
            List<String> cells = List.of(line.split("\\|", -1));
            Matcher name = QUOTED.matcher(cells.get(1));
            if (!name.find()) {
                throw new IllegalStateException("no name in " + line);
            }
            String regex = name.group(1).replace(".", "\\.");
            for (Map.Entry<String, String> placeholder : PLACEHOLDERS.entrySet()) {
                regex = regex.replace(placeholder.getKey().replace(".", "\\."), placeholder.getValue());
            }
            List<String> chapters = QUOTED.matcher(cells.get(4))
                    .results()
                    .map(match -> match.group(1))
                    .toList();
            return new Row(name.group(1), Pattern.compile(regex), chapters);
        }
    }

    static MetricsTable read() throws IOException {
        return new MetricsTable(Files.readAllLines(FILE).stream()
                .filter(line -> line.startsWith("| `") && line.split("\\|", -1).length == 7)
                .map(Row::of)
                .toList());
    }

    /** Those of some metrics that no line has. */
    public static List<String> undocumented(Map<String, Double> metrics) throws IOException {
        MetricsTable table = read();
        return metrics.keySet().stream()
                .filter(name -> table.rows().stream()
                        .noneMatch(row -> row.pattern().matcher(name).matches()))
                .toList();
    }
}
