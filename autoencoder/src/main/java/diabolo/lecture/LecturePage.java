package diabolo.lecture;

import diabolo.experiment.Experiments;
import diabolo.report.page.ReportPage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

    String html() throws IOException {
        List<String> content = new ArrayList<>();
        content.add(
                "<p class=\"opening\">The ideas of J.-P. Briot's lecture on autoencoders (\"Deep Learning Techniques for Music Generation\", part 4), in its order and in our words. Each has a question: guess first, then look. The figures are of quick runs on this machine; where a full run is known, its figures stand beside them.</p>");
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
                    .formatted(idea.exercises().stream()
                            .map(name -> "<code>exercises/%s.md</code>".formatted(ReportPage.escape(name)))
                            .collect(Collectors.joining(", "))));
        }
        return html;
    }

    private String experiment(String name) throws IOException {
        Experiments.Entry entry = Lecture.find(name);
        String line = "<h3>%s</h3>".formatted(ReportPage.words(entry.description()));
        String command = "<code>./diabolo experiment run %s</code>".formatted(name);
        Path json = folder.resolve(name).resolve("report.json");
        if (Files.exists(json)) {
            return "%s<p><a href=\"%s/report.html\">The report of the quick run</a>; the full one: %s.</p>%s"
                    .formatted(line, name, command, figures(name, read(json)));
        }
        String reason = refused.containsKey(name) ? "It could not run: " + refused.get(name) : "It has not run yet.";
        return "%s<p>%s The full run: %s.</p>".formatted(line, ReportPage.words(reason), command);
    }

    /** The key figures of the quick run, with those of our own full run where there is one. */
    private static String figures(String name, JsonNode quick) throws IOException {
        JsonNode rows = quick.path("keyFigures");
        JsonNode full = fullRun(name).path("keyFigures");
        if (rows.size() < 2) {
            return "";
        }
        List<List<String>> table = new ArrayList<>();
        for (JsonNode row : rows) {
            List<String> cells = new ArrayList<>();
            row.forEach(cell -> cells.add(cell.asString()));
            boolean isHead = table.isEmpty();
            if (!full.isEmpty()) {
                cells.add(2, isHead ? "full run" : valueOf(cells.getFirst(), full));
            }
            if (isHead) {
                cells.set(1, "quick run");
                cells.replaceAll(cell -> cell.equals("for comparison") ? "beside the quick run" : cell);
            }
            table.add(cells);
        }
        return ReportPage.table(table);
    }

    private static String valueOf(String words, JsonNode rows) {
        for (JsonNode row : rows) {
            if (row.path(0).asString().equals(words)) {
                return row.path(1).asString();
            }
        }
        return "";
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
                String target = folder.toAbsolutePath()
                        .relativize(path.toAbsolutePath())
                        .toString()
                        .replace('\\', '/');
                links.add("<li><a href=\"%s\">%s</a></li>"
                        .formatted(ReportPage.escape(target), ReportPage.escape(String.valueOf(path.getParent()))));
            });
        }
        return links.isEmpty()
                ? List.of()
                : List.of("<h2>Your runs</h2>", "<ul>%s</ul>".formatted(String.join("", links)));
    }
}
