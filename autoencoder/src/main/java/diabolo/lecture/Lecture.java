package diabolo.lecture;

import diabolo.experiment.Experiments;
import diabolo.lecture.chorale.ChoraleStudies;
import diabolo.lecture.chords.ChordStudies;
import diabolo.lecture.digits.DigitStudies;
import diabolo.lecture.dimension.DimensionStudies;
import diabolo.lecture.grooves.GrooveStudies;
import diabolo.lecture.newtypes.NewTypes;
import diabolo.lecture.pretraining.Pretraining;
import diabolo.lecture.ragtime.RagtimeStudies;
import diabolo.lecture.tunes.TuneStudies;
import diabolo.note.EditDistance;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The experiments of the lecture (J.-P. Briot, "Deep Learning Techniques for Music Generation (4)"), in its order.
 *
 * <pre>{@code
 * Lecture.find("deephear").run(request, ExperimentProgress.SILENT);
 * }</pre>
 */
public final class Lecture {

    private static final String A_SECOND = "a second";

    /** How long full runs take, about, on two cores. */
    private static final Map<String, String> LENGTHS = Map.ofEntries(
            Map.entry("deephear", "half an hour"),
            Map.entry("autobach", "ten minutes"),
            Map.entry("mnist-autoencoder", "five minutes"),
            Map.entry("mnist-stacked", "a quarter of an hour"),
            Map.entry("new-types", "twenty minutes"),
            Map.entry("new-music-types", "ten minutes"),
            Map.entry("vae", "ten minutes"),
            Map.entry("vae-against-autoencoder", "half an hour"),
            Map.entry("interpolation", "five minutes"),
            Map.entry("attributes", "ten minutes"),
            Map.entry("musicvae-melody-2bar", "twenty minutes"),
            Map.entry("musicvae-drums-2bar", "half an hour"),
            Map.entry("musicvae-melody-16bar", "two hours"),
            Map.entry("musicvae-trio-16bar", "two hours"),
            Map.entry("drums-kl", "two hours"),
            Map.entry("latent-map", "ten minutes"),
            Map.entry("pretraining", "an hour"),
            Map.entry("pretraining-methods", "two hours"),
            Map.entry("pretraining-effect", "twenty minutes"),
            Map.entry("sparse-features", "ten minutes"),
            Map.entry("feature-hierarchy", "ten minutes"),
            Map.entry("regularization", "half an hour"),
            Map.entry("ilsvrc", A_SECOND),
            Map.entry("curse-of-dimension", "two minutes"),
            Map.entry("manifold", "ten minutes"),
            Map.entry("lead-sheet-chords", "five minutes"),
            Map.entry("whole-tunes", "ten minutes"),
            Map.entry("faders", "ten minutes"),
            Map.entry("grooves", "half an hour"),
            Map.entry("four-voices", "ten minutes"),
            Map.entry("ragtime", "ten minutes"));

    /** Names that experiments had before. */
    private static final Map<String, String> FORMER_NAMES = Map.of("vae-digits", "vae");

    /** The order of the site, which is the lecture's. */
    private static final List<String> ORDER =
            Idea.all().stream().flatMap(idea -> idea.experiments().stream()).toList();

    private static final List<Experiments.Entry> ALL = Stream.of(
                    Experiments.all().stream(),
                    DigitStudies.entries().stream(),
                    Pretraining.ENTRIES.stream(),
                    DimensionStudies.entries().stream(),
                    NewTypes.ENTRIES.stream(),
                    ChordStudies.ENTRIES.stream(),
                    TuneStudies.ENTRIES.stream(),
                    GrooveStudies.ENTRIES.stream(),
                    ChoraleStudies.ENTRIES.stream(),
                    RagtimeStudies.ENTRIES.stream(),
                    Stream.of(Ilsvrc.ENTRY))
            .flatMap(entries -> entries)
            .sorted(Comparator.comparingInt(entry -> place(entry.experimentName())))
            .toList();

    private static final int MOST_NEAR = 3;

    private Lecture() {}

    /** Those beyond the lecture come last. */
    private static int place(String name) {
        return ORDER.contains(name) ? ORDER.indexOf(name) : ORDER.size();
    }

    /** How long its full run takes: {@code "The full run takes about half an hour on two cores; ..."}. */
    public static String lengthOf(Experiments.Entry experiment) {
        String length = LENGTHS.getOrDefault(experiment.experimentName(), "an unknown time");
        return length.equals(A_SECOND)
                ? "The full run takes about a second."
                : "The full run takes about %s on two cores; --quick shows it in about a minute.".formatted(length);
    }

    /** In the lecture's order, then those beyond the lecture. */
    public static List<Experiments.Entry> all() {
        return ALL;
    }

    /** Whether the lecture has it, and so the site of {@link LectureSite}. */
    public static boolean isOfLecture(Experiments.Entry experiment) {
        return ORDER.contains(experiment.experimentName());
    }

    /**
     * An experiment by its name.
     *
     * @throws IOException if there is none of that name; the message gives the nearest ones
     */
    public static Experiments.Entry find(String name) throws IOException {
        return ALL.stream()
                .filter(entry -> entry.experimentName().equals(FORMER_NAMES.getOrDefault(name, name)))
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
