package diabolo.experiment;

import diabolo.report.Effort;
import diabolo.report.page.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The end of a report: with what a run was made, so that anyone can make it again. */
final class RunSettings {

    private static final Map<String, String> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put("seed", "seed");
        WORDS.put("corpus", "data");
        WORDS.put("corpusFingerprint", "fingerprint of the data");
        WORDS.put("diabolo", "Diabolo");
        WORDS.put("libtorch", "libtorch");
        WORDS.put("java", "Java");
        WORDS.put("machine", "machine");
    }

    private RunSettings() {}

    /** From the files of a run's folder; what it does not hold is left out. */
    static Report addTo(Report report, RunFolder run, Effort effort, Instant start) throws IOException {
        Path provenance = run.file(RunFolder.PROVENANCE);
        if (Files.isRegularFile(provenance)) {
            Map<?, ?> values = JsonMapper.shared().readValue(Files.readString(provenance), Map.class);
            WORDS.forEach((name, words) -> {
                if (values.containsKey(name)) {
                    report.setting(words, String.valueOf(values.get(name)));
                }
            });
        }
        report.setting("effort", effort == Effort.QUICK ? "quick (--quick)" : "full");
        report.setting("time taken", inWords(Duration.between(start, Instant.now())));
        RefusedMusic.kept(run).addTo(report);
        Path settings = run.file(RunFolder.SETTINGS);
        if (Files.isRegularFile(settings)) {
            report.settingsFile("Settings of the run (experiment.yaml)", Files.readString(settings));
        }
        for (Map.Entry<String, List<String>> plan : run.plans().entrySet()) {
            report.settingsFile("How it was trained: " + String.join(", ", plan.getValue()), plan.getKey());
        }
        return report;
    }

    private static String inWords(Duration time) {
        return time.toMinutes() == 0
                ? String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0)
                : "%d min %d s".formatted(time.toMinutes(), time.toSecondsPart());
    }
}
