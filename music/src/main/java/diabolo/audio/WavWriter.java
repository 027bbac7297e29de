package diabolo.audio;

import diabolo.file.AtomicFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Writes sound to a WAV file, as loud as it can be without clipping: the peak lies at -1 dB below full scale.
 *
 * <pre>{@code
 * WavWriter.write(synthesizer.render(piece), WavFormat.STEREO, Path.of("piece.wav"));
 * byte[] inline = WavWriter.toBytes(synthesizer.render(piece), WavFormat.COMPACT); // for a data: URL in a report
 * }</pre>
 *
 * <p>The peak is known only at the end. So the sound is first spooled as floating point to a temporary file while it is
 * rendered (21 MB a minute in stereo), then read again, made louder or softer and brought to 16 bits. Memory stays at one
 * block whatever the length.
 */
public final class WavWriter {

    /** The highest value written: -1 dB below full scale. */
    public static final double PEAK = 0.8912509381337456;

    /** Below this, 80 dB under full scale, a result counts as silence. */
    private static final float SILENCE = 1e-4f;

    private static final int HEADER_BYTES = 44;

    private WavWriter() {}

    /**
     * Writes a WAV file, whole or not at all.
     *
     * @throws AudioException if there is nothing to hear
     * @throws IOException if rendering or writing failed; a file of that name is then as it was before
     */
    public static void write(Pcm pcm, WavFormat format, Path path) throws IOException {
        try (FloatSpool spool = spool(pcm, format)) {
            AtomicFile.write(path, out -> writeTo(out, spool, format));
        }
    }

    /** Writes the bytes of a WAV file to a stream, as {@link #write(Pcm, WavFormat, Path)} does to a file. */
    public static void write(Pcm pcm, WavFormat format, OutputStream out) throws IOException {
        try (FloatSpool spool = spool(pcm, format)) {
            writeTo(out, spool, format);
        }
    }

    /**
     * The bytes of a WAV file, for short sounds.
     *
     * @throws AudioException if there is nothing to hear
     * @throws IOException if rendering failed
     */
    public static byte[] toBytes(Pcm pcm, WavFormat format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(pcm, format, bytes);
        return bytes.toByteArray();
    }

    private static FloatSpool spool(Pcm pcm, WavFormat format) throws IOException {
        FloatSpool spool = new FloatSpool();
        try {
            WavResampler resampler = new WavResampler(format, spool);
            pcm.forEachBlock(resampler);
            resampler.finish();
            if (!(spool.peak() >= SILENCE)) {
                throw new AudioException(
                        "The sound is silent (its peak is " + spool.peak()
                                + " of 1), and a silent file would only puzzle; choose a SoundFont that has the instruments of the piece");
            }
            return spool;
        } catch (IOException | RuntimeException e) {
            spool.close();
            throw e;
        }
    }

    private static void writeTo(OutputStream out, FloatSpool spool, WavFormat format) throws IOException {
        out.write(header(format, 2 * spool.count()));
        double factor = PEAK / spool.peak() * Short.MAX_VALUE;
        spool.forEachBlock(floats -> {
            ByteBuffer shorts =
                    ByteBuffer.allocate(Short.BYTES * floats.remaining()).order(ByteOrder.LITTLE_ENDIAN);
            while (floats.hasRemaining()) {
                shorts.putShort((short) Math.round(floats.get() * factor));
            }
            out.write(shorts.array());
        });
    }

    private static byte[] header(WavFormat format, long dataBytes) {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        header.put(ascii("RIFF"))
                .putInt(Math.toIntExact(dataBytes + HEADER_BYTES - 8))
                .put(ascii("WAVE"));
        header.put(ascii("fmt ")).putInt(16);
        header.putShort((short) 1).putShort((short) format.audioChannels());
        header.putInt(format.sampleRateHz()).putInt(format.sampleRateHz() * format.bytesPerFrame());
        header.putShort((short) format.bytesPerFrame()).putShort((short) 16);
        header.put(ascii("data")).putInt(Math.toIntExact(dataBytes));
        return header.array();
    }

    private static byte[] ascii(String fourLetters) {
        return fourLetters.getBytes(StandardCharsets.US_ASCII);
    }
}
