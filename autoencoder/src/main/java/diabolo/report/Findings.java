package diabolo.report;

import static diabolo.note.Checks.require;

import diabolo.tensor.RandomSource;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the chapters of a report read: the trained networks, and their data.
 *
 * <pre>{@code
 * for (TrainedVariant variant : findings.variants()) {
 *     variant.network().reconstruct(Music.frames(findings.music().training()));
 * }
 * }</pre>
 *
 * @param variants none where the chapters train their own networks or need none; the first is the one that the report is about
 * @param seed of all chance in measuring
 * @param folder of the run, where pieces are written
 * @param progress receives a sentence for each step
 */
public record Findings(
        List<TrainedVariant> variants,
        Material material,
        Effort effort,
        long seed,
        Path folder,
        Consumer<String> progress) {

    public Findings {
        variants = List.copyOf(variants);
    }

    /** The network that the report is about. */
    TrainedVariant main() {
        require(!variants.isEmpty(), "there is nothing to report on without a network");
        return variants.getFirst();
    }

    boolean isComparison() {
        return variants.size() > 1;
    }

    Music music() {
        return switch (material) {
            case Music music -> music;
            case Images _, Material.None _ ->
                throw new IllegalStateException("there is no music here; choose chapters that need none");
        };
    }

    Images images() {
        return switch (material) {
            case Images images -> images;
            case Music _, Material.None _ ->
                throw new IllegalStateException("there are no images here; choose chapters that need none");
        };
    }

    /** Chance of its own for a purpose. */
    public RandomSource random(String purpose) {
        return random(purpose, 0);
    }

    /** The same for a purpose that there are several of. */
    public RandomSource random(String purpose, long number) {
        return RandomSource.of(seed).derive(purpose, number);
    }

    /** Where a new piece is written. */
    Path sample(String name) {
        return folder.resolve("samples").resolve(name + ".mid");
    }

    public void progress(String sentence) {
        progress.accept(sentence);
    }
}
