package diabolo.model.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import diabolo.model.Denoiser;
import diabolo.model.DenoiserSpec;
import diabolo.model.Initialization;
import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Golden values by PyTorch 1.13 in double precision, of the same equations with the same weights. */
final class DdimSamplerTest {

    static final DenoiserSpec SPEC = new DenoiserSpec(3, 2, 4, 8, 2, 2, 0.1);
    private static final float[][] NOISE = {
        {0.1f, -0.2f, 0.3f, -0.4f, 0.5f, -0.6f},
        {0.3f, 0.1620907f, -0.124844f, -0.2969977f, -0.196093f, 0.0850987f}
    };
    private static final float[][] CONDITIONS = {{1, 0, 1, 0}, {0, 0, 0, 0}};
    private static final Denoiser.Known SECOND_CODE = new Denoiser.Known(
            new float[][] {new float[6], {1, 2, 3, 4, 5, 6}},
            new boolean[][] {{false, false, false}, {false, true, false}});

    @TempDir
    private Path folder;

    @Test
    void velocitiesAreThoseOfPyTorch() {
        try (Denoiser denoiser = Denoiser.of(SPEC, sines())) {
            float[][] velocities = denoiser.velocities(NOISE, 0.7, SECOND_CODE, CONDITIONS);

            assertThat(velocities[0])
                    .containsExactly(
                            new float[] {1.578418f, -1.373593f, 1.465841f, -1.194819f, 1.469014f, -1.208875f},
                            within(1e-5f));
            assertThat(velocities[1])
                    .containsExactly(
                            new float[] {1.125399f, -0.846294f, 1.015105f, -0.579825f, 0.948844f, -0.695411f},
                            within(1e-5f));
        }
    }

    @Test
    void tiedSequencesAreThoseOfPyTorch() {
        try (Denoiser denoiser = Denoiser.of(SPEC, sines())) {
            float[][] sequences = new DdimSampler(3, 1)
                    .sample(denoiser, NOISE, nothing(), CONDITIONS, new int[][] {{0, 1, 0}, {0, 1, 0}});

            assertThat(sequences[0])
                    .containsExactly(
                            new float[] {-1.929386f, 1.729979f, -1.735391f, 1.542441f, -1.929386f, 1.729979f},
                            within(1e-4f));
            assertThat(sequences[1])
                    .containsExactly(
                            new float[] {-1.817533f, 2.013005f, -2.016967f, 1.664589f, -1.817533f, 2.013005f},
                            within(1e-4f));
        }
    }

    @Test
    void knownCodesStay() {
        try (Denoiser denoiser = Denoiser.of(SPEC, sines())) {
            float[][] sequences = new DdimSampler(5, 0)
                    .sample(denoiser, NOISE, SECOND_CODE, CONDITIONS, new int[][] {{0, 1, 2}, {0, 1, 2}});

            assertThat(Arrays.copyOfRange(sequences[1], 2, 4)).containsExactly(3, 4);
        }
    }

    @Test
    void placesTiedForAWhileBeginAlikeAndEndApart() {
        try (Denoiser denoiser = Denoiser.of(SPEC, sines())) {
            float[] varied = new DdimSampler(4, 0.5)
                    .sample(denoiser, NOISE, nothing(), CONDITIONS, new int[][] {{0, 1, 0}, {0, 1, 0}})[0];
            float[] free = new DdimSampler(4, 0)
                    .sample(denoiser, NOISE, nothing(), CONDITIONS, new int[][] {{0, 1, 2}, {0, 1, 2}})[0];

            assertThat(distance(varied)).isGreaterThan(0).isLessThan(distance(free));
        }
    }

    @Test
    void aPriorComesBackFromItsFileAndGivesItsOwnCodes() throws IOException {
        float[][] codes = new float[8][];
        for (int place = 0; place < codes.length; place++) {
            codes[place] = new float[] {0.5f, place, 3 - 2 * place};
        }

        prior(0.5f).write(folder);
        SequencePrior read = SequencePrior.in(folder).orElseThrow();

        assertThat(read.spec()).isEqualTo(OF_TUNES);
        assertThat(read.scale().codes(read.scale().sequence(codes))).isDeepEqualTo(codes);
        assertThat(read.forms()).isDeepEqualTo(prior(0.5f).forms());
        assertThat(read.ngrams()).isDeepEqualTo(prior(0.5f).ngrams());
        assertThat(read.keys()).containsExactly(prior(0.5f).keys());
        assertThat(read.weights()).hasSameSizeAs(prior(0.5f).weights());
        assertThat(SequencePrior.in(folder.resolve("elsewhere"))).isEmpty();
    }

    @Test
    void numbersThatCannotBeAreRefused() throws IOException {
        assertThatThrownBy(() -> prior(0)).hasMessageContaining("deviations must be above 0");
        assertThatThrownBy(() -> prior(Float.NaN)).hasMessageContaining("which is no finite number");
    }

    private static final DenoiserSpec OF_TUNES = new DenoiserSpec(8, 2, 4, 8, 1, 2, 0);

    private static SequencePrior prior(float deviation) {
        return new SequencePrior(
                OF_TUNES,
                OF_TUNES.firstWeights(Initialization.GLOROT, RandomSource.of(1)),
                new CodeScale(new int[] {1, 2}, new float[] {0.5f, 1, -1}, new float[] {deviation, 2}),
                new int[][] {{0, 1, 0, 2, 0, 1, 0, 3}},
                new float[] {3, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0},
                new float[][] {{-1, 3, 5, 2}});
    }

    @Test
    void aForeignFileIsNamed() throws IOException {
        Files.writeString(folder.resolve("prior.safetensors"), "no prior at all, but long enough to be read");

        assertThatThrownBy(() -> SequencePrior.in(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("prior.safetensors");
    }

    private static Denoiser.Known nothing() {
        return Denoiser.Known.nothing(SPEC, 2);
    }

    /** Between the first code and the third. */
    private static double distance(float[] sequence) {
        return Math.hypot(sequence[0] - sequence[4], sequence[1] - sequence[5]);
    }

    /** All weights are sines of their number. */
    static List<NamedArray> sines() {
        List<NamedArray> weights = new ArrayList<>();
        int number = 0;
        for (Map.Entry<String, long[]> shape : SPEC.shapes().entrySet()) {
            float[] values = new float[(int) Arrays.stream(shape.getValue()).reduce(1, (a, b) -> a * b)];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (0.5 * Math.sin(0.37 * number++ + 0.1));
            }
            weights.add(new NamedArray(shape.getKey(), shape.getValue(), values));
        }
        return weights;
    }
}
