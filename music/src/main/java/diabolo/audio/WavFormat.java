package diabolo.audio;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;

/**
 * What a WAV file holds: 16 bits a value, at one of two rates, in one or two channels.
 *
 * <pre>{@code
 * WavFormat.STEREO;  // 10.1 MB a minute, for a file to keep
 * WavFormat.COMPACT; // 2.5 MB a minute, for reports that carry many samples inside
 * }</pre>
 *
 * @param sampleRateHz 44,100 or 22,050
 * @param audioChannels 1 or 2
 */
public record WavFormat(int sampleRateHz, int audioChannels) {

    /** As on a compact disc. */
    public static final WavFormat STEREO = new WavFormat(Pcm.SAMPLE_RATE_HZ, 2);

    /** A quarter of the size. */
    public static final WavFormat COMPACT = new WavFormat(Pcm.SAMPLE_RATE_HZ / 2, 1);

    public WavFormat {
        require(
                sampleRateHz == Pcm.SAMPLE_RATE_HZ || sampleRateHz == Pcm.SAMPLE_RATE_HZ / 2,
                "sampleRateHz must be 44100 or 22050, was " + sampleRateHz);
        requireBetween("audioChannels", audioChannels, 1, 2);
    }

    int bytesPerFrame() {
        return 2 * audioChannels;
    }

    boolean isHalfRate() {
        return sampleRateHz < Pcm.SAMPLE_RATE_HZ;
    }
}
