package diabolo.inpainting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diabolo.inpainting.GibbsSampling.Pass;
import diabolo.model.Initialization;
import diabolo.model.Inpainter;
import diabolo.model.InpainterSpec;
import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GibbsSamplingTest {

    private static final InpainterSpec SMALL = new InpainterSpec(4, 8, 5, 16, 8, 2, 0);
    private static final int STEPS = 18;
    private static final GibbsSampling.Settings SETTINGS = new GibbsSampling.Settings(3, 2, 1, 1);

    /** Draws each masked token by itself. */
    private static void drawEach(
            int[][] tokens, boolean[][] masked, float[][] predicted, double temperature, RandomGenerator random) {
        for (int line = 0; line < masked.length; line++) {
            for (int step = 0; step < masked[line].length; step++) {
                if (masked[line][step]) {
                    double[] logits = new double[SMALL.alphabet()];
                    for (int token = 1; token < logits.length; token++) {
                        logits[token] = predicted[step][line * SMALL.alphabet() + token];
                    }
                    logits[0] = -1e9;
                    tokens[line][step] = TokenChance.drawn(logits, temperature, random);
                }
            }
        }
    }

    /** Sixteen steps in bars of four, one outside at each end, all of them token 1. */
    private static int[][] piece() {
        int[][] tokens = new int[5][STEPS];
        for (int step = 1; step < STEPS - 1; step++) {
            for (int line = 0; line < 4; line++) {
                tokens[line][step] = 1;
            }
            tokens[4][step] = 1 + (step - 1) % 4;
        }
        return tokens;
    }

    private static Inpainter network() {
        RandomGenerator random = RandomSource.of(4).generator();
        return Inpainter.of(
                SMALL,
                SMALL.firstWeights(Initialization.GLOROT, RandomSource.of(3)).stream()
                        .map(array -> new NamedArray(array.name(), array.shape(), said(array, random)))
                        .toList());
    }

    /** The output begins at zero, which says nothing. */
    private static float[] said(NamedArray array, RandomGenerator random) {
        float[] values = array.values().clone();
        for (int i = 0; array.name().startsWith("output") && i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private static List<int[][]> sample(int together, List<Pass> last, int[] same, boolean stepByStep, long seed) {
        try (Inpainter network = network()) {
            return new GibbsSampling(network, 2, together, last, same, GibbsSamplingTest::drawEach, stepByStep)
                    .sample(piece(), SETTINGS, RandomSource.of(seed));
        }
    }

    private static int[] noRepeats() {
        return IntStream.range(0, STEPS).toArray();
    }

    @Test
    void linesThatAreNotAskedForStayAndSoDoesWhatIsOutside() {
        for (boolean stepByStep : new boolean[] {false, true}) {
            for (int[][] made : sample(1, List.of(new Pass("second", 1)), noRepeats(), stepByStep, 1)) {
                assertThat(made[0]).isEqualTo(piece()[0]);
                assertThat(made[2]).isEqualTo(piece()[2]);
                assertThat(made[1][0]).isZero();
                assertThat(made[1][STEPS - 1]).isZero();
                assertThat(made[1]).isNotEqualTo(piece()[1]);
            }
        }
    }

    @Test
    void theSameSeedGivesTheSameTokensAndStepByStepGivesOthers() {
        List<Pass> all = List.of(new Pass("all", Set.of(0, 1, 2, 3)));

        List<int[][]> one = sample(2, all, noRepeats(), true, 4);

        assertThat(sample(2, all, noRepeats(), true, 4))
                .usingRecursiveComparison()
                .isEqualTo(one);
        assertThat(Arrays.deepEquals(sample(2, all, noRepeats(), true, 5).getFirst(), one.getFirst()))
                .isFalse();
        assertThat(Arrays.deepEquals(sample(2, all, noRepeats(), false, 4).getFirst(), one.getFirst()))
                .isFalse();
    }

    @Test
    void whatRepeatsIsMaskedWhereWhatItRepeatsIs() {
        int[] same = noRepeats();
        for (int step = 9; step < 17; step++) {
            same[step] = step - 8;
        }
        try (Inpainter network = network()) {
            new GibbsSampling(
                            network,
                            2,
                            1,
                            List.of(new Pass("first", 0)),
                            same,
                            (tokens, masked, predicted, _, _) -> {
                                for (int step = 9; step < 17; step++) {
                                    assertThat(masked[0][step]).isEqualTo(masked[0][step - 8]);
                                    assertThat(predicted[step]).containsExactly(predicted[step - 8]);
                                }
                                assertThat(predicted[1]).isNotEqualTo(predicted[2]);
                            },
                            true)
                    .sample(piece(), SETTINGS, RandomSource.of(1));
        }
    }

    @Test
    void aStepMayNotRepeatALaterOne() {
        int[] same = noRepeats();
        same[3] = 5;

        assertThatThrownBy(() -> sample(1, List.of(), same, false, 1))
                .hasMessage("step 3 must repeat an earlier step that repeats none, not 5");
    }

    @Test
    void aFileGivesBackTheNetworkAndItsNotesAndAnotherIsRefused(@TempDir Path folder) throws Exception {
        InpainterFile written = new InpainterFile(
                SMALL, SMALL.firstWeights(Initialization.GLOROT, RandomSource.of(3)), Map.of("shapes", "[[]]"));
        written.write(folder.resolve("lines.safetensors"));

        InpainterFile read = InpainterFile.read(folder.resolve("lines.safetensors"));

        assertThat(read.spec()).isEqualTo(SMALL);
        assertThat(read.notes()).isEqualTo(written.notes());
        assertThat(read.weights()).hasSameSizeAs(written.weights());
        Files.writeString(folder.resolve("text"), "no tensors");
        assertThatThrownBy(() -> InpainterFile.read(folder.resolve("text"))).isInstanceOf(java.io.IOException.class);
    }

    @Test
    void aTokenIsDrawnInProportionAndACoolOneIsTheLikeliest() {
        RandomGenerator random = RandomSource.of(1).generator();
        double[] logits = {Math.log(1), Math.log(3), -1e9};
        int[] counts = new int[3];
        for (int i = 0; i < 4_000; i++) {
            counts[TokenChance.drawn(logits, 1, random)]++;
        }

        assertThat(counts[1] / 4_000.0).isBetween(0.72, 0.78);
        assertThat(counts[2]).isZero();
        assertThat(TokenChance.drawn(logits, 0.01, random)).isEqualTo(1);
    }
}
