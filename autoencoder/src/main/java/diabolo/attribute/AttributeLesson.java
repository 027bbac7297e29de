package diabolo.attribute;

import static diabolo.note.Checks.require;

import diabolo.corpus.Corpus;
import diabolo.corpus.CorpusBuilder;
import diabolo.corpus.CorpusFile;
import diabolo.descriptor.Descriptor;
import diabolo.latent.LatentSpace;
import diabolo.tensor.RandomSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/**
 * An attribute learned from files of music, and remarks on what it was learned from and what it does to that music.
 *
 * <pre>{@code
 * AttributeLesson lesson = AttributeLesson.ofCorpus(space, Descriptor.NOTE_DENSITY, Path.of("my-tunes"));
 * lesson.vector().write(Path.of("note-density.json"));
 * lesson.remarks().forEach(System.out::println); // By 1 times its vector note-density rises in 134 of 256 examples, ...
 * }</pre>
 *
 * @param remarks sentences for people, in order
 */
public record AttributeLesson(AttributeVector vector, List<String> remarks) {

    public AttributeLesson {
        remarks = List.copyOf(remarks);
    }

    /**
     * Learns from examples with the attribute and without it.
     *
     * @throws IOException if a folder cannot be read or holds no example
     */
    public static AttributeLesson ofExamples(LatentSpace space, String name, Path with, Path without)
            throws IOException {
        AttributeLearning learning = new AttributeLearning(space);
        List<String> remarks = new ArrayList<>();
        AttributeVector vector = learning.learn(name, open(with, learning, remarks), open(without, learning, remarks));
        remarks.add(counts(vector));
        return new AttributeLesson(vector, remarks);
    }

    /**
     * Learns from the quarters of a corpus with the most and the least of a descriptor.
     *
     * @param music files of music, or a corpus file
     * @throws IOException if it cannot be read or holds no example
     */
    public static AttributeLesson ofCorpus(LatentSpace space, Descriptor descriptor, Path music) throws IOException {
        AttributeLearning learning = new AttributeLearning(space);
        List<String> remarks = new ArrayList<>();
        Corpus corpus = open(music, learning, remarks);
        AttributeVector vector = learning.learn(descriptor, corpus);
        remarks.add(counts(vector));
        String advice = "learn it from more varied music, or with --isolated for a variational model";
        return withEffect(vector, remarks, effects(learning, vector, descriptor, corpus), advice);
    }

    /**
     * Learns a vector that changes one descriptor and the others least; see {@link AttributeLearning#learnIsolated}.
     *
     * @param progress hears of the share done, 0 to 1
     * @throws IOException if the music cannot be read or holds no example
     * @throws IllegalArgumentException if the model is not variational, or no direction changes the descriptor alone
     */
    public static AttributeLesson isolated(
            LatentSpace space, Descriptor descriptor, Path music, RandomSource random, DoubleConsumer progress)
            throws IOException {
        require(
                Descriptor.MUSIC_VAE.contains(descriptor),
                "%s cannot be isolated from what it is made of; learn it without --isolated"
                        .formatted(descriptor.id()));
        AttributeLearning learning = new AttributeLearning(space);
        List<String> remarks = new ArrayList<>();
        Corpus corpus = open(music, learning, remarks);
        AttributeVector vector = learning.learnIsolated(corpus, random, progress).stream()
                .filter(learned -> learned.name().equals(descriptor.id()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no direction in %s changes %s alone; learn it without --isolated, or choose another model"
                                .formatted(space.description().name(), descriptor.id())));
        remarks.add("Learned from %s.".formatted(vector.learnedFrom()));
        String advice = "learn it without --isolated, or from other music";
        return withEffect(vector, remarks, effects(learning, vector, descriptor, corpus), advice);
    }

    private static Corpus open(Path music, AttributeLearning learning, List<String> remarks) throws IOException {
        if (Files.isRegularFile(music) && CorpusFile.isOne(music)) {
            return CorpusFile.load(music);
        }
        Corpus built = new CorpusBuilder(learning.corpusSpec()).build(List.of(music));
        if (!built.refusals().isEmpty()) {
            remarks.add("%s: files refused: %s."
                    .formatted(music, built.summary().refusedFiles().inWords()));
        }
        return built;
    }

    private static String counts(AttributeVector vector) {
        return "Learned from %s: %d with it, %d without."
                .formatted(vector.learnedFrom(), vector.examplesWith(), vector.examplesWithout());
    }

    /** What a vector does, and where that is too little, what a multiple of it does. */
    private static List<AttributeEffect> effects(
            AttributeLearning learning, AttributeVector vector, Descriptor descriptor, Corpus corpus) {
        AttributeEffect atOne = learning.effect(vector, descriptor, corpus, 1);
        if (atOne.goesTheRightWay()) {
            return List.of(atOne);
        }
        Optional<AttributeEffect> stronger = IntStream.of(2, 4, 8)
                .mapToObj(factor -> learning.effect(vector, descriptor, corpus, factor))
                .filter(AttributeEffect::goesTheRightWay)
                .findFirst();
        return stronger.map(effect -> List.of(atOne, effect)).orElse(List.of(atOne));
    }

    private static AttributeLesson withEffect(
            AttributeVector vector, List<String> remarks, List<AttributeEffect> effects, String advice) {
        AttributeEffect last = effects.getLast();
        remarks.add(effects.getFirst().sentence());
        if (effects.size() > 1) {
            remarks.add(last.sentence());
        } else if (!last.goesTheRightWay()) {
            remarks.add("Warning: it does not move %s both ways in most examples, even by 8 times its vector; %s."
                    .formatted(vector.name(), advice));
        }
        return new AttributeLesson(vector, remarks);
    }
}
