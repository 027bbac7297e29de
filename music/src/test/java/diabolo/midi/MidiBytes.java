package diabolo.midi;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Builds the bytes of small MIDI files, right or wrong, for tests.
 *
 * <pre>{@code
 * byte[] file = MidiBytes.format(1).division(96).track("00 90 3C 40 60 80 3C 40 00 FF 2F 00").build();
 * }</pre>
 *
 * <p>Bytes are written in hexadecimal, as a reader of the specification sees them.
 */
public final class MidiBytes {

    /** A middle C of one beat at 96 ticks a beat. */
    public static final String C4_FOR_A_BEAT = "00 90 3C 40 60 80 3C 40 ";

    public static final String END = "00 FF 2F 00 ";

    private final int format;
    private final List<byte[]> chunks = new ArrayList<>();
    private int division = 96;
    private int tracks;
    private int announced = -1;

    private MidiBytes(int format) {
        this.format = format;
    }

    public static MidiBytes format(int format) {
        return new MidiBytes(format);
    }

    MidiBytes division(int value) {
        this.division = value;
        return this;
    }

    MidiBytes announcing(int count) {
        this.announced = count;
        return this;
    }

    public MidiBytes track(String hex) {
        return trackDeclaring(hex(hex).length, hex);
    }

    MidiBytes trackDeclaring(long length, String hex) {
        tracks++;
        return chunk("MTrk", length, hex);
    }

    MidiBytes chunk(String id, long length, String hex) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(id.getBytes(StandardCharsets.US_ASCII));
        write(out, length, 4);
        out.writeBytes(hex(hex));
        chunks.add(out.toByteArray());
        return this;
    }

    MidiBytes raw(String hex) {
        chunks.add(hex(hex));
        return this;
    }

    public byte[] build() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(hex("4D 54 68 64 00 00 00 06"));
        write(out, format, 2);
        write(out, announced < 0 ? tracks : announced, 2);
        write(out, division, 2);
        chunks.forEach(out::writeBytes);
        return out.toByteArray();
    }

    static byte[] hex(String hex) {
        String digits = hex.replaceAll("\\s", "");
        return HexFormat.of().parseHex(digits);
    }

    private static void write(ByteArrayOutputStream out, long value, int count) {
        for (int shift = 8 * (count - 1); shift >= 0; shift -= 8) {
            out.write((int) (value >> shift));
        }
    }
}
