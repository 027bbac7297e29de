package diabolo.audio;

import java.io.IOException;

/**
 * Sound that can be streamed from its beginning, as often as wanted: stereo, 44.1 kHz, floating point.
 *
 * <pre>{@code
 * Pcm pcm = synthesizer.render(piece);
 * pcm.durationSeconds();
 * pcm.forEachBlock((samples, count) -> meter.measure(samples, count));
 * }</pre>
 *
 * <p>A synthesizer gives it, {@link WavWriter} takes it. Values are about -1 to 1, yet nothing is clipped: a loud chord may
 * go beyond. An implementation computes blocks as it goes and never holds the whole.
 */
public interface Pcm {

    int SAMPLE_RATE_HZ = 44_100;

    int AUDIO_CHANNELS = 2;

    /** Takes the sound block by block. */
    @FunctionalInterface
    interface Listener {
        /**
         * Takes a block.
         *
         * @param samples left and right in turn; reused for the next block, so copy what you keep
         * @param count how many of the samples count; even
         */
        void accept(float[] samples, int count) throws IOException;
    }

    /** How many PCM frames, each a left and a right value, {@link #forEachBlock} gives in all. */
    long frameCount();

    /**
     * Streams the sound from its beginning.
     *
     * @throws IOException if the sound cannot be made, or from the listener
     */
    void forEachBlock(Listener listener) throws IOException;

    default double durationSeconds() {
        return (double) frameCount() / SAMPLE_RATE_HZ;
    }
}
