package diabolo.audio;

import java.io.IOException;

/** Brings stereo sound at 44.1 kHz to the channels and the rate of a {@link WavFormat}. Not safe for threads. */
final class WavResampler implements Pcm.Listener {

    private final WavFormat format;
    private final FloatSpool spool;
    private final HalfRateFilter[] filters;
    private float[] converted = new float[0];

    WavResampler(WavFormat format, FloatSpool spool) {
        this.format = format;
        this.spool = spool;
        this.filters = new HalfRateFilter[format.audioChannels()];
        for (int channel = 0; channel < filters.length; channel++) {
            filters[channel] = new HalfRateFilter();
        }
    }

    @Override
    public void accept(float[] samples, int count) throws IOException {
        if (converted.length < count) {
            converted = new float[count];
        }
        int length = 0;
        for (int i = 0; i + 1 < count; i += Pcm.AUDIO_CHANNELS) {
            length = convert(samples[i], samples[i + 1], length);
        }
        spool.append(converted, length);
    }

    /** Gives what the filters still hold. To be called once, after the last block. */
    void finish() throws IOException {
        if (format.isHalfRate()) {
            accept(
                    new float[Pcm.AUDIO_CHANNELS * HalfRateFilter.DELAY_FRAMES],
                    Pcm.AUDIO_CHANNELS * HalfRateFilter.DELAY_FRAMES);
        }
    }

    private int convert(float left, float right, int length) {
        if (format.audioChannels() == 1) {
            return put(0, (left + right) / 2, length);
        }
        return put(1, right, put(0, left, length));
    }

    private int put(int channel, float value, int length) {
        if (!format.isHalfRate()) {
            converted[length] = value;
            return length + 1;
        }
        HalfRateFilter filter = filters[channel];
        if (filter.push(value)) {
            converted[length] = filter.output();
            return length + 1;
        }
        return length;
    }
}
