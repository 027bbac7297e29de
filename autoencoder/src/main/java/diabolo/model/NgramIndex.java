package diabolo.model;

import static diabolo.note.Checks.require;
import static java.util.Objects.requireNonNull;

import diabolo.representation.Line;
import diabolo.representation.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * An index of hashed n-grams of the training music, to detect copies: five successive onsets, with their distances in steps and
 * their intervals, independent of the key. Only a hash of 24 bits is stored of each n-gram.
 *
 * <pre>{@code
 * NgramIndex ngrams = NgramIndex.of(representation.lines(), pieces, windows);
 * NgramIndex.Found found = ngrams.find(representation.lines(), tokens).orElseThrow();
 * found.share(); // 0.4 of the n-grams occur in the training music
 * found.piece(); // most of these in this piece
 * }</pre>
 *
 * <p>There are 17 million hashes: with 170,000 stored, one unknown n-gram in a hundred collides with a known one. Immutable.
 */
public final class NgramIndex {

    /** Of a model without n-grams. */
    public static final NgramIndex NONE = new NgramIndex(List.of(), new TreeMap<>());

    private static final int ONSETS = 5;
    private static final int BITS = 24; // which a float holds exactly
    private static final long MIX = 0x9E3779B97F4A7C15L; // the golden ratio, as in Knuth's multiplicative hashing

    /**
     * The known n-grams of a piece.
     *
     * @param share of its n-grams, 0 to 1
     * @param piece that has most of them; empty where none is known
     */
    public record Found(double share, String piece) {}

    private final List<String> pieces;
    private final Map<Integer, Integer> pieceOf;

    private NgramIndex(List<String> pieces, Map<Integer, Integer> pieceOf) {
        this.pieces = List.copyOf(pieces);
        this.pieceOf = pieceOf;
    }

    /**
     * The n-grams of windows.
     *
     * @param lines of the windows
     * @param names of the piece of each window
     */
    public static NgramIndex of(List<Line> lines, List<String> names, List<Tokens> windows) {
        require(names.size() == windows.size(), "every window needs the name of its piece");
        Map<String, Integer> numbers = new LinkedHashMap<>();
        TreeMap<Integer, Integer> pieceOf = new TreeMap<>();
        for (int window = 0; window < windows.size(); window++) {
            int piece = numbers.computeIfAbsent(names.get(window), _ -> numbers.size());
            for (int ngram : ngrams(lines, windows.get(window))) {
                pieceOf.putIfAbsent(ngram, piece);
            }
        }
        return new NgramIndex(List.copyOf(numbers.keySet()), pieceOf);
    }

    /** The number of distinct n-grams. */
    public int size() {
        return pieceOf.size();
    }

    public boolean isEmpty() {
        return pieceOf.isEmpty();
    }

    /**
     * Looks up the n-grams of tokens.
     *
     * @return empty if they hold none, with fewer than five onsets
     */
    public Optional<Found> find(List<Line> lines, Tokens tokens) {
        return find(lines, List.of(tokens));
    }

    /** Looks up the n-grams of several windows, none of which reaches from one into the next. */
    public Optional<Found> find(List<Line> lines, List<Tokens> windows) {
        List<Integer> ngrams = windows.stream()
                .flatMap(window -> ngrams(lines, window).stream())
                .toList();
        if (ngrams.isEmpty()) {
            return Optional.empty();
        }
        Map<Integer, Integer> counts = new HashMap<>();
        int known = 0;
        for (int ngram : ngrams) {
            Integer piece = pieceOf.get(ngram);
            if (piece != null) {
                known++;
                counts.merge(piece, 1, Integer::sum);
            }
        }
        OptionalInt most = counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .mapToInt(Map.Entry::getKey)
                .findFirst();
        return Optional.of(
                new Found((double) known / ngrams.size(), most.isPresent() ? pieces.get(most.getAsInt()) : ""));
    }

    private static List<Integer> ngrams(List<Line> lines, Tokens tokens) {
        List<Integer> ngrams = new ArrayList<>();
        for (int line = 0; line < lines.size(); line++) {
            Line kind = lines.get(line);
            int[] of = tokens.lines()[line];
            int[] steps = IntStream.range(0, of.length)
                    .filter(step -> kind.isOnset(of[step]))
                    .toArray();
            for (int last = ONSETS - 1; last < steps.length; last++) {
                long hash = line + 1L;
                for (int i = last - ONSETS + 1; i <= last; i++) {
                    boolean first = i == last - ONSETS + 1;
                    int distance = first ? 0 : steps[i] - steps[i - 1];
                    int interval = !kind.isPitched() ? of[steps[i]] : first ? 0 : of[steps[i]] - of[steps[i - 1]];
                    hash = mixed(mixed(hash, distance), interval);
                }
                ngrams.add((int) (hash >>> (Long.SIZE - BITS)));
            }
        }
        return ngrams;
    }

    private static long mixed(long hash, int value) {
        long mixed = (hash ^ value) * MIX;
        return mixed ^ (mixed >>> 32);
    }

    /** These n-grams and others; one that is in both is of the piece in this index. */
    NgramIndex plus(NgramIndex others) {
        List<String> names = new ArrayList<>(pieces);
        names.addAll(others.pieces);
        TreeMap<Integer, Integer> both = new TreeMap<>(pieceOf);
        others.pieceOf.forEach((ngram, piece) -> both.putIfAbsent(ngram, pieces.size() + piece));
        return new NgramIndex(names, both);
    }

    /** The pieces, by index. */
    public List<String> pieces() {
        return pieces;
    }

    /** Every hash and the index of its piece: [n-grams][2]. */
    public float[] numbers() {
        float[] numbers = new float[2 * pieceOf.size()];
        int i = 0;
        for (Map.Entry<Integer, Integer> ngram : pieceOf.entrySet()) {
            numbers[i++] = ngram.getKey();
            numbers[i++] = ngram.getValue();
        }
        return numbers;
    }

    /**
     * The index of {@link #numbers}.
     *
     * @throws IllegalArgumentException if an n-gram belongs to no piece
     */
    public static NgramIndex of(List<String> pieces, float[] numbers) {
        requireNonNull(pieces, "pieces");
        TreeMap<Integer, Integer> pieceOf = new TreeMap<>();
        for (int i = 0; i + 1 < numbers.length; i += 2) {
            int piece = (int) numbers[i + 1];
            require(
                    piece >= 0 && piece < pieces.size() && piece == numbers[i + 1] && numbers[i] == (int) numbers[i],
                    "an n-gram is %s of piece %s, and there are %d pieces"
                            .formatted(numbers[i], numbers[i + 1], pieces.size()));
            pieceOf.put((int) numbers[i], piece);
        }
        return new NgramIndex(pieces, pieceOf);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NgramIndex same && pieces.equals(same.pieces) && pieceOf.equals(same.pieceOf);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(new int[] {pieces.hashCode(), pieceOf.hashCode()});
    }
}
