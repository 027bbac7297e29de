package diabolo.harmony;

import diabolo.corpus.Corpus;
import diabolo.corpus.CorpusBuilder;
import diabolo.corpus.CorpusSpec;
import diabolo.corpus.PieceSplit;
import diabolo.corpus.Transposition;
import diabolo.file.FolderFiles;
import diabolo.inspection.MusicFile;
import diabolo.note.MalformedMusicException;
import diabolo.note.NoteSequence;
import diabolo.note.Reading;
import diabolo.representation.PianoRoll;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The lead sheets in a folder, and which of them are held out.
 *
 * <pre>{@code
 * LeadSheetFolder folder = LeadSheetFolder.read(Path.of("leadsheets-openewld"), name -> {});
 * LeadSheetFolder.Split split = folder.split(0.15, 1);
 * ChordModel model = ChordModel.learn(split.training(), ChordSettings.DEFAULT, random);
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param leadSheets by name
 * @param others how many files were read that have no melody with chords, or could not be read
 */
public record LeadSheetFolder(List<WrittenLeadSheet> leadSheets, int others) {

    public LeadSheetFolder {
        leadSheets = List.copyOf(leadSheets);
    }

    /** Lead sheets to learn from, and others, which are not related to them. */
    public record Split(List<WrittenLeadSheet> training, List<WrittenLeadSheet> heldOut) {

        public Split {
            training = List.copyOf(training);
            heldOut = List.copyOf(heldOut);
        }
    }

    /**
     * Reads all files of a folder and below it; repeats count as played.
     *
     * @param progress receives the name of each file
     * @throws IOException if the folder cannot be read, or holds no lead sheet
     */
    public static LeadSheetFolder read(Path folder, Consumer<String> progress) throws IOException {
        List<WrittenLeadSheet> leadSheets = new ArrayList<>();
        int others = 0;
        for (Map.Entry<String, Path> file : FolderFiles.in(folder).files().entrySet()) {
            progress.accept(file.getKey());
            int before = leadSheets.size();
            try {
                for (Reading reading : MusicFile.readAllLenient(file.getValue())) {
                    WrittenLeadSheet.of(nameOf(file.getKey(), leadSheets.size() - before), reading.sequence())
                            .ifPresent(leadSheets::add);
                }
            } catch (MalformedMusicException _) {
                // counted below
            }
            others += leadSheets.size() == before ? 1 : 0;
        }
        if (leadSheets.isEmpty()) {
            throw new IOException(
                    "%s holds no melody with chord symbols; name a folder of lead sheets as MusicXML or ABC."
                            .formatted(folder));
        }
        return new LeadSheetFolder(leadSheets, others);
    }

    private static String nameOf(String file, int number) {
        return number == 0 ? file : file + "#" + (number + 1);
    }

    /**
     * Holds out pieces at random with those related to them ({@link PieceSplit}): that share windows of four bars of 4/4 in a common
     * key.
     *
     * @param heldOutShare more than 0, less than 1
     */
    public Split split(double heldOutShare, long seed) throws IOException {
        SortedMap<String, NoteSequence> melodies = new TreeMap<>();
        leadSheets.forEach(leadSheet -> melodies.put(leadSheet.name(), leadSheet.melody()));
        CorpusSpec windows = CorpusSpec.of(PianoRoll.DEEPHEAR).withTransposition(Transposition.TO_COMMON_KEY);
        Corpus corpus = new CorpusBuilder(windows).build(Path.of("lead sheets"), melodies);
        Set<String> heldOut = PieceSplit.random(corpus, heldOutShare, seed).heldOut();
        return new Split(
                leadSheets.stream()
                        .filter(leadSheet -> !heldOut.contains(leadSheet.name()))
                        .toList(),
                leadSheets.stream()
                        .filter(leadSheet -> heldOut.contains(leadSheet.name()))
                        .toList());
    }
}
