package diabolo.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CodeRegressionTest {

    private static final List<String> NAMES = List.of("density", "syncopation");

    @Test
    void coefficientsThatCodesWereMadeOfAreFoundThoughTheValuesGoTogether() {
        double[][] made = {{0.5, -2, 0}, {3, 0.25, 1}};
        SplittableRandom random = new SplittableRandom(1);
        CodeRegression regression = new CodeRegression(NAMES, 3);
        for (int example = 0; example < 200; example++) {
            double density = random.nextDouble();
            double syncopation = 0.9 * density + 0.1 * random.nextDouble();
            float[] code = new float[3];
            for (int unit = 0; unit < 3; unit++) {
                code[unit] = (float) (7 + made[0][unit] * density + made[1][unit] * syncopation);
            }
            regression.add(new double[] {density, syncopation}, code);
        }

        double[][] found = regression.coefficients();

        for (int i = 0; i < made.length; i++) {
            assertThat(found[i]).containsExactly(made[i], within(1e-3));
        }
    }

    @Test
    void whatFollowsFromTheOthersIsRefused() {
        CodeRegression regression = new CodeRegression(NAMES, 1);
        for (int example = 0; example < 10; example++) {
            regression.add(new double[] {example, 2.0 * example}, new float[] {example});
        }

        assertThatIllegalArgumentException()
                .isThrownBy(regression::coefficients)
                .withMessage(
                        "syncopation of these 10 examples follows from their density; learn it without isolating it, or from more various music");
    }
}
