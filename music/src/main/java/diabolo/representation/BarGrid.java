package diabolo.representation;

import static java.util.Objects.requireNonNull;

import diabolo.grid.QuantizedNote;
import diabolo.grid.QuantizedPart;
import diabolo.grid.QuantizedSequence;
import diabolo.grid.RhythmGrid;
import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.Checks;
import diabolo.note.Meter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the representations in whole bars have in common: bars that are whole steps, and music that keeps to them. */
final class BarGrid {

    /** Longer windows than any model has, but bounded: a file may ask for them. */
    private static final int MOST_STEPS = 4096;

    private BarGrid() {}

    static void requireWindow(RhythmGrid grid, Meter meter, int bars) {
        requireNonNull(grid, "grid");
        requireNonNull(meter, "meter");
        Checks.require(
                meter.barLength().isOnGrid(grid.stepsPerBeat()),
                "A bar of %s is no whole number of steps, of which a quarter note has %d; use a finer grid or another meter."
                        .formatted(meter, grid.stepsPerBeat()));
        Checks.requireBetween("bars", bars, 1, MOST_STEPS / stepsPerBar(grid, meter));
    }

    static int stepsPerBar(RhythmGrid grid, Meter meter) {
        return (int) meter.barLength().toTicks(grid.stepsPerBeat());
    }

    static boolean areAlike(Meter meter, Meter other) {
        return meter.equals(other)
                || (meter.barLength().equals(other.barLength()) && isHalved(meter) && isHalved(other));
    }

    /** Whether one, two or four bars of one are a bar of the other. */
    static boolean fill(Meter meter, Meter other) {
        Beat bar = meter.barLength();
        Beat otherBar = other.barLength();
        return Stream.of(1, 2, 4)
                .anyMatch(bars -> bar.equals(otherBar.times(bars)) || otherBar.equals(bar.times(bars)));
    }

    private static boolean isHalved(Meter meter) {
        return Integer.bitCount(meter.beats()) == 1;
    }

    /** Requires that the first steps of a piece, as many as the representation has, lie on its grid and in its meter. */
    static void requireFitting(TokenRepresentation representation, QuantizedSequence sequence) {
        Checks.require(
                sequence.grid().equals(representation.grid()),
                "The piece has %d steps a beat, but the representation %s has %d; quantize it on that grid."
                        .formatted(
                                sequence.grid().stepsPerBeat(),
                                representation.name(),
                                representation.grid().stepsPerBeat()));
        Beat end = representation.grid().beatOf(representation.steps());
        for (At<Meter> change : sequence.meters()) {
            if (change.start().compareTo(end) < 0 && !representation.admits(change.value())) {
                throw new UnsuitableMeterException(
                        "Time signature %s at beat %s does not fit the representation %s, which has bars of %s; choose a passage in %s, or a model for %s."
                                .formatted(
                                        change.value(),
                                        change.start(),
                                        representation.name(),
                                        representation.meter(),
                                        representation.meter(),
                                        change.value()));
            }
        }
    }

    /** Requires tokens that are as many as a representation has, and each of its alphabet. */
    static void requireTokens(TokenRepresentation representation, int[][] tokens) {
        List<Line> lines = representation.lines();
        Checks.require(
                tokens.length == lines.size(),
                "The representation %s has %d lines of tokens, but %d were given."
                        .formatted(representation.name(), lines.size(), tokens.length));
        for (int line = 0; line < tokens.length; line++) {
            Checks.require(
                    tokens[line].length == representation.steps(),
                    "The representation %s has %d tokens in a line, but %d were given."
                            .formatted(representation.name(), representation.steps(), tokens[line].length));
            for (int token : tokens[line]) {
                Checks.requireBetween("token", token, 0, lines.get(line).alphabet() - 1);
            }
        }
    }

    static Encoded encoded(TokenRepresentation representation, QuantizedSequence sequence) {
        List<Line> lines = representation.lines();
        List<List<QuantizedNote>> notes =
                lines.stream().<List<QuantizedNote>>map(_ -> new ArrayList<>()).toList();
        int others = 0;
        for (QuantizedPart part : sequence.parts()) {
            Optional<Integer> line = representation.line(part.instrument());
            line.ifPresent(number -> notes.get(number).addAll(part.notes()));
            others += line.isPresent() ? 0 : part.notes().size();
        }
        int[][] tokens = new int[lines.size()][];
        Encoded.Loss loss = new Encoded.Loss(0, others, 0, 0, 0);
        for (int line = 0; line < tokens.length; line++) {
            EncodedLine encoded = lines.get(line).encode(notes.get(line), representation.steps());
            tokens[line] = encoded.tokens();
            loss = loss.plus(encoded.loss());
        }
        return new Encoded(new Tokens(tokens), loss);
    }

    /** Decoded windows one after the other. */
    static QuantizedSequence joined(TokenRepresentation representation, List<QuantizedSequence> windows) {
        List<QuantizedPart> parts = new ArrayList<>();
        for (int number = 0; number < representation.lines().size(); number++) {
            List<QuantizedNote> notes = new ArrayList<>();
            for (int window = 0; window < windows.size(); window++) {
                int firstStep = window * representation.steps();
                windows.get(window).parts().get(number).notes().stream()
                        .map(note -> new QuantizedNote(
                                note.pitch(), note.velocity(), firstStep + note.startStep(), note.lengthInSteps()))
                        .forEach(notes::add);
            }
            QuantizedPart part = windows.getFirst().parts().get(number);
            parts.add(new QuantizedPart(part.name(), part.instrument(), notes));
        }
        return decoded(representation, windows.size(), parts);
    }

    /** Parts of so many windows. */
    static QuantizedSequence decoded(TokenRepresentation representation, int windows, List<QuantizedPart> parts) {
        return new QuantizedSequence(
                "",
                representation.grid(),
                windows * representation.steps(),
                parts,
                List.of(),
                List.of(new At<>(Beat.ZERO, representation.meter())),
                List.of());
    }
}
