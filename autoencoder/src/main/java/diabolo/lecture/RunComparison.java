package diabolo.lecture;

import diabolo.file.AtomicFile;
import diabolo.picture.Axis;
import diabolo.picture.Curve;
import diabolo.picture.CurvePicture;
import diabolo.picture.Point;
import diabolo.report.page.ReportPage;
import diabolo.training.CurveCsv;
import diabolo.training.CurvePoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Runs beside each other: the settings in which they differ, their metrics, their learning curves.
 *
 * <pre>{@code
 * RunComparison comparison = RunComparison.of(List.of(Path.of("runs/a"), Path.of("runs/b")));
 * comparison.metrics();                       // a row for each metric, a column for each run
 * comparison.write(Path.of("compared.html"));
 * }</pre>
 */
public final class RunComparison {

    private static final String SETTINGS = "experiment.yaml";
    private static final String REPORT = "report.json";
    private static final YAMLMapper YAML = YAMLMapper.builder().build();
    private static final long MOST_BYTES = 16 << 20;

    /**
     * What a run left.
     *
     * @param curves by the name of their training
     */
    private record Run(
            String name,
            boolean hasReport,
            Map<String, String> settings,
            Map<String, Double> metrics,
            Map<String, List<Point>> curves) {}

    private final List<Run> runs;

    private RunComparison(List<Run> runs) {
        this.runs = runs;
    }

    /**
     * Reads runs.
     *
     * @param folders two or more
     * @throws IOException if one is no folder of a run
     */
    public static RunComparison of(List<Path> folders) throws IOException {
        List<Run> runs = new ArrayList<>();
        for (Path folder : folders) {
            runs.add(read(folder));
        }
        return new RunComparison(List.copyOf(runs));
    }

    private static Run read(Path folder) throws IOException {
        if (!Files.isRegularFile(folder.resolve(SETTINGS))) {
            throw new IOException(
                    "%s is no run: it has no %s; name folders that `diabolo experiment run` or `diabolo train` made."
                            .formatted(folder, SETTINGS));
        }
        Map<String, String> settings = new TreeMap<>();
        flatten("", tree(folder.resolve(SETTINGS)), settings);
        Map<String, Double> metrics = new TreeMap<>();
        boolean hasReport = Files.isRegularFile(folder.resolve(REPORT));
        if (hasReport) {
            for (Map.Entry<String, JsonNode> metric :
                    tree(folder.resolve(REPORT)).path("metrics").properties()) {
                metrics.put(metric.getKey(), metric.getValue().asDouble());
            }
        }
        return new Run(folder.toString(), hasReport, settings, metrics, curves(folder));
    }

    private static JsonNode tree(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException("%s has %d bytes, a run's file at most %d; is it one?"
                    .formatted(file, Files.size(file), MOST_BYTES));
        }
        try {
            return YAML.readTree(Files.readString(file)); // JSON is YAML
        } catch (JacksonException damaged) {
            throw new IOException("%s cannot be understood; run it again.".formatted(file), damaged);
        }
    }

    private static void flatten(String path, JsonNode node, Map<String, String> into) {
        if (!node.isObject()) {
            into.put(path, node.isValueNode() ? node.asString() : node.toString());
            return;
        }
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            flatten(path.isEmpty() ? property.getKey() : path + "." + property.getKey(), property.getValue(), into);
        }
    }

    private static Map<String, List<Point>> curves(Path folder) throws IOException {
        Map<String, List<Point>> curves = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.startsWith("training") && name.endsWith(".csv") && Files.size(file) < MOST_BYTES) {
                    curves.put(name.substring(0, name.length() - ".csv".length()), points(file));
                }
            }
        }
        return curves;
    }

    /** Of the last stage. */
    private static List<Point> points(Path csv) throws IOException {
        List<CurvePoint> all = CurveCsv.read(Files.readString(csv));
        int last = all.stream().mapToInt(CurvePoint::phase).max().orElse(0);
        return all.stream()
                .filter(point -> point.phase() == last)
                .map(point -> new Point(point.epoch(), point.loss()))
                .toList();
    }

    /** A row for each setting in which not all are equal, with a head; no more than the head where all are. */
    public List<List<String>> settings() {
        return rows(
                "setting",
                names(Run::settings),
                (run, name) -> Optional.ofNullable(run.settings().get(name)),
                true);
    }

    /** A row for each metric, with a head. */
    public List<List<String>> metrics() {
        return rows(
                "metric",
                names(Run::metrics),
                (run, name) -> Optional.ofNullable(run.metrics().get(name)).map(RunComparison::inWords),
                false);
    }

    private static String inWords(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.4g", value);
    }

    @FunctionalInterface
    private interface Cell {
        Optional<String> of(Run run, String name);
    }

    @FunctionalInterface
    private interface Named {
        Map<String, ?> of(Run run);
    }

    private Set<String> names(Named named) {
        Set<String> names = new TreeSet<>();
        runs.forEach(run -> names.addAll(named.of(run).keySet()));
        return names;
    }

    private List<List<String>> rows(String head, Set<String> names, Cell cell, boolean onlyDifferent) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(Stream.concat(Stream.of(head), runs.stream().map(Run::name)).toList());
        for (String name : names) {
            List<String> values =
                    runs.stream().map(run -> cell.of(run, name).orElse("–")).toList();
            if (!onlyDifferent || new HashSet<>(values).size() > 1) {
                rows.add(Stream.concat(Stream.of(name), values.stream()).toList());
            }
        }
        return rows;
    }

    /** What a reader of the tables should know: where nothing differs, and which runs are not finished or have no curves. */
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (settings().size() == 1) {
            remarks.add("The settings of the runs are equal.");
        }
        runs.stream()
                .filter(run -> !run.hasReport())
                .forEach(run -> remarks.add(
                        "%s has no report: it is a training alone, or not finished.".formatted(run.name())));
        if (!hasCurves()) {
            remarks.add("None of the runs has a learning curve (training*.csv).");
        }
        return remarks;
    }

    /** Whether there are learning curves, which the page shows. */
    public boolean hasCurves() {
        return runs.stream().anyMatch(run -> !run.curves().isEmpty());
    }

    /** Writes a page with all of it. */
    public void write(Path page) throws IOException {
        List<String> content = new ArrayList<>();
        remarks().forEach(remark -> content.add("<p>%s</p>".formatted(ReportPage.words(remark))));
        if (settings().size() > 1) {
            content.add("<h2>Settings that differ</h2>");
            content.add(ReportPage.table(settings()));
        }
        if (hasCurves()) {
            content.add("<h2>Learning curves</h2>");
            names(Run::curves).forEach(training -> content.add(picture(training).toSvg()));
        }
        if (metrics().size() > 1) {
            content.add("<h2>Metrics</h2>");
            content.add(ReportPage.table(metrics()));
        }
        AtomicFile.write(page, ReportPage.of("Runs compared", content, ""));
    }

    private CurvePicture picture(String training) {
        return new CurvePicture(
                "Loss, " + training,
                "epoch",
                "loss",
                Axis.LOGARITHMIC,
                runs.stream()
                        .filter(run -> run.curves().containsKey(training))
                        .map(run -> new Curve(run.name(), run.curves().getOrDefault(training, List.of())))
                        .toList());
    }
}
