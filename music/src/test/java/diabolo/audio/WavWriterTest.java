package diabolo.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WavWriterTest {

    /** A tone in the left channel and its negative half in the right one. */
    private record Tone(double frequencyHz, double amplitude, long frameCount) implements Pcm {
        @Override
        public void forEachBlock(Listener listener) throws IOException {
            for (long frame = 0; frame < frameCount; frame += 1000) {
                int frames = (int) Math.min(1000, frameCount - frame);
                float[] samples = new float[2 * frames];
                for (int i = 0; i < frames; i++) {
                    double value = amplitude * Math.sin(2 * Math.PI * frequencyHz * (frame + i) / SAMPLE_RATE_HZ);
                    samples[2 * i] = (float) value;
                    samples[2 * i + 1] = (float) (-value / 2);
                }
                listener.accept(samples, samples.length);
            }
        }
    }

    private static final int FULL_PEAK = (int) Math.round(WavWriter.PEAK * 32767);

    @Test
    void stereoKeepsEveryFrameAndBothSides() throws IOException {
        WavFile wav = WavFile.parse(WavWriter.toBytes(new Tone(441, 0.3, 70_001), WavFormat.STEREO));

        assertThat(wav.formatCode()).isEqualTo(1);
        assertThat(wav.bitsPerValue()).isEqualTo(16);
        assertThat(wav.sampleRateHz()).isEqualTo(44_100);
        assertThat(wav.audioChannels()).isEqualTo(2);
        assertThat(wav.frames()).isEqualTo(70_001);
        assertThat((int) wav.values()[2 * 25]).isEqualTo(FULL_PEAK);
        assertThat((double) wav.values()[2 * 25 + 1]).isCloseTo(-FULL_PEAK / 2.0, within(1.0));
    }

    @Test
    void softAndLoudSoundsGetTheSamePeak() throws IOException {
        for (double amplitude : new double[] {0.001, 0.5, 7}) {
            WavFile wav = WavFile.parse(WavWriter.toBytes(new Tone(441, amplitude, 44_100), WavFormat.STEREO));

            assertThat(wav.peak()).isEqualTo(FULL_PEAK);
        }
    }

    @Test
    void compactHalvesTheRateAndKeepsThePitch() throws IOException {
        WavFile wav = WavFile.parse(WavWriter.toBytes(new Tone(1000, 0.5, 2 * 44_100 + 1), WavFormat.COMPACT));

        assertThat(wav.sampleRateHz()).isEqualTo(22_050);
        assertThat(wav.audioChannels()).isEqualTo(1);
        assertThat(wav.frames()).isEqualTo(44_101);
        assertThat(wav.strengthOf(1000)).isGreaterThan(10_000 * wav.strengthOf(2000));
    }

    @Test
    void compactIsNotLate() throws IOException {
        WavFile stereo = WavFile.parse(WavWriter.toBytes(new Tone(300, 0.5, 44_100), WavFormat.STEREO));
        WavFile compact = WavFile.parse(WavWriter.toBytes(new Tone(300, 0.5, 44_100), WavFormat.COMPACT));

        for (int frame = 100; frame < 20_000; frame += 997) {
            assertThat((double) compact.values()[frame]).isCloseTo(stereo.values()[4 * frame], within(200.0));
        }
    }

    @Test
    void compactLeavesOutWhatTheLowerRateCannotHold() throws IOException {
        Pcm low = new Tone(441, 0.5, 88_200);
        Pcm high = new Tone(15_000, 0.5, 88_200);
        Pcm both = new Pcm() {
            @Override
            public long frameCount() {
                return low.frameCount();
            }

            @Override
            public void forEachBlock(Listener listener) throws IOException {
                low.forEachBlock(listener);
                high.forEachBlock(listener);
            }
        };

        WavFile wav = WavFile.parse(WavWriter.toBytes(both, WavFormat.COMPACT));

        assertThat(wav.loudness(2.1, 3.9)).isLessThan(wav.loudness(0.1, 1.9) / 1000);
    }

    @Test
    void silenceIsRefusedAndNothingIsLeftBehind(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("silent.wav");

        assertThatThrownBy(() -> WavWriter.write(new Tone(441, 0, 1000), WavFormat.STEREO, file))
                .isInstanceOf(AudioException.class)
                .hasMessageContaining("silent");
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aFailureLeavesTheOldFileAlone(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("piece.wav"), "old");
        Pcm failing = new Pcm() {
            @Override
            public long frameCount() {
                return 10;
            }

            @Override
            public void forEachBlock(Listener listener) throws IOException {
                listener.accept(new float[] {1, 1}, 2);
                throw new IOException("the disk is full");
            }
        };

        assertThatThrownBy(() -> WavWriter.write(failing, WavFormat.STEREO, file))
                .hasMessage("the disk is full");
        assertThat(file).hasContent("old");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void theFileHoldsTheBytesAndItsFolderIsMade(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("samples").resolve("piece.wav");
        Pcm tone = new Tone(441, 0.5, 50_000);

        WavWriter.write(tone, WavFormat.STEREO, file);

        assertThat(Files.readAllBytes(file)).isEqualTo(WavWriter.toBytes(tone, WavFormat.STEREO));
    }
}
