package diabolo.data;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * What a source sends. To be closed.
 *
 * @param from the first byte of the whole that comes
 * @param total bytes of the whole; 0 where the source does not say
 */
record Answer(InputStream body, long from, long total) implements Closeable {

    @Override
    public void close() throws IOException {
        body.close();
    }
}
