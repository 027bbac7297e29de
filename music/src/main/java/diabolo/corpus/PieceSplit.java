package diabolo.corpus;

import diabolo.note.Checks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which pieces are learned from and which are held out to test what was learned. A piece is never cut in two, and pieces
 * that share windows, such as two transcriptions of a tune, stay on the same side; only equal cells are recognized, not a
 * tune in another key or arrangement.
 *
 * <pre>{@code
 * PieceSplit split = PieceSplit.random(corpus, 0.15, 42);
 * List<Window> heldOut = corpus.windowsOf(split.heldOut());
 * }</pre>
 *
 * <p>Immutable. The same corpus, share and seed give the same split everywhere.
 */
public record PieceSplit(Set<String> training, Set<String> heldOut) {

    /**
     * Two pieces are related when they share more than this part of the distinct sounding windows of the one that has
     * fewer.
     */
    public static final double RELATED_SHARE = 0.1;

    public PieceSplit {
        training = Set.copyOf(training);
        heldOut = Set.copyOf(heldOut);
        Checks.require(Collections.disjoint(training, heldOut), "no piece may be learned from and held out");
    }

    /**
     * Holds out pieces at random, as near to a share of all windows as whole groups of related pieces allow. Of two or more
     * groups at least one is held out and at least one remains; a corpus with one group holds out nothing.
     *
     * @param heldOutShare more than 0, less than 1
     */
    public static PieceSplit random(Corpus corpus, double heldOutShare, long seed) {
        Checks.require(
                heldOutShare > 0 && heldOutShare < 1, "heldOutShare must be between 0 and 1, was " + heldOutShare);
        List<Group> groups = new ArrayList<>(Group.of(corpus));
        Collections.shuffle(groups, new Random(seed));
        double target = heldOutShare * corpus.windows().size();
        Set<String> heldOut = new HashSet<>();
        int held = 0;
        int left = groups.size();
        for (Group group : groups) {
            if (left > 1 && held + group.windows() / 2.0 <= target) {
                heldOut.addAll(group.pieces());
                held += group.windows();
                left--;
            }
        }
        if (heldOut.isEmpty() && groups.size() > 1) {
            heldOut.addAll(Collections.min(groups, Comparator.comparingInt(Group::windows))
                    .pieces());
        }
        return complement(corpus, heldOut);
    }

    /**
     * Holds out the named pieces, and with them the pieces that are related to them.
     *
     * @throws IllegalArgumentException if the corpus has no such piece
     */
    public static PieceSplit named(Corpus corpus, Set<String> names) {
        for (String name : names) {
            Checks.require(
                    corpus.pieceNames().contains(name),
                    "The corpus has no piece %s; it has %s.".formatted(name, String.join(", ", corpus.pieceNames())));
        }
        Set<String> heldOut = new HashSet<>();
        for (Set<String> group : RelatedPieces.groups(corpus, RELATED_SHARE)) {
            if (!Collections.disjoint(group, names)) {
                heldOut.addAll(group);
            }
        }
        return complement(corpus, heldOut);
    }

    /**
     * The split that a table gives, as {@code info.csv} of the Groove MIDI Dataset does: a line a piece, with the columns {@code
     * midi_filename}, relative to the folder that the corpus was built from, and {@code split}. What is not {@code train} is held
     * out. Related pieces stay where the table has them; {@link Corpus#unseen} leaves out what both sides share.
     *
     * @throws IOException if the table cannot be read, or does not say where a piece of the corpus belongs
     */
    public static PieceSplit listed(Corpus corpus, Path table) throws IOException {
        Set<String> training = SplitTable.read(table).trainingOf(corpus.pieceNames());
        Set<String> heldOut = new HashSet<>(corpus.pieceNames());
        heldOut.removeAll(training);
        return new PieceSplit(training, heldOut);
    }

    private static PieceSplit complement(Corpus corpus, Set<String> heldOut) {
        Set<String> training = new HashSet<>(corpus.pieceNames());
        training.removeAll(heldOut);
        return new PieceSplit(training, heldOut);
    }

    /** Pieces that stay together. */
    private record Group(Set<String> pieces, int windows) {

        static List<Group> of(Corpus corpus) {
            Map<String, Integer> windows =
                    corpus.pieces().stream().collect(Collectors.toMap(Piece::name, Piece::windows));
            return RelatedPieces.groups(corpus, RELATED_SHARE).stream()
                    .map(pieces -> new Group(
                            pieces,
                            pieces.stream()
                                    .mapToInt(name -> windows.getOrDefault(name, 0))
                                    .sum()))
                    .toList();
        }
    }
}
