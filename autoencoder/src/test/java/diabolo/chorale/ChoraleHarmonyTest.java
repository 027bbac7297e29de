package diabolo.chorale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diabolo.abc.AbcReader;
import diabolo.evaluation.chorale.ChoraleFigures;
import diabolo.evaluation.chorale.Voice;
import diabolo.evaluation.chorale.VoiceLeading;
import diabolo.model.Inpainter;
import diabolo.note.MalformedMusicException;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ChoraleHarmonyTest {

    private static final String ODE = "FFGA|AGFE|DDEF|F>EE2|FFGA|AGFE|DDEF|E>DD2|";

    private static Inpainter network;

    @BeforeAll
    static void open() {
        network = ChoraleModel.included().open();
    }

    @AfterAll
    static void close() {
        network.close();
    }

    private static NoteSequence ode() throws MalformedMusicException {
        return AbcReader.readLenient(("X:1\nT:Ode\nM:4/4\nL:1/4\nK:D\n" + ODE + "\n").getBytes(StandardCharsets.UTF_8))
                .sequence();
    }

    @Test
    void theMelodyIsTheSopranoNoteForNoteAndTheEndIsTheTonics() throws MalformedMusicException {
        ChoraleHarmony harmony = ChoraleHarmony.of(ode(), ChoraleHarmony.Settings.DEFAULT, network);

        assertThat(harmony.music().parts()).extracting(Part::name).containsExactly("Soprano", "Alto", "Tenor", "Bass");
        assertThat(harmony.music().parts().getFirst().notes())
                .isEqualTo(ode().parts().getFirst().notes());
        assertThat(ChoraleFigures.endsOnTonic(harmony.chorale())).isTrue();
        assertThat(VoiceLeading.of(harmony.chorale()).crossed()).isZero();
        assertThat(ChoraleFigures.of(List.of(harmony.chorale())).chords()).isGreaterThan(0.85);
        assertThat(harmony.provenance().recipe().details()).containsEntry("key", "D major");
    }

    @Test
    void theSameSeedGivesTheSameVoicesAndAnotherSeedOthers() throws MalformedMusicException {
        NoteSequence one = ChoraleHarmony.of(ode(), ChoraleHarmony.Settings.DEFAULT, network)
                .music();

        assertThat(ChoraleHarmony.of(ode(), ChoraleHarmony.Settings.DEFAULT, network)
                        .music())
                .isEqualTo(one);
        assertThat(ChoraleHarmony.of(ode(), ChoraleHarmony.Settings.DEFAULT.withSeed(2), network)
                        .music())
                .isNotEqualTo(one);
    }

    @Test
    void aKeptVoiceStaysNoteForNote() throws MalformedMusicException {
        NoteSequence whole = ChoraleHarmony.of(ode(), ChoraleHarmony.Settings.DEFAULT.withSeed(3), network)
                .music();
        ChoraleHarmony.Settings keepBass = new ChoraleHarmony.Settings(Optional.empty(), Set.of(Voice.BASS), 4, 1, 2);

        NoteSequence again = ChoraleHarmony.of(whole, keepBass, network).music();

        assertThat(again.parts().getLast()).isEqualTo(whole.parts().getLast());
        assertThat(again.parts().getFirst()).isEqualTo(whole.parts().getFirst());
        assertThat(again.parts().get(2)).isNotEqualTo(whole.parts().get(2));
    }

    @Test
    void whatHasNoFourVoicesIsRefusedInOneSentence() {
        assertThat(refusal("M:5/4\nK:C", "cdefg|")).contains("is in 5/4", "choose a melody in one of these meters");
        assertThat(refusal("M:4/4\nK:C", "C,,D,,E,,F,,|")).contains("Ode goes from C2 to F2", "a soprano sings from");
        assertThat(refusal("M:4/4\nK:C", "[ce][df]ef|")).contains("several notes at once in its melody");
        assertThat(refusal("M:4/4\nK:C", "z4|")).contains("no notes with pitches");
        assertThatThrownBy(() -> ChoraleHarmony.of(
                        ode(), new ChoraleHarmony.Settings(Optional.empty(), Set.of(Voice.ALTO), 1, 1, 1), network))
                .hasMessageContaining("has no part named Alto to keep, and its parts are 1, not four");
    }

    private static String refusal(String header, String tune) {
        try {
            NoteSequence piece = AbcReader.readLenient(
                            ("X:1\nT:Ode\nL:1/4\n" + header + "\n" + tune + "\n").getBytes(StandardCharsets.UTF_8))
                    .sequence();
            ChoraleHarmony.of(piece, ChoraleHarmony.Settings.DEFAULT, network);
            return "not refused";
        } catch (IllegalArgumentException refused) {
            return String.valueOf(refused.getMessage());
        } catch (MalformedMusicException malformed) {
            return "malformed: " + malformed.getMessage();
        }
    }
}
