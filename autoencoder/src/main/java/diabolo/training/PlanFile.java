package diabolo.training;

import diabolo.file.AtomicFile;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * The plan of a training as a file for people, beside its checkpoint: network, initialization, and of each stage the objective, the rate,
 * the batch and the length.
 *
 * <pre>{@code
 * PlanFile.write(plan, run.checkpoint("main")); // checkpoint/main.plan.yaml
 * }</pre>
 */
public final class PlanFile {

    private static final String ENDING = ".plan.yaml";
    private static final String KIND = "kind";
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
            .build();

    private PlanFile() {}

    /** Writes or replaces it. */
    public static void write(TrainingPlan plan, Path checkpoint) throws IOException {
        AtomicFile.write(beside(checkpoint), of(plan));
    }

    /** The file that belongs to a checkpoint. */
    public static Path beside(Path checkpoint) {
        return checkpoint.resolveSibling(trainingOf(checkpoint) + ENDING);
    }

    /** Whether a file is one by its name. */
    public static boolean isOne(Path file) {
        return String.valueOf(file.getFileName()).endsWith(ENDING);
    }

    /** The name of the training that a plan or a checkpoint is of: {@code main}. */
    public static String trainingOf(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.(plan\\.yaml|safetensors)$", "");
    }

    /** The plan as YAML: of every part its values, and its kind where there are several. */
    static String of(TrainingPlan plan) {
        return YAML.writeValueAsString(tree(plan));
    }

    private static Object tree(Object value) {
        return switch (value) {
            case Record part -> tree(part);
            case List<?> list -> list.stream().map(PlanFile::tree).toList();
            case Optional<?> optional -> optional.map(PlanFile::tree).orElse("none");
            case Number number -> number;
            case Boolean truth -> truth;
            case Object array
            when array.getClass().isArray() ->
                IntStream.range(0, Array.getLength(array))
                        .mapToObj(index -> tree(Array.get(array, index)))
                        .toList();
            default -> value.toString();
        };
    }

    private static Object tree(Record part) {
        Map<String, Object> values = new LinkedHashMap<>();
        boolean isVariant = part.getClass().getInterfaces().length > 0;
        if (isVariant) {
            values.put(KIND, part.getClass().getSimpleName());
        }
        for (RecordComponent component : part.getClass().getRecordComponents()) {
            values.put(component.getName(), tree(valueOf(component, part)));
        }
        return values.size() == 1 && isVariant ? part.getClass().getSimpleName() : values;
    }

    private static Object valueOf(RecordComponent component, Record part) {
        try {
            component.getAccessor().setAccessible(true); // records that are not public too
            return component.getAccessor().invoke(part);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(component + " of a plan cannot be read", impossible);
        }
    }
}
