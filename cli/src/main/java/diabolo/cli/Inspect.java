package diabolo.cli;

import diabolo.inspection.FileInspection;
import diabolo.inspection.Verdict;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** Prints of each file what was read, what was not, why, and how to repair it. */
@Command(
        name = "inspect",
        description = "Checks files of music: what was read, left out or refused, and why.",
        footer = {"%nExample:", "  diabolo inspect *.mid --json"})
final class Inspect extends Verb {

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files of music.")
    private List<Path> files = List.of();

    @Option(names = "--json", description = "As JSON, one object per line.")
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
