package diabolo.experiment;

import diabolo.note.Plural;
import diabolo.report.Effort;
import diabolo.tensor.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is written down of a run before it begins: its settings and its provenance.
 *
 * <pre>{@code
 * RunDescription description = RunDescription.of(spec, data.fingerprint()).of("deephear", Effort.QUICK);
 * RunFolder run = RunFolder.create(Optional.empty(), description, RunFolder.Start.FRESH);
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param name of the folder within {@code runs}
 * @param spec of the training; none for an experiment whose settings stand in its code
 * @param settings the content of {@code experiment.yaml}
 * @param provenance the content of {@code provenance.json}
 */
public record RunDescription(
        String name, Optional<ExperimentSpec> spec, String settings, Map<String, String> provenance) {

    static final String FINGERPRINT = "corpusFingerprint";
    private static final String EXPERIMENT = "experiment";
    private static final String EFFORT = "effort";
    private static final List<String> IDENTITY = List.of(FINGERPRINT, EXPERIMENT, EFFORT);

    public RunDescription {
        provenance = Map.copyOf(provenance);
    }

    /**
     * Of a training.
     *
     * @param corpusFingerprint of the training data
     */
    public static RunDescription of(ExperimentSpec spec, String corpusFingerprint) {
        return new RunDescription(
                spec.name(), Optional.of(spec), ExperimentCatalog.write(spec), provenance(spec, corpusFingerprint));
    }

    /**
     * Of an experiment whose settings stand in its code: they name what can be chosen.
     *
     * @param dataSets that it reads
     * @param fingerprint of their files; empty where there are none
     */
    static RunDescription ofStudy(
            String experiment, List<String> dataSets, String fingerprint, Effort effort, long seed) {
        String corpus = String.join("+", dataSets);
        String settings =
                "experiment: %s\ncorpus: %s\neffort: %s\nseed: %d\n".formatted(experiment, corpus, effort, seed);
        Map<String, String> provenance = new TreeMap<>(provenance(seed, corpus));
        if (!fingerprint.isEmpty()) {
            provenance.put(FINGERPRINT, fingerprint);
        }
        return new RunDescription(experiment, Optional.empty(), settings, provenance).of(experiment, effort);
    }

    /** As a part of an experiment, of which there may be several with the same settings. */
    RunDescription of(String experiment, Effort effort) {
        Map<String, String> more = new TreeMap<>(provenance);
        more.put(EXPERIMENT, experiment);
        more.put(EFFORT, effort.name());
        return new RunDescription(experiment, spec, settings, more);
    }

    /** Whether the run in a folder has these settings and this music; what its files leave out decides nothing. */
    boolean isOf(Path folder) throws IOException {
        Path itsSettings = folder.resolve(RunFolder.SETTINGS);
        boolean isSame = spec.isPresent()
                ? ExperimentCatalog.read(itsSettings).equals(spec.get())
                : Files.readString(itsSettings).equals(settings);
        Path itsProvenance = folder.resolve(RunFolder.PROVENANCE);
        return isSame && (!Files.isRegularFile(itsProvenance) || isOfProvenance(Files.readString(itsProvenance)));
    }

    private boolean isOfProvenance(String json) {
        try {
            JsonNode known = JsonMapper.shared().readTree(json);
            return IDENTITY.stream()
                    .allMatch(property -> !known.has(property)
                            || known.path(property).asString("").equals(provenance.getOrDefault(property, "")));
        } catch (JacksonException damaged) {
            return false;
        }
    }

    /** The first letters of the fingerprint of its data; empty where that is unknown. */
    String shortHash() {
        String fingerprint = provenance.getOrDefault(FINGERPRINT, "");
        return fingerprint.substring(0, Math.min(8, fingerprint.length()));
    }

    /** Versions, machine, seed and corpus: what is needed to get the same numbers again. */
    static Map<String, String> provenance(ExperimentSpec spec, String corpusFingerprint) {
        Map<String, String> provenance = new TreeMap<>(provenance(spec.seed(), spec.corpus()));
        provenance.put(FINGERPRINT, corpusFingerprint);
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
}
