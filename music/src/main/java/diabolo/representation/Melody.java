package diabolo.representation;

import diabolo.grid.QuantizedSequence;
import diabolo.grid.RhythmGrid;
import diabolo.note.Checks;
import diabolo.note.Instrument;
import diabolo.note.Meter;
import diabolo.note.Pitch;
import java.util.List;
import java.util.Optional;

/**
 * One melodic line as MusicVAE writes it, a token a step: 0 goes on with what is, be it a tone or silence; 1 ends a tone; 2 to 89
 * strike the piano's 88 pitches, MIDI 21 to 108.
 *
 * <pre>{@code
 * Melody melody = Melody.of(2);
 * melody.encode(piece.slice(0, 32)).lines()[0]; // 41, 0, 0, 0, 43, 0, 1, ...: middle C for a beat, D for two steps, silence
 * }</pre>
 *
 * <p>Encoding takes the highest line of all tones ({@link MelodicLine}); a tone that lasts to the end of the window is not ended
 * there. An excerpt that begins within a tone strikes it at its first step, since {@link QuantizedSequence#slice} cuts it there.
 * When not to use it: for chords. After A. Roberts et al., "A Hierarchical Latent Vector Model for Learning Long-Term Structure in
 * Music", 2018, with the 90 tokens of their code. Immutable.
 *
 * @param bars 1 to as many as make 4096 steps
 */
public record Melody(RhythmGrid grid, Meter meter, int bars) implements TokenRepresentation {

    /** Goes on with the tone or the silence. */
    public static final int HOLD = 0;

    /** Ends the tone. */
    public static final int NOTE_OFF = 1;

    /** Strikes {@link #LOWEST_PITCH}; the next ones strike the pitches above. */
    public static final int FIRST_NOTE_ON = 2;

    /** A0. */
    public static final int LOWEST_PITCH = 21;

    /** C8. */
    public static final int HIGHEST_PITCH = 108;

    /** How many tokens there are. */
    public static final int ALPHABET = 90;

    public Melody {
        BarGrid.requireWindow(grid, meter, bars);
    }

    /** So many bars of 4/4 in sixteenths. */
    public static Melody of(int bars) {
        return of(bars, Meter.FOUR_FOUR);
    }

    /** So many bars of a meter in sixteenths. */
    public static Melody of(int bars, Meter meter) {
        return new Melody(RhythmGrid.SIXTEENTHS, meter, bars);
    }

    /** Whether there is a token for a pitch. */
    public static boolean contains(Pitch pitch) {
        return pitch.midi() >= LOWEST_PITCH && pitch.midi() <= HIGHEST_PITCH;
    }

    /**
     * The token that strikes a pitch.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static int noteOn(Pitch pitch) {
        return FIRST_NOTE_ON + Checks.requireBetween("pitch", pitch.midi(), LOWEST_PITCH, HIGHEST_PITCH) - LOWEST_PITCH;
    }

    @Override
    public String name() {
        return "melody";
    }

    @Override
    public List<Line> lines() {
        return List.of(Line.MELODY);
    }

    @Override
    public Optional<Integer> line(Instrument instrument) {
        return switch (instrument) {
            case Instrument.Drums() -> Optional.empty();
            case Instrument.Melodic _ -> Optional.of(0);
        };
    }
}
