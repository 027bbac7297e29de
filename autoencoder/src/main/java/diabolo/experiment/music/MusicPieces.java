package diabolo.experiment.music;

import diabolo.file.FolderFiles;
import diabolo.grid.QuantizedSequence;
import diabolo.grid.RhythmGrid;
import diabolo.inspection.Format;
import diabolo.inspection.MusicFile;
import diabolo.note.NoteSequence;
import diabolo.note.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The pieces in files and folders, in the order of their names.
 *
 * <pre>{@code
 * MusicPieces pieces = MusicPieces.read(List.of(Path.of("rags")));
 * }</pre>
 *
 * @param music one or more
 * @param refused how many files of music could not be read
 */
public record MusicPieces(List<NoteSequence> music, int refused) {

    public MusicPieces {
        music = List.copyOf(music);
    }

    /**
     * Excerpts of pieces.
     *
     * @param byPiece of those that have some
     * @param refused how many pieces have none, or could not be read
     */
    record Cut<T>(List<List<T>> byPiece, int refused) {}

    /**
     * Reads all files that are music.
     *
     * @throws IOException if there is none; the message is a sentence
     */
    public static MusicPieces read(List<Path> paths) throws IOException {
        List<NoteSequence> music = new ArrayList<>();
        int refused = 0;
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new IOException("%s does not exist; name music: a file or a folder.".formatted(path));
            }
            for (Path file : FolderFiles.in(path).files().values()) {
                try {
                    if (MusicFile.format(file) != Format.OTHER) {
                        MusicFile.readAllLenient(file).stream()
                                .map(Reading::sequence)
                                .forEach(music::add);
                    }
                } catch (IOException | IllegalArgumentException damaged) {
                    refused++;
                }
            }
        }
        if (music.isEmpty()) {
            throw new IOException(
                    "No music in %s can be read; name files or folders of MIDI, MusicXML or ABC.".formatted(paths));
        }
        return new MusicPieces(music, refused);
    }

    /** Cuts pieces on sixteenths; one that cannot be, or gives nothing, is refused. */
    <T> Cut<T> cut(Function<QuantizedSequence, List<T>> excerpts) {
        List<List<T>> byPiece = new ArrayList<>();
        int unfit = 0;
        for (NoteSequence piece : music) {
            try {
                List<T> of = excerpts.apply(RhythmGrid.SIXTEENTHS.quantize(piece));
                if (of.isEmpty()) {
                    unfit++;
                } else {
                    byPiece.add(of);
                }
            } catch (IllegalArgumentException otherMeter) {
                unfit++;
            }
        }
        return new Cut<>(List.copyOf(byPiece), refused + unfit);
    }
}
