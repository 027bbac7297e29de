package diabolo.evaluation;

import static java.util.Objects.requireNonNull;

import diabolo.note.Percent;
import diabolo.representation.Frames;
import diabolo.representation.Line;
import diabolo.representation.PianoRoll;
import diabolo.representation.Representation;
import diabolo.representation.TokenRepresentation;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How much of a piece comes back from its codes.
 *
 * <pre>{@code
 * Fidelity fidelity = Fidelity.of(Melody.of(2), windows, network.reconstruct(windows));
 * fidelity.sentence(); // 95.8 % of the tokens are right; onset F1 83.9 %.
 * }</pre>
 */
public sealed interface Fidelity {

    /**
     * Of tokens.
     *
     * @param lines what each line is
     */
    record OfTokens(TokenAccuracy accuracy, List<String> lines) implements Fidelity {

        public OfTokens {
            requireNonNull(accuracy, "accuracy");
            lines = List.copyOf(lines);
        }

        @Override
        public double f1() {
            return accuracy.onsetF1();
        }

        @Override
        public String sentence() {
            return "%s of the tokens are right%s; onset F1 %s%s."
                    .formatted(
                            Percent.of(accuracy.tokens()),
                            ofLines(TokenAccuracy::tokens),
                            Percent.of(accuracy.onsetF1()),
                            ofLines(TokenAccuracy::onsetF1));
        }

        private String ofLines(ToDoubleFunction<TokenAccuracy> measure) {
            List<TokenAccuracy> each = accuracy.ofLines();
            return each.isEmpty()
                    ? ""
                    : IntStream.range(0, each.size())
                            .mapToObj(line -> lines.get(line) + " " + Percent.of(measure.applyAsDouble(each.get(line))))
                            .collect(Collectors.joining(", ", " (", ")"));
        }
    }

    /**
     * Of the cells of a piano roll.
     *
     * @param cells of a window
     * @param wrong how many are wrong in a window, on average
     * @param sounding how many sound, which silence would have wrong
     */
    record OfCells(int cells, double wrong, double sounding, NoteMetrics notes) implements Fidelity {

        public OfCells {
            requireNonNull(notes, "notes");
        }

        @Override
        public double f1() {
            return notes.f1();
        }

        @Override
        public String sentence() {
            return String.format(
                    Locale.ROOT,
                    "%.1f of %d cells per window are wrong (silence: %.1f); note F1 %s.",
                    wrong,
                    cells,
                    sounding,
                    Percent.of(notes.f1()));
        }
    }

    /** The F1 of its notes, 0 to 1: of tokens that of the onsets. */
    double f1();

    /** One sentence for people. */
    String sentence();

    /**
     * Compares.
     *
     * @param windows of the piece
     * @param back as many that came back
     * @throws IllegalArgumentException if there are no windows, or the two differ in number
     */
    static Fidelity of(Representation representation, List<? extends Frames> windows, List<? extends Frames> back) {
        return switch (representation) {
            case TokenRepresentation tokens ->
                new OfTokens(
                        TokenAccuracy.of(tokens, windows, back),
                        tokens.lines().stream().map(Line::name).toList());
            case PianoRoll roll -> ofCells(roll, windows, back);
        };
    }

    /** Compares windows of piano roll. */
    static OfCells ofCells(PianoRoll roll, List<? extends Frames> windows, List<? extends Frames> back) {
        return new OfCells(
                roll.cells(),
                WrongCells.mean(roll, windows, back),
                WrongCells.ofSilence(roll, windows),
                NoteMetrics.of(roll, windows, back));
    }
}
