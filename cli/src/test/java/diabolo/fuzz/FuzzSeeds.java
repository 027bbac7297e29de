package diabolo.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import diabolo.attribute.AttributeVector;
import diabolo.corpus.CorpusBuilder;
import diabolo.corpus.CorpusFile;
import diabolo.corpus.CorpusSpec;
import diabolo.corpus.IfExists;
import diabolo.experiment.ExperimentCatalog;
import diabolo.grid.RhythmGrid;
import diabolo.image.GreyImage;
import diabolo.image.ImageSheet;
import diabolo.latent.LatentSpace;
import diabolo.latent.SamplingSettings;
import diabolo.midi.MidiWriter;
import diabolo.model.DenseSpec;
import diabolo.model.Initialization;
import diabolo.model.ModelDescription;
import diabolo.model.ModelFolder;
import diabolo.model.TrainingExamples;
import diabolo.musicxml.MusicXmlWriter;
import diabolo.note.Beat;
import diabolo.note.Instrument;
import diabolo.note.Meter;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import diabolo.note.Pitch;
import diabolo.note.Tempo;
import diabolo.note.Velocity;
import diabolo.representation.PianoRoll;
import diabolo.tensor.RandomSource;
import diabolo.tensor.SafeTensors;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** Valid files of each kind to begin with: made here, of the project's tests, and of folders of real and hostile ones. */
final class FuzzSeeds implements AutoCloseable {

    private static final long MOST_BYTES = 20_000;
    private static final int MOST_OF_A_KIND = 150;

    private final Path folder;
    private final LatentSpace space;
    private final Map<FuzzedReader, List<byte[]>> seeds = new EnumMap<>(FuzzedReader.class);

    /**
     * Collects them.
     *
     * @param folder for what is made
     * @param found folders whose small files are taken as well, those that exist
     */
    FuzzSeeds(Path folder, List<Path> found) throws IOException {
        this.folder = folder;
        this.space = LatentSpace.load(model(folder.resolve("model")));
        make(Files.createDirectories(folder.resolve("seeds")));
        for (Path each : Stream.concat(Stream.of(folder.resolve("seeds")), found.stream())
                .filter(Files::isDirectory)
                .toList()) {
            take(each);
        }
    }

    LatentSpace space() {
        return space;
    }

    List<byte[]> of(FuzzedReader reader) {
        return seeds.getOrDefault(reader, List.of());
    }

    /** The folder of a model in which one file is another. */
    Path modelWith(String name, Path file) throws IOException {
        Path model = folder.resolve("model");
        Path changed = Files.createDirectories(folder.resolve("changed"));
        for (String each : List.of("model.json", "weights.safetensors", "memory.safetensors")) {
            Files.write(changed.resolve(each), Files.readAllBytes(each.equals(name) ? file : model.resolve(each)));
        }
        return changed;
    }

    private void take(Path from) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (Files.size(file) > MOST_BYTES) {
                    continue;
                }
                for (FuzzedReader reader : FuzzedReader.values()) {
                    List<byte[]> known = seeds.computeIfAbsent(reader, _ -> new ArrayList<>());
                    if (reader.reads(file.toString()) && known.size() < MOST_OF_A_KIND) {
                        known.add(Files.readAllBytes(file));
                    }
                }
            }
        }
    }

    private static Path model(Path folder) throws IOException {
        PianoRoll roll = new PianoRoll(RhythmGrid.SIXTEENTHS, 16, 48, 36);
        DenseSpec spec = DenseSpec.sigmoid(roll.cells(), 6, 3);
        ModelFolder.save(
                folder,
                new ModelDescription("seed", spec, roll, "none", 100, Map.of("seed", "1")),
                spec.firstWeights(Initialization.GLOROT, RandomSource.of(1)),
                new TrainingExamples(List.of(new TrainingExamples.Place("scale", 0)), new float[][] {{0, 1, 0}}),
                SafeTensors.Precision.SINGLE);
        return folder;
    }

    private void make(Path into) throws IOException {
        NoteSequence music = music();
        MidiWriter.write(music, into.resolve("a.mid"));
        MusicXmlWriter.write(music, into.resolve("a.musicxml"));
        MusicXmlWriter.write(music, into.resolve("a.mxl"));
        Files.writeString(into.resolve("a.abc"), """
                X:1
                T:All sorts
                M:6/8
                L:1/8
                Q:1/4=90
                V:1 clef=bass transpose=-2
                K:Dm
                |:[V:1]A>B(3cde|[1"Am"{g}f-f z2:|[2[M:3/4]Z2|]
                V:2
                & C/ D3/2 [Q:1/4=90]!fine![K:G]^F,| C33/32 D127/128 |
                """);
        Files.write(into.resolve("a.idx3-ubyte"), idx());
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
            out.write(idx());
        }
        Files.write(into.resolve("a.gz"), compressed.toByteArray());
        ImageSheet.of(new GreyImage(4, 3, new float[12])).writePng(into.resolve("a.png"));
        Path model = folder.resolve("model");
        Files.copy(model.resolve("memory.safetensors"), into.resolve("a.memory"));
        Files.copy(model.resolve("memory.safetensors"), into.resolve("a.safetensors"));
        Files.copy(model.resolve("model.json"), into.resolve("a.model"));
        for (String name : ExperimentCatalog.names()) {
            Files.writeString(into.resolve(name + ".yaml"), ExperimentCatalog.write(ExperimentCatalog.find(name)));
        }
        String provenance = JsonMapper.shared()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(space.generate(SamplingSettings.DEFAULT, 0).provenance());
        Files.writeString(into.resolve("a.provenance"), provenance);
        Files.writeString(into.resolve("a.codes"), """
                [{"model": "seed", "file": "a", "window": 1, "firstBar": 1, "beatsPerMinute": 90, "meters": {"0": "4/4"},
                  "keys": {"0": "D major"}, "code": [0, 0.5, 1]},
                 {"file": "a", "window": 2, "code": [0, 0.5, 1]}, [1, 2, 3]]
                """, UTF_8);
        CorpusSpec bars = CorpusSpec.of(new PianoRoll(RhythmGrid.SIXTEENTHS, 12, 48, 36));
        CorpusFile.save(
                new CorpusBuilder(bars).build(List.of(into.resolve("a.mid"))),
                into.resolve("a.corpus"),
                IfExists.REPLACE);
        Files.writeString(into.resolve("a.operation"), """
                {"operation": "vary", "piece": {"name": "z", "codes": [[0, 0.5, 1]], "meters": {"0": "3/4"}},
                 "distance": 0.5, "count": 3, "decoding": {"seed": 1, "temperature": 0.5, "threshold": 0.4}}
                """);
        new AttributeVector("dense", "seed", space.hash(), new float[] {0, 1, 0}, "a test", 3, 2, 0.1)
                .write(into.resolve("a.attribute"));
    }

    private static NoteSequence music() {
        List<Note> notes = IntStream.range(0, 12)
                .mapToObj(i -> new Note(Pitch.of(50 + i), Velocity.of(90), Beat.of(i, 2), Beat.of(1, 3)))
                .toList();
        return NoteSequence.of(
                "Für zwei",
                new Tempo(96.5),
                new Meter(3, 4),
                List.of(new Part("a", Instrument.PIANO, notes), new Part("b", new Instrument.Drums(), notes)));
    }

    private static byte[] idx() {
        byte[] bytes = new byte[16 + 3 * 12];
        bytes[2] = 8;
        bytes[3] = 3;
        bytes[7] = 3;
        bytes[11] = 4;
        bytes[15] = 3;
        return bytes;
    }

    @Override
    public void close() {
        space.close();
    }
}
