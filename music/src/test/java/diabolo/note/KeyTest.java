package diabolo.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTest {

    @ParameterizedTest
    @EnumSource(Key.Mode.class)
    void everyKeyIsFoundByItsName(Key.Mode mode) {
        for (int fifths = -7; fifths <= 7; fifths++) {
            Key key = new Key(fifths, mode);

            assertThat(Key.parse(key.name())).isEqualTo(key);
        }
    }

    @Test
    void capitalsAndSpacesDoNotMatter() {
        assertThat(Key.parse(" f#  MINOR ")).isEqualTo(new Key(3, Key.Mode.MINOR));
        assertThat(Key.parse("Bbm")).isEqualTo(new Key(-5, Key.Mode.MINOR));
        assertThat(Key.parse("g")).isEqualTo(new Key(1, Key.Mode.MAJOR));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "H major", "G# major", "G dorian", "major"})
    void otherNamesAreRefusedWithAWayOut(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Key.parse(name))
                .withMessageStartingWith("'%s' is no key".formatted(name))
                .withMessageContaining("Ab, Eb, Bb");
    }

    @Test
    void aLongNameIsShortenedInTheMessage() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Key.parse("D m" + "a".repeat(10_000) + "jor"))
                .withMessageStartingWith("'D maaaaaaaaaaaaa")
                .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(300));
    }

    @Test
    void relativesShareTheirSignature() {
        assertThat(Key.parse("Eb major").relative()).isEqualTo(Key.parse("C minor"));
        assertThat(Key.parse("C minor").relative()).isEqualTo(Key.parse("Eb major"));
    }

    @Test
    void majorHasSevenNotesAndMinorItsRaisedSeventhToo() {
        assertThat(pitchClasses(Key.parse("G major"))).containsExactly(0, 2, 4, 6, 7, 9, 11);
        assertThat(pitchClasses(Key.parse("Ab major"))).containsExactly(0, 1, 3, 5, 7, 8, 10);
        assertThat(pitchClasses(Key.parse("C minor"))).containsExactly(0, 2, 3, 5, 7, 8, 10, 11);
        assertThat(pitchClasses(Key.parse("F# minor"))).containsExactly(1, 2, 4, 5, 6, 8, 9, 11);
    }

    private static List<Integer> pitchClasses(Key key) {
        return IntStream.range(60, 72)
                .filter(pitch -> key.contains(Pitch.of(pitch)))
                .map(pitch -> pitch % 12)
                .sorted()
                .boxed()
                .toList();
    }
}
