package diabolo.evaluation.chorale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import diabolo.abc.AbcReader;
import diabolo.note.Key;
import diabolo.note.MalformedMusicException;
import diabolo.note.NoteSequence;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChoraleFiguresTest {

    /** C, then F with all voices up a fourth, then C, then G7, then C. */
    private static final Chorale CADENCE =
            Lines.of("67 69 67 65 64", "64 65 64 62 60", "60 60 60 59 60", "48 53 48 55 48");

    @Test
    void triadsAndSeventhsAreChordsWithTheirFifthOrWithout() {
        assertThat(Sonority.isChord(new int[] {72, 67, 64, 48})).as("C").isTrue();
        assertThat(Sonority.isChord(new int[] {65, 62, 59, 55})).as("G7").isTrue();
        assertThat(Sonority.isChord(new int[] {72, 64, 60, 48}))
                .as("C without G")
                .isTrue();
        assertThat(Sonority.isChord(new int[] {68, 65, 62, 59}))
                .as("diminished")
                .isTrue();
        assertThat(Sonority.isChord(new int[] {72, 67, 60, 48}))
                .as("C and G alone")
                .isFalse();
        assertThat(Sonority.isChord(new int[] {72, 65, 67, 48}))
                .as("a suspended fourth")
                .isFalse();
        assertThat(Sonority.isChord(new int[] {64, 62, 60, 48})).as("C D E").isFalse();
    }

    @Test
    void aCadenceHasChordsWithoutFaultAndEndsOnTheTonic() {
        ChoraleFigures figures = ChoraleFigures.of(List.of(CADENCE));

        assertThat(figures.chords()).isEqualTo(1);
        assertThat(figures.parallelsPerHundredMoves()).isZero();
        assertThat(figures.crossed()).isZero();
        assertThat(figures.wide()).isZero();
        assertThat(figures.inRange()).isEqualTo(1);
        assertThat(figures.leadingTonesResolved()).isEqualTo(1);
        assertThat(figures.tonicEnd()).isEqualTo(1);
    }

    @Test
    void parallelFifthsAndOctavesAreCountedByPairsOfVoices() {
        // soprano and bass in octaves, tenor and bass in fifths, and so soprano and tenor in fourths, which are allowed
        Chorale parallels = Lines.of("72 74 72", "64 65 64", "55 57 55", "48 50 48");

        VoiceLeading leading = VoiceLeading.of(parallels);

        assertThat(leading.moves()).isEqualTo(2);
        assertThat(leading.parallels()).isEqualTo(4);
        assertThat(ChoraleFigures.of(List.of(parallels)).parallelsPerHundredMoves())
                .isEqualTo(200);
    }

    @Test
    void fifthsThatAreHeldOrInContraryMotionAreNoParallels() {
        assertThat(VoiceLeading.isParallel(67, 67, 60, 60)).as("held").isFalse();
        assertThat(VoiceLeading.isParallel(67, 60, 60, 53)).as("down alike").isTrue();
        assertThat(VoiceLeading.isParallel(67, 57, 48, 50)).as("contrary").isFalse();
        assertThat(VoiceLeading.isParallel(72, 74, 60, 62)).as("octaves").isTrue();
        assertThat(VoiceLeading.isParallel(67, 69, 60, 64)).as("to a fourth").isFalse();
    }

    @Test
    void crossingsAndWideSpacingAreSharesOfSteps() {
        // at the second step alto above soprano, at the third soprano and alto a tenth apart
        Chorale chorale = Lines.of("67 67 76 67", "64 69 60 64", "60 60 55 60", "48 48 48 48");

        ChoraleFigures figures = ChoraleFigures.of(List.of(chorale));

        assertThat(figures.crossed()).isCloseTo(0.25, within(1e-9));
        assertThat(figures.wide()).isCloseTo(0.25, within(1e-9));
    }

    @Test
    void aLeadingToneThatFallsIsNotResolvedAndAnEndOnAnotherChordIsNoTonic() {
        Chorale falling = Lines.of("74 72 69", "71 67 65", "65 64 60", "55 48 53"); // G7, C, F: B falls to G

        ChoraleFigures figures = ChoraleFigures.of(List.of(falling, CADENCE));

        assertThat(figures.leadingTonesResolved()).isCloseTo(0.5, within(1e-9));
        assertThat(figures.tonicEnd()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void notesOutOfTheirVoicesRangeAreCountedAndRestsAreNoSonority() {
        Chorale low = Lines.of("67 -1", "64 -1", "60 -1", "30 -1"); // F#1 is below any bass

        assertThat(ChoraleFigures.of(List.of(low)).inRange()).isCloseTo(2.0 / 3, within(1e-9));
        assertThat(VoiceLeading.of(low).steps()).isEqualTo(1);
    }

    @Test
    void fourPartsOfAnAbcFileBecomeVoicesInTheModeOfTheirEnd() throws MalformedMusicException {
        String abc = """
                X:1
                T:Four
                M:3/4
                L:1/4
                V:1
                V:2
                V:3
                V:4
                K:C
                [V:1] c | B2 A/B/ | c2 B | A3 |]
                [V:2] E | E2 E | A2 ^G | E3 |]
                [V:3] A, | ^G,2 A, | E2 D | C3 |]
                [V:4] A,, | E,2 C, | A,,2 E, | A,,3 |]
                """;
        NoteSequence piece = AbcReader.readLenient(abc.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .sequence();

        Chorale chorale = Chorale.of("four.abc", piece).orElseThrow();

        assertThat(chorale.key()).isEqualTo(new Key(0, Key.Mode.MINOR));
        assertThat(chorale.steps()).isEqualTo(20);
        assertThat(chorale.sonority(0)).containsExactly(72, 64, 57, 45);
        assertThat(chorale.begins(Voice.SOPRANO, 1)).as("held").isFalse();
        assertThat(chorale.pitch(Voice.SOPRANO, 7)).isEqualTo(71);
        assertThat(BarPlace.of(piece)).as("a pickup ends a bar").startsWith(13, 14, 9, 10);
        assertThat(BarPlace.isBetweenBeats(14)).isTrue();
        assertThat(BarPlace.isBetweenBeats(9)).isFalse();
        assertThat(BarPlace.isBetweenBeats(20)).as("in 6/8").isFalse();
        assertThat(ChoraleFigures.endsOnTonic(chorale)).isTrue();
        assertThat(Chorale.of("two", piece.withParts(piece.parts().subList(0, 2))))
                .isEmpty();
    }
}
