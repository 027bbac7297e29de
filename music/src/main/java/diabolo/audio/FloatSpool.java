package diabolo.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/** Values kept in a temporary file as 32-bit floats, and the highest of them. Closing deletes the file. Not safe for threads. */
final class FloatSpool implements AutoCloseable {

    /** Takes values that were kept, block by block. */
    @FunctionalInterface
    interface Reader {
        void accept(FloatBuffer values) throws IOException;
    }

    private static final int BLOCK_BYTES = 1 << 16;

    private final FileChannel channel;
    private ByteBuffer buffer = ByteBuffer.allocate(0);
    private long count;
    private float peak;

    FloatSpool() throws IOException {
        try {
            channel = FileChannel.open(
                    Files.createTempFile("diabolo", ".pcm"),
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException failure) {
            throw noRoom(failure);
        }
    }

    void append(float[] values, int length) throws IOException {
        if (buffer.capacity() < Float.BYTES * length) {
            buffer = ByteBuffer.allocate(Float.BYTES * length).order(ByteOrder.LITTLE_ENDIAN);
        }
        buffer.clear();
        for (int i = 0; i < length; i++) {
            buffer.putFloat(values[i]);
            peak = Math.max(peak, Math.abs(values[i]));
        }
        buffer.flip();
        try {
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (IOException failure) {
            throw noRoom(failure);
        }
        count += length;
    }

    private static IOException noRoom(IOException failure) {
        return new IOException(
                "Sound could not be kept in the folder for temporary files, %s (%s); make room there, 21 MB for a minute"
                        .formatted(System.getProperty("java.io.tmpdir"), failure.getMessage()),
                failure);
    }

    /** Gives all values from the first on; may be called again. */
    void forEachBlock(Reader reader) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(BLOCK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        channel.position(0);
        for (long left = Float.BYTES * count; left > 0; left -= block.limit()) {
            block.clear().limit((int) Math.min(BLOCK_BYTES, left));
            while (block.hasRemaining()) {
                if (channel.read(block) < 0) {
                    throw new IOException("A temporary file was cut short while it was in use; try again");
                }
            }
            reader.accept(block.flip().asFloatBuffer());
        }
    }

    long count() {
        return count;
    }

    float peak() {
        return peak;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
