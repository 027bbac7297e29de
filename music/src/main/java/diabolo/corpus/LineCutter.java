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
 * Cuts a piece into windows of tokens: from bar line to bar line, within bars of the meters that are taken, a line-up of parts
 * after the other. A pickup before the first whole bar is in no window.
 */
final class LineCutter {

    private final CorpusSpec spec;
    private final TokenRepresentation representation;
    private final String piece;
    private final List<Window> windows = new ArrayList<>();
    private final TreeSet<String> otherMeters = new TreeSet<>();
    private RefusedWindows refused = RefusedWindows.NONE;

    LineCutter(CorpusSpec spec, TokenRepresentation representation, String piece) {
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
        PartSelection selection = PartSelection.of(spec, representation, sequence, melodyParts);
        selection.taken().forEach(this::cut);
        selection.left().forEach(selected -> refuse(WindowRefusal.MORE_PARTS, fittingWindows(selected)));
        return selection.taken().isEmpty()
                ? new Cut(windows, refused, selection.unplacedNotes(), FileRefusal.NO_PART, selection.reasonForNone())
                : new Cut(windows, refused, selection.unplacedNotes(), kindForNone(), reasonForNone());
    }

    private void cut(QuantizedSequence selected) {
        for (BarStretch stretch : stretches(selected)) {
            if (!stretch.fits()) {
                otherMeters.add(stretch.meter().toString());
                refuse(WindowRefusal.OTHER_METER, Math.max(0, stretch.bars() - representation.bars() + 1));
                continue;
            }
            int count = windows(stretch);
            for (int i = 0; i < count; i++) {
                take(selected, stretch.firstStep() + i * spec.strideSteps());
            }
        }
    }

    private void take(QuantizedSequence selected, int firstStep) {
        Tokens tokens = representation.encode(selected.slice(firstStep, representation.steps()));
        Optional<WindowRefusal> refusal = refusal(selected, tokens);
        if (refusal.isPresent()) {
            refuse(refusal.get(), 1);
        } else {
            windows.add(Window.of(piece, firstStep, representation, tokens));
        }
    }

    private Optional<WindowRefusal> refusal(QuantizedSequence selected, Tokens tokens) {
        if (representation.isSilent(tokens)) {
            return spec.silentWindows() == SilentWindows.KEPT ? Optional.empty() : Optional.of(WindowRefusal.SILENT);
        }
        return Rests.refusal(representation, selected, tokens.lines());
    }

    private int fittingWindows(QuantizedSequence selected) {
        return stretches(selected).stream()
                .filter(BarStretch::fits)
                .mapToInt(this::windows)
                .sum();
    }

    private List<BarStretch> stretches(QuantizedSequence selected) {
        return BarStretch.of(selected.meters(), selected.lengthInSteps(), representation, spec);
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
