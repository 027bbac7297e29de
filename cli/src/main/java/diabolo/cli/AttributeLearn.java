package diabolo.cli;

import diabolo.corpus.Corpus;
import diabolo.corpus.CorpusBuilder;
import diabolo.corpus.CorpusFile;
import diabolo.descriptor.Descriptor;
import diabolo.latent.AttributeLearning;
import diabolo.latent.AttributeVector;
import diabolo.latent.LatentSpace;
import diabolo.tensor.RandomSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
            Path to = out.orElse(AttributeVerb.file(folder, name));
            if (Files.exists(to) && !overwrite) {
                throw new IOException(
                        "%s exists already; choose another name with --out, or replace it with --overwrite."
                                .formatted(to));
            }
            AttributeVector learned = learn(new AttributeLearning(space));
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
        }
        return DONE;
    }

    private AttributeVector learn(AttributeLearning learning) throws IOException {
        if (isolated) {
            return isolated(learning, Descriptor.named(name));
        }
        if (corpus.isPresent()) {
            return learning.learn(Descriptor.named(name), open(corpus.get(), learning));
        }
        return learning.learn(name, open(with.orElseThrow(), learning), open(without.orElseThrow(), learning));
    }

    private AttributeVector isolated(AttributeLearning learning, Descriptor descriptor) throws IOException {
        Corpus music = open(corpus.orElseThrow(), learning);
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
