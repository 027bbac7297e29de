package diabolo.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoudnessTest {

    /** ITU-R BS.1770-4: a sine of 997 Hz at full scale in one channel reads -3.01. */
    @ParameterizedTest
    @ValueSource(ints = {22_050, 44_100, 48_000})
    void aSineAtFullScaleIsThreeBelow(int sampleRateHz) {
        assertThat(Loudness.of(sine(997, 1, 2, sampleRateHz), sampleRateHz)).isEqualTo(-3.01, within(0.04));
    }

    @Test
    void theFiltersAreThoseOfTheStandard() {
        Loudness.Biquad shelf = Loudness.shelf(48_000);
        Loudness.Biquad highPass = Loudness.highPass(48_000);

        assertThat(new double[] {shelf.b0(), shelf.b1(), shelf.b2(), shelf.a1(), shelf.a2()})
                .containsExactly(
                        new double[] {
                            1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585
                        },
                        within(1e-10));
        assertThat(new double[] {highPass.a1(), highPass.a2()})
                .containsExactly(new double[] {-1.99004745483398, 0.99007225036621}, within(1e-10));
    }

    @Test
    void halfTheAmplitudeIsSixDecibelsLess() {
        double full = Loudness.of(sine(440, 0.8, 1, 22_050), 22_050);

        assertThat(Loudness.of(sine(440, 0.4, 1, 22_050), 22_050)).isEqualTo(full - 6.02, within(0.01));
    }

    @Test
    void pausesDoNotCount() {
        float[] sound = sine(440, 0.5, 4, 22_050);

        assertThat(Loudness.of(Arrays.copyOf(sound, 3 * sound.length), 22_050))
                .isEqualTo(Loudness.of(sound, 22_050), within(0.3));
    }

    @Test
    void silenceHasNoLoudness() {
        assertThat(Loudness.of(new float[100], 22_050)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    private static float[] sine(double hertz, double amplitude, int seconds, int sampleRateHz) {
        float[] samples = new float[seconds * sampleRateHz];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (amplitude * Math.sin(2 * Math.PI * hertz * i / sampleRateHz));
        }
        return samples;
    }
}
