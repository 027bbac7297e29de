package diabolo.visualization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import diabolo.model.ConvolutionalAutoencoder;
import diabolo.model.ConvolutionalSpec;
import diabolo.model.Initialization;
import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class DeconvolutionTest {

    private static final ConvolutionalSpec SPEC = ConvolutionalSpec.newTypes(4);
    private static final List<NamedArray> WEIGHTS = SPEC.firstWeights(Initialization.GLOROT, RandomSource.of(2));
    private static final int KERNEL = 5;
    private static final int COLUMNS = 28;

    /** Of the first layer it is the filter itself, at the place of the activation, as strong as that. */
    @Test
    void ofTheFirstLayerItIsTheFilterInItsPlace() {
        float[][] images = images(6);
        try (ConvolutionalAutoencoder network = ConvolutionalAutoencoder.of(SPEC, WEIGHTS)) {
            Deconvolution.Response first =
                    new Deconvolution(network).strongest(0, 1, images, 1).getFirst();

            float[] filter = WEIGHTS.getFirst().values(); // [4, 1, 5, 5]
            double greatest = 0;
            int place = 0;
            for (int row = 0; row <= COLUMNS - KERNEL; row++) {
                for (int column = 0; column <= COLUMNS - KERNEL; column++) {
                    double sum = 0;
                    for (int i = 0; i < KERNEL * KERNEL; i++) {
                        sum += filter[KERNEL * KERNEL + i]
                                * images[first.example()][(row + i / KERNEL) * COLUMNS + column + i % KERNEL];
                    }
                    if (sum > greatest) {
                        greatest = sum;
                        place = row * COLUMNS + column;
                    }
                }
            }
            assertThat(first.activation()).isCloseTo(greatest, within(1e-4));
            for (int i = 0; i < KERNEL * KERNEL; i++) {
                assertThat((double) first.pattern()[place + i / KERNEL * COLUMNS + i % KERNEL])
                        .isCloseTo(greatest * filter[KERNEL * KERNEL + i], within(1e-4));
            }
        }
    }

    @Test
    void theStrongestComeFirstAndReachNoFurtherThanTheirField() {
        float[][] images = images(20);
        try (ConvolutionalAutoencoder network = ConvolutionalAutoencoder.of(SPEC, WEIGHTS)) {
            Deconvolution deconvolution = new Deconvolution(network);
            List<Deconvolution.Response> nine = deconvolution.strongest(2, 0, images, 9);

            assertThat(nine).hasSize(9);
            assertThat(nine.stream().map(response -> -response.activation())).isSorted();
            for (Deconvolution.Response response : nine) {
                int filled = 0;
                for (float pixel : response.pattern()) {
                    filled += pixel != 0 ? 1 : 0;
                }
                assertThat(filled).isBetween(1, 13 * 13); // three convolutions of 5 by 5
            }
            assertThatThrownBy(() -> deconvolution.strongest(3, 0, images, 1)).hasMessageContaining("layer");
            assertThatThrownBy(() -> deconvolution.strongest(0, 4, images, 1)).hasMessageContaining("map");
        }
    }

    private static float[][] images(int count) {
        RandomGenerator random = RandomSource.of(8).generator();
        float[][] images = new float[count][COLUMNS * COLUMNS];
        for (float[] image : images) {
            for (int pixel = 0; pixel < image.length; pixel++) {
                image[pixel] = random.nextFloat();
            }
        }
        return images;
    }
}
