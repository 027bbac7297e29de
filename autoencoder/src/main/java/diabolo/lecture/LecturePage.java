package diabolo.lecture;

import diabolo.experiment.Experiments;
import diabolo.report.page.ReportPage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The page of the lecture: its ideas with their experiments' figures, and links to their reports.
 *
 * @param folder of the site
 * @param refused experiments that could not run, and why
 */
record LecturePage(Path folder, List<Idea> ideas, Map<String, String> refused) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path RUNS = Path.of("runs");
    private static final int MOST_RUNS = 200;
    private static final String BASELINE = "for comparison";

    /** In the project, whose folder {@code ./diabolo} names in a property. */
    private static final Path EXERCISES = Path.of(System.getProperty("diabolo.home", "."), "exercises");

    String html() throws IOException {
        List<String> content = new ArrayList<>();
        content.add(
                "<p class=\"opening\">The ideas of J.-P. Briot's lecture on autoencoders (\"Deep Learning Techniques for Music Generation\", part 4), in its order and in our words. Each has a question: guess first, then look. The figures are of quick runs on this machine; where a full run is known, its figures stand beside them; each run is compared with its own baselines.</p>");
        content.add("<ol class=\"contents\">%s</ol>".formatted(String.join("", headings())));
        for (int number = 1; number <= ideas.size(); number++) {
            content.addAll(section(number, ideas.get(number - 1)));
        }
        content.addAll(runs());
        return ReportPage.of("Autoencoders, from copying digits to making music", content, "");
    }

    private List<String> headings() {
        List<String> headings = new ArrayList<>();
        for (int number = 1; number <= ideas.size(); number++) {
            headings.add("<li><a href=\"#idea-%d\">%s</a></li>"
                    .formatted(number, ReportPage.words(ideas.get(number - 1).title())));
        }
        return headings;
    }

    private List<String> section(int number, Idea idea) throws IOException {
        List<String> html = new ArrayList<>();
        html.add("<h2 id=\"idea-%d\">%d. %s</h2>".formatted(number, number, ReportPage.words(idea.title())));
        html.add("<p>%s</p>".formatted(ReportPage.words(idea.claim().strip())));
        html.add("<p><b>Guess first.</b> %s</p>"
                .formatted(ReportPage.words(idea.question().strip())));
        html.add(ReportPage.folded(
                "The answer", "<p>" + ReportPage.words(idea.answer().strip()) + "</p>"));
        for (String name : idea.experiments()) {
            html.add(experiment(name));
        }
        if (!idea.exercises().isEmpty()) {
            html.add("<p>Exercises: %s.</p>"
                    .formatted(idea.exercises().stream().map(this::exercise).collect(Collectors.joining(", "))));
        }
        Set<String> sources = sources(idea);
        if (!sources.isEmpty()) {
            html.add(ReportPage.folded(
                    "Sources",
                    sources.stream()
                            .map(source -> "<li>%s</li>".formatted(ReportPage.words(source)))
                            .collect(Collectors.joining("", "<ul>", "</ul>"))));
        }
        return html;
    }

    /** A link where the project's pages are, else their path in it. */
    private String exercise(String name) {
        Path page = EXERCISES.resolve(name + ".md");
        return Files.isRegularFile(page)
                ? "<a href=\"%s\">%s</a>".formatted(ReportPage.escape(target(page)), ReportPage.escape(name))
                : "<code>exercises/%s.md</code>".formatted(ReportPage.escape(name));
    }

    /** Of all experiments of an idea that have run. */
    private Set<String> sources(Idea idea) throws IOException {
        Set<String> sources = new LinkedHashSet<>();
        for (String name : idea.experiments()) {
            Path json = json(name);
            if (Files.exists(json)) {
                read(json).path("sources").forEach(source -> sources.add(source.asString()));
            }
        }
        return sources;
    }

    private Path json(String name) {
        return folder.resolve(name).resolve("report.json");
    }

    /** A path as the page links to it. */
    private String target(Path path) {
        return folder.toAbsolutePath()
                .normalize()
                .relativize(path.toAbsolutePath().normalize())
                .toString()
                .replace('\\', '/');
    }

    private String experiment(String name) throws IOException {
        Experiments.Entry entry = Lecture.find(name);
        String line = "<h3>%s</h3>".formatted(ReportPage.words(entry.description()));
        String command = "<code>./diabolo experiment run %s</code>".formatted(name);
        Path json = json(name);
        if (Files.exists(json)) {
            return "%s<p><a href=\"%s/report.html\">The report of the quick run</a>; the full one: %s.</p>%s"
                    .formatted(line, name, command, figures(name, read(json)));
        }
        String reason = refused.containsKey(name) ? "It could not run: " + refused.get(name) : "It has not run yet.";
        return "%s<p>%s The full run: %s.</p>".formatted(line, ReportPage.words(reason), command);
    }

    /** The key figures of the quick run and of our own full run, where there is one, each with its own baselines. */
    private static String figures(String name, JsonNode report) throws IOException {
        Map<String, Map<String, String>> quick = byFigure(report.path("keyFigures"));
        Map<String, Map<String, String>> full = byFigure(fullRun(name).path("keyFigures"));
        if (quick.isEmpty()) {
            return "";
        }
        List<List<String>> columns = new ArrayList<>();
        columns.add(column("figure", quick.keySet(), figure -> figure));
        columns.add(column("quick run", quick.keySet(), figure -> cell(quick, figure, "here")));
        columns.add(column("compared with", quick.keySet(), figure -> cell(quick, figure, BASELINE)));
        columns.add(column("full run", quick.keySet(), figure -> cell(full, figure, "here")));
        columns.add(column("compared with", quick.keySet(), figure -> cell(full, figure, BASELINE)));
        columns.add(column("as reported", quick.keySet(), figure -> cell(quick, figure, "as reported")));
        columns.removeIf(column -> column.stream().skip(1).allMatch(String::isEmpty));
        return ReportPage.table(IntStream.range(0, quick.size() + 1)
                .mapToObj(row -> columns.stream().map(column -> column.get(row)).toList())
                .toList());
    }

    private static List<String> column(String head, Set<String> figures, UnaryOperator<String> cell) {
        return Stream.concat(Stream.of(head), figures.stream().map(cell)).toList();
    }

    private static String cell(Map<String, Map<String, String>> table, String figure, String column) {
        return table.getOrDefault(figure, Map.of()).getOrDefault(column, "");
    }

    /** The cells of a table of key figures by the words of their row, then by the head of their column. */
    private static Map<String, Map<String, String>> byFigure(JsonNode table) {
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        for (int row = 1; row < table.size(); row++) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (int column = 1; column < table.path(row).size(); column++) {
                cells.put(
                        table.path(0).path(column).asString(),
                        table.path(row).path(column).asString());
            }
            rows.put(table.path(row).path(0).asString(), cells);
        }
        return rows;
    }

    /** The report of a full run that comes with Diabolo; nothing where there is none. */
    private static JsonNode fullRun(String name) throws IOException {
        try (@Nullable InputStream in = LecturePage.class.getResourceAsStream("full/" + name + ".json")) {
            return in == null ? JSON.createObjectNode() : JSON.readTree(in);
        }
    }

    private static JsonNode read(Path json) throws IOException {
        try {
            return JSON.readTree(Files.readString(json));
        } catch (JacksonException damaged) {
            return JSON.createObjectNode();
        }
    }

    /** Links to all runs of experiments and trainings beside the site. */
    private List<String> runs() throws IOException {
        if (!Files.isDirectory(RUNS)) {
            return List.of();
        }
        List<String> links = new ArrayList<>();
        try (Stream<Path> found = Files.find(RUNS, 3, (path, _) -> path.endsWith("report.html"))) {
            found.sorted().limit(MOST_RUNS).forEach(path -> {
                links.add("<li><a href=\"%s\">%s</a></li>"
                        .formatted(
                                ReportPage.escape(target(path)), ReportPage.escape(String.valueOf(path.getParent()))));
            });
        }
        return links.isEmpty()
                ? List.of()
                : List.of("<h2>Your runs</h2>", "<ul>%s</ul>".formatted(String.join("", links)));
    }
}
