package diabolo.magenta;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The layout of a checkpoint: groups of files, each one sequence of bytes, array after array.
 *
 * <p>Two kinds are read. A dump has {@code manifest.json}, which names a file and a shape for each array. TensorFlow.js has
 * {@code weights_manifest.json}: groups of shards, whose arrays may be quantized. Everything in a manifest is checked against the
 * lengths of the files before memory is allocated.
 *
 * @param name of the manifest's file
 * @param absent files of a dump that are named but missing, of the encoder only, which a model can lack
 */
record Manifest(String name, List<Group> groups, List<String> absent) {

    static final String DUMP = "manifest.json";
    static final String SHARDS = "weights_manifest.json";
    static final String ENCODER = "encoder/";
    private static final int MOST_DIMENSIONS = 8;

    /** Consecutive files and the arrays in them, in order. */
    record Group(List<String> files, List<Entry> entries) {}

    /** An array and the encoding of its values. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Entry(String name, long[] shape, Encoding encoding) {

        int count() {
            return (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b); // checked to fit an int on reading
        }
    }

    /** The encoding of a value in a file. */
    sealed interface Encoding {

        int bytes();
    }

    /** Plain float32. */
    record Float32() implements Encoding {
        @Override
        public int bytes() {
            return Float.BYTES;
        }
    }

    /** A quantized value q, 0 or more, for {@code min + scale * q}. */
    record Quantized(int bytes, double min, double scale) implements Encoding {}

    static Manifest read(CheckpointFolder folder) throws IOException {
        if (folder.has(SHARDS)) {
            return new Manifest(SHARDS, checked(folder, shardGroups(folder.path(), folder.json(SHARDS))), List.of());
        }
        if (folder.has(DUMP)) {
            List<String> absent = new ArrayList<>();
            List<Group> groups = dumpGroups(folder, folder.json(DUMP), absent);
            return new Manifest(DUMP, checked(folder, groups), List.copyOf(absent));
        }
        throw UnreadableCheckpointException.broken(folder.path(), "it has neither %s nor %s".formatted(DUMP, SHARDS));
    }

    private static List<Group> dumpGroups(CheckpointFolder folder, JsonNode json, List<String> absent)
            throws IOException {
        Path path = folder.path();
        if (!json.isObject() || json.isEmpty()) {
            throw broken(path, DUMP + " names no arrays");
        }
        List<Group> groups = new ArrayList<>();
        for (Map.Entry<String, JsonNode> array : json.properties()) {
            String file = text(path, array.getValue(), "filename", array.getKey());
            if (array.getValue().has("dtype")) {
                requireFloat32(path, array.getKey(), array.getValue());
            }
            Entry entry = new Entry(array.getKey(), shape(path, array.getKey(), array.getValue()), new Float32());
            folder.requirePlainName(file);
            if (array.getKey().startsWith(ENCODER) && !folder.has(file)) {
                absent.add(file);
            } else {
                groups.add(new Group(List.of(file), List.of(entry)));
            }
        }
        return groups;
    }

    private static List<Group> shardGroups(Path path, JsonNode json) throws IOException {
        if (!json.isArray() || json.isEmpty()) {
            throw broken(path, SHARDS + " is not a list of groups");
        }
        List<Group> groups = new ArrayList<>();
        for (JsonNode group : json) {
            if (!group.path("paths").isArray()
                    || group.path("paths").isEmpty()
                    || !group.path("weights").isArray()) {
                throw broken(path, "a group in %s lacks its paths or its list of weights".formatted(SHARDS));
            }
            List<String> files = new ArrayList<>();
            for (JsonNode file : group.path("paths")) {
                files.add(file.asString(""));
            }
            List<Entry> entries = new ArrayList<>();
            for (JsonNode weight : group.path("weights")) {
                String name = text(path, weight, "name", "an array in " + SHARDS);
                entries.add(new Entry(name, shape(path, name, weight), encoding(path, name, weight)));
            }
            groups.add(new Group(files, entries));
        }
        return groups;
    }

    private static void requireFloat32(Path path, String name, JsonNode weight) throws IOException {
        JsonNode type = weight.path("dtype");
        if (!type.asString("").equals("float32")) {
            throw broken(
                    path, "%s has the dtype %s, and float32 can be read".formatted(name, CheckpointFolder.words(type)));
        }
    }

    private static Encoding encoding(Path path, String name, JsonNode weight) throws IOException {
        requireFloat32(path, name, weight);
        if (!weight.has("quantization")) {
            return new Float32();
        }
        JsonNode quantization = weight.path("quantization");
        int bytes =
                switch (quantization.path("dtype").asString("")) {
                    case "uint8" -> 1;
                    case "uint16" -> 2;
                    default ->
                        throw broken(
                                path,
                                "%s is quantized to the dtype %s, and uint8 and uint16 can be read"
                                        .formatted(name, CheckpointFolder.words(quantization.path("dtype"))));
                };
        double min = quantization.path("min").asDouble(Double.NaN);
        double scale = quantization.path("scale").asDouble(Double.NaN);
        if (!Double.isFinite(min) || !Double.isFinite(scale)) {
            throw broken(
                    path,
                    "%s is quantized with min %s and scale %s, which must be numbers"
                            .formatted(
                                    name,
                                    CheckpointFolder.words(quantization.path("min")),
                                    CheckpointFolder.words(quantization.path("scale"))));
        }
        return new Quantized(bytes, min, scale);
    }

    private static String text(Path path, JsonNode node, String property, String owner) throws IOException {
        if (!node.path(property).isString()) {
            throw broken(path, "%s has no %s".formatted(owner, property));
        }
        return node.path(property).asString();
    }

    private static long[] shape(Path path, String name, JsonNode node) throws IOException {
        JsonNode list = node.path("shape");
        boolean sound = list.isArray() && list.size() <= MOST_DIMENSIONS;
        long[] shape = new long[sound ? list.size() : 0];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = list.get(i).isIntegralNumber() && list.get(i).canConvertToLong()
                    ? list.get(i).asLong()
                    : 0;
            sound &= shape[i] > 0;
        }
        if (!sound) {
            throw broken(
                    path,
                    "%s has the shape %s, which must be at most %d whole numbers above 0"
                            .formatted(name, CheckpointFolder.words(list), MOST_DIMENSIONS));
        }
        return shape;
    }

    /** The groups, checked against the lengths of their files. */
    private static List<Group> checked(CheckpointFolder folder, List<Group> groups) throws IOException {
        Set<String> names = new HashSet<>();
        for (Group group : groups) {
            long length = 0;
            for (String file : group.files()) {
                length += folder.claim(file);
            }
            long claimed = 0;
            for (Entry entry : group.entries()) {
                if (!names.add(entry.name())) {
                    throw broken(folder.path(), "its manifest describes %s twice".formatted(entry.name()));
                }
                long bytes = bytes(entry, length);
                claimed += bytes;
                if (bytes < 0 || claimed > length) {
                    throw broken(
                            folder.path(),
                            "%s has the shape %s of %d bytes a number, for which %s too short with %d bytes"
                                    .formatted(
                                            entry.name(),
                                            Arrays.toString(entry.shape()),
                                            entry.encoding().bytes(),
                                            namesOf(group) + (group.files().size() == 1 ? " is" : " are"),
                                            length));
                }
            }
            if (claimed != length) {
                throw broken(
                        folder.path(),
                        "%s %d bytes long, its arrays take %d"
                                .formatted(
                                        namesOf(group) + (group.files().size() == 1 ? " is" : " are"),
                                        length,
                                        claimed));
            }
        }
        return groups;
    }

    /** The bytes of an array; below 0 if they exceed those available, or the size of an array. */
    private static long bytes(Entry entry, long available) {
        long count = 1;
        for (long size : entry.shape()) {
            if (count > available / size) {
                return -1;
            }
            count *= size;
        }
        return count > Integer.MAX_VALUE - 8 ? -1 : count * entry.encoding().bytes();
    }

    private static String namesOf(Group group) {
        return switch (group.files().size()) {
            case 0 -> "no file";
            case 1 -> group.files().getFirst();
            default ->
                "%s and %d more files"
                        .formatted(group.files().getFirst(), group.files().size() - 1);
        };
    }

    private static UnreadableCheckpointException broken(Path path, String reason) {
        return UnreadableCheckpointException.broken(path, reason);
    }
}
