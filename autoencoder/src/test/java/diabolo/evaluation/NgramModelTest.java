package diabolo.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class NgramModelTest {

    @Test
    void aUnigramModelMixesCountsWithChance() {
        // seen: token 0 twice, token 1 once; 2 kinds, and all 4 tokens alike beneath
        NgramModel model = NgramModel.fitted(1, 4, List.of(new int[] {0, 0, 1}));

        assertThat(model.cost(new int[] {0})).isCloseTo(-Math.log((2 + 2 * 0.25) / 5), within(1e-12));
        assertThat(model.cost(new int[] {3})).isCloseTo(-Math.log((2 * 0.25) / 5), within(1e-12));
    }

    @Test
    void aBigramModelLooksBackOne() {
        NgramModel model = NgramModel.fitted(2, 2, List.of(new int[] {0, 1, 0, 1}));
        double one = (2 + 2 * 0.5) / 6; // of either token by itself
        double oneAfterZero = (2 + 1 * one) / 3;
        double zeroAtTheBeginning = (1 + 1 * one) / 2;

        assertThat(model.cost(new int[] {0, 1}))
                .isCloseTo(-Math.log(zeroAtTheBeginning) - Math.log(oneAfterZero), within(1e-12));
    }

    @Test
    void probabilitiesOfAllTokensSumToOne() {
        NgramModel model = NgramModel.fitted(3, 5, List.of(new int[] {0, 1, 2, 3, 0, 1, 2}, new int[] {4, 4, 1}));
        double before = model.cost(new int[] {0, 1});
        double sum = 0;
        for (int token = 0; token < 5; token++) {
            sum += Math.exp(before - model.cost(new int[] {0, 1, token}));
        }

        assertThat(sum).isCloseTo(1, within(1e-9));
    }

    @Test
    void whatWasHeardOftenCostsLess() {
        NgramModel model = NgramModel.fitted(5, 90, List.of(new int[] {41, 0, 43, 0, 45, 0, 43, 0}));

        assertThat(model.cost(new int[] {41, 0, 43, 0})).isLessThan(model.cost(new int[] {41, 43, 0, 0}));
    }
}
