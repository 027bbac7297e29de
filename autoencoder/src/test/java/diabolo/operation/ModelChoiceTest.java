package diabolo.operation;

import static org.assertj.core.api.Assertions.assertThat;

import diabolo.latent.ModelChoice;
import diabolo.note.Beat;
import diabolo.note.Instrument;
import diabolo.note.Meter;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import diabolo.note.Pitch;
import diabolo.note.Tempo;
import diabolo.note.Velocity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ModelChoiceTest {

    private static final Path FOLDER = Path.of("..", "models");
    private static final List<Path> MODELS = Stream.of(
                    "drums-2bar", "melody-2bar", "melody-2bar-3-4", "melody-16bar", "ragtime-deephear")
            .map(FOLDER::resolve)
            .toList();

    private static ModelChoice choice(NoteSequence piece) throws IOException {
        return ModelChoice.of(List.of(piece), MODELS).orElseThrow();
    }

    private static NoteSequence piece(String meter, Instrument instrument, int... pitches) {
        List<Note> notes = IntStream.range(0, pitches.length)
                .mapToObj(i -> new Note(Pitch.of(pitches[i]), Velocity.DEFAULT, Beat.of(i), Beat.of(1)))
                .toList();
        return NoteSequence.of("p", Tempo.DEFAULT, Meter.parse(meter), List.of(new Part("", instrument, notes)));
    }

    @ParameterizedTest
    @CsvSource({"4/4, melody-2bar", "2/4, melody-2bar", "3/4, melody-2bar-3-4", "6/8, melody-2bar-3-4"})
    void oneLineGoesByItsMeter(String meter, String model) throws IOException {
        ModelChoice choice = choice(piece(meter, Instrument.PIANO, 60, 62, 64, 65, 67, 65));

        assertThat(choice).isEqualTo(new ModelChoice(FOLDER.resolve(model), "one line in " + meter));
    }

    @Test
    void drumsGoToDrums() throws IOException {
        assertThat(choice(piece("4/4", new Instrument.Drums(), 36, 38, 36, 38)).model())
                .isEqualTo(FOLDER.resolve("drums-2bar"));
    }

    @Test
    void aMeterWithoutAModelGoesToTheOneWithoutBars() throws IOException {
        ModelChoice choice = choice(piece("5/4", Instrument.PIANO, 60, 62, 64, 65, 67));

        assertThat(choice.model()).isEqualTo(FOLDER.resolve("ragtime-deephear"));
        assertThat(choice.reason()).isEqualTo("no other has bars of 5/4; this one takes any");
    }

    @Test
    void ofSeveralVoicesTheOneThatGivesBackMoreNotesIsTaken() throws IOException {
        NoteSequence upper = piece("4/4", Instrument.PIANO, 67, 65, 64, 62, 64, 65, 67, 67);
        NoteSequence lower = piece("4/4", Instrument.PIANO, 48, 43, 48, 43, 48, 43, 48, 48);
        NoteSequence both =
                upper.withParts(List.of(upper.parts().getFirst(), lower.parts().getFirst()));

        ModelChoice choice = choice(both);

        assertThat(choice.reason())
                .contains("melody-2bar gives back ")
                .contains("ragtime-deephear gives back ")
                .contains("of the notes (F1)");
        assertThat(choice.model())
                .isEqualTo(FOLDER.resolve("melody-2bar")); // at least the upper voice, which is half of the notes
        assertThat(ModelChoice.of(List.of(both), List.of(MODELS.getFirst()))).isEmpty();
    }
}
