package diabolo.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Finds pieces that share windows, such as the same tune twice. */
final class RelatedPieces {

    private final List<String> names;
    private final int[] groupLeader;

    private RelatedPieces(List<String> names) {
        this.names = names;
        this.groupLeader = new int[names.size()];
        for (int piece = 0; piece < groupLeader.length; piece++) {
            groupLeader[piece] = piece;
        }
    }

    /**
     * The pieces in groups, those that are related directly or through others together, in the order of the corpus.
     *
     * @param share two pieces are related when they share more than this part of the distinct sounding windows of the one
     *     that has fewer
     */
    static List<Set<String>> groups(Corpus corpus, double share) {
        RelatedPieces related = new RelatedPieces(corpus.pieceNames());
        List<Set<Integer>> piecesByCells =
                List.copyOf(related.piecesByCells(corpus).values());
        int[] distinctWindows = new int[related.names.size()];
        List<Map<Integer, Integer>> sharedWindows = new ArrayList<>(); // by piece: how many with which later piece
        related.names.forEach(name -> sharedWindows.add(new TreeMap<>()));
        for (Set<Integer> pieces : piecesByCells) {
            for (int piece : pieces) {
                distinctWindows[piece]++;
                pieces.stream()
                        .filter(later -> later > piece)
                        .forEach(later -> sharedWindows.get(piece).merge(later, 1, Integer::sum));
            }
        }
        for (int piece = 0; piece < distinctWindows.length; piece++) {
            for (Map.Entry<Integer, Integer> shared : sharedWindows.get(piece).entrySet()) {
                int fewer = Math.min(distinctWindows[piece], distinctWindows[shared.getKey()]);
                if (shared.getValue() > share * fewer) {
                    related.join(piece, shared.getKey());
                }
            }
        }
        return related.groups();
    }

    private Map<WindowContent, Set<Integer>> piecesByCells(Corpus corpus) {
        Map<String, Integer> indices = new HashMap<>();
        names.forEach(name -> indices.put(name, indices.size()));
        Map<WindowContent, Set<Integer>> piecesByCells = new HashMap<>();
        for (Window window : corpus.windows()) {
            if (!window.isSilent()) {
                piecesByCells
                        .computeIfAbsent(window.content(), cells -> new LinkedHashSet<>())
                        .add(indices.getOrDefault(window.piece(), 0));
            }
        }
        return piecesByCells;
    }

    private void join(int piece, int other) {
        groupLeader[leader(other)] = leader(piece);
    }

    private int leader(int piece) {
        int leader = piece;
        while (groupLeader[leader] != leader) {
            groupLeader[leader] = groupLeader[groupLeader[leader]];
            leader = groupLeader[leader];
        }
        return leader;
    }

    private List<Set<String>> groups() {
        Map<Integer, Set<String>> groups = new LinkedHashMap<>();
        for (int piece = 0; piece < groupLeader.length; piece++) {
            groups.computeIfAbsent(leader(piece), leader -> new LinkedHashSet<>())
                    .add(names.get(piece));
        }
        return List.copyOf(groups.values());
    }
}
