package diabolo.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.Instrument;
import diabolo.note.Key;
import diabolo.note.Meter;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import diabolo.note.Tempo;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyEstimationTest {

    @Test
    void aScaleIsInTheKeyOfItsTonic() {
        List<String> names = List.of("C", "Db", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B");

        for (int tonic = 0; tonic < 12; tonic++) {
            assertThat(KeyEstimation.estimate(Tunes.scale(60 + tonic)).map(Key::name))
                    .contains(names.get(tonic) + " major");
        }
    }

    @Test
    void aMinorTriadIsInMinor() {
        NoteSequence triad = Tunes.of(List.of(
                Tunes.note(57, Beat.ZERO, Beat.of(4)),
                Tunes.note(60, Beat.ZERO, Beat.of(3)),
                Tunes.note(64, Beat.ZERO, Beat.of(3))));

        assertThat(KeyEstimation.estimate(triad)).contains(new Key(0, Key.Mode.MINOR));
    }

    @Test
    void theSignatureThatHoldsLongestPrevailsOverTheNotes() {
        NoteSequence scale = Tunes.scale(60);
        Key flats = new Key(-4, Key.Mode.MAJOR);
        NoteSequence signed = new NoteSequence(
                "",
                scale.parts(),
                List.of(),
                List.of(),
                List.of(new At<>(Beat.ZERO, Key.C_MAJOR), new At<>(Beat.of(4), flats)));

        assertThat(KeyEstimation.keyOf(signed)).contains(flats);
        assertThat(KeyEstimation.keyOf(scale)).contains(Key.C_MAJOR);
    }

    @Test
    void drumsSuggestNoKey() {
        Part drums = new Part(
                "", new Instrument.Drums(), Tunes.scale(36).parts().getFirst().notes());

        assertThat(KeyEstimation.keyOf(NoteSequence.of("", Tempo.DEFAULT, Meter.FOUR_FOUR, List.of(drums))))
                .isEmpty();
    }
}
