package diabolo.magenta;

import diabolo.tensor.NamedArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * A checkpoint as stored in its folder: named arrays in TensorFlow's layout, and the format of its music.
 *
 * <pre>{@code
 * MagentaCheckpoint checkpoint = MagentaCheckpoint.read(Path.of("mel_2bar_small"));
 * checkpoint.variables().get("decoder/output_projection/bias").shape(); // [90]
 * }</pre>
 *
 * <p>Two kinds of folder are read: a dump of raw little-endian float32 with {@code manifest.json} and {@code converter.json},
 * and TensorFlow.js's {@code weights_manifest.json} with shards, quantized or not, and {@code config.json}.
 *
 * @param format of its music
 * @param variables by TensorFlow's names
 * @param hashes SHA-256 of each file, in hexadecimal, by name
 */
record MagentaCheckpoint(
        Path folder,
        Manifest manifest,
        MusicFormat format,
        Map<String, NamedArray> variables,
        Map<String, String> hashes) {

    /**
     * Reads a folder; memory is bounded by the lengths of its files.
     *
     * @throws UnreadableCheckpointException if a file is missing, inconsistent, has numbers that are not finite or is of another
     *     kind; the message names it
     * @throws IOException if a file cannot be read
     */
    static MagentaCheckpoint read(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        if (!Files.isDirectory(path)) {
            throw new NotDirectoryException(path.toString());
        }
        CheckpointFolder folder = new CheckpointFolder(path);
        Manifest manifest = Manifest.read(folder);
        MusicFormat format = MusicFormat.read(folder);
        Map<String, NamedArray> variables = WeightReader.read(folder, manifest);
        return new MagentaCheckpoint(path, manifest, format, variables, new TreeMap<>(folder.hashes()));
    }
}
