package diabolo.musicxml;

import diabolo.notation.FindingLog;
import diabolo.notation.MalformedNotationException;
import diabolo.note.Quoted;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bytes of an XML document as characters: by byte order mark, by the encoding that it declares, else UTF-8.
 *
 * <p>The JDK's parser would do it too, but it prints about bad bytes on standard error. Stateless.
 */
final class XmlText {

    private static final int DECLARATION_BYTES = 200;
    private static final Pattern ENCODING =
            Pattern.compile("^<\\?xml[^>]*encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");
    private static final String SAVE_AGAIN = "save the file again as UTF-8";

    private XmlText() {}

    static String decode(byte[] xml, FindingLog log) throws MalformedNotationException {
        Charset charset = charsetOf(xml, log);
        String text;
        try {
            text = charset.newDecoder().decode(ByteBuffer.wrap(xml)).toString();
        } catch (CharacterCodingException e) {
            log.repair(
                    "some bytes are not " + charset.name(),
                    "the characters that they were meant for are lost",
                    SAVE_AGAIN);
            text = new String(xml, charset);
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Charset charsetOf(byte[] xml, FindingLog log) throws MalformedNotationException {
        int first = xml.length < 2 ? 0 : ((xml[0] & 0xFF) << 8) | (xml[1] & 0xFF);
        return switch (first) {
            case 0xFEFF, 0x003C -> StandardCharsets.UTF_16BE;
            case 0xFFFE, 0x3C00 -> StandardCharsets.UTF_16LE;
            default -> declared(xml, log);
        };
    }

    private static Charset declared(byte[] xml, FindingLog log) throws MalformedNotationException {
        int length = Math.min(xml.length, DECLARATION_BYTES);
        Matcher declaration = ENCODING.matcher(new String(xml, 0, length, StandardCharsets.ISO_8859_1));
        if (!declaration.find()) {
            return StandardCharsets.UTF_8;
        }
        try {
            Charset charset = Charset.forName(declaration.group(1));
            // a document that could be read so far is in no 16-bit encoding, whatever it declares
            return charset.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : charset;
        } catch (IllegalArgumentException unknown) {
            log.repair(
                    "the encoding '%s' is unknown".formatted(Quoted.of(declaration.group(1))),
                    "read as UTF-8",
                    SAVE_AGAIN);
            return StandardCharsets.UTF_8;
        }
    }
}
