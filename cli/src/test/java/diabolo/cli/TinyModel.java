package diabolo.cli;

import diabolo.grid.RhythmGrid;
import diabolo.midi.MidiWriter;
import diabolo.model.Bottleneck;
import diabolo.model.ConvolutionalSpec;
import diabolo.model.DenseSpec;
import diabolo.model.Initialization;
import diabolo.model.ModelDescription;
import diabolo.model.ModelFolder;
import diabolo.model.ModelSpec;
import diabolo.model.TrainableAutoencoder;
import diabolo.model.TrainingExamples;
import diabolo.nn.Activation;
import diabolo.nn.ConvolutionSize;
import diabolo.note.Beat;
import diabolo.note.Instrument;
import diabolo.note.Meter;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import diabolo.note.Pitch;
import diabolo.note.Tempo;
import diabolo.note.Velocity;
import diabolo.representation.Cells;
import diabolo.representation.PianoRoll;
import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
import diabolo.tensor.SafeTensors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A model that has learned nothing, for windows of one bar and three octaves, and a tune for it. */
final class TinyModel {

    static final DenseSpec SPEC = DenseSpec.sigmoid(16 * 36, 12, 6);

    private static final PianoRoll ROLL = new PianoRoll(RhythmGrid.SIXTEENTHS, 16, 48, 36);

    private TinyModel() {}

    static void save(Path folder) throws IOException {
        save(SPEC, new Initialization(40), folder);
    }

    /** With winners of four maps. */
    static void saveConvolutional(Path folder) throws IOException {
        ConvolutionalSpec spec = new ConvolutionalSpec(
                16,
                36,
                List.of(new ConvolutionSize(4, 5, 2, ConvolutionSize.Border.SAME)),
                new Bottleneck.WinnerTakeAll(Bottleneck.WinnerTakeAll.Spatial.ALL_PLACES, 2),
                List.of(new ConvolutionSize(1, 7, 2, ConvolutionSize.Border.SAME)),
                Activation.RELU,
                Activation.RELU,
                Activation.SIGMOID);
        save(spec, new Initialization(8), folder);
    }

    private static void save(ModelSpec spec, Initialization initialization, Path folder) throws IOException {
        List<NamedArray> weights = spec.firstWeights(initialization, RandomSource.of(1));
        try (TrainableAutoencoder network = TrainableAutoencoder.of(spec, weights)) {
            List<Cells> windows = List.of(ROLL.encode(RhythmGrid.SIXTEENTHS.quantize(scale(8))));
            ModelFolder.save(
                    folder,
                    new ModelDescription("tiny", spec, ROLL, "a scale", 100, Map.of()),
                    weights,
                    new TrainingExamples(List.of(new TrainingExamples.Place("scale", 0)), network.encode(windows)),
                    SafeTensors.Precision.SINGLE);
        }
    }

    static void writeScale(int notes, Path file) throws IOException {
        MidiWriter.write(scale(notes), file);
    }

    /** Quarter notes, up the chromatic scale from middle C, again and again. */
    static NoteSequence scale(int notes) {
        List<Note> scale = IntStream.range(0, notes)
                .mapToObj(i -> new Note(Pitch.of(60 + i % 12), Velocity.of(90), Beat.of(i), Beat.of(1)))
                .toList();
        return NoteSequence.of(
                "scale", new Tempo(120), Meter.FOUR_FOUR, List.of(new Part("flute", Instrument.PIANO, scale)));
    }
}
