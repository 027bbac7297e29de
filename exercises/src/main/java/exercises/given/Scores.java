package exercises.given;

import diabolo.experiment.DataFolder;
import diabolo.inspection.MusicFile;
import diabolo.note.NoteSequence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Music of Diabolo's data sets, for experiments of your own. Given: nothing is to be written here.
 *
 * <pre>{@code
 * List<NoteSequence> rags = Scores.of("ragtime-mutopia"); // empty where the data set is not found
 * }</pre>
 */
public final class Scores {

    private Scores() {}

    /** What to say where a data set is missing. */
    public static String missing(String dataSet) {
        return "Skipped: %s is not here. In the folder of the project `./diabolo data get %s` fetches it."
                .formatted(dataSet, dataSet);
    }

    /** The pieces of the MIDI files of a data set, in the order of their paths; files that cannot be read are left out. */
    public static List<NoteSequence> of(String dataSet) {
        try {
            Optional<Path> folder = DataFolder.find(Optional.empty()).locate(dataSet);
            return folder.isEmpty() ? List.of() : pieces(folder.get());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<NoteSequence> pieces(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<NoteSequence> pieces = new ArrayList<>();
            for (Path file : files.filter(path -> path.toString().endsWith(".mid"))
                    .sorted()
                    .toList()) {
                try {
                    pieces.add(MusicFile.readLenient(file).sequence());
                } catch (IOException malformed) {
                    // left out, as said above
                }
            }
            return pieces;
        }
    }
}
