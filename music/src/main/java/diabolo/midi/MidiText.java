package diabolo.midi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Text of meta events: the format names no encoding, so it is UTF-8 where it can be and Latin-1 otherwise. */
final class MidiText {

    /** Names are for people; a longer one is cut. */
    static final int MAX_BYTES = 1000;

    private static final Pattern CONTROL_CHARACTERS = Pattern.compile("\\p{Cntrl}+");

    private MidiText() {}

    static String decode(byte[] data) {
        byte[] kept = Arrays.copyOf(data, cut(data));
        String text;
        try {
            text = UTF_8.newDecoder().decode(ByteBuffer.wrap(kept)).toString();
        } catch (CharacterCodingException notUtf8) {
            text = new String(kept, ISO_8859_1);
        }
        return CONTROL_CHARACTERS.matcher(text).replaceAll(" ").strip();
    }

    /** Not within a character of UTF-8, whose later bytes begin with the bits 10. */
    private static int cut(byte[] data) {
        int length = Math.min(data.length, MAX_BYTES);
        while (length > 0 && length < data.length && (data[length] & 0xC0) == 0x80) {
            length--;
        }
        return length;
    }
}
