package diabolo.midi;

import java.io.ByteArrayOutputStream;

/**
 * Writes the events of one track, in order of time, as bytes.
 *
 * <p>Not thread-safe: it holds the time of the latest event.
 */
final class TrackEncoder {

    private static final int MAX_DELTA = (1 << 28) - 1;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private long now;

    /** @param tick not before that of the event before */
    void channelEvent(long tick, int... bytes) {
        moveTo(tick);
        for (int octet : bytes) {
            out.write(octet);
        }
    }

    void metaEvent(long tick, int type, byte... data) {
        moveTo(tick);
        out.write(0xFF);
        out.write(type);
        variableLength(data.length);
        out.writeBytes(data);
    }

    /** The whole chunk; nothing may be added afterwards. */
    byte[] endAndTake() {
        metaEvent(now, MetaEvents.END_OF_TRACK);
        byte[] body = out.toByteArray();
        ByteArrayOutputStream chunk = new ByteArrayOutputStream(body.length + 8);
        chunk.writeBytes(new byte[] {'M', 'T', 'r', 'k'});
        for (int shift = 24; shift >= 0; shift -= 8) {
            chunk.write(body.length >> shift);
        }
        chunk.writeBytes(body);
        return chunk.toByteArray();
    }

    /** A delta has at most 28 bits; a longer rest is crossed by empty texts. */
    private void moveTo(long tick) {
        while (tick - now > MAX_DELTA) {
            now += MAX_DELTA;
            variableLength(MAX_DELTA);
            out.writeBytes(new byte[] {(byte) 0xFF, MetaEvents.TEXT, 0});
        }
        variableLength((int) (tick - now));
        now = tick;
    }

    private void variableLength(int value) {
        for (int shift = 21; shift > 0; shift -= 7) {
            if (value >> shift != 0) {
                out.write(((value >> shift) & 0x7F) | 0x80);
            }
        }
        out.write(value & 0x7F);
    }
}
