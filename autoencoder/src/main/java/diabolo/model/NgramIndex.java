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
 * The phrases of the music that was learned from, so that a new piece can be told from an old one: what stands in five strokes
 * in succession, their distances in steps and their intervals, whatever the key. Of every phrase a number of 24 bits is kept
 * that cannot be turned back into it.
 *
 * <pre>{@code
 * NgramIndex ngrams = NgramIndex.of(representation.lines(), pieces, windows);
 * NgramIndex.Found found = ngrams.find(representation.lines(), tokens).orElseThrow();
 * found.share(); // 0.4 of the ngrams stand in the music learned from
 * found.piece(); // most of these in this piece
 * }</pre>
 *
 * <p>There are 17 million such numbers: where 170,000 of them are kept, one unknown phrase in a hundred is taken for known.
 * Immutable.
 */
public final class NgramIndex {

    /** What a model has that remembers nothing. */
    public static final NgramIndex NONE = new NgramIndex(List.of(), new TreeMap<>());

    private static final int STROKES = 5;
    private static final int BITS = 24; // a float holds as many exactly
    private static final long MIX = 0x9E3779B97F4A7C15L; // the golden ratio, as in Knuth's multiplicative hashing

    /**
     * How much of a piece is known.
     *
     * @param share of its phrases, 0 to 1
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
     * The phrases of windows.
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

    /** How many phrases are remembered. */
    public int size() {
        return pieceOf.size();
    }

    public boolean isEmpty() {
        return pieceOf.isEmpty();
    }

    /**
     * How much of some tokens is known.
     *
     * @return empty if they hold no phrase, being shorter than five strokes
     */
    public Optional<Found> find(List<Line> lines, Tokens tokens) {
        List<Integer> ngrams = ngrams(lines, tokens);
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
            for (int stroke = STROKES - 1; stroke < steps.length; stroke++) {
                long hash = line + 1L;
                for (int i = stroke - STROKES + 1; i <= stroke; i++) {
                    boolean first = i == stroke - STROKES + 1;
                    int distance = first ? 0 : steps[i] - steps[i - 1];
                    int what = !kind.isPitched() ? of[steps[i]] : first ? 0 : of[steps[i]] - of[steps[i - 1]];
                    hash = mixed(mixed(hash, distance), what);
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

    /** The pieces, by their numbers. */
    List<String> pieces() {
        return pieces;
    }

    /** Every phrase and the number of its piece: [phrases][2]. */
    float[] numbers() {
        float[] numbers = new float[2 * pieceOf.size()];
        int i = 0;
        for (Map.Entry<Integer, Integer> ngram : pieceOf.entrySet()) {
            numbers[i++] = ngram.getKey();
            numbers[i++] = ngram.getValue();
        }
        return numbers;
    }

    /**
     * Takes over what {@link #numbers} gave.
     *
     * @throws IllegalArgumentException if a number belongs to no piece
     */
    static NgramIndex of(List<String> pieces, float[] numbers) {
        requireNonNull(pieces, "pieces");
        TreeMap<Integer, Integer> pieceOf = new TreeMap<>();
        for (int i = 0; i + 1 < numbers.length; i += 2) {
            int piece = (int) numbers[i + 1];
            require(
                    piece >= 0 && piece < pieces.size() && piece == numbers[i + 1] && numbers[i] == (int) numbers[i],
                    "a remembered phrase is %s of piece %s, and there are %d pieces"
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
