package diabolo.corpus;

import diabolo.grid.Quantization;
import diabolo.grid.QuantizedSequence;
import diabolo.note.Key;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import diabolo.note.Plural;
import diabolo.representation.Encoded;
import diabolo.representation.Frames;
import diabolo.representation.PianoRoll;
import diabolo.representation.TokenRepresentation;
import java.util.ArrayList;
import java.util.List;

/** Cuts one piece into windows, or says why it gives none. */
final class WindowCutter {

    /** Pieces are as long as their bars of four beats, whatever their meter, as DeepHear counts them. */
    private static final int BEATS_IN_BAR = 4;

    /** What became of a piece. */
    sealed interface Outcome {
        record Accepted(Piece piece, List<Window> windows) implements Outcome {}

        record Refused(FileRefusal kind, String reason, RefusedWindows windows) implements Outcome {
            Refused(FileRefusal kind, String reason) {
                this(kind, reason, RefusedWindows.NONE);
            }
        }
    }

    private final CorpusSpec spec;

    WindowCutter(CorpusSpec spec) {
        this.spec = spec;
    }

    /**
     * Cuts a piece.
     *
     * @throws diabolo.grid.UnquantizableException if it is too long for a grid
     */
    Outcome cut(String name, NoteSequence sequence, MelodyParts melodyParts) {
        int semitones = semitones(sequence);
        if (!staysInRange(sequence, semitones)) {
            semitones += semitones > 0 ? -12 : 12; // the longer way to the same key
        }
        if (!staysInRange(sequence, semitones)) {
            return new Outcome.Refused(
                    FileRefusal.BEYOND_PITCHES,
                    "it has notes so low and so high that its transposition by %d semitones leaves the MIDI range; build the corpus as written"
                            .formatted(semitones));
        }
        NoteSequence transposed = sequence.transpose(semitones);
        Quantization quantization = spec.representation().grid().quantize(transposed, spec.offGrid());
        if (quantization.sequence().lengthInSteps() == 0) {
            return empty(quantization.droppedNotes());
        }
        return switch (spec.representation()) {
            case PianoRoll roll -> cutRoll(name, quantization, semitones);
            case TokenRepresentation tokens -> {
                LineCutter.Cut cut = new LineCutter(spec, tokens, name).cut(quantization.sequence(), melodyParts);
                yield outcome(name, quantization, semitones, cut);
            }
        };
    }

    private static Outcome outcome(String name, Quantization quantization, int semitones, LineCutter.Cut cut) {
        if (cut.windows().isEmpty()) {
            return new Outcome.Refused(cut.kindForNone(), cut.reasonForNone(), cut.refused());
        }
        Piece piece = new Piece(
                name,
                quantization.sequence().lengthInSteps(),
                cut.windows().size(),
                cut.refused(),
                quantization.droppedNotes(),
                cut.unplacedNotes(),
                semitones);
        return new Outcome.Accepted(piece, cut.windows());
    }

    private Outcome cutRoll(String name, Quantization quantization, int semitones) {
        QuantizedSequence sequence = quantization.sequence();
        int windowCount = windowCount(sequence.lengthInSteps());
        if (windowCount == 0) {
            return new Outcome.Refused(
                    FileRefusal.TOO_SHORT,
                    "it lasts %s, but a window has %d%s"
                            .formatted(
                                    Plural.of(sequence.lengthInSteps(), "step"),
                                    spec.windowSteps(),
                                    spec.lastWindow() == LastWindow.LEFT_OUT
                                            ? " and the last window is left out"
                                            : ""));
        }
        List<Window> windows = new ArrayList<>();
        for (int i = 0; i < windowCount; i++) {
            Window window = window(name, sequence, i * spec.strideSteps());
            if (spec.silentWindows() == SilentWindows.KEPT || !window.isSilent()) {
                windows.add(window);
            }
        }
        Encoded.Loss loss = spec.representation().encodeReporting(sequence).loss();
        int unheld = loss.outOfRangeNotes() + loss.otherPartNotes();
        if (windows.stream().allMatch(Window::isSilent)) {
            return new Outcome.Refused(
                    FileRefusal.NO_WINDOW,
                    "%s silent in a %s, which has no cells for %d of its notes"
                            .formatted(
                                    windowCount == 1
                                            ? "its only window is"
                                            : "all its %d windows are".formatted(windowCount),
                                    spec.representation().name(),
                                    unheld));
        }
        return new Outcome.Accepted(
                new Piece(
                        name,
                        sequence.lengthInSteps(),
                        windows.size(),
                        RefusedWindows.of(WindowRefusal.SILENT, windowCount - windows.size()),
                        quantization.droppedNotes(),
                        unheld,
                        semitones),
                windows);
    }

    private int windowCount(int lengthInSteps) {
        int bar = BEATS_IN_BAR * spec.representation().grid().stepsPerBeat();
        int room = Math.ceilDiv(lengthInSteps, bar) * bar - spec.windowSteps();
        if (room < 0) {
            return 0;
        }
        return switch (spec.lastWindow()) {
            case KEPT -> room / spec.strideSteps() + 1;
            case LEFT_OUT -> Math.ceilDiv(room, spec.strideSteps());
        };
    }

    private Window window(String name, QuantizedSequence sequence, int firstStep) {
        Frames frames = spec.representation().encode(sequence.slice(firstStep, spec.windowSteps()));
        return Window.of(name, firstStep, spec.representation(), frames);
    }

    private int semitones(NoteSequence sequence) {
        return switch (spec.transposition()) {
            case AS_WRITTEN -> 0;
            case TO_COMMON_KEY ->
                KeyEstimation.keyOf(sequence)
                        .map(Key::semitonesToNoSharpsNoFlats)
                        .orElse(0);
        };
    }

    private static boolean staysInRange(NoteSequence sequence, int semitones) {
        return sequence.parts().stream()
                .filter(part -> !part.isDrums())
                .map(Part::notes)
                .flatMap(List::stream)
                .mapToInt(note -> note.pitch().midi() + semitones)
                .allMatch(pitch -> pitch >= 0 && pitch <= 127);
    }

    private static Outcome empty(int droppedNotes) {
        return droppedNotes == 0
                ? new Outcome.Refused(FileRefusal.NO_NOTES, "it has no notes")
                : new Outcome.Refused(
                        FileRefusal.OFF_GRID,
                        "%s off the grid and dropped; it may be played music: build the corpus with notes snapped to the grid"
                                .formatted(
                                        droppedNotes == 1
                                                ? "its only note is"
                                                : "all its %d notes are".formatted(droppedNotes)));
    }
}
