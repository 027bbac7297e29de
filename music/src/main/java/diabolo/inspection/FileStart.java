package diabolo.inspection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the first bytes of a file, and for archives the last, say about its kind.
 *
 * @param description for people, of what is no music that we read: {@code this is a PDF document}
 */
record FileStart(Format format, String description) {

    private static final int LOOKED_AT_BYTES = 1 << 16;

    /** A MIDI file behind a foreign beginning, such as a MacBinary header, is looked for here; as the reader does. */
    private static final int MIDI_SEARCHED_BYTES = 1024;

    /** A field of a tune, as a header has several of them. */
    private static final Pattern ABC_FIELD = Pattern.compile("^[ \t]*([XTMLQK]):(?![|:])", Pattern.MULTILINE);

    /** Office documents, e-books and programs are archives with XML in them too. */
    private static final Pattern OTHER_ARCHIVE = Pattern.compile(
            "\\[Content_Types\\]\\.xml|mimetypeapplication/|META-INF/MANIFEST\\.MF|AndroidManifest\\.xml");

    private static final Pattern NOT_MUSIC_XML = Pattern.compile("<(!doctype )?(html|svg|museScore|plist|rss)\\b");

    static FileStart of(Path file) throws IOException {
        String head;
        String tail;
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "r")) {
            head = latin1(content, 0);
            tail = latin1(content, Math.max(0, content.length() - LOOKED_AT_BYTES));
        }
        if (head.isEmpty()) {
            return other("the file is empty");
        }
        if (head.startsWith("MThd") || (head.startsWith("RIFF") && head.startsWith("RMID", 8))) {
            return new FileStart(Format.MIDI, "");
        }
        if (head.startsWith("PK\u0003\u0004")) {
            return archive(head + tail);
        }
        return KnownKind.of(head)
                .map(kind -> other("this is " + kind.description()))
                .or(() -> text(head))
                .orElseGet(() -> binary(head));
    }

    private static FileStart archive(String names) {
        boolean music = names.contains("META-INF/container.xml") && !names.contains("application/epub+zip");
        boolean isOther = OTHER_ARCHIVE.matcher(names).find();
        return music || names.contains(".musicxml") || (names.contains(".xml") && !isOther)
                ? new FileStart(Format.COMPRESSED_MUSIC_XML, "")
                : other("this is a ZIP archive without MusicXML in it");
    }

    private static Optional<FileStart> text(String head) {
        String text = withoutMark(head);
        String start = text.stripLeading();
        if (start.startsWith("<")) {
            return Optional.of(
                    NOT_MUSIC_XML
                                            .matcher(start.substring(0, Math.min(1000, start.length())))
                                            .find()
                                    && !start.contains("<score-")
                            ? other("this is XML or HTML of another kind than MusicXML")
                            : new FileStart(Format.MUSIC_XML, ""));
        }
        if (text.startsWith("%abc") || hasHeaderOfAbc(text)) {
            return Optional.of(new FileStart(Format.ABC, ""));
        }
        boolean printable = text.chars().noneMatch(c -> c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f');
        return printable ? Optional.of(other("this is text, but neither MusicXML nor ABC")) : Optional.empty();
    }

    /** A number or a key, and another field. */
    private static boolean hasHeaderOfAbc(String text) {
        Set<String> fields =
                ABC_FIELD.matcher(text).results().map(field -> field.group(1)).collect(Collectors.toSet());
        return fields.size() > 1 && (fields.contains("X") || fields.contains("K"));
    }

    private static FileStart binary(String head) {
        if (head.substring(0, Math.min(MIDI_SEARCHED_BYTES + 4, head.length())).contains("MThd")) {
            return new FileStart(Format.MIDI, "");
        }
        byte[] first = head.substring(0, Math.min(8, head.length())).getBytes(ISO_8859_1);
        return other("this is binary data of a kind that we do not know (it begins with %s)"
                .formatted(HexFormat.ofDelimiter(" ").withUpperCase().formatHex(first)));
    }

    /** Text in UTF-16 is told by its mark; its zero bytes are left out, which keeps the letters that matter here. */
    private static String withoutMark(String head) {
        if (head.startsWith("\u00EF\u00BB\u00BF")) {
            return head.substring(3);
        }
        boolean utf16 = head.startsWith("\u00FF\u00FE")
                || head.startsWith("\u00FE\u00FF")
                || head.startsWith("\u0000<")
                || head.startsWith("<\u0000");
        return utf16 ? head.replaceAll("[\u0000\u00FE\u00FF]", "") : head;
    }

    private static String latin1(RandomAccessFile content, long from) throws IOException {
        content.seek(from);
        byte[] bytes = new byte[(int) Math.min(LOOKED_AT_BYTES, content.length() - from)];
        content.readFully(bytes);
        return new String(bytes, ISO_8859_1);
    }

    private static FileStart other(String description) {
        return new FileStart(Format.OTHER, description);
    }
}
