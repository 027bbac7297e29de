package diabolo.midi;

/**
 * A reading position in a range of bytes that it cannot leave.
 *
 * <p>Not thread-safe: it holds the position.
 */
final class ByteCursor {

    private final byte[] bytes;
    private final int limit;
    private int position;

    /** @param limit the offset after the last byte that may be read; at most the number of bytes */
    ByteCursor(byte[] bytes, int position, int limit) {
        this.bytes = bytes;
        this.position = position;
        this.limit = limit;
    }

    int position() {
        return position;
    }

    boolean isAtEnd() {
        return position >= limit;
    }

    /** The next byte, 0 to 255, without moving. */
    int peek() throws BrokenEventException {
        if (isAtEnd()) {
            throw new BrokenEventException(position, "the track breaks off within an event");
        }
        return bytes[position] & 0xFF;
    }

    int next() throws BrokenEventException {
        int value = peek();
        position++;
        return value;
    }

    /** A variable-length quantity: seven bits a byte, the highest bit set on all but the last, at most four bytes. */
    int variableLength() throws BrokenEventException {
        int start = position;
        int value = 0;
        for (int count = 0; count < 4; count++) {
            int octet = next();
            value = (value << 7) | (octet & 0x7F);
            if (octet < 0x80) {
                return value;
            }
        }
        position = start;
        throw new BrokenEventException(start, "a variable-length number has at most 4 bytes, this one goes on");
    }

    /**
     * Whether a negative number of 32 bits stands here, in five bytes, as some programs write the time before the beginning; it is
     * passed over.
     */
    boolean skipsNegativeLength() {
        boolean isNegative = position + 5 <= limit && (bytes[position] & 0xF8) == 0x88;
        for (int i = 1; i < 4 && isNegative; i++) {
            isNegative = bytes[position + i] < 0;
        }
        isNegative = isNegative && bytes[position + 4] >= 0;
        position += isNegative ? 5 : 0;
        return isNegative;
    }

    /** The next bytes as an array; allocated only after it is known that they are there. */
    byte[] take(int count) throws BrokenEventException {
        int start = position;
        skip(count);
        byte[] taken = new byte[count];
        System.arraycopy(bytes, start, taken, 0, count);
        return taken;
    }

    void skip(int count) throws BrokenEventException {
        if (count > limit - position) {
            throw new BrokenEventException(
                    position,
                    "an event declares %d bytes, but %d are left in the track".formatted(count, limit - position));
        }
        position += count;
    }
}
