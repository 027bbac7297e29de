package diabolo.musicxml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * XML text in the making, indented, with every name and text escaped.
 *
 * <pre>{@code
 * xml.open("pitch").leaf("step", "C").leaf("octave", 4).close();
 * }</pre>
 *
 * <p>Belongs to one writing on one thread.
 */
final class XmlOutput {

    private final StringBuilder text = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    XmlOutput(String prolog) {
        text.append(prolog);
    }

    /** Opens an element; attributes are names and values in turn. */
    XmlOutput open(String name, Object... attributes) {
        begin(name, attributes).append(">\n");
        open.push(name);
        return this;
    }

    XmlOutput close() {
        String name = open.pop();
        indent().append("</").append(name).append(">\n");
        return this;
    }

    /** An element with text. */
    XmlOutput leaf(String name, Object content, Object... attributes) {
        begin(name, attributes).append('>').append(escaped(content.toString()));
        text.append("</").append(name).append(">\n");
        return this;
    }

    XmlOutput empty(String name, Object... attributes) {
        begin(name, attributes).append("/>\n");
        return this;
    }

    byte[] toBytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private StringBuilder begin(String name, Object... attributes) {
        if (text.length() > MxlArchive.MAX_INFLATED_BYTES) {
            throw new IllegalArgumentException(
                    "the piece makes more than %d MB of MusicXML, and no more is read again; write it as MIDI, or cut it"
                            .formatted(MxlArchive.MAX_INFLATED_BYTES >> 20));
        }
        indent().append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ').append(attributes[i]).append("=\"");
            text.append(escaped(attributes[i + 1].toString())).append('"');
        }
        return text;
    }

    private StringBuilder indent() {
        return text.append(" ".repeat(open.size()));
    }

    /** Characters that XML cannot hold, such as those that control a terminal, become blanks. */
    private static String escaped(String content) {
        StringBuilder escaped = new StringBuilder();
        content.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(isAllowed(c) ? c : ' ');
            }
        });
        return escaped.toString();
    }

    private static boolean isAllowed(int c) {
        boolean isSurrogate = c >= 0xD800 && c <= 0xDFFF;
        return c >= 0x20 && !isSurrogate && c != 0xFFFE && c != 0xFFFF;
    }
}
