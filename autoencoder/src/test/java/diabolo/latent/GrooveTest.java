package diabolo.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diabolo.evaluation.drums.DrumPattern;
import diabolo.evaluation.drums.GrooveProfile;
import diabolo.model.DenoiserSpec;
import diabolo.model.Initialization;
import diabolo.model.diffusion.CodeScale;
import diabolo.model.diffusion.GroovePrior;
import diabolo.model.diffusion.GroovePrior.Ending;
import diabolo.note.OutOfRangeException;
import diabolo.representation.Frames;
import diabolo.tensor.RandomSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** With a prior that has learned nothing: its codes are those of N(0, I). */
final class GrooveTest {

    private static final Groove TWO_BARS = new Groove(2, Optional.empty(), Ending.GROOVE);
    private static LatentSpace space;
    private static GrooveSampler sampler;

    @BeforeAll
    static void load() throws IOException {
        space = LatentSpace.load(Path.of("..", "models", "drums-2bar"));
        sampler = sampler(4);
    }

    private static GrooveSampler sampler(int candidates) {
        int size = space.network().spec().codeSize();
        List<String> styles = List.of("funk", "jazz", "rock");
        DenoiserSpec spec = new DenoiserSpec(1, size, GroovePrior.conditions(styles), 16, 1, 2, 0);
        float[] ones = new float[size];
        Arrays.fill(ones, 1);
        GroovePrior prior = new GroovePrior(
                spec,
                spec.firstWeights(Initialization.GLOROT, RandomSource.of(1)),
                new CodeScale(IntStream.range(0, size).toArray(), new float[size], ones),
                styles,
                new float[][] {{0, 0, 1, 1, 1}});
        return new GrooveSampler(space, prior, new GrooveSampler.Settings(4, 1, 1, candidates));
    }

    @AfterAll
    static void close() {
        sampler.close();
        space.close();
    }

    private static GeneratedPiece piece(Groove groove, long seed) {
        return space.render(groove.sample(sampler, seed, 0));
    }

    @Test
    void theSameSeedGivesTheSameDrums() {
        assertThat(piece(TWO_BARS, 3).music()).isEqualTo(piece(TWO_BARS, 3).music());
        assertThat(piece(TWO_BARS, 4).music()).isNotEqualTo(piece(TWO_BARS, 3).music());
    }

    @Test
    void aWindowIsPlayedAgainAndThenVaried() {
        List<Frames> windows =
                piece(new Groove(8, Optional.of("funk"), Ending.GROOVE), 3).windows();

        assertThat(windows).hasSize(4);
        assertThat(windows.get(1)).isEqualTo(windows.get(0));
        assertThat(windows.get(2)).isEqualTo(windows.get(0));
        assertThat(windows.get(3)).isNotEqualTo(windows.get(0));
        assertThat(piece(new Groove(4, Optional.empty(), Ending.GROOVE), 3).windows())
                .hasSize(2);
    }

    @Test
    void aFillComesAfterABarOfTheGroove() {
        GeneratedPiece piece = piece(new Groove(8, Optional.of("rock"), Ending.FILL), 3);

        List<Frames> windows = piece.windows();
        assertThat(space.representation().beginning(windows.get(3), 16))
                .isEqualTo(space.representation().beginning(windows.get(0), 16));
        assertThat(windows.get(3)).isNotEqualTo(windows.get(0));
        assertThat(piece.provenance().recipe().details())
                .containsEntry("style", "rock")
                .containsEntry("ending", "fill");
    }

    @Test
    void ofSeveralCandidatesOneIsNearerToALearnedProfile() {
        GrooveProfile wanted = new GrooveProfile(1, 1, 1);
        GrooveSampler.Asked asked = new GrooveSampler.Asked(Optional.empty(), Ending.GROOVE, 0.3);
        try (GrooveSampler single = sampler(1)) {
            double ofOne = 0;
            double ofFour = 0;
            for (int number = 0; number < 8; number++) {
                RandomSource random = RandomSource.of(9).derive("piece", number);
                ofOne += distance(single.sample(asked, random), wanted);
                ofFour += distance(sampler.sample(asked, random), wanted);
            }

            assertThat(ofFour).isLessThan(ofOne);
        }
    }

    private static double distance(GrooveSampler.Window window, GrooveProfile wanted) {
        return GrooveProfile.of(DrumPattern.of(space.representation().decode(window.frames())))
                .distance(wanted);
    }

    @Test
    void anUnknownStyleGetsTheNearestNames() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> piece(new Groove(2, Optional.of("fnuk"), Ending.GROOVE), 3))
                .withMessage(
                        "'fnuk' is no style of drums-2bar; the nearest names are funk, rock, jazz, and all are funk, jazz, rock");
    }

    @Test
    void barsAreWholeWindows() {
        assertThatThrownBy(() -> piece(new Groove(3, Optional.empty(), Ending.GROOVE), 3))
                .isInstanceOf(OutOfRangeException.class)
                .hasMessageContaining("must be a multiple of 2");
    }

    @Test
    void aTemperatureIsTheDeviationOfTheNoise() {
        GrooveSampler.Settings settings = GrooveSampler.Settings.DEFAULT;

        assertThat(settings.withTemperature(Optional.of(0.7)).noise()).isEqualTo(0.7);
        assertThatThrownBy(() -> settings.withTemperature(Optional.of(0.0)))
                .isInstanceOf(OutOfRangeException.class)
                .hasMessageContaining("above 0 and at most 2");
    }
}
