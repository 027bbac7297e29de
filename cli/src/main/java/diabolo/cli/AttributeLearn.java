package diabolo.cli;

import diabolo.attribute.AttributeEffect;
import diabolo.attribute.AttributeFolder;
import diabolo.attribute.AttributeLearning;
import diabolo.attribute.AttributeVector;
import diabolo.corpus.Corpus;
import diabolo.corpus.CorpusBuilder;
import diabolo.corpus.CorpusFile;
import diabolo.descriptor.Descriptor;
import diabolo.latent.LatentSpace;
import diabolo.model.ModelFolders;
import diabolo.tensor.RandomSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Learns an attribute from examples. */
@Command(
        name = "learn",
        description = "Learns an attribute: the mean code of examples that have it less that of those that have not.",
        footer = {
            "%nExamples:",
            "  diabolo attribute learn note-density --corpus my-rags",
            "  diabolo attribute learn note-density --corpus my-tunes --isolated --model melody-2bar",
            "  diabolo attribute learn swing --with swinging --without straight"
        })
final class AttributeLearn extends Verb {

    @Parameters(
            paramLabel = "NAME",
            description = "With --corpus one of c-diatonic, note-density, average-interval, sixteenth-syncopation, "
                    + "eighth-syncopation; else a name of your own.")
    private String name = "";

    @Option(names = "--model", paramLabel = "M", description = "A model's name or folder (${DEFAULT-VALUE}).")
    private String model = ModelFolders.DEFAULT;

    @Option(
            names = "--corpus",
            paramLabel = "C",
            description = "Music, or a corpus file: the quarter with the most is compared with that with the least.")
    private Optional<Path> corpus = Optional.empty();

    @Option(
            names = "--isolated",
            description =
                    "Of a variational model: learn it from what becomes of codes around the corpus and around draws, so that the other four move least.")
    private boolean isolated;

    @Option(names = "--seed", paramLabel = "S", description = "Of the chance of --isolated (${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--with", paramLabel = "DIR", description = "Music that has the attribute.")
    private Optional<Path> with = Optional.empty();

    @Option(names = "--without", paramLabel = "DIR", description = "Music that has it not.")
    private Optional<Path> without = Optional.empty();

    @Option(names = "--out", paramLabel = "FILE", description = "The file; else attributes/NAME.json of the model.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--overwrite", description = "Replace the file if it exists.")
    private boolean overwrite;

    @Override
    public Integer call() throws IOException {
        if (corpus.isPresent() == with.isPresent() || with.isPresent() != without.isPresent()) {
            throw wrongUsage("Name either --corpus, or both --with and --without");
        }
        if (isolated && corpus.isEmpty()) {
            throw wrongUsage("--isolated needs the music of --corpus");
        }
        Path folder = ModelFolders.find(model);
        try (LatentSpace space = LatentSpace.load(folder)) {
            AttributeVector.requireName(name);
            Path to = out.orElse(new AttributeFolder(folder).file(name));
            if (Files.exists(to) && !overwrite) {
                throw new IOException(
                        "%s exists already; choose another name with --out, or replace it with --overwrite."
                                .formatted(to));
            }
            AttributeLearning learning = new AttributeLearning(space);
            Optional<Descriptor> descriptor =
                    corpus.isPresent() ? Optional.of(Descriptor.named(name)) : Optional.empty(); // before music is read
            Optional<Corpus> music = corpus.isPresent() ? Optional.of(open(corpus.get(), learning)) : Optional.empty();
            AttributeVector learned =
                    music.isPresent() ? learn(learning, descriptor.orElseThrow(), music.get()) : learnApart(learning);
            learned.write(to);
            results().println(to);
            messages()
                    .println(
                            isolated
                                    ? "Learned from %s.".formatted(learned.learnedFrom())
                                    : "Learned from %s: %d with it, %d without."
                                            .formatted(
                                                    learned.learnedFrom(),
                                                    learned.examplesWith(),
                                                    learned.examplesWithout()));
            music.ifPresent(examples -> tellEffect(learning, learned, descriptor.orElseThrow(), examples));
        }
        return DONE;
    }

    /** What it does to examples, and if that is little or wrong, the strength at which it does more. */
    private void tellEffect(AttributeLearning learning, AttributeVector learned, Descriptor descriptor, Corpus music) {
        AttributeEffect effect = learning.effect(learned, descriptor, music, 1);
        messages().println(effect.sentence());
        if (effect.goesTheRightWay()) {
            return;
        }
        messages()
                .println(
                        IntStream.of(2, 4, 8)
                                .mapToObj(strength -> learning.effect(learned, descriptor, music, strength))
                                .filter(AttributeEffect::goesTheRightWay)
                                .findFirst()
                                .map(stronger -> "That is not enough; apply it with --strength %.0f. %s"
                                        .formatted(stronger.strength(), stronger.sentence()))
                                .orElse(
                                        "Warning: it does not move %s both ways in most examples, nor at strength 2, 4 or 8; %s."
                                                .formatted(
                                                        name,
                                                        isolated
                                                                ? "learn it without --isolated, or from other music"
                                                                : "learn it from more various music, or with --isolated for a variational model")));
    }

    private AttributeVector learn(AttributeLearning learning, Descriptor descriptor, Corpus music) {
        return isolated ? isolated(learning, descriptor, music) : learning.learn(descriptor, music);
    }

    private AttributeVector learnApart(AttributeLearning learning) throws IOException {
        return learning.learn(name, open(with.orElseThrow(), learning), open(without.orElseThrow(), learning));
    }

    private AttributeVector isolated(AttributeLearning learning, Descriptor descriptor, Corpus music) {
        try (SearchProgress progress = new SearchProgress(messages())) {
            return learning.learnIsolated(music, RandomSource.of(seed), progress).stream()
                    .filter(learned -> learned.name().equals(descriptor.id()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "nothing in %s moves %s alone: all examples or all draws have the same, or no direction changes it; learn it without --isolated, or choose another model"
                                    .formatted(model, name)));
        }
    }

    private Corpus open(Path music, AttributeLearning learning) throws IOException {
        if (Files.isRegularFile(music) && CorpusFile.isOne(music)) {
            return CorpusFile.load(music);
        }
        Corpus built = new CorpusBuilder(learning.corpusSpec()).build(List.of(music));
        if (!built.refusals().isEmpty()) {
            messages()
                    .println("%s: files refused: %s."
                            .formatted(music, built.summary().refusedFiles().inWords()));
        }
        return built;
    }
}
