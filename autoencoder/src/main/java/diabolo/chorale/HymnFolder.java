package diabolo.chorale;

import diabolo.corpus.Corpus;
import diabolo.corpus.CorpusBuilder;
import diabolo.corpus.CorpusSpec;
import diabolo.corpus.PieceSplit;
import diabolo.corpus.Transposition;
import diabolo.evaluation.chorale.Chorale;
import diabolo.evaluation.chorale.ChoraleFigures;
import diabolo.file.FolderFiles;
import diabolo.inspection.MusicFile;
import diabolo.note.MalformedMusicException;
import diabolo.note.NoteSequence;
import diabolo.representation.PianoRoll;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The pieces of four voices in a folder, and which of them are held out.
 *
 * <pre>{@code
 * HymnFolder hymns = HymnFolder.read(Path.of("hymns-openhymnal"), name -> {});
 * HymnFolder.Split split = hymns.split(0.15, 1);
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param hymns in the order of their names
 * @param others how many files have no four voices from high to low in a known meter, are sung in unison or octaves for long, or could not be read
 */
public record HymnFolder(List<Hymn> hymns, int others) {

    private static final double MOST_PARALLELS = 15; // a hundred moves

    /**
     * A piece as it was read, and its voices on the grid.
     *
     * @param piece of four parts
     * @param melody the soprano alone, note for note
     */
    public record Hymn(NoteSequence piece, NoteSequence melody, Chorale chorale) {

        public String name() {
            return chorale.name();
        }
    }

    /** Pieces to learn from, others to decide when to stop, and others to judge by; none related to those of another list. */
    public record Split(List<Hymn> training, List<Hymn> validation, List<Hymn> heldOut) {

        public Split {
            training = List.copyOf(training);
            validation = List.copyOf(validation);
            heldOut = List.copyOf(heldOut);
        }
    }

    public HymnFolder {
        hymns = List.copyOf(hymns);
    }

    /**
     * Reads the first piece of each file of a folder and below it; repeats count as played.
     *
     * @param progress receives the name of each file
     * @throws IOException if the folder cannot be read, or holds no piece of four voices
     */
    public static HymnFolder read(Path folder, Consumer<String> progress) throws IOException {
        List<Hymn> hymns = new ArrayList<>();
        int others = 0;
        for (Map.Entry<String, Path> file : FolderFiles.in(folder).files().entrySet()) {
            progress.accept(file.getKey());
            Optional<Hymn> hymn = Optional.empty();
            try {
                hymn = hymn(
                        file.getKey(), MusicFile.readLenient(file.getValue()).sequence());
            } catch (MalformedMusicException _) {
                // counted below
            }
            hymn.ifPresent(hymns::add);
            others += hymn.isEmpty() ? 1 : 0;
        }
        if (hymns.isEmpty()) {
            throw new IOException(
                    "%s holds no piece of four voices; name a folder of hymns as ABC or MusicXML.".formatted(folder));
        }
        return new HymnFolder(hymns, others);
    }

    private static Optional<Hymn> hymn(String name, NoteSequence piece) {
        return Chorale.of(name, piece)
                .filter(ChoraleTokens::fit)
                .filter(HymnFolder::hasOwnVoices)
                .map(chorale -> {
                    NoteSequence melody = piece.withParts(piece.parts().stream()
                            .filter(part -> !part.isDrums() && !part.notes().isEmpty())
                            .limit(1)
                            .map(HighestNotes::of)
                            .toList());
                    return new Hymn(piece, melody, chorale);
                });
    }

    /** Whether it is no piece of which much is sung in unison or octaves. */
    private static boolean hasOwnVoices(Chorale chorale) {
        return ChoraleFigures.of(List.of(chorale)).parallelsPerHundredMoves() <= MOST_PARALLELS;
    }

    /**
     * Holds out pieces at random with those related to them ({@link PieceSplit}), whose melodies share windows of four bars in a common key;
     * and of the others, half as many for validation.
     *
     * @param heldOutShare more than 0, less than 0.5
     */
    public Split split(double heldOutShare, long seed) throws IOException {
        Set<String> heldOut = heldOut(hymns, heldOutShare, seed);
        List<Hymn> rest =
                hymns.stream().filter(hymn -> !heldOut.contains(hymn.name())).toList();
        Set<String> validation = heldOut(rest, heldOutShare / 2, seed);
        return new Split(
                rest.stream().filter(hymn -> !validation.contains(hymn.name())).toList(),
                rest.stream().filter(hymn -> validation.contains(hymn.name())).toList(),
                hymns.stream().filter(hymn -> heldOut.contains(hymn.name())).toList());
    }

    private static Set<String> heldOut(List<Hymn> some, double share, long seed) throws IOException {
        SortedMap<String, NoteSequence> melodies = new TreeMap<>();
        some.forEach(hymn -> melodies.put(hymn.name(), hymn.melody()));
        CorpusSpec windows = CorpusSpec.of(PianoRoll.DEEPHEAR).withTransposition(Transposition.TO_COMMON_KEY);
        Corpus corpus = new CorpusBuilder(windows).build(Path.of("hymns"), melodies);
        return PieceSplit.random(corpus, share, seed).heldOut();
    }

    /** The voices of pieces as tokens. */
    static List<int[][]> tokens(List<Hymn> some) {
        return some.stream().map(hymn -> ChoraleTokens.of(hymn.chorale())).toList();
    }
}
