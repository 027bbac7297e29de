package diabolo.experiment.diffusion;

import static org.assertj.core.api.Assertions.assertThat;

import diabolo.corpus.Window;
import diabolo.model.diffusion.GroovePrior.Ending;
import diabolo.representation.Drums;
import diabolo.representation.Tokens;
import diabolo.tensor.RandomSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class GrooveExamplesTest {

    private static final Drums TWO_BARS = Drums.of(2);

    private static Window window(String piece, int bars, int... tokens) {
        int[] all = new int[bars * 16];
        Arrays.setAll(all, step -> tokens[step % tokens.length]);
        return Window.of(piece, 0, Drums.of(bars), new Tokens(new int[][] {all}));
    }

    private static List<Window> beats(String style, int pieces) {
        return IntStream.range(0, pieces)
                .mapToObj(number ->
                        window("drummer1/session1/%d_%s_120_beat_4-4.mid".formatted(number, style), 2, 1, 0, 4, 0))
                .toList();
    }

    private static GrooveExamples examples(List<Window> windows, Window... bars) {
        return GrooveExamples.of(TWO_BARS, windows, List.of(bars), RandomSource.of(1));
    }

    @Test
    void namesSayStyleAndFill() {
        assertThat(PlayedName.of("drummer1/session1/202_rock-halftime_140_beat_4-4.mid"))
                .contains(new PlayedName("rock", false));
        assertThat(PlayedName.of("5_jazz-funk_116_fill_4-4.MID")).contains(new PlayedName("jazz", true));
        assertThat(PlayedName.of("my groove.mid")).isEmpty();
    }

    @Test
    void rareStylesAreTogether() {
        List<Window> windows = new ArrayList<>(beats("rock", 4));
        windows.addAll(beats("polka", 2));

        GrooveExamples examples = examples(windows);

        assertThat(examples.styles()).containsExactly("rock", "other");
        assertThat(examples.examples().getLast().style()).contains("other");
    }

    @Test
    void fillsComeAfterABarOfTheirStyle() {
        GrooveExamples examples = examples(
                beats("rock", 4), window("1_rock_120_fill_4-4.mid", 1, 2, 16), window("2_jazz_120_fill_4-4.mid", 1, 2));

        List<GrooveExamples.Example> fills = examples.examples().stream()
                .filter(example -> example.ending() == Ending.FILL)
                .toList();
        assertThat(fills).hasSize(4); // there is no groove of jazz
        int[] steps = fills.getFirst().window().lines()[0];
        assertThat(Arrays.copyOf(steps, 4)).containsExactly(1, 0, 4, 0);
        assertThat(Arrays.copyOfRange(steps, 16, 20)).containsExactly(2, 16, 2, 16);
        assertThat(fills.getFirst().style()).contains("rock");
    }

    @Test
    void aBarOfFewHitsIsNoFillAndAWindowWithASilentBarNoGroove() {
        int[] onlyFirstBar = new int[32];
        Arrays.fill(onlyFirstBar, 0, 16, 1);
        List<Window> windows = new ArrayList<>(beats("rock", 4));
        windows.add(Window.of("9_rock_120_beat_4-4.mid", 0, TWO_BARS, new Tokens(new int[][] {onlyFirstBar})));

        GrooveExamples examples = examples(windows, window("1_rock_120_fill_4-4.mid", 1, 2, 0, 0, 0));

        assertThat(examples.examples()).hasSize(4).allMatch(example -> example.ending() == Ending.GROOVE);
    }

    @Test
    void musicOfOnesOwnNeedsNoNames() {
        GrooveExamples examples = examples(List.of(window("my groove.mid", 2, 1, 0, 4, 0)));

        assertThat(examples.styles()).isEmpty();
        assertThat(examples.examples().getFirst().style()).isEqualTo(Optional.empty());
    }
}
