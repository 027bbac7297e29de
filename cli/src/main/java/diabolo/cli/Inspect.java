package diabolo.cli;

import diabolo.inspection.FileInspection;
import diabolo.inspection.Verdict;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** Says of each file what was read, what was not, why, and how to repair it. */
@Command(
        name = "inspect",
        description = "Gives each file of music a verdict: what was read, what was left out or refused, and why.",
        footer = {"%nExample:", "  diabolo inspect *.mid --json"})
final class Inspect extends Verb {

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files of music.")
    private List<Path> files = List.of();

    @Option(names = "--json", description = "One JSON object a line, for programs.")
    private boolean json;

    @Override
    public Integer call() {
        boolean refused = false;
        for (Path file : files) {
            Verdict verdict = FileInspection.inspect(file);
            refused |= verdict.status() == Verdict.Status.REFUSED;
            results().println(json ? JsonMapper.shared().writeValueAsString(verdict) : verdict.inWords());
        }
        return refused ? REFUSED : DONE;
    }
}
