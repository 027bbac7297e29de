package diabolo.report;

import static diabolo.note.Checks.require;

import diabolo.attribute.AttributeFolder;
import diabolo.attribute.AttributeLearning;
import diabolo.attribute.AttributeVector;
import diabolo.corpus.Corpus;
import diabolo.descriptor.Descriptor;
import diabolo.latent.LatentSpace;
import diabolo.latent.Prior;
import diabolo.model.RecurrentAutoencoder;
import diabolo.report.AttributeChanges.Decoding;
import diabolo.report.page.Report;
import diabolo.representation.Melody;
import diabolo.representation.Tokens;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What each attribute vector changes in every attribute (Roberts et al. 2018, section 5.4 and figure 5), for codes sampled from
 * the prior and for those of held-out music: isolated vectors, which come with our models, and the paper's.
 */
public final class AttributeMatrix implements Chapter {

    private static final int SAMPLES = 1024; // the paper's 256 leave per cents of rare attributes to chance
    private static final int QUICK_SAMPLES = 64;

    /** Before the names of the paper's vectors, as they come with a model. */
    private static final String QUARTILES = "quarters-";

    static final Prefixes OF_SAMPLES = new Prefixes("matrix.", "subtracted.", "quarters.", "quarters.subtracted.");
    static final Prefixes OF_HELD_OUT =
            new Prefixes("heldOut.", "heldOut.subtracted.", "heldOut.quarters.", "heldOut.quarters.subtracted.");

    /** What the metrics of four tables begin with. */
    record Prefixes(String added, String subtracted, String quartilesAdded, String quartilesSubtracted) {}

    @Override
    public void write(Findings findings, Report report) throws IOException {
        Music music = findings.music();
        require(
                music.tokens() instanceof Melody,
                "the five attributes are of melodies, and %s writes %s; choose a model such as melody-2bar"
                        .formatted(findings.main().words(), music.tokens().name()));
        RecurrentAutoencoder network = findings.main().recurrent();
        float[][] samples = samples(findings);
        findings.progress("Learning attribute vectors");
        Vectors vectors;
        try (LatentSpace space = findings.main().openSpace()) {
            vectors = Vectors.of(space, findings);
        }
        Tables tables = Tables.of(new Decoding(network, music.tokens()), findings, report);
        report.section("What each vector changes, in standard deviations");
        report.text(
                "The change of each attribute's mean over %d melodies sampled from the prior, when the vector of a row is added to their codes or subtracted, in standard deviations of the attribute in the training music: of an attribute that music hardly has, per cents of the mean say nothing. The diagonal is intended, the rest is leakage."
                        .formatted(samples.length));
        tables.write(vectors, samples, OF_SAMPLES).addOwn(report, OF_SAMPLES.added());
        if (!music.heldOut().isEmpty()) {
            List<Tokens> windows = music.tokens(music.heldOut());
            float[][] codes = network.encode(windows.subList(0, Math.min(samples.length, windows.size())));
            report.section("What each vector changes in held-out melodies, in standard deviations");
            report.text(
                    "The same for the codes of %d held-out melodies, which are farther from the origin than samples from the prior."
                            .formatted(codes.length));
            tables.write(vectors, codes, OF_HELD_OUT);
            findings.progress("Asking for one standard deviation");
            AskedAndGot.of(network, music, vectors.isolated(), tables.decoding())
                    .write(music, report);
        }
    }

    static float[][] samples(Findings findings) {
        return Prior.Normal.codes(
                findings.effort().choose(SAMPLES, QUICK_SAMPLES),
                findings.main().recurrent().spec().codeSize(),
                findings.random("samples"));
    }

    /** Both kinds of vectors, added and subtracted. */
    private record Tables(Decoding decoding, Map<Descriptor, Double> deviations, Findings findings, Report report) {

        static Tables of(Decoding decoding, Findings findings, Report report) {
            Music music = findings.music();
            return new Tables(decoding, decoding.deviations(music.tokens(music.training())), findings, report);
        }

        /** Gives what isolated vectors change when they are added. */
        AttributeChanges write(Vectors vectors, float[][] codes, Prefixes prefixes) {
            report.text(
                    "Isolated vectors: learned to change their own attribute, and the others as little as they can, for codes near those of music and near samples.");
            AttributeChanges added = changes(codes, vectors.isolated(), 1, prefixes.added());
            AttributeChanges subtracted = changes(codes, vectors.isolated(), -1, prefixes.subtracted());
            report.pictures(
                    added.picture("Isolated vectors, added"), subtracted.picture("Isolated vectors, subtracted"));
            report.text("Added: %s Subtracted: %s".formatted(added.verdict(), subtracted.verdict()));
            report.text(
                    "The paper's vectors: the mean code of the quarter of the training music with most of an attribute minus that of the quarter with least. They also change what correlates with it in the music.");
            AttributeChanges paper = changes(codes, vectors.quartiles(), 1, prefixes.quartilesAdded());
            AttributeChanges less = changes(codes, vectors.quartiles(), -1, prefixes.quartilesSubtracted());
            report.pictures(
                    paper.picture("The paper's vectors, added"), less.picture("The paper's vectors, subtracted"));
            report.text("Added: %s Subtracted: %s".formatted(paper.verdict(), less.verdict()));
            return added;
        }

        private AttributeChanges changes(
                float[][] codes, Map<Descriptor, float[]> vectors, double strength, String prefix) {
            findings.progress(
                    "Measuring attributes: " + prefix.replace('.', ' ').strip());
            AttributeChanges changes = AttributeChanges.of(decoding, codes, vectors, strength, deviations);
            changes.addTo(report, prefix);
            return changes;
        }
    }

    /**
     * The directions of attributes in a latent space.
     *
     * @param quartiles the mean code of the quarter of the music with most of an attribute less that of the quarter with least
     *     (Roberts et al. 2018)
     * @param isolated learned from decoded codes, so that each changes the other attributes least
     */
    record Vectors(Map<Descriptor, float[]> quartiles, Map<Descriptor, float[]> isolated) {

        /** In a quick run those that came with the model, if it has all of them; learning takes minutes. */
        static Vectors of(LatentSpace space, Findings findings) throws IOException {
            AttributeFolder included =
                    new AttributeFolder(findings.main().folder().orElseThrow());
            boolean hasAll = included.names()
                    .containsAll(Descriptor.MUSIC_VAE.stream()
                            .flatMap(descriptor -> Stream.of(descriptor.id(), QUARTILES + descriptor.id()))
                            .toList());
            return findings.effort() == Effort.QUICK && hasAll ? read(included) : learn(space, findings);
        }

        /** One of the paper's vectors. */
        static float[] quartile(Descriptor descriptor, LatentSpace space, Findings findings) throws IOException {
            AttributeFolder included =
                    new AttributeFolder(findings.main().folder().orElseThrow());
            String name = QUARTILES + descriptor.id();
            return findings.effort() == Effort.QUICK && included.names().contains(name)
                    ? included.find(name).direction()
                    : new AttributeLearning(space)
                            .learn(descriptor, training(findings.music()))
                            .direction();
        }

        private static Vectors read(AttributeFolder included) throws IOException {
            Map<Descriptor, float[]> quartiles = new EnumMap<>(Descriptor.class);
            Map<Descriptor, float[]> isolated = new EnumMap<>(Descriptor.class);
            for (Descriptor descriptor : Descriptor.MUSIC_VAE) {
                quartiles.put(
                        descriptor, included.find(QUARTILES + descriptor.id()).direction());
                isolated.put(descriptor, included.find(descriptor.id()).direction());
            }
            return new Vectors(quartiles, isolated);
        }

        private static Vectors learn(LatentSpace space, Findings findings) {
            Corpus training = training(findings.music());
            AttributeLearning learning = new AttributeLearning(space);
            Map<Descriptor, float[]> quartiles = new EnumMap<>(Descriptor.class);
            for (Descriptor descriptor : Descriptor.MUSIC_VAE) {
                quartiles.put(descriptor, learning.learn(descriptor, training).direction());
            }
            findings.progress("Isolating attribute vectors");
            Map<Descriptor, float[]> isolated = new EnumMap<>(Descriptor.class);
            for (AttributeVector vector : learning.learnIsolated(training, findings.random("isolated"), done -> {})) {
                isolated.put(Descriptor.named(vector.name()), vector.direction());
            }
            return new Vectors(quartiles, isolated);
        }

        /** The training part of the corpus. */
        static Corpus training(Music music) {
            return music.corpus().only(music.pieces().training());
        }
    }
}
