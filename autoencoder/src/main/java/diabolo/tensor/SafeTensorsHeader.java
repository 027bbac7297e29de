package diabolo.tensor;

import diabolo.note.Quoted;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The header of a SafeTensors file, checked against the length of the file. */
record SafeTensorsHeader(Map<String, String> metadata, List<Entry> entries, long dataStart) {

    /** The bytes of an array, counted from the end of the header. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Entry(String name, SafeTensors.Precision precision, long[] shape, long from, long to) {
        int count() {
            return (int) ((to - from) / precision.bytes());
        }
    }

    private static final int MOST_HEADER_BYTES = 16 << 20;
    private static final int MOST_DIMENSIONS = 8;
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    static SafeTensorsHeader read(Path path, FileChannel channel) throws IOException {
        if (channel.size() < Long.BYTES) {
            throw malformed(path, "it has %d bytes, the length of the header alone takes 8".formatted(channel.size()));
        }
        long length = readFully(channel, Long.BYTES).getLong();
        if (length < 2 || length > Math.min(MOST_HEADER_BYTES, channel.size() - Long.BYTES)) {
            throw malformed(
                    path,
                    "its header claims %s bytes of a file of %d (at most %d are read)"
                            .formatted(Long.toUnsignedString(length), channel.size(), MOST_HEADER_BYTES));
        }
        byte[] json = readFully(channel, (int) length).array();
        try {
            JsonNode header = STRICT.readTree(new String(json, StandardCharsets.UTF_8));
            return parse(path, header, Long.BYTES + length, channel.size());
        } catch (JacksonException noJson) {
            throw malformed(path, "its header is not valid JSON");
        }
    }

    private static SafeTensorsHeader parse(Path path, JsonNode header, long dataStart, long fileSize)
            throws MalformedSafeTensorsException {
        if (!header.isObject()) {
            throw malformed(path, "its header is not a JSON object");
        }
        Map<String, String> metadata = new HashMap<>();
        List<Entry> entries = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : header.properties()) {
            if (property.getKey().equals(SafeTensors.METADATA)) {
                for (Map.Entry<String, JsonNode> item : property.getValue().properties()) {
                    metadata.put(item.getKey(), item.getValue().asString(""));
                }
            } else {
                entries.add(entry(path, property.getKey(), property.getValue(), fileSize - dataStart));
            }
        }
        requireNoOverlap(path, entries);
        return new SafeTensorsHeader(metadata, entries, dataStart);
    }

    private static Entry entry(Path path, String name, JsonNode node, long dataBytes)
            throws MalformedSafeTensorsException {
        SafeTensors.Precision precision =
                switch (node.path("dtype").asString("")) {
                    case "F32" -> SafeTensors.Precision.SINGLE;
                    case "F16" -> SafeTensors.Precision.HALF;
                    default ->
                        throw malformed(
                                path,
                                "%s has the type %s; F32 and F16 can be read"
                                        .formatted(
                                                Quoted.of(name),
                                                Quoted.of(node.path("dtype").toString())));
                };
        long[] offsets = wholeNumbers(path, name, node.path("data_offsets"), 2);
        long[] shape = wholeNumbers(path, name, node.path("shape"), MOST_DIMENSIONS);
        if (offsets.length != 2 || offsets[0] > offsets[1] || offsets[1] > dataBytes) {
            throw malformed(
                    path,
                    "%s claims the bytes %s of %d"
                            .formatted(Quoted.of(name), java.util.Arrays.toString(offsets), dataBytes));
        }
        long bytes = precision.bytes();
        for (long size : shape) {
            if (size != 0 && bytes > (offsets[1] - offsets[0]) / size) {
                bytes = -1;
                break;
            }
            bytes *= size;
        }
        if (bytes != offsets[1] - offsets[0] || bytes / precision.bytes() > Integer.MAX_VALUE - 8) {
            throw malformed(
                    path,
                    "%s has the shape %s, which does not fit its %d bytes"
                            .formatted(Quoted.of(name), java.util.Arrays.toString(shape), offsets[1] - offsets[0]));
        }
        return new Entry(name, precision, shape, offsets[0], offsets[1]);
    }

    private static long[] wholeNumbers(Path path, String name, JsonNode node, int most)
            throws MalformedSafeTensorsException {
        if (!node.isArray() || node.size() > most) {
            throw malformed(path, "%s lacks a list of at most %d whole numbers".formatted(Quoted.of(name), most));
        }
        long[] numbers = new long[node.size()];
        for (int i = 0; i < numbers.length; i++) {
            if (!node.get(i).isIntegralNumber()
                    || !node.get(i).canConvertToLong()
                    || node.get(i).asLong() < 0) {
                throw malformed(
                        path,
                        "%s holds %s instead of a whole number, 0 or more"
                                .formatted(
                                        Quoted.of(name), Quoted.of(node.get(i).toString())));
            }
            numbers[i] = node.get(i).asLong();
        }
        return numbers;
    }

    /** Overlapping arrays would let a small file allocate much memory. */
    private static void requireNoOverlap(Path path, List<Entry> entries) throws MalformedSafeTensorsException {
        List<Entry> inOrder = entries.stream()
                .sorted(Comparator.comparingLong(Entry::from).thenComparingLong(Entry::to))
                .toList();
        for (int i = 1; i < inOrder.size(); i++) {
            if (inOrder.get(i).from() < inOrder.get(i - 1).to()) {
                throw malformed(
                        path,
                        "%s and %s share bytes"
                                .formatted(
                                        Quoted.of(inOrder.get(i - 1).name()),
                                        Quoted.of(inOrder.get(i).name())));
            }
        }
    }

    private static ByteBuffer readFully(FileChannel channel, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new java.io.EOFException("the file was truncated while it was read");
            }
        }
        return buffer.flip();
    }

    private static MalformedSafeTensorsException malformed(Path path, String reason) {
        return new MalformedSafeTensorsException(path, reason);
    }
}
