package diabolo.corpus;

import diabolo.grid.QuantizedSequence;
import diabolo.note.Plural;
import diabolo.representation.TokenRepresentation;
import diabolo.representation.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Cuts a piece into windows of tokens: from bar line to bar line, within bars of the representation's metre, a line-up of parts
 * after the other. A pickup before the first whole bar is in no window.
 */
final class LineCutting {

    private final CorpusSpec spec;
    private final TokenRepresentation representation;
    private final String piece;
    private final List<Window> windows = new ArrayList<>();
    private final TreeSet<String> otherMeters = new TreeSet<>();
    private RefusedWindows refused = RefusedWindows.NONE;

    LineCutting(CorpusSpec spec, TokenRepresentation representation, String piece) {
        this.spec = spec;
        this.representation = representation;
        this.piece = piece;
    }

    /** What one piece gave; without windows, the reason stands in their place. */
    record Cut(
            List<Window> windows,
            RefusedWindows refused,
            int unplacedNotes,
            FileRefusal kindForNone,
            String reasonForNone) {}

    Cut cut(QuantizedSequence sequence, MelodyParts melodyParts) {
        Lineups lineups = Lineups.of(spec, representation, sequence, melodyParts);
        lineups.taken().forEach(this::cut);
        lineups.left().forEach(lineup -> refuse(WindowRefusal.MORE_PARTS, fittingWindows(lineup)));
        return lineups.taken().isEmpty()
                ? new Cut(windows, refused, lineups.unplacedNotes(), FileRefusal.NO_PART, lineups.reasonForNone())
                : new Cut(windows, refused, lineups.unplacedNotes(), kindForNone(), reasonForNone());
    }

    private void cut(QuantizedSequence lineup) {
        for (BarStretch stretch : stretches(lineup)) {
            if (!stretch.fits()) {
                otherMeters.add(stretch.meter().toString());
                refuse(WindowRefusal.OTHER_METER, Math.max(0, stretch.bars() - representation.bars() + 1));
                continue;
            }
            int count = windows(stretch);
            for (int i = 0; i < count; i++) {
                take(lineup, stretch.firstStep() + i * spec.strideSteps());
            }
        }
    }

    private void take(QuantizedSequence lineup, int firstStep) {
        Tokens tokens = representation.encode(lineup.slice(firstStep, representation.steps()));
        Optional<WindowRefusal> refusal = refusal(lineup, tokens);
        if (refusal.isPresent()) {
            refuse(refusal.get(), 1);
        } else {
            windows.add(Window.of(piece, firstStep, representation, tokens));
        }
    }

    private Optional<WindowRefusal> refusal(QuantizedSequence lineup, Tokens tokens) {
        if (representation.isSilent(tokens)) {
            return spec.silentWindows() == SilentWindows.KEPT ? Optional.empty() : Optional.of(WindowRefusal.SILENT);
        }
        return Rests.refusal(representation, lineup, tokens.lines());
    }

    private int fittingWindows(QuantizedSequence lineup) {
        return stretches(lineup).stream()
                .filter(BarStretch::fits)
                .mapToInt(this::windows)
                .sum();
    }

    private List<BarStretch> stretches(QuantizedSequence lineup) {
        return BarStretch.of(lineup.meters(), lineup.lengthInSteps(), representation);
    }

    private int windows(BarStretch stretch) {
        int count = stretch.windows(representation.bars(), spec.strideSteps(), representation.stepsPerBar());
        return switch (spec.lastWindow()) {
            case KEPT -> count;
            case LEFT_OUT -> Math.max(0, count - 1);
        };
    }

    private void refuse(WindowRefusal reason, int count) {
        refused = refused.plus(RefusedWindows.of(reason, count));
    }

    private FileRefusal kindForNone() {
        if (refused.total() == refused.count(WindowRefusal.OTHER_METER)) {
            return otherMeters.isEmpty() ? FileRefusal.TOO_SHORT : FileRefusal.OTHER_METER;
        }
        return FileRefusal.NO_WINDOW;
    }

    private String reasonForNone() {
        String others = otherMeters.isEmpty()
                ? ""
                : "; it has bars of "
                        + otherMeters.stream().limit(4).collect(Collectors.joining(", "))
                        + (otherMeters.size() > 4 ? ", ..." : "");
        return refused.total() == 0
                ? "it has no %s of %s%s"
                        .formatted(
                                representation.bars() == 1
                                        ? "whole bar"
                                        : representation.bars() + " whole bars in a row",
                                representation.meter(),
                                others)
                : "%s of %s of %s %s refused: %s%s"
                        .formatted(
                                refused.total() == 1
                                        ? "its only window"
                                        : "all its %d windows".formatted(refused.total()),
                                Plural.of(representation.bars(), "bar"),
                                representation.meter(),
                                refused.total() == 1 ? "was" : "were",
                                refused.inWords(),
                                others);
    }
}
