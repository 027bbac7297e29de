package diabolo.representation;

import diabolo.grid.RhythmGrid;
import diabolo.note.Instrument;
import diabolo.note.Meter;
import java.util.List;
import java.util.Optional;

/**
 * Melody, bass and drums together, as MusicVAE writes a trio: two lines of a {@link Melody}'s 90 tokens and one of the 512 of
 * {@link Drums}, 692 cells a step.
 *
 * <pre>{@code
 * Trio trio = Trio.of(16);
 * Tokens tokens = trio.encode(piece.slice(0, trio.steps())); // [3 lines][256 steps]
 * int[] bass = tokens.lines()[Trio.BASS];
 * }</pre>
 *
 * <p>Which part plays which line its instrument says: General MIDI programs 0 to 31 the melody, 32 to 39 the bass, the kit the
 * drums; several parts of a line are heard as one. Other parts are left out and counted. Immutable.
 *
 * @param bars 1 to as many as make 4096 steps
 */
public record Trio(RhythmGrid grid, Meter meter, int bars) implements TokenRepresentation {

    /** The lines, in the order of the tokens. */
    public static final int MELODY = 0;

    public static final int BASS = 1;
    public static final int DRUMS = 2;

    public Trio {
        BarGrid.requireWindow(grid, meter, bars);
    }

    /** So many bars of 4/4 in sixteenths. */
    public static Trio of(int bars) {
        return of(bars, Meter.FOUR_FOUR);
    }

    /** So many bars of a meter in sixteenths. */
    public static Trio of(int bars, Meter meter) {
        return new Trio(RhythmGrid.SIXTEENTHS, meter, bars);
    }

    /** Which line an instrument plays; empty for one that has no place in a trio. */
    public static Optional<Integer> lineOf(Instrument instrument) {
        return switch (instrument) {
            case Instrument.Drums() -> Optional.of(DRUMS);
            case Instrument.Melodic(int program) when program < 32 -> Optional.of(MELODY);
            case Instrument.Melodic(int program) when program < 40 -> Optional.of(BASS);
            case Instrument.Melodic other -> Optional.empty();
        };
    }

    @Override
    public String name() {
        return "trio";
    }

    @Override
    public List<Line> lines() {
        return List.of(Line.MELODY, Line.BASS, Line.DRUMS);
    }

    @Override
    public Optional<Integer> line(Instrument instrument) {
        return lineOf(instrument);
    }
}
