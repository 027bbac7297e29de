package diabolo.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A WAV file taken apart by the book, independently of the writer. */
final class WavFile {

    private final int formatCode;
    private final int audioChannels;
    private final int sampleRateHz;
    private final int bitsPerValue;
    private final short[] values;

    private WavFile(int formatCode, int audioChannels, int sampleRateHz, int bitsPerValue, short[] values) {
        this.formatCode = formatCode;
        this.audioChannels = audioChannels;
        this.sampleRateHz = sampleRateHz;
        this.bitsPerValue = bitsPerValue;
        this.values = values;
    }

    static WavFile parse(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        expect(in, "RIFF");
        equal(in.getInt(), bytes.length - 8);
        expect(in, "WAVE");
        expect(in, "fmt ");
        equal(in.getInt(), 16);
        int formatCode = in.getShort();
        int audioChannels = in.getShort();
        int sampleRateHz = in.getInt();
        int bytesPerSecond = in.getInt();
        int bytesPerFrame = in.getShort();
        int bits = in.getShort();
        equal(bytesPerFrame, audioChannels * bits / 8);
        equal(bytesPerSecond, sampleRateHz * bytesPerFrame);
        expect(in, "data");
        equal(in.getInt(), in.remaining());
        short[] values = new short[in.remaining() / 2];
        in.asShortBuffer().get(values);
        return new WavFile(formatCode, audioChannels, sampleRateHz, bits, values);
    }

    int formatCode() {
        return formatCode;
    }

    int audioChannels() {
        return audioChannels;
    }

    int sampleRateHz() {
        return sampleRateHz;
    }

    int bitsPerValue() {
        return bitsPerValue;
    }

    short[] values() {
        return values;
    }

    int frames() {
        return values.length / audioChannels;
    }

    /** The root of the mean square between two times, 1 being full scale. */
    double loudness(double fromSeconds, double toSeconds) {
        int from = ((int) (fromSeconds * sampleRateHz)) * audioChannels;
        int to = Math.min(values.length, ((int) (toSeconds * sampleRateHz)) * audioChannels);
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += (double) values[i] * values[i];
        }
        return Math.sqrt(sum / (to - from)) / 32768;
    }

    int peak() {
        int peak = 0;
        for (short value : values) {
            peak = Math.max(peak, Math.abs(value));
        }
        return peak;
    }

    /** How strong a frequency is in the first audio channel between half a second and one second and a half (Goertzel). */
    double strengthOf(double frequencyHz) {
        double factor = 2 * Math.cos(2 * Math.PI * frequencyHz / sampleRateHz);
        double last = 0;
        double beforeLast = 0;
        for (int frame = sampleRateHz / 2; frame < sampleRateHz * 3 / 2; frame++) {
            double next = values[frame * audioChannels] + factor * last - beforeLast;
            beforeLast = last;
            last = next;
        }
        return last * last + beforeLast * beforeLast - factor * last * beforeLast;
    }

    private static void expect(ByteBuffer in, String letters) {
        byte[] found = new byte[4];
        in.get(found);
        if (!letters.equals(new String(found, StandardCharsets.US_ASCII))) {
            throw new AssertionError("expected the letters " + letters);
        }
    }

    private static void equal(int actual, int expected) {
        if (actual != expected) {
            throw new AssertionError("expected " + expected + ", was " + actual);
        }
    }
}
