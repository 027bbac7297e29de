package diabolo.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serial;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/**
 * Fetches one file into a {@code .part} beside its place, where the next attempt or the next command goes on.
 *
 * <pre>{@code
 * new Download(Limits.USUAL, progress).archive(place, address, "drums-groove");
 * }</pre>
 */
final class Download {

    private static final int BUFFER = 1 << 16;
    private static final long LEAST_LIMIT = 1 << 20;

    private final Transport transport;
    private final Limits limits;
    private final DownloadProgress progress;

    Download(Limits limits, DownloadProgress progress) {
        this.transport = new Transport(limits);
        this.limits = limits;
        this.progress = progress;
    }

    /**
     * Fetches an archive; it is whole then, but not yet known to be right.
     *
     * @throws UnavailableException if the source does not give it
     * @throws IOException if it cannot be written here
     */
    void archive(Path place, URI address, String name) throws IOException {
        fetch(place, new Expected(address, name, limits.archiveBytes()));
    }

    /**
     * Fetches a file of a set; it is whole then, but not yet known to be right.
     *
     * @return whether it is of two answers, one of them of an earlier attempt
     * @throws UnavailableException if the source does not give it
     * @throws IOException if it cannot be written here
     */
    boolean file(Path place, URI address, String name, DataFile file) throws IOException {
        return fetch(place, new Expected(address, name, Math.max(4 * file.bytes(), LEAST_LIMIT)));
    }

    /** What is to come. */
    private record Expected(URI address, String name, long mostBytes) {}

    private boolean fetch(Path place, Expected expected) throws IOException {
        Path part = place.resolveSibling(place.getFileName() + ".part");
        for (int attempt = 1; ; attempt++) {
            long before = sizeOf(part);
            try (Answer answer = transport.open(expected.address(), before)) {
                requireAtMost(Math.max(answer.from(), answer.total()), expected);
                receive(answer, part, expected);
                Files.move(part, place, StandardCopyOption.REPLACE_EXISTING);
                return answer.from() > 0;
            } catch (CutOffException cut) {
                if (cut.isStall || attempt >= limits.attempts()) {
                    throw new UnavailableException(
                            UnavailableException.Extent.HOST, String.valueOf(cut.getMessage()), cut);
                }
            }
        }
    }

    private static long sizeOf(Path part) throws IOException {
        return Files.exists(part) ? Files.size(part) : 0;
    }

    private void receive(Answer answer, Path part, Expected expected) throws IOException {
        long at = answer.from();
        try (OutputStream out = open(part, at);
                StallGuard guard = new StallGuard(answer.body(), limits)) {
            byte[] buffer = new byte[BUFFER];
            while (true) {
                int count = read(answer, buffer, at, guard, expected);
                if (count <= 0) {
                    break;
                }
                if (at == 0 && isPage(buffer, count)) {
                    throw new UnavailableException(Transport.page(expected.address()));
                }
                guard.count(count);
                at += count;
                requireAtMost(at, expected);
                write(out, buffer, count, part);
                progress.received(expected.name(), at, answer.total());
            }
            if (guard.hasStalled() || at < answer.total()) {
                throw cutOff(guard, at, answer.total(), expected);
            }
        } catch (UnavailableException refused) {
            Files.deleteIfExists(part); // it would be no better next time
            throw refused;
        }
    }

    private static OutputStream open(Path part, long at) throws IOException {
        return at > 0
                ? Files.newOutputStream(part, StandardOpenOption.APPEND)
                : Files.newOutputStream(
                        part,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
    }

    private static int read(Answer answer, byte[] buffer, long at, StallGuard guard, Expected expected)
            throws IOException {
        InputStream body = answer.body();
        try {
            return body.read(buffer);
        } catch (IOException broken) {
            throw cutOff(guard, at, answer.total(), expected);
        }
    }

    private static void write(OutputStream out, byte[] buffer, int count, Path part) throws IOException {
        try {
            out.write(buffer, 0, count);
        } catch (IOException full) {
            throw new IOException(
                    "%s cannot be written (%s); make room there, or name another folder with --data."
                            .formatted(part, full.getMessage()),
                    full);
        }
    }

    private static CutOffException cutOff(StallGuard guard, long at, long total, Expected expected) {
        String what = guard.hasStalled() ? "hardly sends any more" : "was cut off";
        String howFar = total > 0
                ? "%s of %s".formatted(ByteCount.inWords(at), ByteCount.inWords(total))
                : ByteCount.inWords(at);
        return new CutOffException(
                guard.hasStalled(),
                "%s %s after %s; the same command goes on from there".formatted(expected.address(), what, howFar));
    }

    private static boolean isPage(byte[] buffer, int count) {
        String start = new String(buffer, 0, Math.min(count, 512), StandardCharsets.ISO_8859_1)
                .strip()
                .toLowerCase(Locale.ROOT);
        return start.startsWith("<!doctype html") || start.startsWith("<html");
    }

    private static void requireAtMost(long bytes, Expected expected) throws IOException {
        if (bytes > expected.mostBytes()) {
            throw new UnavailableException("%s has more than the %s that it may have"
                    .formatted(expected.address(), ByteCount.inWords(expected.mostBytes())));
        }
    }

    /** The rest may come another time. */
    private static final class CutOffException extends IOException {

        @Serial
        private static final long serialVersionUID = 1;

        private final boolean isStall;

        CutOffException(boolean isStall, String reason) {
            super(reason);
            this.isStall = isStall;
        }
    }
}
