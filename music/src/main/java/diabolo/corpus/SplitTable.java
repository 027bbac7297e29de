package diabolo.corpus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which side of a split each file is on, from a table in commas.
 *
 * @param splits the split's name by the file's
 */
record SplitTable(Path table, Map<String, String> splits) {

    private static final String FILE = "midi_filename";
    private static final String SPLIT = "split";
    private static final String TRAINING = "train";
    private static final long MOST_BYTES = 1 << 26;

    static SplitTable read(Path table) throws IOException {
        if (!Files.isRegularFile(table) || Files.size(table) > MOST_BYTES) {
            throw new IOException(
                    "There is no table of pieces in %s; give a file such as info.csv of the Groove MIDI Dataset."
                            .formatted(table));
        }
        // a byte is a character here, so that no byte is malformed
        List<String> lines = new String(Files.readAllBytes(table), StandardCharsets.ISO_8859_1)
                .lines()
                .toList();
        List<String> header =
                lines.isEmpty() ? List.of() : List.of(lines.getFirst().split(",", -1));
        int file = header.indexOf(FILE);
        int split = header.indexOf(SPLIT);
        if (file < 0 || split < 0) {
            throw new IOException("%s has not the columns %s and %s in its first line; give a table that has."
                    .formatted(table, FILE, SPLIT));
        }
        Map<String, String> splits = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            if (Math.max(file, split) < cells.length) {
                splits.put(cells[file], cells[split]);
            }
        }
        return new SplitTable(table, splits);
    }

    /** Those of some pieces that are for training. */
    Set<String> trainingOf(List<String> pieces) throws IOException {
        Set<String> training = new HashSet<>();
        for (String piece : pieces) {
            String split = Optional.ofNullable(splits.get(piece))
                    .orElseThrow(() -> new IOException(
                            "%s does not say in which split %s is; build the corpus from the folder that the table lies in, or split it at random."
                                    .formatted(table, piece)));
            if (split.equals(TRAINING)) {
                training.add(piece);
            }
        }
        return training;
    }
}
