package diabolo.lecture;

import diabolo.experiment.DataFolder;
import diabolo.experiment.ExperimentProgress;
import diabolo.experiment.Experiments;
import diabolo.experiment.RunFolder;
import diabolo.file.AtomicFile;
import diabolo.model.ModelFolders;
import diabolo.report.Effort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The lecture as a small site: its ideas in order, each with a question, the report of a quick run of each of its experiments, and the
 * figures of full runs.
 *
 * <pre>{@code
 * new LectureSite(Path.of("lecture"), DataFolder.find(Optional.empty())).write(List.of(), ExperimentProgress.SILENT);
 * }</pre>
 *
 * <p>A run that is finished is not repeated, one that was interrupted is resumed.
 *
 * @param folder of the site; a run for each experiment lies in it
 */
public record LectureSite(Path folder, DataFolder data) {

    /** The page to open. */
    public static final String INDEX = "index.html";

    /** How many ideas there are, counted from 1. */
    public static int ideas() {
        return Idea.all().size();
    }

    /** What became of the experiments. */
    public record Outcome(Path page, Map<String, String> refused) {}

    /**
     * Runs what is missing and writes the page; an experiment that cannot run, such as for want of its data, stands there with the
     * reason.
     *
     * @param only numbers of ideas, from 1; none for all
     * @throws IOException if the page cannot be written
     */
    public Outcome write(List<Integer> only, ExperimentProgress progress) throws IOException {
        List<Idea> ideas = Idea.all();
        AtomicFile.makeFolder(folder);
        Map<String, String> refused = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        for (int number = 1; number <= ideas.size(); number++) {
            if (only.isEmpty() || only.contains(number)) {
                names.addAll(ideas.get(number - 1).experiments());
            }
        }
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (!Files.exists(report(name))) {
                progress.message("Experiment %d of %d: %s".formatted(i + 1, names.size(), name));
                run(name, progress).ifPresent(reason -> refused.put(name, reason));
                writePage(ideas, refused); // which is there for reading while the next one runs
            }
        }
        return new Outcome(writePage(ideas, refused), refused);
    }

    private Path writePage(List<Idea> ideas, Map<String, String> refused) throws IOException {
        Path page = folder.resolve(INDEX);
        AtomicFile.write(page, new LecturePage(folder, ideas, refused).html());
        return page;
    }

    private Path report(String name) {
        return folder.resolve(name).resolve("report.html");
    }

    /** Gives the reason where it cannot run. */
    private Optional<String> run(String name, ExperimentProgress progress) {
        try {
            Experiments.Entry entry = Lecture.find(name);
            Optional<String> model = entry.model().filter(ModelFolders.names()::contains);
            entry.run(
                    new Experiments.Request(
                            data,
                            Optional.empty(),
                            model.isPresent() ? Optional.of(ModelFolders.find(model.get())) : Optional.empty(),
                            Optional.of(folder.resolve(name)),
                            Optional.empty(),
                            Effort.QUICK,
                            Files.exists(folder.resolve(name)) ? RunFolder.Start.RESUMED : RunFolder.Start.FRESH),
                    progress);
            return Optional.empty();
        } catch (IOException | IllegalArgumentException refusal) {
            String reason = String.valueOf(refusal.getMessage());
            progress.message("%s cannot run: %s".formatted(name, reason));
            return Optional.of(reason);
        }
    }
}
