package diabolo.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TransportTest {

    @ParameterizedTest
    @CsvSource({
        "http://a.org/x, https://b.org/y, https://b.org/y",
        "https://a.org/x/z, /y, https://a.org/y",
        "http://a.org/x/z, y, http://a.org/x/y",
    })
    void redirectsLeadToOtherHostsAndToEncryption(URI from, String location, URI to) throws IOException {
        assertThat(Transport.redirected(from, Optional.of(location))).isEqualTo(to);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://a.org/x", "file:///etc/passwd", "ftp://a.org/x", "https:///x", "http://a b"})
    void noRedirectLeadsFromEncryptionToLessOrToAFile(String location) {
        assertThatThrownBy(() -> Transport.redirected(URI.create("https://a.org/x"), Optional.of(location)))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("https://a.org/x redirects to " + location);
    }

    @Test
    void aRedirectWithoutAnAddressIsRefused() {
        assertThatThrownBy(() -> Transport.redirected(URI.create("https://a.org/x"), Optional.empty()))
                .hasMessageContaining("redirects to nowhere");
    }
}
