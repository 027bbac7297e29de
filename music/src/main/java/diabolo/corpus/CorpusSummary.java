package diabolo.corpus;

import diabolo.note.Pitch;
import diabolo.representation.Drums;
import diabolo.representation.Melody;
import diabolo.representation.PianoRoll;
import diabolo.representation.Trio;
import java.util.BitSet;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A corpus in numbers.
 *
 * <p>Immutable.
 *
 * @param distinctWindows windows that differ in a cell from all others
 * @param meanActiveCells in a window
 * @param silentShare silent windows, kept or left out, of all that were cut; 0 to 1
 * @param activeColumns cells of a frame that are ever active
 * @param pitchRange the lowest and highest pitch that ever sounds, where the representation tells pitches; of a trio, the
 *     melody's
 * @param refusedWindows by reason, those of refused files too
 * @param refusedFiles files that gave no window, by kind of reason
 */
public record CorpusSummary(
        int pieces,
        int windows,
        int distinctWindows,
        double meanActiveCells,
        double silentShare,
        int activeColumns,
        Optional<PitchRange> pitchRange,
        int offGridNotes,
        int unplacedNotes,
        RefusedWindows refusedWindows,
        RefusedFiles refusedFiles) {

    /** The lowest and highest pitch. */
    public record PitchRange(Pitch lowest, Pitch highest) {}

    static CorpusSummary of(Corpus corpus) {
        int windows = corpus.windows().size();
        int leftOut = corpus.pieces().stream()
                .mapToInt(piece -> piece.refusedWindows().count(WindowRefusal.SILENT))
                .sum();
        long silent = corpus.windows().stream().filter(Window::isSilent).count() + leftOut;
        BitSet columns = activeColumns(corpus);
        return new CorpusSummary(
                corpus.pieces().size(),
                windows,
                corpus.distinct().size(),
                corpus.windows().stream()
                        .mapToInt(Window::activeCells)
                        .average()
                        .orElse(0),
                windows + leftOut == 0 ? 0 : (double) silent / (windows + leftOut),
                columns.cardinality(),
                pitchRange(corpus, columns),
                corpus.pieces().stream().mapToInt(Piece::offGridNotes).sum(),
                corpus.pieces().stream().mapToInt(Piece::unplacedNotes).sum(),
                refusedWindows(corpus),
                RefusedFiles.of(corpus.refusals()));
    }

    private static RefusedWindows refusedWindows(Corpus corpus) {
        return Stream.concat(
                        corpus.pieces().stream().map(Piece::refusedWindows),
                        corpus.refusals().stream().map(Refusal::refusedWindows))
                .reduce(RefusedWindows.NONE, RefusedWindows::plus);
    }

    private static BitSet activeColumns(Corpus corpus) {
        BitSet cells = new BitSet();
        corpus.windows().forEach(window -> cells.or(window.active()));
        int width = corpus.spec().representation().cellsPerStep();
        BitSet columns = new BitSet(width);
        cells.stream().forEach(cell -> columns.set(cell % width));
        return columns;
    }

    private static Optional<PitchRange> pitchRange(Corpus corpus, BitSet columns) {
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        return switch (corpus.spec().representation()) {
            case PianoRoll roll ->
                Optional.of(new PitchRange(
                        Pitch.of(roll.lowestPitch() + columns.nextSetBit(0)),
                        Pitch.of(roll.lowestPitch() + columns.length() - 1)));
            case Melody melody -> pitchRange(columns.get(Melody.FIRST_NOTE_ON, Melody.ALPHABET));
            case Trio trio -> pitchRange(columns.get(Melody.FIRST_NOTE_ON, Melody.ALPHABET));
            case Drums drums -> Optional.empty();
        };
    }

    /** Of the note-ons of a melody that ever occur. */
    private static Optional<PitchRange> pitchRange(BitSet noteOns) {
        return noteOns.isEmpty()
                ? Optional.empty()
                : Optional.of(new PitchRange(
                        Pitch.of(Melody.LOWEST_PITCH + noteOns.nextSetBit(0)),
                        Pitch.of(Melody.LOWEST_PITCH + noteOns.length() - 1)));
    }
}
