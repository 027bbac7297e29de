package diabolo.audio;

import diabolo.note.WholeFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes sound to a WAV file, as loud as it can be without clipping: the peak lies at -1 dB below full scale.
 *
 * <pre>{@code
 * WavWriter.write(synthesizer.render(piece), WavFormat.STEREO, Path.of("piece.wav"));
 * byte[] inline = WavWriter.toBytes(synthesizer.render(piece), WavFormat.COMPACT); // for a data: URL in a report
 * }</pre>
 *
 * <p>The peak is known only at the end. So the sound is first written as floating point while it is rendered, then made
 * louder or softer and brought to 16 bits within the same file: a value shrinks from four bytes to two, and what is written
 * never overtakes what is still to be read. Memory stays at one block whatever the length.
 */
public final class WavWriter {

    /** The highest value written: -1 dB below full scale. */
    public static final double PEAK = 0.8912509381337456;

    /** Below this, 80 dB under full scale, a result counts as silence. */
    private static final float SILENCE = 1e-4f;

    private static final int HEADER_BYTES = 44;
    private static final int BLOCK_VALUES = 16_384;

    private WavWriter() {}

    /**
     * Writes a WAV file, whole or not at all.
     *
     * @throws AudioException if there is nothing to hear
     * @throws IOException if rendering or writing failed; a file of that name is then as it was before
     */
    public static void write(Pcm pcm, WavFormat format, Path path) throws IOException {
        WholeFile.write(path, temporary -> writeTo(pcm, format, temporary));
    }

    /**
     * The bytes of a WAV file, for short sounds.
     *
     * @throws AudioException if there is nothing to hear
     * @throws IOException if rendering failed
     */
    public static byte[] toBytes(Pcm pcm, WavFormat format) throws IOException {
        Path temporary = Files.createTempFile("diabolo", ".wav");
        try {
            Files.delete(temporary);
            writeTo(pcm, format, temporary);
            return Files.readAllBytes(temporary);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void writeTo(Pcm pcm, WavFormat format, Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(
                path, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            FloatSpool spool = new FloatSpool(channel, HEADER_BYTES);
            WavResampler resampler = new WavResampler(format, spool);
            pcm.forEachBlock(resampler);
            resampler.finish();
            if (!(spool.peak() >= SILENCE)) {
                throw new AudioException(
                        "The sound is silent (its peak is " + spool.peak()
                                + " of 1), and a silent file would only puzzle; choose a SoundFont that has the instruments of the piece");
            }
            toSixteenBits(channel, spool.count(), PEAK / spool.peak());
            writeHeader(channel, format, 2 * spool.count());
        }
    }

    private static void toSixteenBits(FileChannel channel, long count, double factor) throws IOException {
        ByteBuffer floats = ByteBuffer.allocate(4 * BLOCK_VALUES).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer shorts = ByteBuffer.allocate(2 * BLOCK_VALUES).order(ByteOrder.LITTLE_ENDIAN);
        for (long done = 0; done < count; ) {
            int values = (int) Math.min(BLOCK_VALUES, count - done);
            floats.clear().limit(4 * values);
            readFully(channel, floats, HEADER_BYTES + 4 * done);
            floats.flip();
            shorts.clear();
            while (floats.hasRemaining()) {
                shorts.putShort((short) Math.round(floats.getFloat() * factor * Short.MAX_VALUE));
            }
            writeFully(channel, shorts.flip(), HEADER_BYTES + 2 * done);
            done += values;
        }
        channel.truncate(HEADER_BYTES + 2 * count);
    }

    private static void writeHeader(FileChannel channel, WavFormat format, long dataBytes) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        header.put(ascii("RIFF"))
                .putInt(Math.toIntExact(dataBytes + HEADER_BYTES - 8))
                .put(ascii("WAVE"));
        header.put(ascii("fmt ")).putInt(16);
        header.putShort((short) 1).putShort((short) format.audioChannels());
        header.putInt(format.sampleRateHz()).putInt(format.sampleRateHz() * format.bytesPerFrame());
        header.putShort((short) format.bytesPerFrame()).putShort((short) 16);
        header.put(ascii("data")).putInt(Math.toIntExact(dataBytes));
        writeFully(channel, header.flip(), 0);
    }

    private static byte[] ascii(String fourLetters) {
        return fourLetters.getBytes(StandardCharsets.US_ASCII);
    }

    private static void readFully(FileChannel channel, ByteBuffer buffer, long position) throws IOException {
        while (buffer.hasRemaining()) {
            int read = channel.read(buffer, position);
            if (read < 0) {
                throw new IOException("The temporary file was cut short while it was written; try again");
            }
            position += read;
        }
    }

    static void writeFully(FileChannel channel, ByteBuffer buffer, long position) throws IOException {
        while (buffer.hasRemaining()) {
            position += channel.write(buffer, position);
        }
    }
}
