package diabolo.experiment;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a training left.
 *
 * <pre>{@code
 * try (LatentSpace space = LatentSpace.load(result.model())) { ... }
 * result.verdict().ifPresent(verdict -> System.out.println(verdict.figures()));
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param model the folder, with a page for people in {@code report.html}
 * @param metrics as {@code docs/metrics.md} explains them
 * @param verdict empty for a model of images
 */
public record TrainingResult(Path model, Map<String, Double> metrics, Optional<TrainingVerdict> verdict) {

    public TrainingResult {
        metrics = Map.copyOf(metrics);
    }
}
