package diabolo.musicxml;

import diabolo.notation.FindingLog;
import diabolo.notation.MalformedNotationException;
import diabolo.note.Quoted;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;

/**
 * Compressed MusicXML: a ZIP archive whose {@code META-INF/container.xml} names the entry with the music.
 *
 * <pre>{@code
 * byte[] xml = MxlArchive.notationIn(Files.readAllBytes(Path.of("song.mxl")), log);
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
    private static final String NOTATION = "score.musicxml";
    private static final String CONTAINER_XML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <container>
              <rootfiles>
                <rootfile full-path="%s" media-type="%s"/>
              </rootfiles>
            </container>
            """.formatted(NOTATION, MUSICXML_MEDIA_TYPE);
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
    static byte[] notationIn(byte[] archive, FindingLog log) throws MalformedNotationException {
        Map<String, byte[]> entries;
        try {
            entries = new MxlArchive(archive).entries();
        } catch (MalformedNotationException refused) {
            throw refused;
        } catch (EOFException e) {
            throw refusing("the ZIP archive is damaged (it ends too early)", SAVE_AGAIN);
        } catch (IOException | IllegalArgumentException e) {
            throw refusing("the ZIP archive is damaged (" + e.getMessage() + ")", SAVE_AGAIN);
        }
        String fault;
        if (!entries.containsKey(CONTAINER)) {
            return onlyNotation(entries, "the ZIP archive has no entry " + CONTAINER, log);
        }
        try {
            String root = rootFile(XmlText.decode(entries.getOrDefault(CONTAINER, new byte[0]), log));
            byte[] notation = entries.get(root);
            if (notation != null) {
                return notation;
            }
            fault = "%s names '%s', which is not in the archive".formatted(CONTAINER, Quoted.of(root));
        } catch (XMLStreamException e) {
            fault = "in %s, %s".formatted(CONTAINER, XmlCursor.reasonOf(e));
        }
        return onlyNotation(entries, fault, log);
    }

    /** The one MusicXML document that lies in an archive without a container, or with a wrong one. */
    private static byte[] onlyNotation(Map<String, byte[]> entries, String fault, FindingLog log)
            throws MalformedNotationException {
        List<String> candidates =
                entries.keySet().stream().filter(MxlArchive::looksLikeNotation).toList();
        if (candidates.size() != 1) {
            throw refusing(
                    "%s, and %s files in it could be MusicXML"
                            .formatted(fault, candidates.isEmpty() ? "no" : candidates.size()),
                    candidates.isEmpty() ? "if it is not compressed MusicXML, unpack it first" : SAVE_AGAIN);
        }
        log.repair(fault, "the only MusicXML file in the archive was read", SAVE_AGAIN);
        return entries.getOrDefault(candidates.getFirst(), new byte[0]);
    }

    /** An archive with one MusicXML document, the same bytes for the same document. */
    static byte[] of(byte[] notation) {
        byte[] deflated = zipped(notation, Deflater.DEFAULT_COMPRESSION);
        // what shrinks beyond measure, such as hours of rests, would be refused as a bomb
        return notation.length / MAX_RATIO < deflated.length ? deflated : zipped(notation, Deflater.NO_COMPRESSION);
    }

    private static byte[] zipped(byte[] notation, int level) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(level);
            put(zip, CONTAINER, CONTAINER_XML.getBytes(StandardCharsets.UTF_8));
            put(zip, NOTATION, notation);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory does not fail", impossible);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static boolean looksLikeNotation(String name) {
        String plain = name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        boolean isMusic = plain.endsWith(".xml") || plain.endsWith(".musicxml");
        // a Mac puts a file that begins with ._ beside each
        return isMusic && !plain.startsWith(".") && !name.contains("META-INF/") && !name.startsWith("__MACOSX/");
    }

    private Map<String, byte[]> entries() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        // Latin-1 decodes any name, so that none is lost; most programs mean UTF-8 without saying so
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive), StandardCharsets.ISO_8859_1)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entries.size() >= MAX_ENTRIES) {
                    throw refusing("the ZIP archive has more than %d entries".formatted(MAX_ENTRIES), SAVE_AGAIN);
                }
                entries.putIfAbsent(asUtf8(entry.getName()), inflate(zip));
            }
        }
        return entries;
    }

    private static String asUtf8(String latin1) {
        try {
            byte[] bytes = latin1.getBytes(StandardCharsets.ISO_8859_1);
            boolean isLatin1 = latin1.equals(new String(bytes, StandardCharsets.ISO_8859_1));
            return isLatin1
                    ? StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString()
                    : latin1;
        } catch (CharacterCodingException notUtf8) {
            return latin1;
        }
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

    /** The path that the container gives for the music; empty where it gives none. */
    private static String rootFile(String container) throws XMLStreamException {
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
                        return path.get();
                    }
                }
            }
            return "";
        }
    }

    private static MalformedNotationException refusing(String message, String remedy) {
        return MalformedNotationException.refusing("compressed MusicXML", message, remedy);
    }
}
