package diabolo.representation;

import static org.assertj.core.api.Assertions.assertThat;

import diabolo.ForAll;
import diabolo.grid.QuantizedNote;
import diabolo.grid.QuantizedPart;
import diabolo.grid.QuantizedSequence;
import diabolo.grid.RhythmGrid;
import diabolo.note.Instrument;
import diabolo.note.Pitch;
import diabolo.note.Velocity;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrumsAndTrioTest {

    private static final Drums DRUMS = Drums.of(1);
    private static final Trio TRIO = Trio.of(1);

    @Test
    void everyDrumOfTheKitBelongsToOneClass() {
        assertThat(IntStream.rangeClosed(27, 87))
                .allSatisfy(pitch -> assertThat(DrumClass.of(Pitch.of(pitch))).isPresent());
        assertThat(IntStream.range(0, 128)
                        .filter(pitch -> DrumClass.of(Pitch.of(pitch)).isPresent()))
                .hasSize(63);
        assertThat(DrumClass.of(Pitch.of(40))).contains(DrumClass.SNARE);
        assertThat(DrumClass.of(Pitch.of(59))).contains(DrumClass.RIDE);
        assertThat(DrumClass.of(Pitch.of(21))).isEmpty();
    }

    @Test
    void theDrumsHitAtAStepAreTheBitsOfItsToken() {
        Tokens tokens = DRUMS.encode(piece(drums(hit(35, 0), hit(42, 0), hit(38, 4), hit(59, 15))));

        assertThat(tokens.lines()[0]).containsExactly(1 + 4, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 256);
    }

    @Test
    void encodingAnyDecodedDrumsGivesTheTokensBack() {
        ForAll.examples(random -> new Tokens(
                        new int[][] {random.ints(16, 0, Drums.ALPHABET).toArray()}))
                .check(tokens -> assertThat(DRUMS.encode(DRUMS.decode(tokens))).isEqualTo(tokens));
    }

    @Test
    void whatDrumsCannotHoldIsCounted() {
        QuantizedPart kit = drums(hit(36, 0), hit(35, 0), hit(20, 0), hit(36, 16));
        QuantizedPart piano = new QuantizedPart("", Instrument.PIANO, List.of(hit(36, 0)));

        assertThat(DRUMS.encodeReporting(piece(kit, piano)).loss()).isEqualTo(new Encoded.Loss(1, 1, 1, 1, 0));
    }

    @Test
    void drumsHaveNoKey() {
        Tokens tokens = DRUMS.encode(piece(drums(hit(36, 0))));

        assertThat(DRUMS.transpose(tokens, 40).orElseThrow()).isEqualTo(tokens);
    }

    @Test
    void aTrioTakesItsLinesByTheirInstruments() {
        QuantizedSequence band =
                piece(part(25, hit(64, 0)), part(38, hit(40, 2)), part(56, hit(70, 3)), drums(hit(38, 4)));

        Encoded encoding = TRIO.encodeReporting(band);

        assertThat(TRIO.require(encoding.frames()).lines()[Trio.MELODY]).startsWith(45, 1);
        assertThat(TRIO.require(encoding.frames()).lines()[Trio.BASS]).startsWith(0, 0, 21, 1);
        assertThat(TRIO.require(encoding.frames()).lines()[Trio.DRUMS]).startsWith(0, 0, 0, 0, 2);
        assertThat(encoding.loss()).isEqualTo(new Encoded.Loss(0, 1, 0, 0, 0));
    }

    @Test
    void theLinesOfATrioStandSideBySideInItsCells() {
        Tokens tokens = TRIO.encode(piece(part(0, hit(64, 0)), part(32, hit(40, 0)), drums(hit(38, 0))));

        BitSet cells = TRIO.sounding(tokens);

        assertThat(TRIO.cellsPerStep()).isEqualTo(692);
        assertThat(cells.get(0, 692).stream()).containsExactly(45, 90 + 21, 180 + 2);
        assertThat(TRIO.ofSounding(cells)).isEqualTo(tokens);
    }

    @Test
    void decodingATrioGivesThreePartsThatEncodeToTheSame() {
        Tokens tokens = TRIO.encode(
                piece(part(0, hit(64, 0), hit(65, 4)), part(32, hit(40, 2)), drums(hit(36, 0), hit(46, 0))));

        QuantizedSequence band = TRIO.decode(tokens);

        assertThat(band.parts()).extracting(QuantizedPart::name).containsExactly("melody", "bass", "drums");
        assertThat(TRIO.encode(band)).isEqualTo(tokens);
    }

    @Test
    void transposingATrioMovesMelodyAndBassAlone() {
        Tokens tokens = TRIO.encode(piece(part(0, hit(64, 0)), part(32, hit(21, 0)), drums(hit(38, 0))));

        int[][] up = TRIO.require(TRIO.transpose(tokens, 2).orElseThrow()).lines();

        assertThat(up[Trio.MELODY][0]).isEqualTo(47);
        assertThat(up[Trio.BASS][0]).isEqualTo(4);
        assertThat(up[Trio.DRUMS][0]).isEqualTo(2);
        assertThat(TRIO.transpose(tokens, -1)).isEmpty();
    }

    private static QuantizedSequence piece(QuantizedPart... parts) {
        return QuantizedSequence.of(RhythmGrid.SIXTEENTHS, 17, List.of(parts));
    }

    private static QuantizedPart part(int program, QuantizedNote... notes) {
        return new QuantizedPart("", new Instrument.Melodic(program), List.of(notes));
    }

    private static QuantizedPart drums(QuantizedNote... hits) {
        return new QuantizedPart("", new Instrument.Drums(), List.of(hits));
    }

    private static QuantizedNote hit(int pitch, int step) {
        return new QuantizedNote(Pitch.of(pitch), Velocity.DEFAULT, step, 1);
    }
}
