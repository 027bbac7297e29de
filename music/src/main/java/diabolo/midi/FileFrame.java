package diabolo.midi;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.HexFormat;

/**
 * Where in the bytes the MIDI file proper lies: all of them, or the data of a RIFF wrapper (RMID), or after a foreign
 * beginning.
 *
 * @param start offset of MThd
 * @param end offset after the last byte
 */
record FileFrame(int start, int end) {

    /** A foreign beginning, such as a MacBinary header of 128 bytes, is looked behind no farther than this. */
    private static final int SEARCHED_BYTES = 1024;

    private static final int RIFF_START_BYTES = 12;

    static FileFrame find(byte[] bytes, Diagnosis diagnosis) throws MalformedMidiException {
        if (bytes.length == 0) {
            throw diagnosis.refusal(0, "the file is empty", "fetch or export it again");
        }
        if (isAt(bytes, 0, "MThd")) {
            return new FileFrame(0, bytes.length);
        }
        if (isAt(bytes, 0, "RIFF") && isAt(bytes, 8, "RMID")) {
            return insideRiff(bytes, diagnosis);
        }
        for (int start = 1; start < Math.min(SEARCHED_BYTES, bytes.length); start++) {
            if (isAt(bytes, start, "MThd")) {
                diagnosis.repair(
                        0,
                        "a MIDI file begins with MThd, which stands at byte " + start,
                        "what comes before is skipped");
                return new FileFrame(start, bytes.length);
            }
        }
        String found = HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes, 0, Math.min(4, bytes.length));
        throw diagnosis.refusal(
                0, "a MIDI file begins with MThd (4D 54 68 64), found " + found, "choose a Standard MIDI File (.mid)");
    }

    private static FileFrame insideRiff(byte[] bytes, Diagnosis diagnosis) throws MalformedMidiException {
        long position = RIFF_START_BYTES;
        while (position + 8 <= bytes.length) {
            int start = (int) position + 8;
            long length = littleEndian32(bytes, (int) position + 4);
            if (isAt(bytes, (int) position, "data")) {
                return midiChunk(bytes, start, length, diagnosis);
            }
            position = start + length + (length & 1);
        }
        throw diagnosis.refusal(
                RIFF_START_BYTES, "a RIFF MIDI file has a \"data\" chunk, this has none", "export it as a plain .mid");
    }

    private static FileFrame midiChunk(byte[] bytes, int start, long length, Diagnosis diagnosis)
            throws MalformedMidiException {
        if (!isAt(bytes, start, "MThd")) {
            throw diagnosis.refusal(
                    start, "the data of a RIFF MIDI file begins with MThd, this does not", "export it as a plain .mid");
        }
        if (length > bytes.length - start) {
            diagnosis.repair(
                    start - 4,
                    "the RIFF data chunk declares %d bytes, but %d are left".formatted(length, bytes.length - start),
                    "what is there is read");
        }
        return new FileFrame(start, (int) Math.min(start + length, bytes.length));
    }

    private static boolean isAt(byte[] bytes, int position, String id) {
        return position + 4 <= bytes.length && new String(bytes, position, 4, US_ASCII).equals(id);
    }

    private static long littleEndian32(byte[] bytes, int position) {
        long value = 0;
        for (int i = 3; i >= 0; i--) {
            value = (value << 8) | Byte.toUnsignedLong(bytes[position + i]);
        }
        return value;
    }
}
