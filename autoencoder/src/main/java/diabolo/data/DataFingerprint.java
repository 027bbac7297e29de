package diabolo.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * SHA-256 over the content of files, one after the other: for the provenance of what is learned from them.
 *
 * <pre>{@code
 * DataFingerprint.ofFolders(folder.corpora(List.of("digits-mnist")));
 * }</pre>
 */
public final class DataFingerprint {

    private DataFingerprint() {}

    /** Of all files in some folders, each folder's in the order of their names; hidden ones are passed over. */
    public static String ofFolders(List<Path> folders) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> content = Files.walk(folder.toRealPath())) {
                content.filter(Files::isRegularFile)
                        .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
                        .sorted()
                        .forEach(files::add);
            }
        }
        return ofFiles(files);
    }

    /** Of files in the order in which they are given. */
    public static String ofFiles(List<Path> files) throws IOException {
        MessageDigest digest = Sha256.digest();
        for (Path file : files) {
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
