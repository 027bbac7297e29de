package diabolo.corpus;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds pieces that share windows, such as the same tune twice. */
final class RelatedPieces {

    private RelatedPieces() {}

    /**
     * The pieces in groups, those that are related directly or through others together, in the order of the corpus.
     *
     * @param share two pieces are related when they share more than this part of the distinct sounding windows of the one
     *     that has fewer
     */
    static List<Set<String>> groups(Corpus corpus, double share) {
        Map<String, Set<BitSet>> cellsByPiece = new LinkedHashMap<>();
        corpus.pieceNames().forEach(name -> cellsByPiece.put(name, new HashSet<>()));
        for (Window window : corpus.windows()) {
            if (!window.isSilent()) {
                cellsByPiece
                        .computeIfAbsent(window.piece(), name -> new HashSet<>())
                        .add(window.active());
            }
        }
        List<Set<String>> groups = new ArrayList<>();
        for (Map.Entry<String, Set<BitSet>> piece : cellsByPiece.entrySet()) {
            Set<String> related = relatedTo(piece.getValue(), cellsByPiece, share);
            Set<String> joined = new TreeSet<>(Set.of(piece.getKey()));
            groups.removeIf(group -> group.stream().anyMatch(related::contains) && joined.addAll(group));
            groups.add(joined);
        }
        return groups;
    }

    private static Set<String> relatedTo(Set<BitSet> piece, Map<String, Set<BitSet>> cellsByPiece, double share) {
        Set<String> related = new HashSet<>();
        cellsByPiece.forEach((name, cells) -> {
            long common = piece.stream().filter(cells::contains).count();
            if (common > share * Math.min(piece.size(), cells.size())) {
                related.add(name);
            }
        });
        return related;
    }
}
