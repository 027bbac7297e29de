package diabolo.data;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Finds files of a set in a ZIP archive by their checksums.
 *
 * <p>An entry's name leads nowhere and a link in it is nothing: places come from the catalog. Of an entry no more is unpacked than
 * the file that it could be has.
 */
final class ArchiveContents {

    private static final int MOST_ENTRIES = 200_000;
    private static final int MOST_TABLE_BYTES = 8 << 20;

    private ArchiveContents() {}

    /**
     * Lays out what is found.
     *
     * @return how many files were found
     * @throws UnavailableException if it is no archive
     */
    static int extract(Path archive, URI address, DataSet set, Wanted wanted) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile(), StandardCharsets.ISO_8859_1)) { // names do not matter
            if (zip.size() > MOST_ENTRIES) {
                throw new UnavailableException("%s has %,d entries, more than the %,d that an archive may have"
                        .formatted(address, zip.size(), MOST_ENTRIES));
            }
            List<? extends ZipEntry> entries = Collections.list(zip.entries());
            int before = wanted.all().size();
            for (ZipEntry entry : entries) {
                if (wanted.hasSize(entry.getSize())) {
                    wanted.accept(read(zip, entry, Math.toIntExact(entry.getSize())));
                }
            }
            if (set.table().isPresent()) {
                extractTable(zip, entries, set.table().get(), wanted);
            }
            return before - wanted.all().size();
        } catch (ZipException damaged) {
            throw new UnavailableException(
                    UnavailableException.Extent.FILE,
                    "%s is no ZIP archive that can be read (%s)".formatted(address, damaged.getMessage()),
                    damaged);
        }
    }

    private static void extractTable(ZipFile zip, List<? extends ZipEntry> entries, TableExcerpt table, Wanted wanted)
            throws IOException {
        for (ZipEntry entry : entries) {
            boolean named =
                    entry.getName().equals(table.file()) || entry.getName().endsWith("/" + table.file());
            if (named && entry.getSize() <= MOST_TABLE_BYTES) {
                byte[] whole = read(zip, entry, MOST_TABLE_BYTES);
                var excerpt = table.of(whole);
                if (excerpt.isPresent()) {
                    wanted.accept(excerpt.get());
                }
            }
        }
    }

    /** At most so many bytes, whatever the archive says of itself. */
    private static byte[] read(ZipFile zip, ZipEntry entry, int mostBytes) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readNBytes(mostBytes);
        }
    }
}
