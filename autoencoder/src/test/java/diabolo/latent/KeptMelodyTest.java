package diabolo.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.Instrument;
import diabolo.note.Key;
import diabolo.note.Meter;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import diabolo.note.Pitch;
import diabolo.note.Tempo;
import diabolo.note.Velocity;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class KeptMelodyTest {

    @Test
    void jsonKeepsAWholeMelody() {
        Part flute = new Part(
                "melody",
                new Instrument.Melodic(73),
                List.of(
                        new Note(Pitch.of(60), Velocity.of(1), Beat.of(1, 7), Beat.of(3, 5)),
                        new Note(Pitch.of(127), Velocity.of(127), Beat.of(9), Beat.of(1, 32_767))));
        NoteSequence line = new NoteSequence(
                "",
                List.of(flute),
                List.of(new At<>(Beat.ZERO, new Tempo(100.1)), new At<>(Beat.of(22, 7), new Tempo(1 / 0.03))),
                List.of(new At<>(Beat.ZERO, new Meter(12, 8)), new At<>(Beat.of(6), new Meter(5, 16))),
                List.of(new At<>(Beat.ZERO, Key.parse("F# minor")), new At<>(Beat.of(6), Key.parse("Cb major"))));

        String json = JsonMapper.shared().writeValueAsString(KeptMelody.of(line));

        assertThat(JsonMapper.shared().readValue(json, KeptMelody.class).piece())
                .isEqualTo(line);
    }

    @Test
    void tooManyNotesAreRefused() {
        List<KeptMelody.Tone> notes = Collections.nCopies(20_001, new KeptMelody.Tone(60, 90, "0", "1"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KeptMelody(0, notes, Map.of(), Map.of(), Map.of()))
                .withMessageContaining("must be between 1 and 20000, was 20001");
    }
}
