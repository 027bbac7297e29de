package diabolo.corpus;

import static java.util.Objects.requireNonNull;

import diabolo.grid.OffGrid;
import diabolo.note.Checks;
import diabolo.note.Meter;
import diabolo.representation.PianoRoll;
import diabolo.representation.Representation;
import diabolo.representation.TokenRepresentation;

/**
 * How a corpus is made from music: all that decides which windows it holds.
 *
 * <pre>{@code
 * CorpusSpec.DEEPHEAR.withTransposition(Transposition.TO_COMMON_KEY).withStrideSteps(32);
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param representation also says the grid and the length of a window
 * @param offGrid what becomes of notes that do not begin on the grid
 * @param strideSteps from the first step of a window to that of the next, 1 to 4096
 * @param missingBass looked at for trios alone
 * @param otherMeters looked at for tokens alone
 */
public record CorpusSpec(
        Representation representation,
        OffGrid offGrid,
        int strideSteps,
        LastWindow lastWindow,
        SilentWindows silentWindows,
        Transposition transposition,
        MissingBass missingBass,
        OtherMeters otherMeters) {

    /** As Felix Sun made the examples of DeepHear: windows of 64 sixteenths, 16 apart, nothing transposed. */
    public static final CorpusSpec DEEPHEAR = new CorpusSpec(
            PianoRoll.DEEPHEAR,
            OffGrid.DROP,
            16,
            LastWindow.LEFT_OUT,
            SilentWindows.KEPT,
            Transposition.AS_WRITTEN,
            MissingBass.REFUSED,
            OtherMeters.REFUSED);

    /**
     * As MusicVAE makes its examples: whole bars, a bar apart, notes moved to the nearest step, no window without a note. Pieces
     * are left in their keys; transposing is for training, on tokens.
     */
    public static CorpusSpec of(TokenRepresentation representation) {
        return new CorpusSpec(
                representation,
                OffGrid.SNAP,
                representation.stepsPerBar(),
                LastWindow.KEPT,
                SilentWindows.LEFT_OUT,
                Transposition.AS_WRITTEN,
                MissingBass.REFUSED,
                OtherMeters.REFUSED);
    }

    /** Whole windows of piano roll a bar of 4/4 apart, notes moved to the grid and the last window kept. */
    public static CorpusSpec of(PianoRoll roll) {
        return DEEPHEAR.withRepresentation(roll)
                .withOffGrid(OffGrid.SNAP)
                .withStrideSteps(4 * roll.grid().stepsPerBeat())
                .withLastWindow(LastWindow.KEPT)
                .withSilentWindows(SilentWindows.LEFT_OUT);
    }

    /** Windows for a representation of any kind. */
    public static CorpusSpec of(Representation representation) {
        return switch (representation) {
            case PianoRoll roll -> of(roll);
            case TokenRepresentation tokens -> of(tokens);
        };
    }

    public CorpusSpec {
        requireNonNull(representation, "representation");
        requireNonNull(offGrid, "offGrid");
        Checks.requireBetween("strideSteps", strideSteps, 1, 4096);
        requireNonNull(lastWindow, "lastWindow");
        requireNonNull(silentWindows, "silentWindows");
        requireNonNull(transposition, "transposition");
        requireNonNull(missingBass, "missingBass");
        requireNonNull(otherMeters, "otherMeters");
    }

    public int windowSteps() {
        return representation.steps();
    }

    public CorpusSpec withRepresentation(Representation other) {
        return new CorpusSpec(
                other, offGrid, strideSteps, lastWindow, silentWindows, transposition, missingBass, otherMeters);
    }

    public CorpusSpec withOffGrid(OffGrid other) {
        return new CorpusSpec(
                representation, other, strideSteps, lastWindow, silentWindows, transposition, missingBass, otherMeters);
    }

    public CorpusSpec withStrideSteps(int other) {
        return new CorpusSpec(
                representation, offGrid, other, lastWindow, silentWindows, transposition, missingBass, otherMeters);
    }

    public CorpusSpec withLastWindow(LastWindow other) {
        return new CorpusSpec(
                representation, offGrid, strideSteps, other, silentWindows, transposition, missingBass, otherMeters);
    }

    public CorpusSpec withSilentWindows(SilentWindows other) {
        return new CorpusSpec(
                representation, offGrid, strideSteps, lastWindow, other, transposition, missingBass, otherMeters);
    }

    public CorpusSpec withTransposition(Transposition other) {
        return new CorpusSpec(
                representation, offGrid, strideSteps, lastWindow, silentWindows, other, missingBass, otherMeters);
    }

    public CorpusSpec withMissingBass(MissingBass other) {
        return new CorpusSpec(
                representation, offGrid, strideSteps, lastWindow, silentWindows, transposition, other, otherMeters);
    }

    public CorpusSpec withOtherMeters(OtherMeters other) {
        return new CorpusSpec(
                representation, offGrid, strideSteps, lastWindow, silentWindows, transposition, missingBass, other);
    }

    /** Whether windows are cut of bars in a meter. */
    boolean takes(TokenRepresentation tokens, Meter meter) {
        return switch (otherMeters) {
            case REFUSED -> tokens.isAlike(meter);
            case GROUPED -> tokens.admits(meter);
        };
    }
}
