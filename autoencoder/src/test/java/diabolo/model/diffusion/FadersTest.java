package diabolo.model.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import diabolo.descriptor.Descriptor;
import diabolo.model.Denoiser;
import diabolo.model.DenoiserSpec;
import diabolo.model.Initialization;
import diabolo.model.PosteriorArrays;
import diabolo.note.OutOfRangeException;
import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FadersTest {

    private static final DenoiserSpec SPEC = new DenoiserSpec(1, 2, 6, 8, 1, 1, 0);
    private static final CodeScale SCALE =
            new CodeScale(new int[] {2, 0}, new float[] {1, 2, 3}, new float[] {0.5f, 2});

    /** With a density of 0.25 on average, and a range of 8 semitones. */
    private static Faders faders() {
        List<NamedArray> weights = SPEC.firstWeights(Initialization.GLOROT, RandomSource.of(1)).stream()
                .map(array -> array.name().startsWith("output")
                        ? new NamedArray(array.name(), array.shape(), filled(array.values().length))
                        : array)
                .toList();
        return new Faders(
                SPEC,
                weights,
                SCALE,
                List.of(
                        new Faders.Fader(Descriptor.NOTE_DENSITY, 0.25, 0.125, 0.0625, 0.75),
                        new Faders.Fader(Descriptor.RANGE, 8, 4, 1, 20)),
                new float[12]);
    }

    private static float[] filled(int size) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = i % 3 - 1;
        }
        return values;
    }

    @Test
    void codesComeBackButForDimensionsThatAreNotKept() {
        float[] sequence = SCALE.sequence(new float[] {5, 6, 7}, new float[] {1, 2, 3});

        assertThat(sequence).containsExactly(8, 2, 0, 0); // (7 - 3) / 0.5, (5 - 1) / 2
        assertThat(SCALE.codes(sequence)).isDeepEqualTo(new float[][] {{5, 2, 7}, {1, 2, 3}});
        assertThat(SCALE.code(new float[] {9, 6, 9}, new float[] {8, 2})).containsExactly(5, 6, 7);
    }

    @Test
    void theDimensionsOfWhichTheEncoderIsSureAreKept() {
        PosteriorArrays posteriors = new PosteriorArrays(
                new float[][] {{1, 5, 2}, {3, 5, 6}}, new float[][] {{0.9f, 0.1f, 0.2f}, {0.9f, 0.1f, 0.6f}});

        CodeScale scale = CodeScale.of(posteriors);

        assertThat(scale.kept()).containsExactly(1, 2);
        assertThat(scale.means()).containsExactly(2, 5, 4);
        assertThat(scale.deviations()).containsExactly(0.05f, 2); // a dimension that never varies divides nothing by 0
        assertThat(scale.isOf(CodeScale.of(posteriors))).isTrue();
        assertThat(scale.isOf(SCALE)).isFalse();
    }

    @Test
    void aConditionIsToldInStandardDeviations() {
        assertThat(faders().conditions(Map.of(Descriptor.RANGE, 14.0, Descriptor.C_DIATONIC, 1.0)))
                .containsExactly(0, 0, 0, 1, 1.5f, (float) ((1.5 * 1.5 - 1) / Math.sqrt(2)));
        assertThat(faders().conditions(Map.of())).containsOnly(0);
    }

    @Test
    void theyComeBackFromTheirFile(@TempDir Path folder) throws IOException {
        assertThat(Faders.in(folder)).isEmpty();

        faders().write(folder);
        Faders read = Faders.in(folder).orElseThrow();

        assertThat(read.faders()).isEqualTo(faders().faders());
        assertThat(read.scale().isOf(SCALE)).isTrue();
        assertThat(read.spec()).isEqualTo(SPEC);
        assertThat(read.weights()).hasSameSizeAs(faders().weights());
        Files.write(folder.resolve("faders.safetensors"), new byte[] {1, 2, 3});
        assertThatThrownBy(() -> Faders.in(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("faders.safetensors");
    }

    @Test
    void aValueThatTheMusicHardlyHasIsRefused() {
        Faders.Fader range = faders().of(Descriptor.RANGE);

        assertThat(range.within(20)).isEqualTo(20);
        assertThat(range.nearest(50)).isEqualTo(20);
        assertThatThrownBy(() -> range.within(50))
                .isInstanceOf(OutOfRangeException.class)
                .hasMessageContaining("must be 1.00 to 20.00")
                .hasMessageContaining("was 50.0");
        assertThatThrownBy(() -> faders().of(Descriptor.CONTOUR))
                .hasMessage("contour cannot be asked for; choose of note-density, range");
    }

    @Test
    void distancesAreInStandardDeviationsAndWhatLacksIsAskedForAgain() {
        Map<Descriptor, Double> asked = Map.of(Descriptor.RANGE, 12.0);
        Map<Descriptor, Double> got = Map.of(Descriptor.RANGE, 10.0, Descriptor.NOTE_DENSITY, 0.5);

        assertThat(faders().distance(got, asked)).isCloseTo(0.5, within(1e-12));
        assertThat(faders().corrected(asked, asked, got)).isEqualTo(Map.of(Descriptor.RANGE, 14.0));
        assertThat(faders().corrected(Map.of(Descriptor.RANGE, 19.0), asked, got))
                .isEqualTo(Map.of(Descriptor.RANGE, 20.0));
    }

    /** Of each code of a sequence for itself, and so of a sequence as of its codes. */
    @Test
    void theVelocitiesOfASequenceAreThoseOfItsCodes() {
        float[][] codes = {{0.3f, -1}, {2, 0.5f}, {-0.7f, 0}, {1, 1}};
        float[][] sequences = {{0.3f, -1, 2, 0.5f}, {-0.7f, 0, 1, 1}};
        try (Denoiser denoiser = faders().denoiser()) {
            float[] conditions = faders().conditions(Map.of(Descriptor.RANGE, 14.0));
            FaderVelocities velocities = new FaderVelocities(denoiser, conditions);

            FaderVelocities.Both single = velocities.of(codes, 0.5);
            FaderVelocities.Both together = velocities.of(sequences, 0.5);

            assertThat(together.asked()[1])
                    .containsExactly(
                            single.asked()[2][0], single.asked()[2][1], single.asked()[3][0], single.asked()[3][1]);
            assertThat(together.free()[0])
                    .containsExactly(
                            single.free()[0][0], single.free()[0][1], single.free()[1][0], single.free()[1][1]);
            float[][] told = {conditions, conditions, conditions, conditions};
            assertThat(single.asked())
                    .isDeepEqualTo(denoiser.velocities(codes, 0.5, Denoiser.Known.nothing(SPEC, 4), told));
        }
    }

    @Test
    void guidanceGoesAsFarAsItIsStrong() {
        FaderVelocities.Both both = new FaderVelocities.Both(new float[][] {{1, 2}}, new float[][] {{3, 1}});

        assertThat(both.guiding(both.free(), 0)).isDeepEqualTo(new float[][] {{1, 2}});
        assertThat(both.guiding(both.free(), 1)).isDeepEqualTo(new float[][] {{3, 1}});
        assertThat(both.guiding(new float[][] {{10, 10}}, 2)).isDeepEqualTo(new float[][] {{14, 8}});
    }
}
