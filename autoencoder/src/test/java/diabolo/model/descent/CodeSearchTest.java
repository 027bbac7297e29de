package diabolo.model.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.offset;

import diabolo.model.DenseAutoencoder;
import diabolo.model.DenseSpec;
import diabolo.model.Initialization;
import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CodeSearchTest {

    private static final int[] CELLS = {1, 4, 5, 11};
    private static final float[] WANTED = {1, 0, 0, 1};

    @ParameterizedTest
    @EnumSource(DenseSpec.Tying.class)
    void theErrorIsThatOfTheDecoding(DenseSpec.Tying tying) {
        try (DenseAutoencoder network = network(tying)) {
            CodeSearch.Found found = search(network, 50, starts(3));

            assertThat(found.error()).isCloseTo(error(network, found.code()), offset(1e-5));
        }
    }

    @Test
    void longerSearchesReduceTheError() {
        try (DenseAutoencoder network = network(DenseSpec.Tying.TIED)) {
            double start = error(network, starts(1)[0]);

            double near = search(network, 20, starts(1)).error();
            double nearer = search(network, 300, starts(1)).error();

            assertThat(near).isLessThan(start);
            assertThat(nearer).isLessThan(near);
        }
    }

    @Test
    void aTargetWithinTheDecodersRangeIsFound() {
        try (DenseAutoencoder network = network(DenseSpec.Tying.TIED)) {
            int[] all = IntStream.range(0, 12).toArray();
            float[] wanted = network.decode(new float[][] {{0.9f, 0.2f, 0.4f}})[0];

            CodeSearch.Found found = new CodeSearch(network)
                    .search(all, wanted, starts(8), new CodeSearch.Settings(500, 0.1), update -> {});

            assertThat(found.error()).isLessThan(1e-4);
        }
    }

    @Test
    void theBestOfSeveralStartsIsKept() {
        try (DenseAutoencoder network = network(DenseSpec.Tying.TIED)) {
            float[][] starts = starts(6);
            double best = IntStream.range(0, 6)
                    .mapToDouble(
                            i -> search(network, 30, new float[][] {starts[i]}).error())
                    .min()
                    .orElseThrow();

            assertThat(search(network, 30, starts).error()).isCloseTo(best, offset(1e-5));
        }
    }

    @Test
    void theWeightsStayAsTheyAre() {
        try (DenseAutoencoder network = network(DenseSpec.Tying.TIED)) {
            List<NamedArray> before = network.parameters().toArrays();

            search(network, 50, starts(2));

            List<NamedArray> after = network.parameters().toArrays();
            for (int i = 0; i < before.size(); i++) {
                assertThat(after.get(i).values()).containsExactly(before.get(i).values());
            }
            assertThat(network.parameters().gradients().abs().sum().item_float())
                    .isZero();
        }
    }

    @Test
    void everyUpdateIsReported() {
        try (DenseAutoencoder network = network(DenseSpec.Tying.TIED)) {
            List<Integer> updates = new ArrayList<>();

            new CodeSearch(network).search(CELLS, WANTED, starts(1), new CodeSearch.Settings(4, 0.1), updates::add);

            assertThat(updates).containsExactly(1, 2, 3, 4);
        }
    }

    @Test
    void aSearchWithoutTargetsIsRefused() {
        try (DenseAutoencoder network = network(DenseSpec.Tying.TIED)) {
            CodeSearch search = new CodeSearch(network);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> search.search(
                            new int[0], new float[0], starts(1), new CodeSearch.Settings(1, 0.1), update -> {}))
                    .withMessage("every cell needs a target, and there must be at least one");
        }
    }

    private static CodeSearch.Found search(DenseAutoencoder network, int updates, float[][] starts) {
        return new CodeSearch(network)
                .search(CELLS, WANTED, starts, new CodeSearch.Settings(updates, 0.05), update -> {});
    }

    private static double error(DenseAutoencoder network, float[] code) {
        float[] decoded = network.decode(new float[][] {code})[0];
        return IntStream.range(0, CELLS.length)
                .mapToDouble(i -> Math.pow(decoded[CELLS[i]] - WANTED[i], 2))
                .sum();
    }

    private static DenseAutoencoder network(DenseSpec.Tying tying) {
        DenseSpec sigmoid = DenseSpec.sigmoid(12, 8, 3);
        DenseSpec spec = new DenseSpec(sigmoid.sizes(), sigmoid.hidden(), sigmoid.code(), sigmoid.output(), tying);
        return DenseAutoencoder.initialized(spec, Initialization.GLOROT_SIGMOID, RandomSource.of(2));
    }

    private static float[][] starts(int count) {
        RandomGenerator random = RandomSource.of(9).generator();
        float[][] starts = new float[count][3];
        for (float[] start : starts) {
            for (int unit = 0; unit < start.length; unit++) {
                start[unit] = random.nextFloat();
            }
        }
        return starts;
    }
}
