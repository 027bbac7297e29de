package diabolo.cli;

import diabolo.experiment.DataFolder;
import diabolo.lecture.LectureSite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The lecture as a site of pages. */
@Command(
        name = "lecture",
        description = "Writes the lecture as pages to read, with a quick run of every experiment.",
        footer = {"%nExample:", "  diabolo lecture --only 7"})
final class LectureVerb extends Verb {

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "lecture",
            description = "The folder of the site (${DEFAULT-VALUE}); what is finished in it is kept.")
    private Path out = Path.of("lecture");

    @Option(names = "--only", paramLabel = "N", split = ",", description = "Run the experiments of some ideas alone.")
    private List<Integer> only = new ArrayList<>();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The corpora; else DIABOLO_DATA, ../shared/data, the cache.")
    private Optional<Path> data = Optional.empty();

    @Override
    public Integer call() throws IOException {
        for (int number : only) {
            if (number < 1 || number > LectureSite.ideas()) {
                throw wrongUsage(
                        "--only takes numbers of ideas, 1 to %d, was %d".formatted(LectureSite.ideas(), number));
            }
        }
        try (TrainingProgress progress =
                new TrainingProgress(messages(), _ -> new ResumeLine(arguments()).again(), "")) {
            LectureSite.Outcome outcome = new LectureSite(out, DataFolder.find(data)).write(only, progress);
            results().println(outcome.page());
            return outcome.refused().isEmpty() ? DONE : REFUSED;
        }
    }
}
