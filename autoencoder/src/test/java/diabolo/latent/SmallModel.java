package diabolo.latent;

import diabolo.grid.RhythmGrid;
import diabolo.model.DenseSpec;
import diabolo.model.Initialization;
import diabolo.model.ModelDescription;
import diabolo.model.ModelFolder;
import diabolo.model.TrainingExamples;
import diabolo.nn.Activation;
import diabolo.nn.Loss;
import diabolo.note.Pitch;
import diabolo.representation.Cells;
import diabolo.representation.PianoRoll;
import diabolo.tensor.SafeTensors;
import diabolo.training.Examples;
import diabolo.training.LearningRate;
import diabolo.training.Objective;
import diabolo.training.Regularizer;
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

/**
 * A real model trained in a second: one bar of two octaves, 384-32-6. It learns six bars, each a melody note over a low
 * fifth, and reconstructs them without a wrong cell.
 */
public final class SmallModel {

    /** One bar from C3 to B4. */
    public static final PianoRoll ROLL = new PianoRoll(RhythmGrid.SIXTEENTHS, 16, 48, 24);

    public static final int BARS = 6;

    private SmallModel() {}

    /** Bar n: the pitches 48 + n and 55 + n throughout, and 60 + 2n for the first twelve steps. */
    public static Cells bar(int number) {
        float[] cells = new float[ROLL.cells()];
        for (int step = 0; step < 16; step++) {
            cells[ROLL.index(step, Pitch.of(48 + number))] = 1;
            cells[ROLL.index(step, Pitch.of(55 + number))] = 1;
            if (step < 12) {
                cells[ROLL.index(step, Pitch.of(60 + 2 * number))] = 1;
            }
        }
        return new Cells(cells);
    }

    public static float[][] bars() {
        return IntStream.range(0, BARS).mapToObj(number -> bar(number).values()).toArray(float[][]::new);
    }

    /** Trains it and saves it in a folder. */
    public static Path trainedIn(Path folder) throws IOException {
        DenseSpec spec = new DenseSpec(
                List.of(ROLL.cells(), 32, 6),
                Activation.TANH,
                Activation.SIGMOID,
                Activation.SIGMOID,
                DenseSpec.Tying.TIED);
        return trainedIn(folder, spec);
    }

    /** A variational model of the same size. */
    public static Path variationalIn(Path folder) throws IOException {
        return trainedIn(folder, DenseSpec.gaussian(ROLL.cells(), 32, 6));
    }

    private static Path trainedIn(Path folder, DenseSpec spec) throws IOException {
        Objective bound = Objective.of(Loss.BINARY_CROSS_ENTROPY, Regularizer.EVIDENCE_LOWER_BOUND);
        Schedule schedule = Schedule.epochs(200, BARS, LearningRate.cosine(3e-2, 1e-3));
        TrainingPlan plan = new TrainingPlan(spec, Initialization.GLOROT, List.of(Stage.whole(bound, schedule)), 1);
        try (Trained trained = new Trainer(plan).train(Examples.of(bars()), TrainingMonitor.SILENT)) {
            List<TrainingExamples.Place> places = IntStream.range(0, BARS)
                    .mapToObj(number -> new TrainingExamples.Place("étude", 16 * number))
                    .toList();
            ModelFolder.save(
                    folder,
                    new ModelDescription("held-tones-1bar", spec, ROLL, "six bars", 90, Map.of()),
                    trained.network().parameters().toArrays(),
                    new TrainingExamples(places, trained.dense().encode(bars())),
                    SafeTensors.Precision.SINGLE);
        }
        return folder;
    }
}
