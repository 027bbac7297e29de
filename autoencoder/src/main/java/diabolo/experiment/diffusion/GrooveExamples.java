package diabolo.experiment.diffusion;

import diabolo.corpus.Window;
import diabolo.model.diffusion.GroovePrior.Ending;
import diabolo.representation.Drums;
import diabolo.representation.Tokens;
import diabolo.tensor.RandomSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Windows of drums that a prior of grooves learns from: those of beats, and fills, most of which the collection has as single bars, after
 * all but the last bar of a window of the same style.
 *
 * <pre>{@code
 * GrooveExamples examples = GrooveExamples.of(Drums.of(2), corpus.windowsOf(split.training()), bars, RandomSource.of(1));
 * examples.styles(); // afrobeat, afrocuban, funk, ...
 * }</pre>
 *
 * @param styles that four pieces or more have, in the order of the alphabet, and {@code other} where there are rarer ones
 */
public record GrooveExamples(Drums drums, List<Example> examples, List<String> styles) {

    /**
     * A window.
     *
     * @param style if the name of its piece says it
     */
    public record Example(Tokens window, Optional<String> style, Ending ending) {}

    /** For all styles of fewer pieces. */
    static final String OTHER = "other";

    private static final int FEWEST_PIECES = 4;
    private static final int FEWEST_HITS = 3;
    private static final int FEWEST_IN_FILL = 6;
    private static final int WINDOWS_OF_A_FILL = 4;

    public GrooveExamples {
        examples = List.copyOf(examples);
        styles = List.copyOf(styles);
    }

    /**
     * Those of a collection.
     *
     * @param windows of the learned pieces, as often as they are played
     * @param bars of learned pieces, those that are fills among them; may be empty
     */
    public static GrooveExamples of(Drums drums, List<Window> windows, List<Window> bars, RandomSource random) {
        List<String> styles = styles(windows);
        int inBar = drums.steps() / drums.bars();
        List<Example> grooves = windows.stream()
                .flatMap(window -> tokens(window)
                        .filter(tokens -> isPlayed(tokens, inBar))
                        .map(tokens -> new Example(tokens, style(window, styles), ending(window)))
                        .stream())
                .toList();
        List<Example> all = new ArrayList<>(grooves);
        Map<Optional<String>, List<Example>> beats = grooves.stream()
                .filter(example -> example.ending() == Ending.GROOVE)
                .collect(Collectors.groupingBy(Example::style));
        RandomGenerator generator = random.generator();
        for (Window bar : bars) {
            List<Example> before = beats.getOrDefault(style(bar, styles), List.of());
            if (ending(bar) == Ending.FILL && !before.isEmpty()) {
                tokens(bar)
                        .filter(fill -> hits(fill, 0, fill.steps()) >= FEWEST_IN_FILL)
                        .ifPresent(fill -> {
                            for (int i = 0; i < WINDOWS_OF_A_FILL; i++) {
                                Example beat = before.get(generator.nextInt(before.size()));
                                all.add(new Example(endingIn(beat.window(), fill), beat.style(), Ending.FILL));
                            }
                        });
            }
        }
        return new GrooveExamples(drums, all, styles);
    }

    private static Optional<Tokens> tokens(Window window) {
        return window.frames() instanceof Tokens tokens ? Optional.of(tokens) : Optional.empty();
    }

    private static Ending ending(Window window) {
        return PlayedName.of(window.piece()).filter(PlayedName::isFill).isPresent() ? Ending.FILL : Ending.GROOVE;
    }

    private static List<String> styles(List<Window> windows) {
        Map<String, Set<String>> piecesOf = new TreeMap<>();
        windows.forEach(window -> PlayedName.of(window.piece())
                .ifPresent(name -> piecesOf.computeIfAbsent(name.style(), _ -> new HashSet<>())
                        .add(window.piece())));
        List<String> frequent = piecesOf.entrySet().stream()
                .filter(style -> style.getValue().size() >= FEWEST_PIECES)
                .map(Map.Entry::getKey)
                .toList();
        return frequent.size() == piecesOf.size()
                ? frequent
                : Stream.concat(frequent.stream(), Stream.of(OTHER)).distinct().toList();
    }

    private static Optional<String> style(Window window, List<String> styles) {
        return PlayedName.of(window.piece()).map(name -> styles.contains(name.style()) ? name.style() : OTHER);
    }

    /** Whether no bar is nearly silent, as those before a recording begins. */
    private static boolean isPlayed(Tokens tokens, int inBar) {
        return IntStream.range(0, tokens.steps() / inBar)
                .allMatch(bar -> hits(tokens, bar * inBar, (bar + 1) * inBar) >= FEWEST_HITS);
    }

    private static int hits(Tokens tokens, int from, int to) {
        return IntStream.range(from, to)
                .map(step -> Integer.bitCount(tokens.lines()[0][step]))
                .sum();
    }

    private static Tokens endingIn(Tokens beat, Tokens fill) {
        int[] both = beat.lines()[0].clone();
        System.arraycopy(fill.lines()[0], 0, both, both.length - fill.steps(), fill.steps());
        return new Tokens(new int[][] {both});
    }
}
