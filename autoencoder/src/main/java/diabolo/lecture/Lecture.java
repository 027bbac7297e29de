package diabolo.lecture;

import diabolo.experiment.EditDistance;
import diabolo.experiment.Experiments;
import diabolo.lecture.digits.DigitStudies;
import diabolo.lecture.dimension.DimensionStudies;
import diabolo.lecture.newtypes.NewTypes;
import diabolo.lecture.pretraining.Pretraining;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The experiments of the lecture (J.-P. Briot, "Deep Learning Techniques for Music Generation (4)"), in its order.
 *
 * <pre>{@code
 * Lecture.find("deephear").run(request, ExperimentProgress.SILENT);
 * }</pre>
 */
public final class Lecture {

    /** The order; an experiment that is not named comes last. */
    private static final List<String> ORDER = List.of(
            "deephear",
            "autobach",
            "mnist-autoencoder",
            "mnist-stacked",
            "new-types",
            "new-music-types",
            "vae",
            "vae-digits",
            "vae-against-autoencoder",
            "interpolation",
            "attributes",
            "musicvae-melody-2bar",
            "musicvae-drums-2bar",
            "musicvae-melody-16bar",
            "musicvae-trio-16bar",
            "drums-kl",
            "latent-map",
            "pretraining",
            "pretraining-methods",
            "pretraining-effect",
            "sparse-features",
            "feature-hierarchy",
            "regularization",
            "ilsvrc",
            "curse-of-dimension",
            "manifold");

    private static final List<Experiments.Entry> ALL = Stream.of(
                    Experiments.all().stream(),
                    DigitStudies.entries().stream(),
                    Pretraining.ENTRIES.stream(),
                    DimensionStudies.entries().stream(),
                    NewTypes.ENTRIES.stream(),
                    Stream.of(Ilsvrc.ENTRY))
            .flatMap(entries -> entries)
            .sorted(Comparator.comparingInt(entry -> place(entry.experimentName())))
            .toList();

    private static final int MOST_NEAR = 3;

    private Lecture() {}

    private static int place(String name) {
        return ORDER.contains(name) ? ORDER.indexOf(name) : ORDER.size();
    }

    /** In the lecture's order. */
    public static List<Experiments.Entry> all() {
        return ALL;
    }

    /**
     * An experiment by its name.
     *
     * @throws IOException if there is none of that name; the message gives the nearest ones
     */
    public static Experiments.Entry find(String name) throws IOException {
        return ALL.stream()
                .filter(entry -> entry.experimentName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IOException(
                        "There is no experiment called %s; the nearest names are %s, and `diabolo experiment list` gives all %d."
                                .formatted(name, String.join(", ", nearest(name)), ALL.size())));
    }

    private static List<String> nearest(String name) {
        return ALL.stream()
                .map(Experiments.Entry::experimentName)
                .sorted(Comparator.comparingInt(candidate -> EditDistance.between(name, candidate)))
                .limit(MOST_NEAR)
                .toList();
    }
}
