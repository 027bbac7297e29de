package diabolo.magenta;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * A synthetic checkpoint of a few units, with the names and shapes of Magenta's.
 *
 * <pre>{@code
 * TinyCheckpoint tiny = TinyCheckpoint.melody();
 * tiny.writeDump(folder);
 * }</pre>
 *
 * @param converter the format of its music
 * @param shapes by TensorFlow's names; the numbers follow from the names
 */
record TinyCheckpoint(Map<String, Object> converter, Map<String, long[]> shapes, TensorFlowMusicVae definition) {

    /** Bytes of a shard: odd, so that arrays begin in one and end in the next. */
    private static final int SHARD_BYTES = 4099;

    private static final int CODE = 6;
    private static final int UNITS = 5;
    private static final int ENCODER = 4;
    private static final Map<String, Object> PIANO = Map.of("minPitch", 21, "maxPitch", 108);

    /** Two bars, flat. */
    static TinyCheckpoint melody() {
        return of("MelodyConverter", PIANO, List.of(90), 2, 0, 90);
    }

    /** One bar, flat, whose encoder takes drums as ten bits. */
    static TinyCheckpoint drums() {
        return of("DrumsConverter", Map.of(), List.of(512), 1, 0, 10);
    }

    /** Three bars under a conductor. */
    static TinyCheckpoint hierarchicalMelody() {
        return of("MelodyConverter", PIANO, List.of(90), 3, 3, 90);
    }

    /** Two bars of three lines under a conductor. */
    static TinyCheckpoint hierarchicalTrio() {
        Map<String, Object> arguments = Map.of("melArgs", PIANO, "bassArgs", PIANO, "drumsArgs", Map.of());
        return of("TrioConverter", arguments, List.of(90, 90, 512), 2, 2, 692);
    }

    private static TinyCheckpoint of(
            String converter,
            Map<String, Object> arguments,
            List<Integer> alphabets,
            int bars,
            int segments,
            int heard) {
        Map<String, long[]> shapes = new LinkedHashMap<>();
        int width = alphabets.stream().mapToInt(Integer::intValue).sum();
        for (String direction : List.of("fw", "bw")) {
            for (int layer = 0; layer < 2; layer++) {
                String cell = "encoder/cell_%d/bidirectional_rnn/%s/multi_rnn_cell/cell_0/".formatted(layer, direction);
                putCell(shapes, cell, layer == 0 ? heard : 2 * ENCODER, ENCODER);
            }
        }
        putDense(shapes, "encoder/mu", 2 * ENCODER, CODE);
        putDense(shapes, "encoder/sigma", 2 * ENCODER, CODE);
        if (segments == 0) {
            putStack(shapes, "decoder/", CODE, width);
        } else {
            putDense(shapes, "decoder/hierarchical_level_0/initial_state", CODE, 2 * 2 * 3);
            putCell(shapes, "decoder/hierarchical_level_0/cell_0/", 1, 3);
            putCell(shapes, "decoder/hierarchical_level_0/cell_1/", 3, 3);
            for (int line = 0; line < alphabets.size(); line++) {
                String prefix = alphabets.size() == 1 ? "" : "core_decoder_" + line + "/";
                putStack(shapes, "core_decoder/" + prefix + "decoder/", 3, alphabets.get(line));
            }
        }
        Map<String, Object> all = new LinkedHashMap<>(arguments);
        all.put("numSteps", 16 * bars);
        if (segments > 0) {
            all.put("numSegments", segments);
        }
        Map<String, Object> spec = Map.of("type", converter, "args", all);
        Map<String, double[]> numbers = new LinkedHashMap<>();
        shapes.forEach((name, shape) -> numbers.put(name, doubles(numbers(name, shape))));
        return new TinyCheckpoint(spec, shapes, new TensorFlowMusicVae(numbers, alphabets, 16 * bars, segments));
    }

    private static void putStack(Map<String, long[]> shapes, String prefix, int condition, int tokens) {
        putDense(shapes, prefix + "z_to_initial_state", condition, 2 * 2 * UNITS);
        putCell(shapes, prefix + "multi_rnn_cell/cell_0/", tokens + condition, UNITS);
        putCell(shapes, prefix + "multi_rnn_cell/cell_1/", UNITS, UNITS);
        putDense(shapes, prefix + "output_projection", UNITS, tokens);
    }

    private static void putCell(Map<String, long[]> shapes, String prefix, int in, int units) {
        putDense(shapes, prefix + "lstm_cell", in + units, 4 * units);
    }

    private static void putDense(Map<String, long[]> shapes, String name, int in, int out) {
        shapes.put(name + "/kernel", new long[] {in, out});
        shapes.put(name + "/bias", new long[] {out});
    }

    static float[] numbers(String name, long[] shape) {
        Random random = new Random(name.hashCode());
        float[] values = new float[Math.toIntExact(LongStream.of(shape).reduce(1, (a, b) -> a * b))];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private static double[] doubles(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }

    /** The same without some arrays. */
    TinyCheckpoint without(String... names) {
        Map<String, long[]> fewer = new LinkedHashMap<>(shapes);
        fewer.keySet().removeAll(List.of(names));
        return new TinyCheckpoint(converter, fewer, definition);
    }

    /** As a folder of float32, a file for each array, with {@code manifest.json} and {@code converter.json}. */
    void writeDump(Path folder) throws IOException {
        Map<String, Object> manifest = new LinkedHashMap<>();
        for (Map.Entry<String, long[]> array : shapes.entrySet()) {
            String file = array.getKey().replace('/', '_');
            manifest.put(array.getKey(), Map.of("filename", file, "shape", array.getValue()));
            Files.write(folder.resolve(file), floats(numbers(array.getKey(), array.getValue())));
        }
        writeJson(folder.resolve("manifest.json"), manifest);
        writeJson(folder.resolve("converter.json"), converter);
    }

    /** As TensorFlow.js writes it, in small shards. */
    void writeShards(Path folder) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<Map<String, Object>> weights = new ArrayList<>();
        for (Map.Entry<String, long[]> array : shapes.entrySet()) {
            weights.add(Map.of("name", array.getKey(), "shape", array.getValue(), "dtype", "float32"));
            bytes.writeBytes(floats(numbers(array.getKey(), array.getValue())));
        }
        writeShards(folder, weights, bytes.toByteArray());
    }

    /**
     * As TensorFlow.js writes it, with kernels as whole numbers of one byte and biases of two.
     *
     * @return the definition with the numbers that came to be
     */
    TensorFlowMusicVae writeQuantized(Path folder) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<Map<String, Object>> weights = new ArrayList<>();
        Map<String, double[]> rounded = new LinkedHashMap<>();
        for (Map.Entry<String, long[]> array : shapes.entrySet()) {
            int width = array.getKey().endsWith("kernel") ? 1 : 2;
            double[] values = doubles(numbers(array.getKey(), array.getValue()));
            double min = java.util.Arrays.stream(values).min().orElse(0);
            double max = java.util.Arrays.stream(values).max().orElse(0);
            double scale = (max - min) / ((1 << (8 * width)) - 1);
            for (int i = 0; i < values.length; i++) {
                int q = (int) Math.round((values[i] - min) / scale);
                values[i] = min + scale * q;
                bytes.write(q);
                if (width == 2) {
                    bytes.write(q >> 8);
                }
            }
            rounded.put(array.getKey(), values);
            Map<String, Object> quantization = Map.of("min", min, "scale", scale, "dtype", "uint" + 8 * width);
            weights.add(Map.of(
                    "name",
                    array.getKey(),
                    "shape",
                    array.getValue(),
                    "dtype",
                    "float32",
                    "quantization",
                    quantization));
        }
        writeShards(folder, weights, bytes.toByteArray());
        return new TensorFlowMusicVae(rounded, definition.alphabets(), definition.steps(), definition.segments());
    }

    private void writeShards(Path folder, List<Map<String, Object>> weights, byte[] bytes) throws IOException {
        List<String> paths = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += SHARD_BYTES) {
            String name = "group1-shard%d".formatted(paths.size() + 1);
            Files.write(
                    folder.resolve(name),
                    java.util.Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + SHARD_BYTES)));
            paths.add(name);
        }
        writeJson(folder.resolve("weights_manifest.json"), List.of(Map.of("paths", paths, "weights", weights)));
        writeJson(folder.resolve("config.json"), Map.of("type", "MusicVAE", "dataConverter", converter));
    }

    private static byte[] floats(float[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            buffer.putFloat(value);
        }
        return buffer.array();
    }

    static void writeJson(Path file, Object content) throws IOException {
        Files.writeString(file, JsonMapper.shared().writeValueAsString(content));
    }
}
