package diabolo.representation;

import diabolo.grid.RhythmGrid;
import diabolo.note.Instrument;
import diabolo.note.Meter;
import java.util.List;
import java.util.Optional;

/**
 * A drum pattern as MusicVAE writes it, a token a step: which of the nine drums of {@link DrumClass} are hit, each a bit, which
 * makes 512 tokens.
 *
 * <pre>{@code
 * int token = Drums.of(2).encode(pattern).lines()[0][0];
 * boolean kick = (token & DrumClass.KICK.bit()) != 0;
 * }</pre>
 *
 * <p>It holds when each drum is hit, not how hard nor how long: decoding gives hits of one step, each class by the drum that stands
 * for it. After A. Roberts et al., 2018, as {@link Melody}. Immutable.
 *
 * @param bars 1 to as many as make 4096 steps
 */
public record Drums(RhythmGrid grid, Meter meter, int bars) implements TokenRepresentation {

    /** How many tokens there are. */
    public static final int ALPHABET = 512;

    public Drums {
        BarGrid.requireWindow(grid, meter, bars);
    }

    /** So many bars of 4/4 in sixteenths. */
    public static Drums of(int bars) {
        return of(bars, Meter.FOUR_FOUR);
    }

    /** So many bars of a meter in sixteenths. */
    public static Drums of(int bars, Meter meter) {
        return new Drums(RhythmGrid.SIXTEENTHS, meter, bars);
    }

    @Override
    public String name() {
        return "drums";
    }

    @Override
    public List<Line> lines() {
        return List.of(Line.DRUMS);
    }

    @Override
    public Optional<Integer> line(Instrument instrument) {
        return switch (instrument) {
            case Instrument.Drums() -> Optional.of(0);
            case Instrument.Melodic _ -> Optional.empty();
        };
    }
}
