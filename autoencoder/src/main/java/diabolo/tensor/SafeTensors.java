package diabolo.tensor;

import diabolo.file.AtomicFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Weights as a SafeTensors file: a JSON header with names, shapes and offsets, then the values; no code.
 *
 * <pre>{@code
 * SafeTensors.write(path, new SafeTensors(Map.of("epoch", "12"), arrays), SafeTensors.Precision.SINGLE);
 * SafeTensors again = SafeTensors.read(path);
 * }</pre>
 *
 * <p>Reads float32 and float16, as float32. Writing is atomic. Every number in a header is checked against the length of the file
 * before memory is allocated.
 *
 * @param metadata names to text
 */
public record SafeTensors(Map<String, String> metadata, List<NamedArray> arrays) {

    /** The precision of values in the file. */
    public enum Precision {
        SINGLE("F32", 4),
        /** Half the size, about three decimal digits. */
        HALF("F16", 2);

        private final String tag;
        private final int bytes;

        Precision(String tag, int bytes) {
            this.tag = tag;
            this.bytes = bytes;
        }

        String tag() {
            return tag;
        }

        int bytes() {
            return bytes;
        }
    }

    static final String METADATA = "__metadata__";
    private static final int CHUNK_BYTES = 1 << 16;

    public SafeTensors {
        metadata = Map.copyOf(metadata);
        arrays = List.copyOf(arrays);
    }

    /**
     * An array by name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public NamedArray array(String name) {
        return arrays.stream()
                .filter(array -> array.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the file holds no array named " + name));
    }

    /** The arrays with a prefix, without it. */
    public List<NamedArray> arraysUnder(String prefix) {
        return arrays.stream()
                .filter(array -> array.name().startsWith(prefix))
                .map(array -> new NamedArray(array.name().substring(prefix.length()), array.shape(), array.values()))
                .toList();
    }

    /** Writes the file atomically, and forces it to disk. */
    public static void write(Path path, SafeTensors content, Precision precision) throws IOException {
        AtomicFile.writeForced(path, stream -> {
            BufferedOutputStream out = new BufferedOutputStream(stream, CHUNK_BYTES);
            byte[] header = header(content, precision);
            out.write(ByteBuffer.allocate(Long.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(header.length)
                    .array());
            out.write(header);
            for (NamedArray array : content.arrays()) {
                writeNumbers(out, array.values(), precision);
            }
            out.flush();
        });
    }

    private static byte[] header(SafeTensors content, Precision precision) {
        Map<String, Object> header = new LinkedHashMap<>();
        if (!content.metadata().isEmpty()) {
            header.put(METADATA, new java.util.TreeMap<>(content.metadata()));
        }
        long offset = 0;
        for (NamedArray array : content.arrays()) {
            long end = offset + (long) array.values().length * precision.bytes();
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("dtype", precision.tag());
            entry.put("shape", array.shape());
            entry.put("data_offsets", List.of(offset, end));
            header.put(array.name(), entry);
            offset = end;
        }
        byte[] json = JsonMapper.shared().writeValueAsString(header).getBytes(StandardCharsets.UTF_8);
        int padded = (json.length + 7) / 8 * 8; // the values begin at a multiple of eight
        byte[] bytes = java.util.Arrays.copyOf(json, padded);
        java.util.Arrays.fill(bytes, json.length, padded, (byte) ' ');
        return bytes;
    }

    private static void writeNumbers(OutputStream out, float[] values, Precision precision) throws IOException {
        int perChunk = CHUNK_BYTES / precision.bytes();
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < values.length; from += perChunk) {
            chunk.clear();
            for (int i = from; i < Math.min(values.length, from + perChunk); i++) {
                switch (precision) {
                    case SINGLE -> chunk.putFloat(values[i]);
                    case HALF -> chunk.putShort(Float.floatToFloat16(values[i]));
                }
            }
            out.write(chunk.array(), 0, chunk.position());
        }
    }

    /**
     * Reads a file.
     *
     * @throws MalformedSafeTensorsException if it breaks a rule of the format; the message names it
     * @throws IOException if it cannot be read
     */
    public static SafeTensors read(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            SafeTensorsHeader header = SafeTensorsHeader.read(path, channel);
            List<NamedArray> arrays = new ArrayList<>();
            for (SafeTensorsHeader.Entry entry : header.entries()) {
                channel.position(header.dataStart() + entry.from());
                arrays.add(new NamedArray(entry.name(), entry.shape(), readNumbers(channel, entry)));
            }
            return new SafeTensors(header.metadata(), arrays);
        }
    }

    private static float[] readNumbers(FileChannel channel, SafeTensorsHeader.Entry entry) throws IOException {
        float[] values = new float[entry.count()];
        var in = new java.io.DataInputStream(
                new java.io.BufferedInputStream(Channels.newInputStream(channel), CHUNK_BYTES));
        byte[] chunk = new byte[CHUNK_BYTES];
        int perChunk = CHUNK_BYTES / entry.precision().bytes();
        for (int from = 0; from < values.length; from += perChunk) {
            int some = Math.min(perChunk, values.length - from);
            in.readFully(chunk, 0, some * entry.precision().bytes());
            ByteBuffer buffer = ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = from; i < from + some; i++) {
                values[i] = switch (entry.precision()) {
                    case SINGLE -> buffer.getFloat();
                    case HALF -> Float.float16ToFloat(buffer.getShort());
                };
            }
        }
        return values;
    }
}
