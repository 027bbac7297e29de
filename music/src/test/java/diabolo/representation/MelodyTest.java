package diabolo.representation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diabolo.ForAll;
import diabolo.grid.QuantizedNote;
import diabolo.grid.QuantizedPart;
import diabolo.grid.QuantizedSequence;
import diabolo.grid.RhythmGrid;
import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.Instrument;
import diabolo.note.Meter;
import diabolo.note.Pitch;
import diabolo.note.Velocity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MelodyTest {

    private static final Melody MELODY = Melody.of(1);

    @Test
    void aToneIsStruckHeldAndEnded() {
        Tokens tokens = MELODY.encode(piece(note(60, 0, 4), note(62, 4, 2), note(108, 15, 1)));

        assertThat(tokens.lines()[0]).containsExactly(41, 0, 0, 0, 43, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 89);
    }

    @Test
    void decodingWhatWasEncodedGivesThePieceBack() {
        ForAll.examples(MelodyTest::monophonic).check(piece -> {
            Encoded encoded = MELODY.encodeReporting(piece);

            assertThat(encoded.loss().isNone()).isTrue();
            assertThat(MELODY.decode(encoded.frames())).isEqualTo(piece);
        });
    }

    @Test
    void encodingWhatWasDecodedGivesTheTokensBackOnceTheyAreCanonical() {
        ForAll.examples(MelodyTest::anyTokens).check(tokens -> {
            Tokens canonical = MELODY.encode(MELODY.decode(tokens));

            assertThat(MELODY.decode(canonical)).isEqualTo(MELODY.decode(tokens));
            assertThat(MELODY.encode(MELODY.decode(canonical))).isEqualTo(canonical);
        });
    }

    @Test
    void endingSilenceIsSilence() {
        int[][] tokens = new int[1][16];
        tokens[0][3] = Melody.NOTE_OFF;

        assertThat(MELODY.decode(new Tokens(tokens)).allNotes()).isEmpty();
    }

    @Test
    void ofWhatSoundsTogetherTheHighestIsTheLine() {
        QuantizedSequence chordsOverADrone =
                piece(note(48, 0, 16), note(60, 0, 4), note(64, 0, 4), note(65, 4, 4), note(60, 6, 1), note(67, 12, 2));

        Encoded encoding = MELODY.encodeReporting(chordsOverADrone);

        assertThat(MELODY.decode(encoding.frames()).allNotes())
                .containsExactly(note(64, 0, 4), note(65, 4, 4), note(67, 12, 2));
        assertThat(encoding.loss()).isEqualTo(new Encoded.Loss(0, 0, 0, 0, 3));
    }

    @Test
    void aToneThatOutlastsAHigherOneComesInWhenThatEnds() {
        QuantizedSequence overlapping = piece(note(72, 0, 5), note(71, 4, 8), note(60, 5, 1));

        assertThat(MELODY.decode(MELODY.encode(overlapping)).allNotes())
                .containsExactly(note(72, 0, 5), note(71, 5, 7));
    }

    @Test
    void theSamePitchStruckAgainWhileItSoundsIsTwoTones() {
        QuantizedSequence repeated = piece(note(60, 0, 8), note(60, 4, 4));

        assertThat(MELODY.decode(MELODY.encode(repeated)).allNotes()).containsExactly(note(60, 0, 4), note(60, 4, 4));
    }

    @Test
    void anExcerptThatBeginsWithinAToneStrikesIt() {
        QuantizedSequence piece = piece(note(60, 0, 8));

        assertThat(MELODY.encode(piece.slice(4, 16)).lines()[0]).startsWith(41, 0, 0, 0, 1);
    }

    @Test
    void whatAMelodyCannotHoldIsCounted() {
        QuantizedPart tones = new QuantizedPart(
                "", Instrument.PIANO, List.of(note(20, 0, 1), note(109, 0, 1), note(60, 14, 4), note(62, 20, 1)));
        QuantizedPart drums = new QuantizedPart("", new Instrument.Drums(), List.of(note(36, 0, 1)));

        Encoded encoding =
                MELODY.encodeReporting(QuantizedSequence.of(RhythmGrid.SIXTEENTHS, 24, List.of(tones, drums)));

        assertThat(encoding.loss()).isEqualTo(new Encoded.Loss(2, 1, 0, 2, 0));
    }

    @Test
    void transposingUpAndDownGivesTheTokensBack() {
        Tokens tokens = MELODY.encode(piece(note(21, 0, 4), note(100, 4, 4)));

        Frames up = MELODY.transpose(tokens, 8).orElseThrow();

        assertThat(MELODY.require(up).lines()[0]).startsWith(10, 0, 0, 0, 89, 0, 0, 0, 1);
        assertThat(MELODY.transpose(up, -8).orElseThrow()).isEqualTo(tokens);
        assertThat(MELODY.transpose(tokens, 9)).isEmpty();
        assertThat(MELODY.transpose(tokens, -1)).isEmpty();
        assertThat(MELODY.transpose(tokens, Integer.MAX_VALUE)).isEmpty();
    }

    @Test
    void barsOfAnotherMeterAreRefusedWithTheWayOut() {
        QuantizedSequence waltz = withMeter(new Meter(3, 4), 0);
        QuantizedSequence waltzLater = withMeter(new Meter(3, 4), 4);

        assertThatThrownBy(() -> MELODY.encode(waltz))
                .isInstanceOf(UnsuitableMeterException.class)
                .hasMessageContaining("3/4 at beat 0 does not fit")
                .hasMessageContaining("choose a passage in 4/4");
        assertThat(MELODY.encode(waltzLater).lines()[0]).startsWith(41);
        assertThat(Melody.of(1, new Meter(3, 4)).encode(waltz).lines()[0]).hasSize(12);
    }

    @Test
    void barsThatFillItsBarsFit() {
        Melody waltz = Melody.of(1, new Meter(3, 4));
        assertThat(List.of("2/2", "2/4", "1/4", "8/8", "4/2").stream().map(Meter::parse))
                .allMatch(MELODY::admits);
        assertThat(List.of("3/4", "6/8", "3/2", "5/4").stream().map(Meter::parse))
                .noneMatch(MELODY::admits);
        assertThat(List.of("6/8", "12/8", "3/8", "6/4").stream().map(Meter::parse))
                .allMatch(waltz::admits);
        assertThat(waltz.admits(Meter.FOUR_FOUR)).isFalse();
        assertThat(MELODY.isAlike(new Meter(2, 2))).isTrue();
        assertThat(waltz.isAlike(new Meter(6, 8))).isFalse();
        assertThat(Melody.of(2, new Meter(6, 8)).steps()).isEqualTo(24);
    }

    @Test
    void windowsThatAreNoWholeStepsOrTooLongAreRefused() {
        assertThatThrownBy(() -> Melody.of(1, new Meter(1, 32))).hasMessageContaining("no whole number of steps");
        assertThatThrownBy(() -> Melody.of(257)).hasMessageContaining("bars must be between 1 and 256, was 257");
        assertThatThrownBy(() -> Melody.of(0)).hasMessageContaining("bars");
    }

    @Test
    void tokensOfAnotherShapeOrAlphabetAreRefused() {
        assertThatThrownBy(() -> MELODY.decode(new Tokens(new int[2][16]))).hasMessageContaining("1 lines");
        assertThatThrownBy(() -> MELODY.decode(new Tokens(new int[1][15]))).hasMessageContaining("16 tokens");
        assertThatThrownBy(() -> MELODY.require(tokensOf(90))).hasMessageContaining("token must be between 0 and 89");
        assertThatThrownBy(() -> MELODY.decode(new Cells(new float[5])))
                .hasMessageContaining("is of tokens, but cells were given");
    }

    private static Tokens tokensOf(int first) {
        int[][] tokens = new int[1][16];
        tokens[0][0] = first;
        return new Tokens(tokens);
    }

    private static Tokens anyTokens(SplittableRandom random) {
        int most = random.nextBoolean() ? Melody.ALPHABET : 4;
        return new Tokens(new int[][] {random.ints(16, 0, most).toArray()});
    }

    private static QuantizedSequence monophonic(SplittableRandom random) {
        List<QuantizedNote> notes = new ArrayList<>();
        for (int start = random.nextInt(4); start < 16; ) {
            int length = random.nextInt(1, 17 - start);
            notes.add(note(random.nextInt(21, 109), start, length));
            start += length + random.nextInt(3);
        }
        return new QuantizedSequence(
                "",
                RhythmGrid.SIXTEENTHS,
                16,
                List.of(new QuantizedPart("melody", Instrument.PIANO, notes)),
                List.of(),
                List.of(new At<>(Beat.ZERO, Meter.FOUR_FOUR)),
                List.of());
    }

    private static QuantizedSequence withMeter(Meter meter, int beat) {
        QuantizedSequence piece = piece(note(60, 0, 4));
        return new QuantizedSequence(
                "",
                piece.grid(),
                piece.lengthInSteps(),
                piece.parts(),
                List.of(),
                List.of(new At<>(Beat.of(beat), meter)),
                List.of());
    }

    private static QuantizedSequence piece(QuantizedNote... notes) {
        int end = Arrays.stream(notes).mapToInt(QuantizedNote::endStep).max().orElse(0);
        return QuantizedSequence.of(
                RhythmGrid.SIXTEENTHS, end, List.of(new QuantizedPart("", Instrument.PIANO, List.of(notes))));
    }

    private static QuantizedNote note(int pitch, int startStep, int lengthInSteps) {
        return new QuantizedNote(Pitch.of(pitch), Velocity.DEFAULT, startStep, lengthInSteps);
    }
}
