package diabolo.abc;

import diabolo.notation.FindingLog;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Bytes of an ABC file as characters: UTF-16 by its mark, else UTF-8, and what is no UTF-8 as Latin-1, where no byte is wrong.
 *
 * <p>Stateless.
 */
final class AbcText {

    private AbcText() {}

    static String decode(byte[] bytes, FindingLog log) {
        String text = decode(bytes, unicodeOf(bytes));
        if (text.isEmpty() && bytes.length > 0) {
            log.note("some bytes are not UTF-8", "read as Latin-1");
            text = new String(bytes, StandardCharsets.ISO_8859_1);
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Charset unicodeOf(byte[] bytes) {
        int first = bytes.length < 2 ? 0 : ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
        return switch (first) {
            case 0xFEFF -> StandardCharsets.UTF_16BE;
            case 0xFFFE -> StandardCharsets.UTF_16LE;
            default -> StandardCharsets.UTF_8;
        };
    }

    /** The text; empty where the bytes are not in that charset. */
    private static String decode(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException otherCharset) {
            return "";
        }
    }
}
