package diabolo.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diabolo.representation.Drums;
import diabolo.representation.Line;
import diabolo.representation.Melody;
import diabolo.representation.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;

class NgramIndexTest {

    private static final List<Line> MELODY = Melody.of(1).lines();
    private static final Tokens UP = new Tokens(new int[][] {{40, 0, 42, 0, 44, 0, 45, 0, 47, 0, 49, 1}});
    private static final Tokens DOWN = new Tokens(new int[][] {{49, 0, 47, 0, 45, 0, 44, 0, 42, 0, 40, 1}});

    private final NgramIndex ngrams = NgramIndex.of(MELODY, List.of("up", "down"), List.of(UP, DOWN));

    @Test
    void trainingMusicIsKnownInEveryKey() {
        Tokens higher = new Tokens(new int[][] {{47, 0, 49, 0, 51, 0, 52, 0, 54, 0, 56, 0}});

        assertThat(ngrams.find(MELODY, UP)).contains(new NgramIndex.Found(1, "up"));
        assertThat(ngrams.find(MELODY, higher)).contains(new NgramIndex.Found(1, "up"));
        assertThat(ngrams.find(MELODY, DOWN)).contains(new NgramIndex.Found(1, "down"));
    }

    @Test
    void anotherRhythmOrIntervalIsAnotherNgram() {
        Tokens dotted = new Tokens(new int[][] {{40, 0, 0, 42, 44, 0, 45, 0, 47, 0, 0, 0}});
        Tokens leap = new Tokens(new int[][] {{40, 0, 42, 0, 44, 0, 45, 0, 47, 0, 60, 0}});

        assertThat(ngrams.find(MELODY, dotted)).contains(new NgramIndex.Found(0, ""));
        assertThat(ngrams.find(MELODY, leap)).contains(new NgramIndex.Found(0.5, "up"));
    }

    @Test
    void fourOnsetsAreNoNgram() {
        assertThat(ngrams.find(MELODY, new Tokens(new int[][] {{40, 0, 42, 0, 44, 0, 45, 0}})))
                .isEmpty();
    }

    @Test
    void drumsAreKnownByTheirHits() {
        List<Line> drums = Drums.of(1).lines();
        Tokens beat = new Tokens(new int[][] {{1, 4, 6, 4, 1, 4, 6, 4}});
        Tokens other = new Tokens(new int[][] {{2, 4, 5, 4, 2, 4, 5, 4}});
        NgramIndex known = NgramIndex.of(drums, List.of("beat"), List.of(beat));

        assertThat(known.find(drums, beat)).contains(new NgramIndex.Found(1, "beat"));
        assertThat(known.find(drums, other)).contains(new NgramIndex.Found(0, ""));
    }

    @Test
    void numbersReadBackTheSame() {
        assertThat(NgramIndex.of(ngrams.pieces(), ngrams.numbers())).isEqualTo(ngrams);
        assertThatThrownBy(() -> NgramIndex.of(List.of("up"), ngrams.numbers()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there are 1 pieces");
    }
}
