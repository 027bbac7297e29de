package diabolo.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diabolo.note.OutOfRangeException;
import org.junit.jupiter.api.Test;

final class SectionFormTest {

    @Test
    void sectionsOfOneLetterAreAlike() {
        assertThat(SectionForm.of("AABA", 8).letters()).isEqualTo("A B A B C D A B");
        assertThat(SectionForm.of("ab", 2).letters()).isEqualTo("A B");
        assertThat(SectionForm.of("AABA", 16).count()).isEqualTo(8);
    }

    @Test
    void whatIsSampledHasEveryKindAndEndsWhereTheTuneEnds() {
        assertThat(SectionForm.of("AABA", 8).sampled(8)).containsExactly(0, 1, 0, 1, 2, 3, 0, 1);
        assertThat(SectionForm.of("AABA", 16).sampled(8)).containsExactly(4, 5, 6, 7, 0, 1, 2, 3);
        assertThat(SectionForm.of("AABB", 16).sampled(8)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(SectionForm.of("AB", 4).sampled(8)).containsExactly(0, 1, 2, 3, 0, 1, 2, 3);
    }

    @Test
    void formsThatCannotBeAreRefused() {
        assertThatThrownBy(() -> SectionForm.of("A1", 8))
                .isInstanceOf(OutOfRangeException.class)
                .hasMessageContaining("form must be a word of the letters A to Z, such as AABA, was 'A1'");
        assertThatThrownBy(() -> SectionForm.of("ABC", 8))
                .hasMessageContaining("has 3 sections, which do not divide the 8 windows");
        assertThatThrownBy(() -> SectionForm.of("ABCA", 16).sampled(8))
                .hasMessageContaining("has 12 windows that are unlike each other, and the model makes tunes of 8");
    }
}
