package diabolo.experiment;

import static diabolo.note.Checks.require;

import diabolo.attribute.AttributeLearning;
import diabolo.attribute.AttributeVector;
import diabolo.audio.SoundFont;
import diabolo.audio.Synthesizer;
import diabolo.corpus.Corpus;
import diabolo.descriptor.Descriptor;
import diabolo.latent.CodeOperations;
import diabolo.latent.LatentSpace;
import diabolo.latent.Prior;
import diabolo.model.RecurrentAutoencoder;
import diabolo.model.Sampler;
import diabolo.note.NoteSequence;
import diabolo.note.Tempo;
import diabolo.picture.PianoRollPicture;
import diabolo.representation.Melody;
import diabolo.representation.Tokens;
import diabolo.tensor.RandomSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What adding an attribute vector does to every attribute (Roberts et al. 2018, section 5.4 and figure 5), to codes drawn from the
 * prior and to those of held-out music. Beside the vectors of the paper, the mean code of the quarter of the music with most of an
 * attribute less that of the quarter with least, stand isolated ones, which come with our models.
 */
final class AttributesExperiment {

    private static final int SAMPLES = 1024; // the paper's 256 leave per cents of rare attributes to chance
    private static final int QUICK_SAMPLES = 64;
    private static final double FIRST_STRENGTH = -1.5; // of the sweep, as in the paper's supplement
    private static final double STRENGTH_STEP = 0.5;
    private static final int SWEEP = 7;

    private final ExperimentSpec spec;
    private final TrainingData data;
    private final RecurrentAutoencoder network;
    private final float[][] samples;
    private final Report report = new Report("attributes", "Attribute vectors");
    private final Map<Descriptor, float[]> vectors = new EnumMap<>(Descriptor.class);
    private final Map<Descriptor, float[]> isolated = new EnumMap<>(Descriptor.class);

    private AttributesExperiment(Experiments.Trained trained) {
        this.spec = trained.spec();
        require(
                spec.tokens() instanceof Melody,
                "the five attributes are of melodies, and %s writes %s; choose a model such as melody-2bar"
                        .formatted(spec.name(), spec.tokens().name()));
        this.data = trained.data();
        this.network = trained.network();
        this.samples = Prior.Normal.codes(
                trained.effort() == Effort.FULL ? SAMPLES : QUICK_SAMPLES,
                network.spec().codeSize(),
                RandomSource.of(spec.seed()).derive("samples"));
    }

    static Report report(Experiments.Trained trained, ExperimentProgress progress) throws IOException {
        return new AttributesExperiment(trained).run(trained.space(), progress);
    }

    private Report run(LatentSpace space, ExperimentProgress progress) throws IOException {
        progress.message("Learning the vectors");
        learn(space, progress);
        report.section("What each vector changes, in per cent");
        report.text(
                "The mean of each attribute over %d melodies drawn from the prior, before and after a vector (the row) is added to their codes or subtracted. The diagonal is what was meant."
                        .formatted(samples.length));
        report.text(
                "Isolated vectors, learned from what the model makes of codes around music and around draws, so that each moves the other attributes least in both.");
        tables(isolated, "matrix.", "subtracted.", samples, progress);
        report.text(
                "The vectors of the paper: the mean code of the quarter of the music with most, less that of the quarter with least. They move what goes together in the music.");
        tables(vectors, "quarters.", "quarters.subtracted.", samples, progress);
        heldOut(progress);
        sweep();
        return report;
    }

    /** Codes of music do not lie where draws lie, and what moves the ones need not move the others. */
    private void heldOut(ExperimentProgress progress) {
        List<Tokens> windows = TrainingData.tokens(data.heldOut());
        if (windows.isEmpty()) {
            return;
        }
        float[][] codes = network.encode(windows.subList(0, Math.min(samples.length, windows.size())));
        report.section("What each vector changes in melodies that were held out");
        report.text(
                "The same over the codes of %d held-out melodies, which lie farther out than draws. Isolated vectors:"
                        .formatted(codes.length));
        tables(isolated, "heldOut.", "heldOut.subtracted.", codes, progress);
        report.text("The vectors of the paper:");
        tables(vectors, "heldOut.quarters.", "heldOut.quarters.subtracted.", codes, progress);
    }

    private void tables(
            Map<Descriptor, float[]> directions,
            String adding,
            String subtracting,
            float[][] codes,
            ExperimentProgress progress) {
        Map<Descriptor, Double> before = means(codes);
        table("added", directions, 1, adding, before, codes, progress);
        table("subtracted", directions, -1, subtracting, before, codes, progress);
    }

    private void table(
            String word,
            Map<Descriptor, float[]> directions,
            double strength,
            String prefix,
            Map<Descriptor, Double> before,
            float[][] codes,
            ExperimentProgress progress) {
        Map<Descriptor, Map<Descriptor, Double>> changes = new EnumMap<>(Descriptor.class);
        directions.forEach((vector, direction) -> {
            progress.message("Moving along " + vector.id());
            changes.put(vector, changes(before, means(CodeOperations.along(codes, direction, strength))));
        });
        List<List<String>> rows = new ArrayList<>(List.of(head(word)));
        changes.forEach((vector, row) -> {
            rows.add(row(vector, row));
            row.forEach((attribute, change) -> report.metric(prefix + vector.id() + "." + attribute.id(), change));
        });
        report.table(rows);
        report.text(verdict(changes, strength));
    }

    /** Whether each vector does what it is for, and where not, by how much. */
    static String verdict(Map<Descriptor, Map<Descriptor, Double>> changes, double strength) {
        List<String> missed = new ArrayList<>();
        changes.forEach((vector, row) -> {
            if (!row.containsKey(vector)) {
                return; // there was none before, as the table says
            }
            double own = Math.signum(strength) * row.getOrDefault(vector, 0.0);
            double byAccident = changes.entrySet().stream()
                    .filter(other -> other.getKey() != vector)
                    .mapToDouble(other -> Math.abs(other.getValue().getOrDefault(vector, 0.0)))
                    .max()
                    .orElse(0);
            if (own <= byAccident) {
                missed.add(String.format(
                        Locale.ROOT,
                        "%s goes by %+.0f %%, and by up to %.0f %% with other vectors",
                        vector.id(),
                        row.getOrDefault(vector, 0.0),
                        byAccident));
            }
        });
        return missed.isEmpty()
                ? "Each moves its own attribute the right way, by more than any of the others moves it."
                : "Not every vector moves its own attribute the right way and by more than any other does: "
                        + String.join("; ", missed)
                        + ".";
    }

    private void learn(LatentSpace space, ExperimentProgress progress) {
        Corpus all = data.corpus();
        Set<String> learnedFrom = data.pieces().training();
        Corpus training = new Corpus(
                all.spec(),
                all.pieces().stream()
                        .filter(piece -> learnedFrom.contains(piece.name()))
                        .toList(),
                all.windowsOf(learnedFrom),
                List.of());
        AttributeLearning learning = new AttributeLearning(space);
        for (Descriptor descriptor : Descriptor.values()) {
            vectors.put(descriptor, learning.learn(descriptor, training).direction());
        }
        progress.message("Isolating them");
        for (AttributeVector vector :
                learning.learnIsolated(training, RandomSource.of(spec.seed()).derive("isolated"), done -> {})) {
            isolated.put(Descriptor.named(vector.name()), vector.direction());
        }
    }

    /** In per cent; of what there was nothing of before, none. */
    private static Map<Descriptor, Double> changes(Map<Descriptor, Double> before, Map<Descriptor, Double> after) {
        Map<Descriptor, Double> changes = new EnumMap<>(Descriptor.class);
        before.forEach((attribute, base) -> {
            if (base != 0) {
                changes.put(attribute, 100 * (after.getOrDefault(attribute, 0.0) - base) / base);
            }
        });
        return changes;
    }

    private static List<String> row(Descriptor vector, Map<Descriptor, Double> changes) {
        List<String> row = new ArrayList<>(List.of(vector.id()));
        for (Descriptor attribute : Descriptor.values()) {
            row.add(
                    changes.containsKey(attribute)
                            ? String.format(Locale.ROOT, "%+.0f", changes.get(attribute))
                            : "none before");
        }
        return row;
    }

    private Map<Descriptor, Double> means(float[][] codes) {
        Map<Descriptor, Double> means = new EnumMap<>(Descriptor.class);
        List<Tokens> written = network.write(codes, Sampler.LIKELIEST);
        for (Descriptor descriptor : Descriptor.values()) {
            means.put(
                    descriptor,
                    written.stream()
                            .mapToDouble(tokens -> descriptor.of(spec.tokens().decode(tokens)))
                            .average()
                            .orElseThrow());
        }
        return means;
    }

    private static List<String> head(String word) {
        List<String> head = new ArrayList<>(List.of(word));
        for (Descriptor attribute : Descriptor.values()) {
            head.add(attribute.id());
        }
        return head;
    }

    private void sweep() throws IOException {
        Synthesizer synthesizer = Synthesizer.playing(SoundFont.find());
        report.section("One melody, from sparse to dense");
        for (int point = 0; point < SWEEP; point++) {
            double strength = FIRST_STRENGTH + point * STRENGTH_STEP;
            float[][] code = CodeOperations.along(
                    new float[][] {samples[0]}, vectors.getOrDefault(Descriptor.NOTE_DENSITY, new float[0]), strength);
            NoteSequence piece = spec.tokens()
                    .decode(network.write(code, Sampler.LIKELIEST).getFirst())
                    .toNoteSequence()
                    .withTempo(new Tempo(spec.beatsPerMinute()));
            String caption = String.format(Locale.ROOT, "note density %+.1f", strength);
            if (piece.allNotes().findAny().isPresent()) {
                report.piece(caption, PianoRollPicture.of(piece), piece, synthesizer);
            } else {
                report.text(caption + ": silence.");
            }
        }
    }
}
