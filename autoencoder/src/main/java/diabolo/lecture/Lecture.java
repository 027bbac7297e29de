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
import java.util.stream.Stream;

/**
 * The experiments of the lecture (J.-P. Briot, "Deep Learning Techniques for Music Generation (4)"), in its order.
 *
 * <pre>{@code
 * Lecture.find("deephear").run(request, ExperimentProgress.SILENT);
 * }</pre>
 */
public final class Lecture {

    /** @param length of the full run, about, on two cores */
    private record Place(String name, String length) {}

    private static final String A_SECOND = "a second";

    /** The order; an experiment that is not named comes last. */
    private static final List<Place> ORDER = List.of(
            new Place("deephear", "half an hour"),
            new Place("autobach", "ten minutes"),
            new Place("mnist-autoencoder", "five minutes"),
            new Place("mnist-stacked", "a quarter of an hour"),
            new Place("new-types", "twenty minutes"),
            new Place("new-music-types", "ten minutes"),
            new Place("vae", "ten minutes"),
            new Place("vae-digits", "ten minutes"),
            new Place("vae-against-autoencoder", "half an hour"),
            new Place("interpolation", "five minutes"),
            new Place("attributes", "ten minutes"),
            new Place("musicvae-melody-2bar", "twenty minutes"),
            new Place("musicvae-drums-2bar", "half an hour"),
            new Place("musicvae-melody-16bar", "two hours"),
            new Place("musicvae-trio-16bar", "two hours"),
            new Place("drums-kl", "two hours"),
            new Place("latent-map", "ten minutes"),
            new Place("pretraining", "an hour"),
            new Place("pretraining-methods", "two hours"),
            new Place("pretraining-effect", "twenty minutes"),
            new Place("sparse-features", "ten minutes"),
            new Place("feature-hierarchy", "ten minutes"),
            new Place("regularization", "half an hour"),
            new Place("ilsvrc", A_SECOND),
            new Place("curse-of-dimension", "two minutes"),
            new Place("manifold", "ten minutes"),
            new Place("lead-sheet-chords", "five minutes"), // from here on beyond the lecture
            new Place("whole-tunes", "ten minutes"),
            new Place("faders", "ten minutes"),
            new Place("grooves", "half an hour"),
            new Place("four-voices", "ten minutes"),
            new Place("ragtime", "ten minutes"));

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

    private static int place(String name) {
        List<String> names = ORDER.stream().map(Place::name).toList();
        return names.contains(name) ? names.indexOf(name) : ORDER.size();
    }

    /** How long its full run takes: {@code "The full run takes about half an hour on two cores; ..."}. */
    public static String lengthOf(Experiments.Entry experiment) {
        String length = ORDER.stream()
                .filter(place -> place.name().equals(experiment.experimentName()))
                .map(Place::length)
                .findFirst()
                .orElse("an unknown time");
        return length.equals(A_SECOND)
                ? "The full run takes about a second."
                : "The full run takes about %s on two cores; --quick shows it in about a minute.".formatted(length);
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
