package diabolo.experiment;

import diabolo.file.AtomicFile;
import diabolo.tensor.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
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

    /** Whether a run may go on in a folder where one has begun. */
    public enum Start {
        /** The folder must be new or empty. */
        FRESH,
        /** A run in it goes on. */
        RESUMED
    }

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * Makes the folder and writes down what is run: {@code experiment.yaml} and {@code provenance.json}.
     *
     * @param given where it shall be; else {@code runs/<experiment>/<time>-<short hash>}
     * @param corpusFingerprint of the music that is learned from
     * @throws IOException if the folder holds files already and nothing is to be resumed
     */
    public static RunFolder create(Optional<Path> given, ExperimentSpec spec, String corpusFingerprint, Start start)
            throws IOException {
        String hash = corpusFingerprint.substring(0, Math.min(8, corpusFingerprint.length()));
        Path folder = given.orElseGet(() -> Path.of(
                "runs", spec.name(), LocalDateTime.now(ZoneId.systemDefault()).format(TIME) + "-" + hash));
        if (start == Start.FRESH) {
            requireEmpty(folder);
        }
        AtomicFile.makeFolder(folder);
        AtomicFile.write(folder.resolve("experiment.yaml"), ExperimentCatalog.write(spec));
        AtomicFile.write(
                folder.resolve("provenance.json"),
                JSON.writeValueAsString(new TreeMap<>(provenance(spec, corpusFingerprint))) + "\n");
        return new RunFolder(folder);
    }

    /** A file for the checkpoints of one training of this run. */
    public Path checkpoint(String training) {
        return path.resolve("checkpoint").resolve(training + ".safetensors");
    }

    public Path file(String name) {
        return path.resolve(name);
    }

    /** Versions, machine, seed and corpus: what is needed to get the same numbers again. */
    public static Map<String, String> provenance(ExperimentSpec spec, String corpusFingerprint) {
        return Map.of(
                "diabolo", Version.current(),
                "java", System.getProperty("java.runtime.version"),
                "libtorch", Engine.version(),
                "machine",
                        "%s %s, %d processors"
                                .formatted(
                                        System.getProperty("os.name"), System.getProperty("os.arch"), Engine.threads()),
                "seed", Long.toString(spec.seed()),
                "corpus", spec.corpus(),
                "corpusFingerprint", corpusFingerprint);
    }

    private static void requireEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> content = Files.list(folder)) {
            if (content.findAny().isPresent()) {
                throw new IOException(
                        "%s holds files already and nothing is overwritten unasked; name a new folder, or go on in this one with --resume."
                                .formatted(folder));
            }
        }
    }
}
