package diabolo.ragtime;

import diabolo.file.FolderFiles;
import diabolo.inspection.MusicFile;
import diabolo.note.MalformedMusicException;
import diabolo.tensor.RandomSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The rags of a folder: pieces in 2/4 for two hands.
 *
 * <pre>{@code
 * RagFolder rags = RagFolder.read(Path.of("ragtime-mutopia"), name -> {});
 * RagFolder.Split split = rags.split(1);
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param rags by the names of their files
 * @param others how many files are in another meter, for more or fewer hands, or could not be read
 */
public record RagFolder(SortedMap<String, List<RagSection>> rags, int others) {

    private static final int HELD_OUT = 2;
    private static final int VALIDATION = 1;

    public RagFolder {
        rags = Collections.unmodifiableSortedMap(new TreeMap<>(rags));
    }

    /**
     * Reads the first piece of each file of a folder and below it; repeats count as played.
     *
     * @param progress receives the name of each file
     * @throws IOException if the folder cannot be read, or holds no rag
     */
    public static RagFolder read(Path folder, Consumer<String> progress) throws IOException {
        SortedMap<String, List<RagSection>> rags = new TreeMap<>();
        int others = 0;
        for (Map.Entry<String, Path> file : FolderFiles.in(folder).files().entrySet()) {
            progress.accept(file.getKey());
            Optional<List<RagSection>> sections = Optional.empty();
            try {
                sections = RagSection.of(
                        file.getKey(), MusicFile.readLenient(file.getValue()).sequence());
            } catch (MalformedMusicException _) {
                // counted below
            }
            sections.ifPresent(some -> rags.put(file.getKey(), some));
            others += sections.isEmpty() ? 1 : 0;
        }
        if (rags.isEmpty()) {
            throw new IOException("%s holds no piece in 2/4 for two hands; name a folder of rags as MIDI or MusicXML."
                    .formatted(folder));
        }
        return new RagFolder(rags, others);
    }

    /** Rags to learn from, one to decide which weights are kept, and two to judge by. */
    public record Split(RagFolder training, RagFolder validation, RagFolder heldOut) {}

    /**
     * Holds rags out at random.
     *
     * @throws IOException if there are fewer than four
     */
    public Split split(long seed) throws IOException {
        if (rags.size() <= HELD_OUT + VALIDATION) {
            throw new IOException("of %d rags none is left to learn from when %d are held out; give more"
                    .formatted(rags.size(), HELD_OUT + VALIDATION));
        }
        List<String> names = new ArrayList<>(rags.keySet());
        Collections.shuffle(
                names, Random.from(RandomSource.of(seed).derive("rags").generator()));
        return new Split(
                only(names.subList(HELD_OUT + VALIDATION, names.size())),
                only(names.subList(HELD_OUT, HELD_OUT + VALIDATION)),
                only(names.subList(0, HELD_OUT)));
    }

    private RagFolder only(List<String> names) {
        SortedMap<String, List<RagSection>> some = new TreeMap<>(rags);
        some.keySet().retainAll(names);
        return new RagFolder(some, 0);
    }

    /** Excerpts of so many sixteenths in C major or A minor, counted back from the ends of sections, at distances of so many. */
    public List<RagPassage> passages(int steps, int distance) {
        return sections().stream()
                .flatMap(section -> section.passages(steps, distance).stream())
                .toList();
    }

    List<RagSection> sections() {
        return rags.values().stream().flatMap(List::stream).toList();
    }

    /** The shapes of the hands in these rags. */
    HandShapes shapes() {
        Map<Hand, Map<List<Integer>, Integer>> counts = new EnumMap<>(Hand.class);
        for (RagSection section : sections()) {
            for (Hand hand : Hand.values()) {
                for (NavigableSet<Integer> struck :
                        RagTokens.struck(section.notes(hand)).values()) {
                    counts.computeIfAbsent(hand, _ -> new HashMap<>())
                            .merge(HandShapes.shape(hand.leading(struck), struck), 1, Integer::sum);
                }
            }
        }
        return HandShapes.of(counts);
    }

    List<int[][]> tokens(HandShapes shapes) {
        List<int[][]> tokens = new ArrayList<>();
        sections().forEach(section -> tokens.add(RagTokens.of(section, shapes)));
        return tokens;
    }
}
