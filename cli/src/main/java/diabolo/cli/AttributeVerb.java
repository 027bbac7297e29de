package diabolo.cli;

import diabolo.attribute.Attribute;
import diabolo.attribute.AttributeFolder;
import diabolo.attribute.AttributeLesson;
import diabolo.attribute.AttributeVector;
import diabolo.descriptor.Descriptor;
import diabolo.latent.AskedValues;
import diabolo.latent.LatentSpace;
import diabolo.model.ModelFolder;
import diabolo.model.ModelFolders;
import diabolo.model.diffusion.Faders;
import diabolo.operation.FileSources;
import diabolo.operation.MoveAlong;
import diabolo.operation.MoveAlong.KeyRule;
import diabolo.operation.Operation;
import diabolo.operation.SetAttributes;
import diabolo.tensor.RandomSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Attributes of music as directions in the latent space: in a model's folder {@code attributes}, or in files anywhere. */
@Command(
        name = "attribute",
        description =
                "Learns attributes of music, such as note density, moves pieces along them, and sets their values.",
        subcommands = {AttributeVerb.Learn.class, AttributeVerb.Apply.class, AttributeVerb.Set.class})
final class AttributeVerb extends Verb {

    @Command(name = "list", description = "Lists a model's attributes.")
    int list(@Mixin ModelOption model) throws IOException {
        Path folder = model.folder();
        AttributeFolder attributes = new AttributeFolder(folder);
        String hash = ModelFolder.load(folder).hash();
        List<String> names = attributes.names();
        if (names.isEmpty()) {
            messages().println("%s has no attributes yet.".formatted(model.name()));
        }
        for (String name : names) {
            AttributeVector vector = AttributeVector.read(attributes.file(name));
            String fit = vector.modelHash().equals(hash) ? "" : "; of another training of the model: learn it again";
            results().println("%s\tlearned from %s%s".formatted(name, vector.learnedFrom(), fit));
        }
        messages()
                .println("Learned from a corpus: "
                        + Arrays.stream(Descriptor.values()).map(Descriptor::id).collect(Collectors.joining(", "))
                        + "; any other from two folders of examples.");
        return DONE;
    }

    /** Learns an attribute from examples. */
    @Command(
            name = "learn",
            description = "Learns an attribute vector: the mean code of examples with it minus that of those without.",
            footer = {
                "%nExamples:",
                "  diabolo attribute learn note-density --corpus my-rags",
                "  diabolo attribute learn note-density --corpus tunes --model melody-2bar",
                "  diabolo attribute learn swing --with swinging --without straight"
            })
    static final class Learn extends Verb {

        @Parameters(
                paramLabel = "NAME",
                description = "With --corpus one of c-diatonic, note-density, average-interval, sixteenth-syncopation, "
                        + "eighth-syncopation, syncopation, range, contour; else a name of your own.")
        private String name = "";

        @Mixin
        private ModelOption model = new ModelOption();

        @Option(
                names = "--corpus",
                paramLabel = "C",
                description = "Music or a corpus file: top against bottom quarter.")
        private Optional<Path> corpus = Optional.empty();

        @Option(names = "--isolated", description = "Change the other attributes least; needs a variational model.")
        private boolean isolated;

        @Option(names = "--seed", paramLabel = "S", description = "Random seed of --isolated (${DEFAULT-VALUE}).")
        private long seed = 1;

        @Option(names = "--with", paramLabel = "DIR", description = "Music with the attribute.")
        private Optional<Path> with = Optional.empty();

        @Option(names = "--without", paramLabel = "DIR", description = "Music without it.")
        private Optional<Path> without = Optional.empty();

        @Option(names = "--out", paramLabel = "FILE", description = "The file (attributes/NAME.json of the model).")
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
            Path folder = model.folder();
            try (LatentSpace space = LatentSpace.load(folder)) {
                AttributeVector.requireName(name);
                Path to = out.orElse(new AttributeFolder(folder).file(name));
                requireFree(to, overwrite);
                AttributeLesson lesson = corpus.isPresent()
                        ? learn(space, corpus.get())
                        : AttributeLesson.ofExamples(space, name, with.orElseThrow(), without.orElseThrow());
                lesson.vector().write(to);
                results().println(to);
                lesson.remarks().forEach(messages()::println);
            }
            return DONE;
        }

        private AttributeLesson learn(LatentSpace space, Path music) throws IOException {
            Descriptor descriptor = Descriptor.named(name);
            if (!isolated) {
                return AttributeLesson.ofCorpus(space, descriptor, music);
            }
            try (ProgressLine progress = new ProgressLine(messages())) {
                return AttributeLesson.isolated(space, descriptor, music, RandomSource.of(seed), progress);
            }
        }
    }

    /** Moves a piece along an attribute. */
    @Command(
            name = "apply",
            description =
                    "Moves a piece along an attribute vector until the attribute has changed by what is asked for, and prints how all changed.",
            footer = {"%nExample:", "  diabolo attribute apply note-density tune.mid --model melody-2bar --strength 2"})
    static final class Apply extends LatentVerb {

        @Parameters(index = "0", paramLabel = "ATTRIBUTE", description = "One of the model's by name, or a file.")
        private String attribute = "";

        @Parameters(index = "1", paramLabel = "PIECE", description = "The piece to move.")
        private Path piece = Path.of("");

        @Option(
                names = "--strength",
                paramLabel = "X",
                description =
                        "The change, in standard deviations of the music learned from; below 0 for less (${DEFAULT-VALUE}). Of an attribute from examples, a factor of its vector.")
        private double strength = 1;

        @Option(names = "--any-key", description = "Let notes leave the key of the piece.")
        private boolean anyKey;

        @Override
        boolean suits(Path folder) {
            return FileSources.hasAttribute(folder, attribute);
        }

        @Override
        Operation operation(GivenFiles files) throws IOException {
            Attribute along = files.attribute(attribute); // before the piece is read
            return new MoveAlong(
                    files.source(piece), along, strength, anyKey ? KeyRule.FREE : KeyRule.KEPT, decoding());
        }
    }

    /** Sets values of a melody. */
    @Command(
            name = "set",
            description =
                    "Changes a melody until it has the values that are asked for, and prints what was asked, what was got and what else moved.",
            footer = {
                "%nValues: density (onsets a sixteenth), range and interval (semitones), contour (semitones that it rises, or"
                        + " rising, level, falling), syncopation (share of the onsets).",
                "%nExample:",
                "  diabolo attribute set density=0.4,contour=rising tune.mid"
            })
    static final class Set extends LatentVerb {

        @Parameters(index = "0", paramLabel = "VALUES", description = "Such as density=0.4,range=12.")
        private String values = "";

        @Parameters(index = "1", paramLabel = "PIECE", description = "The melody to change.")
        private Path piece = Path.of("");

        @Option(
                names = "--freedom",
                paramLabel = "F",
                description = "0.05 stays near the melody, 1 is free (${DEFAULT-VALUE}).")
        private double freedom = SetAttributes.USUAL_FREEDOM;

        @Override
        boolean suits(Path folder) {
            return Faders.areIn(folder);
        }

        @Override
        List<String> preferredForMelodies() {
            return List.of(ModelFolders.TUNES);
        }

        @Override
        Operation operation(GivenFiles files) throws IOException {
            AskedValues.parse(values); // before the piece is read
            return new SetAttributes(files.music(piece), values, freedom, decoding());
        }
    }
}
