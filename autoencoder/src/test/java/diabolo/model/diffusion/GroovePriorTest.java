package diabolo.model.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diabolo.model.DenoiserSpec;
import diabolo.model.Initialization;
import diabolo.model.ModelDescription;
import diabolo.model.ModelFolder;
import diabolo.model.diffusion.GroovePrior.Ending;
import diabolo.tensor.RandomSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GroovePriorTest {

    private static final List<String> STYLES = List.of("funk", "jazz", "rock");
    private static final DenoiserSpec SPEC = new DenoiserSpec(1, 2, 6, 8, 1, 1, 0);
    private static final GroovePrior PRIOR = new GroovePrior(
            SPEC,
            SPEC.firstWeights(Initialization.GLOROT, RandomSource.of(1)),
            new CodeScale(new int[] {2, 0}, new float[] {1, 2, 3}, new float[] {0.5f, 2}),
            STYLES,
            new float[][] {{0, 0, 1, 1, 0.5f}, {2, 0, 0, 1, 0.25f}, {2, 1, 0, 0, 0}, {-1, 0, 1, 0, 1}});

    @TempDir
    private Path folder;

    @Test
    void styleAndEndingAreOneHotAndAnyStyleIsNotTold() {
        assertThat(PRIOR.conditions(Optional.of("jazz"), Ending.FILL)).containsExactly(0, 1, 0, 0, 1, 0);
        assertThat(PRIOR.conditions(Optional.empty(), Ending.GROOVE)).containsExactly(0, 0, 0, 1, 0, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PRIOR.conditions(Optional.of("polka"), Ending.GROOVE))
                .withMessageContaining("'polka' is no style");
    }

    @Test
    void withOneStyleThereIsStillRoomForTwoEndings() {
        assertThat(GroovePrior.conditions(List.of("rock"))).isEqualTo(4);
        assertThat(GroovePrior.conditions(List.of())).isEqualTo(4);
        assertThat(GroovePrior.conditions(STYLES)).isEqualTo(6);
    }

    @Test
    void profilesAreThoseOfAStyleAndAnEnding() {
        assertThat(PRIOR.profiles(Optional.of("rock"), Ending.GROOVE))
                .singleElement()
                .isEqualTo(new float[] {0, 1, 0.25f});
        assertThat(PRIOR.profiles(Optional.empty(), Ending.GROOVE)).hasSize(3);
        assertThat(PRIOR.profiles(Optional.of("jazz"), Ending.FILL)).isEmpty();
    }

    @Test
    void writingThenReadingGivesTheSame() throws IOException {
        PRIOR.write(folder);

        GroovePrior read = GroovePrior.in(folder).orElseThrow();

        assertThat(read.spec()).isEqualTo(SPEC);
        assertThat(read.styles()).isEqualTo(STYLES);
        assertThat(read.scale().isOf(PRIOR.scale())).isTrue();
        assertThat(read.profiles()).isDeepEqualTo(PRIOR.profiles());
        ModelDescription melodies = ModelFolder.describe(Path.of("..", "models", "melody-2bar"));
        KnownCodes known = KnownCodes.in(folder);
        assertThat(known.grooves()).isPresent();
        assertThatThrownBy(() -> known.requireOf(melodies))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("of codes of 3 numbers, and melody-2bar has codes of 64");
    }

    @Test
    void aFileThatIsNoPriorIsRefusedInASentence() throws IOException {
        Files.writeString(folder.resolve("grooves.safetensors"), "no numbers at all");

        assertThatThrownBy(() -> GroovePrior.in(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("grooves.safetensors");
    }

    @Test
    void endingsHaveNames() {
        assertThat(Ending.named("fill")).isEqualTo(Ending.FILL);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ending.named("bang"))
                .withMessage("'bang' is no ending of drums; choose groove or fill");
    }
}
