package diabolo.data;

import static diabolo.data.UnavailableException.Extent.FILE;
import static diabolo.data.UnavailableException.Extent.HOST;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/** Asks a source for a file, from a byte on: over HTTP, or in a folder of this computer. */
final class Transport {

    private static final int MOST_REDIRECTS = 5;
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes ([0-9]{1,18})-[0-9]{1,18}/([0-9]{1,18}|\\*)");

    private final Limits limits;
    private final HttpClient client;

    Transport(Limits limits) {
        this.limits = limits;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER) // followed here, never from https to less
                .connectTimeout(limits.answer())
                .build();
    }

    /**
     * Opens an address.
     *
     * @param from the first byte that is wanted; the answer may begin at 0 all the same
     * @throws UnavailableException if it cannot be had
     */
    Answer open(URI address, long from) throws IOException {
        return isLocal(address) ? local(address, from) : http(address, from);
    }

    static boolean isLocal(URI address) {
        return "file".equalsIgnoreCase(address.getScheme());
    }

    private static Answer local(URI address, long from) throws IOException {
        Path file = Path.of(address);
        if (!Files.isRegularFile(file)) {
            throw new UnavailableException(file + " does not exist");
        }
        long size = Files.size(file);
        long start = from <= size ? from : 0;
        InputStream body = Files.newInputStream(file);
        body.skipNBytes(start);
        return new Answer(body, start, size);
    }

    private Answer http(URI given, long from) throws IOException {
        URI address = given;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            HttpResponse<InputStream> response = send(address, from);
            if (response.statusCode() / 100 != 3) {
                return answer(address, from, response);
            }
            response.body().close();
            address = redirected(address, response.headers().firstValue("Location"));
        }
        throw new UnavailableException("%s redirects more than %d times".formatted(given, MOST_REDIRECTS));
    }

    static URI redirected(URI address, Optional<String> location) throws IOException {
        try {
            URI next = address.resolve(location.orElse(""));
            String scheme = String.valueOf(next.getScheme()).toLowerCase(Locale.ROOT);
            boolean weaker = "https".equalsIgnoreCase(address.getScheme()) && !scheme.equals("https");
            if (location.isEmpty() || weaker || !scheme.matches("https?") || next.getHost() == null) {
                throw new UnavailableException(
                        "%s redirects to %s, which is not followed".formatted(address, location.orElse("nowhere")));
            }
            return next;
        } catch (IllegalArgumentException malformed) {
            throw new UnavailableException(
                    FILE,
                    "%s redirects to %s, which is no address".formatted(address, location.orElse("nowhere")),
                    malformed);
        }
    }

    private HttpResponse<InputStream> send(URI address, long from) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(limits.answer()).header("User-Agent", "Diabolo");
        if (from > 0) {
            request.header("Range", "bytes=%d-".formatted(from));
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (HttpTimeoutException slow) {
            throw new UnavailableException(
                    HOST,
                    "%s did not answer within %d s"
                            .formatted(
                                    address.getAuthority(),
                                    Math.max(1, limits.answer().toSeconds())),
                    slow);
        } catch (ConnectException unreachable) {
            throw new UnavailableException(HOST, address.getAuthority() + " cannot be reached", unreachable);
        } catch (SSLException untrusted) {
            throw new UnavailableException(
                    HOST,
                    "%s has no certificate that can be trusted (%s)"
                            .formatted(address.getAuthority(), untrusted.getMessage()),
                    untrusted);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("The download was interrupted.", stopped);
        } catch (IOException broken) {
            throw new UnavailableException(
                    HOST,
                    "%s broke off before it answered (%s)".formatted(address.getAuthority(), broken.getMessage()),
                    broken);
        }
    }

    private Answer answer(URI address, long from, HttpResponse<InputStream> response) throws IOException {
        int status = response.statusCode();
        long length = response.headers().firstValueAsLong("Content-Length").orElse(0);
        if (status == 200 && !isPage(response)) {
            return new Answer(response.body(), 0, length);
        }
        if (status == 206 && from > 0 && !isPage(response)) {
            Matcher range = CONTENT_RANGE.matcher(
                    response.headers().firstValue("Content-Range").orElse(""));
            if (range.matches() && Long.parseLong(range.group(1)) == from) {
                String total = range.group(2);
                return new Answer(response.body(), from, total.equals("*") ? 0 : Long.parseLong(total));
            }
        }
        response.body().close();
        if (from > 0 && (status == 206 || status == 416)) {
            return open(address, 0); // it has changed, or resumes in a manner of its own
        }
        throw new UnavailableException(
                switch (status) {
                    case 200 -> page(address);
                    case 404, 410 -> "%s is not there (%d)".formatted(address, status);
                    case 401, 403 -> "%s may not be fetched (%d)".formatted(address, status);
                    case 429, 503 -> "%s is busy (%d); try again later".formatted(address.getAuthority(), status);
                    default -> "%s answers with the status %d".formatted(address, status);
                });
    }

    private static boolean isPage(HttpResponse<InputStream> response) {
        return response.headers()
                .firstValue("Content-Type")
                .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("text/html"))
                .isPresent();
    }

    static String page(URI address) {
        return "%s sends a web page instead of the file, as a login to a network does".formatted(address);
    }
}
