package diabolo.fuzz;

import diabolo.abc.AbcReader;
import diabolo.abc.AbcWriter;
import diabolo.attribute.AttributeVector;
import diabolo.corpus.CorpusFile;
import diabolo.experiment.ExperimentCatalog;
import diabolo.grid.Passage;
import diabolo.grid.RhythmGrid;
import diabolo.image.IdxReader;
import diabolo.image.PngReader;
import diabolo.latent.Provenance;
import diabolo.midi.MidiReader;
import diabolo.midi.MidiWriter;
import diabolo.model.ModelFolder;
import diabolo.musicxml.MusicXmlReader;
import diabolo.musicxml.MusicXmlWriter;
import diabolo.note.NoteSequence;
import diabolo.operation.CodeFile;
import diabolo.operation.FileSources;
import diabolo.operation.OperationJson;
import diabolo.tensor.SafeTensors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A reader of files that anybody may have made, and the endings of its files. */
enum FuzzedReader {
    MIDI(Wrapping.NONE, "mid midi") {
        @Override
        void read(Path file, FuzzSeeds seeds) throws IOException {
            use(MidiReader.readLenient(file).sequence());
        }
    },
    ABC(Wrapping.NONE, "abc") {
        @Override
        void read(Path file, FuzzSeeds seeds) throws IOException {
            AbcReader.readAllLenient(file).stream().limit(3).forEach(tune -> use(tune.sequence()));
        }
    },
    MUSIC_XML(Wrapping.NONE, "musicxml xml") {
        @Override
        void read(Path file, FuzzSeeds seeds) throws IOException {
            use(MusicXmlReader.readLenient(file).sequence());
        }
    },
    COMPRESSED_MUSIC_XML(Wrapping.ZIP, "mxl") {
        @Override
        void read(Path file, FuzzSeeds seeds) throws IOException {
            use(MusicXmlReader.readLenient(file).sequence());
        }
    },
    IDX(Wrapping.NONE, "idx3-ubyte") {
        @Override
        void read(Path file, FuzzSeeds seeds) throws IOException {
            IdxReader.read(file);
            IdxReader.readOne(file, 2);
        }
    },
    COMPRESSED_IDX(Wrapping.GZIP, "gz") {
        @Override
        void read(Path file, FuzzSeeds seeds) throws IOException {
            IdxReader.read(file);
        }
    },
    PNG(Wrapping.PNG, "png") {
        @Override
        void read(Path file, FuzzSeeds seeds) throws IOException {
            PngReader.read(file, 4, 3);
        }
    },
    SAFE_TENSORS(Wrapping.SAFE_TENSORS, "safetensors") {
        @Override
        void read(Path file, FuzzSeeds seeds) throws IOException {
            SafeTensors.read(file);
        }
    },
    /** The memory of a model, which has more rules than SafeTensors. */
    MEMORY(Wrapping.SAFE_TENSORS, "memory") {
        @Override
        void read(Path file, FuzzSeeds seeds) throws IOException {
            ModelFolder.load(seeds.modelWith("memory.safetensors", file));
        }
    },
    MODEL(Wrapping.NONE, "model") {
        @Override
        void read(Path file, FuzzSeeds seeds) throws IOException {
            ModelFolder.load(seeds.modelWith("model.json", file));
        }
    },
    EXPERIMENT(Wrapping.NONE, "yaml yml") {
        @Override
        void read(Path file, FuzzSeeds seeds) throws IOException {
            ExperimentCatalog.read(file);
        }
    },
    OPERATION(Wrapping.NONE, "operation") {
        @Override
        void read(Path file, FuzzSeeds seeds) throws IOException {
            String json = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            OperationJson.read(json, new FileSources(seeds.space(), file, (_, _) -> {}));
        }
    },
    PROVENANCE(Wrapping.NONE, "provenance json") {
        @Override
        void read(Path file, FuzzSeeds seeds) throws IOException {
            try {
                var recipe = Provenance.of(JsonMapper.shared().readTree(Files.readAllBytes(file)), file)
                        .recipe();
                if (recipe.codes().length < 20) {
                    seeds.space().render(recipe);
                }
            } catch (JacksonException noJson) {
                throw new IOException(Provenance.foreign(file), noJson);
            }
        }
    },
    CODES(Wrapping.NONE, "codes provenance json") {
        @Override
        void read(Path file, FuzzSeeds seeds) throws IOException {
            CodeFile.read(seeds.space().model(), file);
        }
    },
    ATTRIBUTE(Wrapping.NONE, "attribute") {
        @Override
        void read(Path file, FuzzSeeds seeds) throws IOException {
            AttributeVector.read(file);
        }
    },
    CORPUS(Wrapping.NONE, "corpus") {
        @Override
        void read(Path file, FuzzSeeds seeds) throws IOException {
            CorpusFile.load(file);
        }
    };

    private final Wrapping wrapping;
    private final String endings;

    FuzzedReader(Wrapping wrapping, String endings) {
        this.wrapping = wrapping;
        this.endings = endings;
    }

    Wrapping wrapping() {
        return wrapping;
    }

    boolean reads(String name) {
        return Stream.of(endings.split(" ", -1)).anyMatch(ending -> name.endsWith("." + ending));
    }

    String ending() {
        return endings.split(" ", -1)[0];
    }

    /**
     * Reads a file.
     *
     * @throws IOException or {@link IllegalArgumentException} with a sentence, if it is refused
     */
    abstract void read(Path file, FuzzSeeds seeds) throws IOException;

    /** What a user does next with music, each of which may refuse it. */
    private static void use(NoteSequence music) {
        List<Runnable> uses = List.of(
                () -> MidiWriter.bytes(music),
                () -> AbcWriter.text(music),
                () -> MusicXmlWriter.bytes(music),
                () -> Passage.of(RhythmGrid.SIXTEENTHS.quantize(music)));
        for (Runnable use : uses) {
            try {
                use.run();
            } catch (IllegalArgumentException refused) {
                Fuzzer.requireSentence(refused);
            }
        }
    }
}
