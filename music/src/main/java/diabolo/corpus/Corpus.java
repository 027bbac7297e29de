package diabolo.corpus;

import static java.util.Objects.requireNonNull;

import diabolo.note.Checks;
import diabolo.representation.Representation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The examples that a network learns from, with an account of where they come from.
 *
 * <pre>{@code
 * Corpus corpus = new CorpusBuilder(CorpusSpec.DEEPHEAR).build(List.of(Path.of("rags")));
 * corpus.windows().size();   // 558
 * corpus.distinct().size();  // 407
 * corpus.fingerprint();      // for the provenance of what is learnt from it
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param pieces in the order of their windows
 * @param refusals files that gave no window
 */
public record Corpus(CorpusSpec spec, List<Piece> pieces, List<Window> windows, List<Refusal> refusals) {

    public Corpus {
        requireNonNull(spec, "spec");
        pieces = List.copyOf(pieces);
        windows = List.copyOf(windows);
        refusals = List.copyOf(refusals);
        requireAgreement(spec, pieces, windows);
    }

    /** The names of all pieces. */
    public List<String> pieceNames() {
        return pieces.stream().map(Piece::name).toList();
    }

    /** The same of some pieces. */
    public Corpus only(Set<String> names) {
        return new Corpus(
                spec,
                pieces.stream().filter(piece -> names.contains(piece.name())).toList(),
                windowsOf(names),
                List.of());
    }

    /** The windows of some of the pieces. */
    public List<Window> windowsOf(Set<String> names) {
        return windows.stream().filter(window -> names.contains(window.piece())).toList();
    }

    /** The windows without their exact repetitions, in order of first occurrence. */
    public List<DistinctWindow> distinct() {
        return distinct(windows);
    }

    /** Some windows without their exact repetitions, in order of first occurrence. */
    public static List<DistinctWindow> distinct(List<Window> windows) {
        Map<WindowContent, DistinctWindow> byContent = new LinkedHashMap<>();
        for (Window window : windows) {
            byContent.merge(
                    window.content(),
                    new DistinctWindow(window, 1),
                    (known, again) -> new DistinctWindow(known.window(), known.occurrences() + 1));
        }
        return new ArrayList<>(byContent.values());
    }

    /**
     * Those held-out windows that are like no training window: what a model is tested on, so that it is not asked for what it was
     * shown.
     *
     * @param likeness what windows have in common that count as the same: all their tokens, or these whatever the key
     */
    public static List<Window> unseen(List<Window> heldOut, List<Window> training, Function<Window, ?> likeness) {
        Set<Object> seen = training.stream().map(likeness).collect(Collectors.toSet());
        return heldOut.stream()
                .filter(window -> !seen.contains(likeness.apply(window)))
                .toList();
    }

    /** Those held-out windows that are no training window. */
    public static List<Window> unseen(List<Window> heldOut, List<Window> training) {
        return unseen(heldOut, training, Window::content);
    }

    /** SHA-256 over the spec and every window with its piece and position, in hexadecimal. */
    public String fingerprint() {
        return CorpusFormat.fingerprint(this);
    }

    /** The corpus in numbers. */
    public CorpusSummary summary() {
        return CorpusSummary.of(this);
    }

    private static void requireAgreement(CorpusSpec spec, List<Piece> pieces, List<Window> windows) {
        Map<String, Long> counted =
                windows.stream().collect(Collectors.groupingBy(Window::piece, Collectors.counting()));
        for (Piece piece : pieces) {
            long count = counted.getOrDefault(piece.name(), 0L);
            Checks.require(
                    count == piece.windows(),
                    "piece %s is said to have %d windows, but has %d".formatted(piece.name(), piece.windows(), count));
        }
        Set<String> names = pieces.stream().map(Piece::name).collect(Collectors.toSet());
        Checks.require(names.size() == pieces.size(), "two pieces have the same name");
        Checks.require(names.containsAll(counted.keySet()), "a window belongs to no piece");
        Representation representation = spec.representation();
        for (Window window : windows) {
            Checks.require(
                    window.representation().equals(representation),
                    "a window is not a %s of %d cells".formatted(representation.name(), representation.cells()));
        }
    }
}
