package diabolo.experiment;

import diabolo.file.AtomicFile;
import diabolo.training.PlanFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The folder that a run leaves: settings, provenance, checkpoints, curves, model, report, samples.
 *
 * <pre>{@code
 * RunDescription description = RunDescription.of(spec, corpus.fingerprint());
 * RunFolder run = RunFolder.create(Optional.empty(), description, RunFolder.Start.FRESH);
 * run.checkpoint("main"); // a path for a training to be resumed from
 * }</pre>
 */
public record RunFolder(Path path) {

    /** Whether a run begins or is resumed. */
    public enum Start {
        /** The folder must be new or empty. */
        FRESH,
        /** A run in it is resumed. */
        RESUMED
    }

    static final String SETTINGS = "experiment.yaml";
    static final String PROVENANCE = "provenance.json";
    private static final String CHECKPOINTS = "checkpoint";
    private static final String REPORT = "report.html";
    private static final Path RUNS = Path.of("runs");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * Makes the folder and writes down what is run: {@code experiment.yaml} and {@code provenance.json}.
     *
     * @param given where it shall be; else {@code runs/<name>/<time>-<short hash>}
     * @throws IOException if the folder holds files already and nothing is to be resumed, or holds no such run and one is
     */
    public static RunFolder create(Optional<Path> given, RunDescription description, Start start) throws IOException {
        Path folder = given.orElseGet(() -> newFolder(description));
        switch (start) {
            case FRESH -> requireNew(folder);
            case RESUMED -> requireSame(folder, description);
        }
        AtomicFile.makeFolder(folder);
        AtomicFile.write(folder.resolve(SETTINGS), description.settings());
        AtomicFile.write(
                folder.resolve(PROVENANCE), JSON.writeValueAsString(new TreeMap<>(description.provenance())) + "\n");
        return new RunFolder(folder);
    }

    private static Path newFolder(RunDescription description) {
        String time = LocalDateTime.now(ZoneId.systemDefault()).format(TIME);
        String hash = description.shortHash();
        return RUNS.resolve(description.name()).resolve(hash.isEmpty() ? time : time + "-" + hash);
    }

    /**
     * The latest run of the same that has trained something and has no report yet.
     *
     * @param runs the folder with a folder for each experiment
     */
    static Optional<Path> unfinished(Path runs, RunDescription description) throws IOException {
        Path ofTheSame = runs.resolve(description.name());
        if (!Files.isDirectory(ofTheSame)) {
            return Optional.empty();
        }
        List<Path> latestFirst;
        try (Stream<Path> folders = Files.list(ofTheSame)) {
            latestFirst = folders.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path folder : latestFirst) {
            RunFolder run = new RunFolder(folder);
            boolean isUnfinished =
                    Files.isRegularFile(folder.resolve(SETTINGS)) && !run.isFinished() && run.hasTrained();
            if (isUnfinished && isReadable(folder, description)) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }

    private static boolean isReadable(Path folder, RunDescription description) {
        try {
            return description.isOf(folder);
        } catch (IOException damaged) {
            return false;
        }
    }

    /** See {@link #unfinished(Path, RunDescription)}: among those that no folder was named for. */
    static Optional<Path> unfinished(RunDescription description) throws IOException {
        return unfinished(RUNS, description);
    }

    /** The plans of its trainings: each with the names of those that differ in their seed alone. */
    Map<String, List<String>> plans() throws IOException {
        Map<String, List<String>> plans = new LinkedHashMap<>();
        Path checkpoints = path.resolve(CHECKPOINTS);
        if (Files.isDirectory(checkpoints)) {
            try (Stream<Path> files = Files.list(checkpoints)) {
                for (Path file : files.filter(PlanFile::isOne).sorted().toList()) {
                    String plan = Files.readString(file).replaceFirst("(?m)^seed: .*\\R?", "");
                    plans.computeIfAbsent(plan, _ -> new ArrayList<>()).add(PlanFile.trainingOf(file));
                }
            }
        }
        return plans;
    }

    /** Whether a checkpoint is in it: what was trained can be resumed. */
    public boolean hasTrained() {
        Path checkpoints = path.resolve(CHECKPOINTS);
        if (!Files.isDirectory(checkpoints)) {
            return false;
        }
        try (Stream<Path> files = Files.list(checkpoints)) {
            return files.anyMatch(file -> !PlanFile.isOne(file));
        } catch (IOException unreadable) {
            return true; // nothing that cannot be seen is thrown away
        }
    }

    /** Whether its report is written. */
    public boolean isFinished() {
        return Files.exists(path.resolve(REPORT));
    }

    /**
     * Removes a run of which there is nothing but what is written before a training: its settings, provenance, refused files and plans. Where
     * anything else lies in the folder, all of it stays.
     *
     * @return whether it was removed
     */
    public boolean discardIfNothingIsMade() {
        List<Path> content;
        try (Stream<Path> walk = Files.walk(path)) {
            content = walk.sorted(Comparator.reverseOrder()).toList();
        } catch (IOException | UncheckedIOException unreadable) {
            return false; // nothing that cannot be seen is thrown away
        }
        if (!content.stream().allMatch(this::isOfBeginning)) {
            return false;
        }
        try {
            for (Path file : content) {
                Files.deleteIfExists(file);
            }
            Path above = path.getParent();
            if (above != null && RUNS.equals(above.getParent())) {
                Files.deleteIfExists(above); // of the experiment, if this was its only run
            }
        } catch (IOException busy) {
            // What another run has just put there stays.
        }
        return true;
    }

    private boolean isOfBeginning(Path file) {
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            return file.equals(path) || file.equals(path.resolve(CHECKPOINTS));
        }
        boolean isPlan = path.resolve(CHECKPOINTS).equals(file.getParent()) && PlanFile.isOne(file);
        return isPlan
                || Stream.of(SETTINGS, PROVENANCE, RefusedMusic.FILE)
                        .map(path::resolve)
                        .anyMatch(file::equals);
    }

    /** A file for the checkpoints of one training of this run. */
    public Path checkpoint(String training) {
        return path.resolve(CHECKPOINTS).resolve(training + ".safetensors");
    }

    /** A folder in it, for a second model. */
    RunFolder inner(String name) throws IOException {
        Path folder = path.resolve(name);
        AtomicFile.makeFolder(folder);
        return new RunFolder(folder);
    }

    public Path file(String name) {
        return path.resolve(name);
    }

    private static void requireNew(Path folder) throws IOException {
        if (Files.isRegularFile(folder.resolve(SETTINGS))) {
            throw new IOException(
                    "%s is not empty, but holds a run; name a new folder with --out, or resume the run in it with --resume."
                            .formatted(folder));
        }
        requireEmpty(folder);
    }

    /** Before anything is written over. Where nothing has begun, a run begins. */
    private static void requireSame(Path folder, RunDescription description) throws IOException {
        if (!Files.isRegularFile(folder.resolve(SETTINGS))) {
            if (isOccupied(folder)) {
                throw new IOException(
                        "%s holds no run to resume: it has no %s; name the folder of a run, or begin a new one in another folder without --resume."
                                .formatted(folder, SETTINGS));
            }
        } else if (!description.isOf(folder)) {
            throw new IOException(
                    "The run in %s has other settings or other music; resume with those, or choose another folder."
                            .formatted(folder));
        }
    }

    /**
     * Requires a folder in which nothing could be overwritten.
     *
     * @throws IOException if it holds files, or is none
     */
    public static void requireEmpty(Path folder) throws IOException {
        if (isOccupied(folder)) {
            throw new IOException("%s is not empty; name a new folder with --out.".formatted(folder));
        }
    }

    private static boolean isOccupied(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return false;
        }
        if (!Files.isDirectory(folder)) {
            throw new IOException("%s is a file, not a folder; choose another name with --out.".formatted(folder));
        }
        try (Stream<Path> content = Files.list(folder)) {
            return content.findAny().isPresent();
        }
    }
}
