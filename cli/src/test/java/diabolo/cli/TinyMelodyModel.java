package diabolo.cli;

import diabolo.model.Bottleneck;
import diabolo.model.Initialization;
import diabolo.model.ModelDescription;
import diabolo.model.ModelFolder;
import diabolo.model.RecurrentSpec;
import diabolo.model.TrainingExamples;
import diabolo.nn.Loss;
import diabolo.nn.LstmSize;
import diabolo.note.Pitch;
import diabolo.representation.Melody;
import diabolo.representation.TokenRepresentation;
import diabolo.representation.Tokens;
import diabolo.tensor.SafeTensors;
import diabolo.training.Clipping;
import diabolo.training.Examples;
import diabolo.training.LearningRate;
import diabolo.training.Objective;
import diabolo.training.Schedule;
import diabolo.training.Stage;
import diabolo.training.Trained;
import diabolo.training.Trainer;
import diabolo.training.TrainingMonitor;
import diabolo.training.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A recurrent model of 8 units, trained for a second on bars of one to four notes. */
final class TinyMelodyModel {

    static final int CODE_SIZE = 4;

    private static final Melody MELODY = Melody.of(1);

    private TinyMelodyModel() {}

    static void save(Path folder) throws IOException {
        save(
                "tiny-melody",
                MELODY,
                IntStream.range(1, 5).mapToObj(TinyMelodyModel::bar).toList(),
                folder);
    }

    /** One of a representation of its own. */
    static void save(String name, TokenRepresentation representation, List<int[][]> windows, Path folder)
            throws IOException {
        RecurrentSpec spec = new RecurrentSpec(
                representation.alphabets(),
                representation.steps(),
                new LstmSize(8, 1),
                CODE_SIZE,
                Bottleneck.PLAIN,
                new RecurrentSpec.Flat(new LstmSize(8, 1)));
        Schedule schedule = Schedule.epochs(300, 4, LearningRate.constant(3e-2)).with(Clipping.MUSIC_VAE);
        TrainingPlan plan = new TrainingPlan(
                spec, Initialization.GLOROT, List.of(Stage.whole(Objective.of(Loss.CROSS_ENTROPY), schedule)), 1);
        List<Tokens> tokens = windows.stream().map(Tokens::new).toList();
        try (Trained trained = new Trainer(plan).train(Examples.of(tokens), TrainingMonitor.SILENT)) {
            List<TrainingExamples.Place> places = IntStream.range(0, windows.size())
                    .mapToObj(number -> new TrainingExamples.Place("tune", representation.steps() * number))
                    .toList();
            ModelFolder.save(
                    folder,
                    new ModelDescription(name, spec, representation, "a few bars", 120, Map.of()),
                    trained.network().parameters().toArrays(),
                    new TrainingExamples(places, trained.network().encode(tokens)),
                    SafeTensors.Precision.SINGLE);
        }
    }

    /** So many quarter notes from middle C up, the last one held. */
    private static int[][] bar(int notes) {
        int[] line = new int[MELODY.steps()];
        for (int note = 0; note < notes; note++) {
            line[4 * note] = Melody.noteOn(Pitch.of(60 + note));
        }
        return new int[][] {line};
    }
}
