package diabolo.magenta;

import diabolo.tensor.NamedArray;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the arrays of a group, whose bytes may span several files: an array may begin in one and end in the next. */
final class WeightReader implements AutoCloseable {

    private static final int CHUNK_BYTES = 1 << 16;

    private final CheckpointFolder folder;
    private final Iterator<String> files;
    private final byte[] chunk = new byte[CHUNK_BYTES];
    private String name = "";
    private MessageDigest digest = CheckpointFolder.newDigest();
    private InputStream in = InputStream.nullInputStream();

    private WeightReader(CheckpointFolder folder, Manifest.Group group) {
        this.folder = folder;
        this.files = group.files().iterator();
    }

    /** All arrays of a checkpoint by their names. */
    static Map<String, NamedArray> read(CheckpointFolder folder, Manifest manifest) throws IOException {
        Map<String, NamedArray> arrays = new LinkedHashMap<>();
        for (Manifest.Group group : manifest.groups()) {
            try (WeightReader reader = new WeightReader(folder, group)) {
                for (Manifest.Entry entry : group.entries()) {
                    arrays.put(entry.name(), new NamedArray(entry.name(), entry.shape(), reader.numbers(entry)));
                }
                reader.finish();
            }
        }
        return arrays;
    }

    private float[] numbers(Manifest.Entry entry) throws IOException {
        float[] values = new float[entry.count()];
        int width = entry.encoding().bytes();
        int perChunk = CHUNK_BYTES / width;
        for (int from = 0; from < values.length; from += perChunk) {
            int some = Math.min(perChunk, values.length - from);
            ByteBuffer bytes = next(some * width);
            for (int i = from; i < from + some; i++) {
                values[i] = number(bytes, entry.encoding());
                if (!Float.isFinite(values[i])) {
                    throw UnreadableCheckpointException.broken(
                            folder.path(),
                            "value %d of %s is %s, and weights must be finite"
                                    .formatted(i + 1, entry.name(), values[i]));
                }
            }
        }
        return values;
    }

    private static float number(ByteBuffer bytes, Manifest.Encoding encoding) {
        return switch (encoding) {
            case Manifest.Float32 _ -> bytes.getFloat();
            case Manifest.Quantized(int width, double min, double scale) ->
                (float) (min
                        + scale
                                * (width == 1
                                        ? Byte.toUnsignedInt(bytes.get())
                                        : Short.toUnsignedInt(bytes.getShort())));
        };
    }

    private ByteBuffer next(int count) throws IOException {
        int filled = 0;
        while (filled < count) {
            int read = in.read(chunk, filled, count - filled);
            if (read < 0) {
                openNext();
            } else {
                filled += read;
            }
        }
        return ByteBuffer.wrap(chunk, 0, count).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void openNext() throws IOException {
        closeFile();
        if (!files.hasNext()) {
            throw new EOFException(
                    folder.path() + " was truncated while it was read; try again when nothing writes there");
        }
        name = files.next();
        digest = CheckpointFolder.newDigest();
        in = new DigestInputStream(new BufferedInputStream(folder.open(name)), digest);
    }

    /** Hashes the remaining files, which are empty. */
    private void finish() throws IOException {
        while (files.hasNext()) {
            openNext();
        }
        closeFile();
    }

    private void closeFile() throws IOException {
        in.close();
        if (!name.isEmpty()) {
            folder.remember(name, digest);
            name = "";
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
