package diabolo.experiment;

import diabolo.image.GreyImages;
import diabolo.image.IdxReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The handwritten digits of MNIST, in the split in which they are published.
 *
 * @param fingerprint SHA-256 over both files
 */
record Digits(GreyImages training, GreyImages test, String fingerprint) {

    private static final String TRAINING = "train-images-idx3-ubyte.gz";
    private static final String TEST = "t10k-images-idx3-ubyte.gz";

    /**
     * Reads a folder.
     *
     * @throws IOException if a file is not there, malformed, or of images of another size than the other's
     */
    static Digits read(Path folder) throws IOException {
        GreyImages training = IdxReader.read(folder.resolve(TRAINING));
        GreyImages test = IdxReader.read(folder.resolve(TEST));
        if (training.rows() != test.rows() || training.columns() != test.columns()) {
            throw new IOException("%s holds images of %d by %d and of %d by %d; name a folder with images of one size."
                    .formatted(folder, training.rows(), training.columns(), test.rows(), test.columns()));
        }
        return new Digits(training, test, fingerprint(folder));
    }

    private static String fingerprint(Path folder) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String name : List.of(TRAINING, TEST)) {
                try (InputStream in = new DigestInputStream(Files.newInputStream(folder.resolve(name)), digest)) {
                    in.transferTo(java.io.OutputStream.nullOutputStream());
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }

    int pixels() {
        return training.rows() * training.columns();
    }

    /** The first of each, to see an experiment work. */
    Digits first(int wanted) {
        return new Digits(training.first(wanted), test.first(wanted), fingerprint);
    }
}
