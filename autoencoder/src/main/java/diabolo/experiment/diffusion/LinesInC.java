package diabolo.experiment.diffusion;

import diabolo.corpus.Corpus;
import diabolo.corpus.KeyEstimation;
import diabolo.corpus.Window;
import diabolo.note.Key;
import diabolo.representation.Frames;
import diabolo.representation.TokenRepresentation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The melodies of pieces in windows of a model, in C major or A minor.
 *
 * <pre>{@code
 * LinesInC lines = LinesInC.of(corpus, split.training());
 * }</pre>
 *
 * @param lines without those in no key, and those in a key a tritone from C
 */
public record LinesInC(TokenRepresentation tokens, List<Line> lines) {

    private static final int KEYS = 12;

    public LinesInC {
        lines = List.copyOf(lines);
    }

    /**
     * A melody.
     *
     * @param up semitones that it was above C or A, 0 to 11
     * @param byStep its windows by their first steps in the piece
     */
    public record Line(int up, Map<Integer, Window> byStep) {}

    /**
     * Those of a corpus.
     *
     * @param learned names of the pieces
     * @throws IllegalArgumentException if the corpus is of piano rolls
     */
    public static LinesInC of(Corpus corpus, Set<String> learned) {
        if (corpus.spec().representation() instanceof TokenRepresentation tokens) {
            return new LinesInC(
                    tokens,
                    asWritten(corpus.windowsOf(learned)).stream()
                            .flatMap(line -> inC(line, tokens).stream())
                            .toList());
        }
        throw new IllegalArgumentException("melodies in C are of models of tokens");
    }

    private static List<Map<Integer, Window>> asWritten(List<Window> windows) {
        List<Map<Integer, Window>> lines = new ArrayList<>();
        String piece = "";
        int last = 0;
        for (Window window : windows) {
            if (lines.isEmpty() || !window.piece().equals(piece) || window.firstStep() < last) {
                lines.add(new LinkedHashMap<>());
            }
            lines.getLast().put(window.firstStep(), window);
            piece = window.piece();
            last = window.firstStep();
        }
        return lines;
    }

    private static Optional<Line> inC(Map<Integer, Window> line, TokenRepresentation tokens) {
        int first = line.keySet().iterator().next(); // after a pickup, if there is one
        List<Frames> apart = line.values().stream()
                .filter(window -> (window.firstStep() - first) % tokens.steps() == 0)
                .map(Window::frames)
                .toList();
        return KeyEstimation.estimate(tokens.join(apart).toNoteSequence())
                .map(Key::semitonesToNoSharpsNoFlats)
                .filter(semitones -> semitones != -6)
                .map(semitones -> {
                    Map<Integer, Window> inC = new LinkedHashMap<>();
                    line.forEach((step, window) -> tokens.transpose(window.frames(), semitones)
                            .ifPresent(frames -> inC.put(step, Window.of(window.piece(), step, tokens, frames))));
                    return new Line(Math.floorMod(-semitones, KEYS), inC);
                });
    }
}
