package diabolo.corpus;

import static java.util.Objects.requireNonNull;

import diabolo.file.FolderFiles;
import diabolo.grid.UnquantizableException;
import diabolo.inspection.Format;
import diabolo.inspection.MusicFile;
import diabolo.note.Finding;
import diabolo.note.MalformedMusicException;
import diabolo.note.NoteSequence;
import diabolo.note.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * Builds a corpus from files and folders of music. Files are taken in the order of their names, so that the same folder gives
 * the same corpus everywhere.
 *
 * <pre>{@code
 * Corpus rags = new CorpusBuilder(CorpusSpec.DEEPHEAR).build(List.of(Path.of("rags")));
 * rags.refusals(); // the files that gave nothing, and why
 * }</pre>
 *
 * <p>Immutable, as long as its reader is.
 */
public final class CorpusBuilder {

    private final MusicReader reader;
    private final CorpusSpec spec;

    /** Reads every format of {@link MusicFile}, mending what can be mended; each tune of a tunebook is a piece. */
    public CorpusBuilder(CorpusSpec spec) {
        this(spec, new EveryFormat());
    }

    /** Reads with a reader of one's own. */
    public CorpusBuilder(CorpusSpec spec, MusicReader reader) {
        this.spec = requireNonNull(spec, "spec");
        this.reader = requireNonNull(reader, "reader");
    }

    /**
     * Reads and cuts all that is given, folders with what lies in them; hidden files are passed over.
     *
     * @throws NoExampleFoundException if nothing gives a window
     */
    public Corpus build(List<Path> filesAndFolders) throws NoExampleFoundException {
        Harvest harvest = new Harvest();
        for (Path given : filesAndFolders) {
            harvest.files(given).forEach(harvest::take);
        }
        return harvest.corpus(filesAndFolders);
    }

    /**
     * Cuts pieces that were read by other means, such as many out of one file.
     *
     * @param source where they come from, for the sentence if they give nothing
     * @throws NoExampleFoundException if nothing gives a window
     */
    public Corpus build(Path source, SortedMap<String, NoteSequence> pieces) throws NoExampleFoundException {
        Harvest harvest = new Harvest();
        pieces.forEach((name, piece) -> harvest.take(name, harvest.cutter.cut(name, piece, MelodyParts.MAIN)));
        return harvest.corpus(List.of(source));
    }

    /** What one build has gathered so far. */
    private final class Harvest {

        private final WindowCutter cutter = new WindowCutter(spec);
        private final List<Piece> pieces = new ArrayList<>();
        private final List<Window> windows = new ArrayList<>();
        private final List<Refusal> refusals = new ArrayList<>();
        private final Set<String> names = new HashSet<>();

        /** The files to read by their names, which are relative to the folder that was given. */
        private SortedMap<String, Path> files(Path given) {
            try {
                FolderFiles found = FolderFiles.in(given);
                found.unreadable()
                        .forEach(name -> refusals.add(new Refusal(
                                name, FileRefusal.UNREADABLE, "it cannot be opened; check that you may read it")));
                return found.files();
            } catch (IOException unreadable) {
                refusals.add(new Refusal(
                        given.toString(),
                        FileRefusal.UNREADABLE,
                        "the folder cannot be read: " + unreadable.getMessage()));
                return Collections.emptySortedMap();
            }
        }

        private Corpus corpus(List<Path> given) throws NoExampleFoundException {
            if (windows.isEmpty()) {
                throw new NoExampleFoundException(NoExample.sentence(given, refusals), refusals);
            }
            return new Corpus(spec, pieces, windows, refusals);
        }

        private void take(String name, Path file) {
            List<Reading> readings;
            MelodyParts melodyParts;
            try {
                requireRegularFile(file);
                readings = reader.readAll(file);
                melodyParts = melodyParts(file);
            } catch (IOException | RuntimeException unusable) {
                String unique = uniqueName(name);
                take(unique, refused(kind(file, unusable), unusable));
                return;
            }
            for (int i = 0; i < readings.size(); i++) {
                String unique = uniqueName(readings.size() == 1 ? name : name + "#" + (i + 1));
                take(unique, outcome(unique, readings.get(i), melodyParts));
            }
        }

        private void take(String unique, WindowCutter.Outcome outcome) {
            switch (outcome) {
                case WindowCutter.Outcome.Accepted(Piece piece, List<Window> cut) -> {
                    pieces.add(piece);
                    windows.addAll(cut);
                }
                case WindowCutter.Outcome.Refused(FileRefusal kind, String reason, RefusedWindows refused) ->
                    refusals.add(new Refusal(unique, kind, reason, refused));
            }
        }

        private String uniqueName(String name) {
            String unique = name;
            for (int i = 2; !names.add(unique); i++) {
                unique = name + " (" + i + ")";
            }
            return unique;
        }

        private WindowCutter.Outcome outcome(String name, Reading reading, MelodyParts melodyParts) {
            try {
                return ofDamaged(reading, cutter.cut(name, reading.sequence(), melodyParts));
            } catch (RuntimeException unusable) {
                return refused(
                        unusable instanceof UnquantizableException ? FileRefusal.BEYOND_GRID : FileRefusal.UNREADABLE,
                        unusable);
            }
        }

        /** Where a file had to be mended and too little was left of it, the damage is the reason. */
        private static WindowCutter.Outcome ofDamaged(Reading reading, WindowCutter.Outcome outcome) {
            Optional<Finding> damage = reading.findings().stream()
                    .filter(finding -> finding.kind() == Finding.Kind.REPAIRED)
                    .findFirst();
            return switch (outcome) {
                case WindowCutter.Outcome.Refused(FileRefusal kind, String reason, RefusedWindows windows)
                when damage.isPresent() && (kind == FileRefusal.TOO_SHORT || kind == FileRefusal.NO_NOTES) ->
                    new WindowCutter.Outcome.Refused(
                            FileRefusal.DAMAGED,
                            "%s; of what was read, %s".formatted(damage.get().sentence(), reason),
                            windows);
                case WindowCutter.Outcome.Refused _, WindowCutter.Outcome.Accepted _ -> outcome;
            };
        }

        private static void requireRegularFile(Path file) throws IOException {
            if (!Files.isRegularFile(file)) {
                throw new IOException(
                        Files.exists(file) ? "it is not a regular file" : "there is no such file; check the path");
            }
        }

        private static FileRefusal kind(Path file, Exception unusable) {
            try {
                if (unusable instanceof MalformedMusicException) {
                    return MusicFile.format(file) == Format.OTHER ? FileRefusal.NO_MUSIC : FileRefusal.DAMAGED;
                }
                return FileRefusal.UNREADABLE;
            } catch (IOException unreadable) {
                return FileRefusal.UNREADABLE;
            }
        }

        private static WindowCutter.Outcome refused(FileRefusal kind, Exception unusable) {
            boolean isForeseen = unusable instanceof IOException || unusable instanceof IllegalArgumentException;
            String reason = Objects.requireNonNullElse(unusable.getMessage(), "it cannot be read");
            return new WindowCutter.Outcome.Refused(
                    kind,
                    isForeseen
                            ? reason
                            : "reading failed in a way that we did not foresee (%s); please report it with the file"
                                    .formatted(unusable));
        }

        private static MelodyParts melodyParts(Path file) throws IOException {
            return switch (MusicFile.format(file)) {
                case MIDI -> MelodyParts.EVERY_LEAD;
                case MUSIC_XML, COMPRESSED_MUSIC_XML, ABC, OTHER -> MelodyParts.MAIN;
            };
        }
    }
}
