package diabolo.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** Values appended to a file as 32-bit floats, and the highest of them. Not safe for threads. */
final class FloatSpool {

    private final FileChannel channel;
    private final long start;
    private ByteBuffer buffer = ByteBuffer.allocate(0);
    private long count;
    private float peak;

    FloatSpool(FileChannel channel, long start) {
        this.channel = channel;
        this.start = start;
    }

    void append(float[] values, int length) throws IOException {
        if (buffer.capacity() < 4 * length) {
            buffer = ByteBuffer.allocate(4 * length).order(ByteOrder.LITTLE_ENDIAN);
        }
        buffer.clear();
        for (int i = 0; i < length; i++) {
            buffer.putFloat(values[i]);
            peak = Math.max(peak, Math.abs(values[i]));
        }
        WavWriter.writeFully(channel, buffer.flip(), start + 4 * count);
        count += length;
    }

    long count() {
        return count;
    }

    float peak() {
        return peak;
    }
}
