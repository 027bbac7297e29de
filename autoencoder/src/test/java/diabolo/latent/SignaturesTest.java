package diabolo.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import diabolo.grid.QuantizedSequence;
import diabolo.grid.RhythmGrid;
import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.Key;
import diabolo.note.Meter;
import diabolo.representation.Melody;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SignaturesTest {

    private static final RhythmGrid GRID = RhythmGrid.SIXTEENTHS;

    @Test
    void signaturesOfAPieceAreAtTheirNearestSteps() {
        Meter twoFour = new Meter(2, 4);
        QuantizedSequence piece = new QuantizedSequence(
                "",
                GRID,
                16,
                List.of(),
                List.of(),
                List.of(new At<>(Beat.ZERO, twoFour), new At<>(Beat.of(4), Meter.FOUR_FOUR)),
                List.of(
                        new At<>(Beat.ZERO, Key.C_MAJOR),
                        new At<>(Beat.ZERO, Key.parse("D")),
                        new At<>(Beat.of(16, 7), Key.parse("Bm"))));

        assertThat(Signatures.of(piece))
                .isEqualTo(new Signatures(Map.of(0, "2/4"), Map.of(0, "D major", 9, "B minor")));
    }

    @Test
    void fromAStepOnADividedBarKeepsItsEnd() {
        Signatures waltz = new Signatures(Map.of(0, "3/4", 132, "4/4"), Map.of(0, "G major", 96, "D major"));

        assertThat(waltz.from(64, GRID)) // bars of 12 steps: one begins at 60, the next at 72
                .isEqualTo(new Signatures(Map.of(0, "3/4", 8, "3/4", 68, "4/4"), Map.of(0, "G major", 32, "D major")));
        assertThat(waltz.from(96, GRID)).isEqualTo(new Signatures(Map.of(0, "3/4", 36, "4/4"), Map.of(0, "D major")));
        assertThat(waltz.from(1000, GRID).keys()).isEqualTo(Map.of(0, "D major"));
        assertThat(waltz.from(0, GRID)).isEqualTo(waltz);
        assertThat(new Signatures(Map.of(0, "4/4", 10, "3/4"), Map.of())
                        .from(8, GRID)
                        .meters())
                .isEqualTo(Map.of(0, "4/4", 2, "3/4"));
    }

    @Test
    void repeatedTheyBeginAgainWithoutRedundantSignatures() {
        Signatures rag = new Signatures(Map.of(0, "2/4"), Map.of(0, "G major", 32, "C major", 64, "F major"));
        Signatures waltz = new Signatures(Map.of(0, "3/4"), Map.of(0, "G major"));
        Signatures pickup = new Signatures(Map.of(0, "4/4", 4, "4/4"), Map.of());

        assertThat(rag.repeated(2, 64, GRID))
                .isEqualTo(new Signatures(
                        Map.of(0, "2/4"), Map.of(0, "G major", 32, "C major", 64, "G major", 96, "C major")));
        assertThat(waltz.repeated(3, 64, GRID)) // 64 steps are no whole number of bars of 12
                .isEqualTo(new Signatures(Map.of(0, "3/4", 64, "3/4", 128, "3/4"), Map.of(0, "G major")));
        assertThat(new Signatures(Map.of(16, "3/4"), Map.of())
                        .repeated(2, 28, GRID)
                        .meters())
                .isEqualTo(Map.of(0, "4/4", 16, "3/4", 28, "4/4", 44, "3/4"));
        assertThat(pickup.repeated(2, 32, GRID).meters()).isEqualTo(Map.of(0, "4/4", 4, "4/4", 32, "4/4", 36, "4/4"));
    }

    @Test
    void theyApplyUpToTheEndOfAPiece() {
        QuantizedSequence decoded = Melody.of(2).decode(Melody.of(2).silence());
        Signatures signatures = new Signatures(Map.of(), Map.of(0, "Eb major", 16, "C minor", 32, "G major"));

        QuantizedSequence signed = signatures.over(decoded);

        assertThat(signed.meters()).containsExactly(new At<>(Beat.ZERO, Meter.FOUR_FOUR));
        assertThat(signed.keys())
                .containsExactly(new At<>(Beat.ZERO, Key.parse("Eb")), new At<>(Beat.of(4), Key.parse("Cm")));
    }

    @Test
    void jsonKeepsThem() {
        Signatures signatures = new Signatures(Map.of(0, "2/4", 100, "6/8", 8, "5/16"), Map.of(9, "F# minor"));

        String json = JsonMapper.shared().writeValueAsString(signatures);

        assertThat(json)
                .isEqualTo("{\"meters\":{\"0\":\"2/4\",\"8\":\"5/16\",\"100\":\"6/8\"},\"keys\":{\"9\":\"F# minor\"}}");
        assertThat(JsonMapper.shared().readValue(json, Signatures.class)).isEqualTo(signatures);
    }

    @Test
    void invalidSignaturesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Signatures(Map.of(0, "3/5"), Map.of()))
                .withMessageContaining("power of two, was 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Signatures(Map.of(), Map.of(0, "H")))
                .withMessageContaining("'H' is no key");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Signatures(Map.of(-1, "3/4"), Map.of()))
                .withMessageContaining("the step of a signature must be between 0 and 200000, was -1");
    }
}
