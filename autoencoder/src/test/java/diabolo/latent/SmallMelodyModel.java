package diabolo.latent;

import diabolo.model.Bottleneck;
import diabolo.model.Initialization;
import diabolo.model.ModelDescription;
import diabolo.model.ModelFolder;
import diabolo.model.RecurrentSpec;
import diabolo.model.TrainingExamples;
import diabolo.nn.Loss;
import diabolo.nn.LstmSize;
import diabolo.note.Beat;
import diabolo.note.Instrument;
import diabolo.note.Meter;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import diabolo.note.Pitch;
import diabolo.note.Tempo;
import diabolo.note.Velocity;
import diabolo.representation.Melody;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A real recurrent model of 8 units, trained in a second on six bars of melody. */
public final class SmallMelodyModel {

    public static final Melody MELODY = Melody.of(1);
    public static final int BARS = 6;
    public static final int CODE_SIZE = 4;

    private SmallMelodyModel() {}

    /** Bar n: n + 1 notes in a row, a step each, from middle C up, and silence. */
    public static Tokens bar(int number) {
        int[] line = new int[MELODY.steps()];
        for (int note = 0; note <= number; note++) {
            line[2 * note] = Melody.noteOn(Pitch.of(60 + note));
            line[2 * note + 1] = Melody.NOTE_OFF;
        }
        return tokens(line);
    }

    public static Tokens tokens(int... line) {
        return new Tokens(new int[][] {line});
    }

    public static List<Tokens> bars() {
        return IntStream.range(0, BARS).mapToObj(SmallMelodyModel::bar).toList();
    }

    public static RecurrentSpec spec() {
        return new RecurrentSpec(
                MELODY.alphabets(),
                MELODY.steps(),
                new LstmSize(8, 1),
                CODE_SIZE,
                Bottleneck.PLAIN,
                new RecurrentSpec.Flat(new LstmSize(8, 1)));
    }

    public static Path trainedIn(Path folder) throws IOException {
        RecurrentSpec spec = spec();
        Schedule schedule =
                Schedule.epochs(300, BARS, LearningRate.constant(3e-2)).with(Clipping.MUSIC_VAE);
        TrainingPlan plan = new TrainingPlan(
                spec, Initialization.GLOROT, List.of(Stage.whole(Objective.of(Loss.CROSS_ENTROPY), schedule)), 1);
        try (Trained trained = new Trainer(plan).train(Examples.of(bars()), TrainingMonitor.SILENT)) {
            List<TrainingExamples.Place> places = IntStream.range(0, BARS)
                    .mapToObj(number -> new TrainingExamples.Place("tune", 16 * number))
                    .toList();
            ModelFolder.save(
                    folder,
                    new ModelDescription("small-melody-1bar", spec, MELODY, "six bars", 120, Map.of()),
                    trained.network().parameters().toArrays(),
                    new TrainingExamples(places, trained.network().encode(bars())),
                    SafeTensors.Precision.SINGLE);
        }
        return folder;
    }

    /** Consecutive bars of {@link #bar}. */
    public static NoteSequence tune(int... numbers) {
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i < numbers.length; i++) {
            for (int note = 0; note <= numbers[i]; note++) {
                notes.add(new Note(
                        Pitch.of(60 + note), Velocity.DEFAULT, Beat.of(16L * i + 2L * note, 4), Beat.of(1, 4)));
            }
        }
        return NoteSequence.of("tune", Tempo.DEFAULT, Meter.FOUR_FOUR, List.of(new Part("", Instrument.PIANO, notes)));
    }
}
