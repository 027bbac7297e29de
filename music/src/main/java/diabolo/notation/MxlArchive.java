package diabolo.notation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLStreamException;

/**
 * Compressed MusicXML: a ZIP archive whose {@code META-INF/container.xml} names the entry with the music.
 *
 * <pre>{@code
 * byte[] xml = MxlArchive.notationIn(Files.readAllBytes(Path.of("song.mxl")));
 * }</pre>
 *
 * <p>Everything stays in memory, so an entry's name leads nowhere; entries, inflated size and ratio are bounded. Stateless.
 */
final class MxlArchive {

    static final int MAX_INFLATED_BYTES = 64 << 20;

    private static final int MAX_ENTRIES = 1_000;
    private static final int MAX_RATIO = 200;
    private static final int RATIO_MATTERS_FROM_BYTES = 1 << 20;
    private static final String CONTAINER = "META-INF/container.xml";
    private static final String MUSICXML_MEDIA_TYPE = "application/vnd.recordare.musicxml+xml";
    private static final String SAVE_AGAIN = "export it again, or as plain .musicxml";

    private final byte[] archive;
    private long inflatedBytes;

    private MxlArchive(byte[] archive) {
        this.archive = archive;
    }

    /** Whether the bytes begin like a ZIP archive. */
    static boolean isArchive(byte[] bytes) {
        return bytes.length >= 4 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] < 9 && bytes[3] < 9;
    }

    /**
     * The MusicXML document in an archive.
     *
     * @throws MalformedNotationException if the archive is damaged, inflates out of proportion, or names no music
     */
    static byte[] notationIn(byte[] archive) throws MalformedNotationException {
        Map<String, byte[]> documents;
        try {
            documents = new MxlArchive(archive).xmlDocuments();
        } catch (MalformedNotationException refused) {
            throw refused;
        } catch (IOException | IllegalArgumentException e) {
            throw refusing("the ZIP archive is damaged (" + e.getMessage() + ")", SAVE_AGAIN);
        }
        byte[] container = documents.get(CONTAINER);
        if (container == null) {
            throw refusing(
                    "the ZIP archive has no entry " + CONTAINER, "if it is not compressed MusicXML, unpack it first");
        }
        String root = rootFile(container)
                .orElseThrow(() -> refusing(CONTAINER + " names no MusicXML file in a <rootfile>", SAVE_AGAIN));
        byte[] notation = documents.get(root);
        if (notation == null) {
            throw refusing(
                    "%s names '%s', which is not in the archive".formatted(CONTAINER, XmlCursor.quotable(root)),
                    SAVE_AGAIN);
        }
        return notation;
    }

    private Map<String, byte[]> xmlDocuments() throws IOException {
        Map<String, byte[]> documents = new LinkedHashMap<>();
        // Latin-1 decodes any name; those without the UTF-8 flag are decoded again below, as most programs write UTF-8
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive), StandardCharsets.ISO_8859_1)) {
            int entries = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MAX_ENTRIES) {
                    throw refusing("the ZIP archive has more than %d entries".formatted(MAX_ENTRIES), SAVE_AGAIN);
                }
                byte[] content = inflate(zip);
                documents.putIfAbsent(entry.getName(), content);
                documents.putIfAbsent(
                        new String(entry.getName().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8),
                        content);
            }
        }
        return documents;
    }

    private byte[] inflate(ZipInputStream zip) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        for (int count = zip.read(buffer); count >= 0; count = zip.read(buffer)) {
            inflatedBytes += count;
            requireProportion();
            content.write(buffer, 0, count);
        }
        return content.toByteArray();
    }

    private void requireProportion() throws MalformedNotationException {
        if (inflatedBytes > MAX_INFLATED_BYTES) {
            throw refusing(
                    "the ZIP archive inflates to more than %d bytes".formatted(MAX_INFLATED_BYTES),
                    "split the piece into movements");
        }
        if (inflatedBytes > RATIO_MATTERS_FROM_BYTES && inflatedBytes / MAX_RATIO > archive.length) {
            throw refusing("the ZIP archive inflates to more than %d times its size".formatted(MAX_RATIO), SAVE_AGAIN);
        }
    }

    private static Optional<String> rootFile(byte[] container) throws MalformedNotationException {
        try (XmlCursor xml = XmlCursor.open(container)) {
            xml.nextChild();
            while (xml.nextChild()) {
                if (!xml.name().equals("rootfiles")) {
                    xml.skip();
                    continue;
                }
                while (xml.nextChild()) {
                    String mediaType = xml.attribute("media-type").orElse(MUSICXML_MEDIA_TYPE);
                    Optional<String> path = xml.attribute("full-path");
                    xml.skip();
                    if (path.isPresent() && mediaType.equals(MUSICXML_MEDIA_TYPE)) {
                        return path;
                    }
                }
            }
            return Optional.empty();
        } catch (XMLStreamException e) {
            throw refusing("in " + CONTAINER + ", " + XmlCursor.reasonOf(e), SAVE_AGAIN);
        }
    }

    private static MalformedNotationException refusing(String message, String remedy) {
        return MalformedNotationException.refusing("compressed MusicXML", message, remedy);
    }
}
