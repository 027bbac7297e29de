package diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class StandardStreamTest {

    private static OutputStream failing(String reason) {
        return new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException(reason);
            }
        };
    }

    @Test
    void controlCharactersDoNotReachATerminal() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        new PrintWriter(new StandardStream(bytes), true).print("a\u001b[31mb\u0007\u202Ec\té\r\n");

        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("a?[31mb??c\té\r\n");
    }

    @Test
    void aFullDiskIsRememberedAndAClosedPipeIsToldApart() {
        StandardStream full = new StandardStream(failing("No space left on device"));
        StandardStream pipe = new StandardStream(failing("Broken pipe"));

        new PrintWriter(full, true).println("a");
        new PrintWriter(pipe, true).println("a");

        assertThat(full.failure()).isPresent();
        assertThat(full.isClosedPipe()).isFalse();
        assertThat(pipe.isClosedPipe()).isTrue();
    }
}
