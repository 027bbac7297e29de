package diabolo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the results of {@code bench/run} from what the sides printed.
 *
 * <p>Arguments: {@code RUN [FOLDER]}. {@code RUN} has a folder for each case, with the rounds of its sides, their order ({@code
 * sides}) and the load averages, and beside them {@code machine} and {@code peak}. Without a second folder the tables are printed; with one
 * they become its {@code RESULTS.md}, and charts beside it. Ends with code 1 if sides disagree.
 */
public final class Results {

    private static final String INTRODUCTION = """
            # Benchmarks beside the peers

            Written by `bench/run ALL` (`make bench`), which measures again and replaces this file; no figure is by hand. Another
            number of rounds: `bench/run ALL 9`; a single case: `bench/run sampling`.

            Sides take turns, round by round, on the same data, sizes, batches and weights, each on one thread unless a title says
            otherwise. **The ratio is a peer's time over Diabolo's in the same round: above 1 Diabolo is faster, that many times.** Every
            figure is the median of the rounds, with the least and the greatest. Processor time is user and system time of the whole
            process, so that compilers and collectors count. Other work on the machine slows all sides, and the clock more than
            processor time; each case gives the load average at its start and end.

            """;

    private final Path run;
    private final Optional<Path> target;
    private final StringBuilder text = new StringBuilder();
    private final List<String> differing = new ArrayList<>();

    private Results(Path run, Optional<Path> target) {
        this.run = run;
        this.target = target;
    }

    public static void main(String[] arguments) throws IOException {
        Optional<Path> target = arguments.length > 1 ? Optional.of(Path.of(arguments[1])) : Optional.empty();
        Results results = new Results(Path.of(arguments[0]), target);
        results.write();
        if (!results.differing.isEmpty()) {
            System.err.println("bench: sides disagree in " + String.join(", ", results.differing));
            System.exit(1);
        }
    }

    private void write() throws IOException {
        target.ifPresent(_ -> text.append(INTRODUCTION));
        machine();
        List<Findings> all = new ArrayList<>();
        for (BenchCase which : BenchCase.values()) {
            if (Files.exists(run.resolve(which.id()).resolve("sides"))) {
                Findings findings = Findings.read(run.resolve(which.id()), which);
                all.add(findings);
                text.append(findings.section());
                if (findings.disagrees()) {
                    differing.add(which.id());
                }
                if (findings.grows() && target.isPresent()) {
                    GrowthChart chart = findings.chart();
                    chart.write(target.get().resolve("results-" + which.id() + ".svg"));
                    text.append("![%s by the number of %s](results-%s.svg)\n\n"
                            .formatted(which.byClock() ? "Time" : "Processor time", which.unit(), which.id()));
                    text.append("Slope of the logarithms (1: in proportion to the work): %s.\n\n"
                            .formatted(chart.slopes()));
                }
            }
        }
        peak(all);
        if (target.isPresent()) {
            Files.writeString(
                    target.get().resolve("RESULTS.md"), text.toString().stripTrailing() + "\n");
        } else {
            System.out.print(text);
        }
    }

    /** What was measured where, as {@code name: value} lines of the driver. */
    private void machine() throws IOException {
        SequencedMap<String, String> facts = new LinkedHashMap<>();
        for (String line : Files.readAllLines(run.resolve("machine"))) {
            int colon = line.indexOf(": ");
            facts.put(line.substring(0, colon), line.substring(colon + 2));
        }
        text.append("| machine and versions | |\n|---|---|\n");
        facts.forEach((name, value) -> text.append("| %s | %s |\n".formatted(name, value)));
        text.append('\n');
    }

    /** How much of what the machine can multiply an update reaches. */
    private void peak(List<Findings> all) throws IOException {
        Path file = run.resolve("peak");
        if (all.stream().allMatch(findings -> findings.oursPerSecond().isEmpty())) {
            return;
        }
        JsonNode peak = new JsonMapper().readTree(Files.readString(file));
        double oneDnn = peak.get("oneDnnGigaflops").asDouble();
        double openBlas = peak.get("openBlasGigaflops").asDouble();
        double best = Math.max(oneDnn, openBlas);
        text.append(String.format(
                Locale.ROOT, """
                ## What the machine can do

                One thread, processor time, the best of eight tries: a product of two matrices of 2,048 by 2,048 float32 at %.0f thousand million
                operations a second (GFLOP/s) by oneDNN and %.0f by OpenBLAS; a copy of 256 MB at %.1f GB/s. Products of an update
                are counted as Diabolo makes them, without those with tokens or zeros; all else of an update counts as time only.

                | update | operations, thousand million | GFLOP/s | share of the peak |
                |---|---|---|---|
                """, oneDnn, openBlas, peak.get("copyGigabytes").asDouble()));
        for (Findings findings : all) {
            findings.oursPerSecond()
                    .ifPresent(rate -> text.append(String.format(
                            Locale.ROOT,
                            "| `%s` | %.1f | %.0f | %.0f %% |%n",
                            findings.which().id(),
                            findings.which().operations().orElseThrow() / 1e9,
                            rate / 1e9,
                            100 * rate / 1e9 / best)));
        }
    }
}
