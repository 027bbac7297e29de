package diabolo.listening;

import diabolo.file.FolderFiles;
import diabolo.inspection.Format;
import diabolo.inspection.MusicFile;
import diabolo.note.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;

/** The music in a folder in an order by chance, read as far as it is needed. */
record ListeningFolder(Path folder, List<ListeningPiece> pieces) {

    /**
     * Reads pieces until there are enough of them; what cannot be read or is too short is passed over. Of files that differ in their
     * endings alone, such as a piece as MIDI and as MusicXML, one is read.
     *
     * @throws IOException if the folder cannot be read, or has no piece to be used
     */
    static ListeningFolder read(Path folder, int most, Rendition rendition, RandomGenerator random) throws IOException {
        Map<String, Path> files = new LinkedHashMap<>();
        FolderFiles.in(folder).files().forEach((name, file) -> {
            String stem = name.replaceFirst("\\.[A-Za-z]+$", "");
            if (name.endsWith(".mid") || isMusic(file)) {
                files.merge(stem, file, (first, second) -> name.endsWith(".mid") ? second : first);
            }
        });
        List<String> names = new ArrayList<>(files.keySet());
        Collections.shuffle(names, Random.from(random));
        List<ListeningPiece> pieces = new ArrayList<>();
        for (String name : names) {
            if (pieces.size() < most) {
                read(files.getOrDefault(name, folder), rendition, pieces);
            }
        }
        if (pieces.isEmpty()) {
            throw new IOException(
                    "%s has no music of at least %d notes and %.0f seconds; name a folder of MIDI, MusicXML or ABC."
                            .formatted(folder, ListeningPiece.FEWEST_NOTES, ListeningPiece.SHORTEST_SECONDS));
        }
        Collections.shuffle(pieces, Random.from(random));
        return new ListeningFolder(folder, pieces.subList(0, Math.min(most, pieces.size())));
    }

    private static boolean isMusic(Path file) {
        try {
            return MusicFile.format(file) != Format.OTHER;
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static void read(Path file, Rendition rendition, List<ListeningPiece> pieces) {
        try {
            List<Reading> readings = MusicFile.readAllLenient(file);
            for (int i = 0; i < readings.size(); i++) {
                String name = file.getFileName() + (readings.size() == 1 ? "" : "#" + (i + 1));
                ListeningPiece.of(name, readings.get(i).sequence(), rendition).ifPresent(pieces::add);
            }
        } catch (IOException | RuntimeException unusable) { // passed over
            return;
        }
    }
}
