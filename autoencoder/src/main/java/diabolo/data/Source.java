package diabolo.data;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Where files of a data set come from. */
public sealed interface Source {

    /** Where it begins. */
    URI address();

    /** A ZIP archive; an entry is taken if its checksum is that of a file, whatever its name is there. */
    record Archive(URI address) implements Source {}

    /** A folder that is asked for each file. */
    sealed interface OfFiles extends Source {

        /** Where it has a file. */
        URI of(DataFile file);

        /** Whether a file can be there. */
        boolean covers(DataFile file);
    }

    /**
     * A folder with the files at their own paths there.
     *
     * @param part of the set that it holds: how the paths of its files begin, without which they are there
     */
    record Folder(URI address, String part) implements OfFiles {

        @Override
        public URI of(DataFile file) {
            return address.resolve(encoded(file.upstream().substring(part.length())));
        }

        @Override
        public boolean covers(DataFile file) {
            return file.upstream().startsWith(part);
        }
    }

    /** A folder with the files at the paths that experiments want. */
    record LaidOut(URI address) implements OfFiles {

        @Override
        public boolean covers(DataFile file) {
            return true;
        }

        @Override
        public URI of(DataFile file) {
            return address.resolve(encoded(file.path()));
        }
    }

    /** As it stands in an address. */
    private static String encoded(String path) {
        StringBuilder encoded = new StringBuilder("./"); // else a colon would end a scheme
        for (byte one : path.getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (one & 0xff);
            boolean plain = letter < 0x80 && (Character.isLetterOrDigit(letter) || "-._~/".indexOf(letter) >= 0);
            encoded.append(plain ? String.valueOf(letter) : String.format(Locale.ROOT, "%%%02X", one & 0xff));
        }
        return encoded.toString();
    }
}
