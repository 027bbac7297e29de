package diabolo.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diabolo.tensor.RandomSource;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What every family of autoencoders keeps to; a test class of a family implements {@link #open} and inherits the tests. */
interface AutoencoderContract {

    /** A small network, the same at every call. */
    Autoencoder open();

    @Test
    default void everyFrameHasACodeAndEveryCodeAFrame() {
        try (Autoencoder network = open()) {
            float[][] codes = network.encode(frames(network, 300));

            assertThat(codes).hasDimensions(300, network.spec().codeSize());
            assertThat(network.decode(codes)).hasDimensions(300, network.spec().frameSize());
        }
    }

    @Test
    default void reconstructingIsEncodingAndDecoding() {
        try (Autoencoder network = open()) {
            float[][] frames = frames(network, 5);

            assertThat(network.reconstruct(frames)).isDeepEqualTo(network.decode(network.encode(frames)));
        }
    }

    @Test
    default void theSameFramesHaveTheSameCodes() {
        try (Autoencoder network = open();
                Autoencoder twin = open()) {
            float[][] frames = frames(network, 7);

            assertThat(network.encode(frames)).isDeepEqualTo(network.encode(frames));
            assertThat(twin.encode(frames)).isDeepEqualTo(network.encode(frames));
        }
    }

    @Test
    default void anExamplesCodeHardlyDependsOnItsNeighbours() {
        try (Autoencoder network = open()) {
            float[][] frames = frames(network, 300);
            float[][] together = network.encode(frames);

            for (int i : new int[] {0, 150, 299}) {
                float[] alone = network.encode(new float[][] {frames[i]})[0];
                assertThat(alone).containsExactly(together[i], org.assertj.core.api.Assertions.within(1e-5f));
            }
        }
    }

    @Test
    default void noFramesHaveNoCodes() {
        try (Autoencoder network = open()) {
            assertThat(network.encode(new float[0][])).isEmpty();
            assertThat(network.decode(new float[0][])).isEmpty();
        }
    }

    @Test
    default void whatIsHandedOverStaysAsItIs() {
        try (Autoencoder network = open()) {
            float[][] frames = frames(network, 3);
            float[][] copy = Arrays.stream(frames).map(float[]::clone).toArray(float[][]::new);

            network.reconstruct(frames);

            assertThat(frames).isDeepEqualTo(copy);
        }
    }

    @Test
    default void aFrameOrCodeOfAnotherSizeIsRefusedWithBothSizes() {
        try (Autoencoder network = open()) {
            int frame = network.spec().frameSize();
            int code = network.spec().codeSize();

            assertThatThrownBy(() -> network.encode(new float[][] {new float[frame + 1]}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("%d numbers, was given %d".formatted(frame, frame + 1));
            assertThatThrownBy(() -> network.decode(new float[][] {new float[code + 1]}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("%d numbers, was given %d".formatted(code, code + 1));
        }
    }

    private static float[][] frames(Autoencoder network, int count) {
        RandomGenerator random = RandomSource.of(9).generator();
        float[][] frames = new float[count][network.spec().frameSize()];
        for (float[] frame : frames) {
            for (int cell = 0; cell < frame.length; cell++) {
                frame[cell] = random.nextInt(4) == 0 ? 1 : 0;
            }
        }
        return frames;
    }
}
