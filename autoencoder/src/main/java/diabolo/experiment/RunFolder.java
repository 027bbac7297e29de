package diabolo.experiment;

import diabolo.file.AtomicFile;
import diabolo.note.Plural;
import diabolo.report.Effort;
import diabolo.tensor.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
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
 * RunFolder run = RunFolder.create(Optional.empty(), spec, corpus.fingerprint(), RunFolder.Start.FRESH);
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
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * Makes the folder and writes down what is run: {@code experiment.yaml} and {@code provenance.json}.
     *
     * @param given where it shall be; else {@code runs/<experiment>/<time>-<short hash>}
     * @param corpusFingerprint of the training data
     * @throws IOException if the folder holds files already and nothing is to be resumed, or holds no such run and one is
     */
    public static RunFolder create(Optional<Path> given, ExperimentSpec spec, String corpusFingerprint, Start start)
            throws IOException {
        String hash = corpusFingerprint.substring(0, Math.min(8, corpusFingerprint.length()));
        Path folder = given.orElseGet(() -> Path.of("runs", spec.name(), now() + "-" + hash));
        switch (start) {
            case FRESH -> requireEmpty(folder);
            case RESUMED -> requireSame(folder, spec, corpusFingerprint);
        }
        AtomicFile.makeFolder(folder);
        AtomicFile.write(folder.resolve(SETTINGS), ExperimentCatalog.write(spec));
        TreeMap<String, String> provenance = new TreeMap<>(provenance(spec, corpusFingerprint));
        AtomicFile.write(folder.resolve(PROVENANCE), JSON.writeValueAsString(provenance) + "\n");
        return new RunFolder(folder);
    }

    /**
     * Makes the folder of an experiment whose settings stand in its code: {@code experiment.yaml} names what can be chosen.
     *
     * @param dataSets that it reads
     * @throws IOException as above
     */
    static RunFolder ofStudy(
            Optional<Path> given, String experiment, List<String> dataSets, Effort effort, long seed, Start start)
            throws IOException {
        Path folder = given.orElseGet(() -> Path.of("runs", experiment, now()));
        String settings = "experiment: %s\ncorpus: %s\neffort: %s\nseed: %d\n"
                .formatted(experiment, String.join("+", dataSets), effort, seed);
        Path file = folder.resolve(SETTINGS);
        boolean isBegun = start == Start.RESUMED && Files.isRegularFile(file);
        if (!isBegun) {
            requireEmpty(folder);
        } else if (!Files.readString(file).equals(settings)) {
            throw otherSettings(folder);
        }
        AtomicFile.makeFolder(folder);
        AtomicFile.write(file, settings);
        TreeMap<String, String> provenance = new TreeMap<>(provenance(seed, String.join("+", dataSets)));
        AtomicFile.write(folder.resolve(PROVENANCE), JSON.writeValueAsString(provenance) + "\n");
        return new RunFolder(folder);
    }

    private static String now() {
        return LocalDateTime.now(ZoneId.systemDefault()).format(TIME);
    }

    private static IOException otherSettings(Path folder) {
        return new IOException(
                "The run in %s has other settings or other music; resume with those, or choose another folder."
                        .formatted(folder));
    }

    /** A file for the checkpoints of one training of this run. */
    public Path checkpoint(String training) {
        return path.resolve("checkpoint").resolve(training + ".safetensors");
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

    /** Versions, machine, seed and corpus: what is needed to get the same numbers again. */
    public static Map<String, String> provenance(ExperimentSpec spec, String corpusFingerprint) {
        Map<String, String> provenance = new TreeMap<>(provenance(spec.seed(), spec.corpus()));
        provenance.put("corpusFingerprint", corpusFingerprint);
        return Map.copyOf(provenance);
    }

    private static Map<String, String> provenance(long seed, String corpus) {
        return Map.of(
                "diabolo", Version.current(),
                "java", System.getProperty("java.runtime.version"),
                "libtorch", Engine.version(),
                "machine",
                        "%s %s, %s"
                                .formatted(
                                        System.getProperty("os.name"),
                                        System.getProperty("os.arch"),
                                        Plural.of(Engine.threads(), "processor")),
                "seed", Long.toString(seed),
                "corpus", corpus);
    }

    /** Before anything is written over. Where nothing has begun, a run begins. */
    private static void requireSame(Path folder, ExperimentSpec spec, String corpusFingerprint) throws IOException {
        Path settings = folder.resolve(SETTINGS);
        Path provenance = folder.resolve(PROVENANCE);
        if (!Files.isRegularFile(settings)) {
            requireEmpty(folder);
            return;
        }
        boolean otherMusic =
                Files.isRegularFile(provenance) && !Files.readString(provenance).contains(corpusFingerprint);
        if (otherMusic || !ExperimentCatalog.read(settings).equals(spec)) {
            throw otherSettings(folder);
        }
    }

    /**
     * Requires a folder in which nothing could be overwritten.
     *
     * @throws IOException if it holds files, or is none
     */
    public static void requireEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new IOException("%s is a file, not a folder; choose another name with --out.".formatted(folder));
        }
        try (Stream<Path> content = Files.list(folder)) {
            if (content.findAny().isPresent()) {
                throw new IOException(
                        "%s is not empty; name a new folder with --out, or resume the run in it with --resume."
                                .formatted(folder));
            }
        }
    }
}
