package diabolo.data;

import java.util.Locale;

/** Sizes of files in words. */
public final class ByteCount {

    private ByteCount() {}

    /** Such as {@code 11.3 MB}. */
    public static String inWords(long bytes) {
        return bytes < 1_000
                ? bytes + " bytes"
                : bytes < 1_000_000
                        ? String.format(Locale.ROOT, "%.0f kB", bytes / 1e3)
                        : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
