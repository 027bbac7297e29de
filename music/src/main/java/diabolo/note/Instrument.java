package diabolo.note;

/**
 * What plays a part: a General MIDI program, or the drum kit, whose pitches are drums.
 *
 * <pre>{@code
 * Instrument.PIANO;
 * new Instrument.Melodic(32); // acoustic bass
 * new Instrument.Drums();
 * }</pre>
 */
public sealed interface Instrument {

    Instrument PIANO = new Melodic(0);

    /**
     * An instrument with pitches.
     *
     * @param program the General MIDI program, 0 to 127
     */
    record Melodic(int program) implements Instrument {
        public Melodic {
            Checks.requireBetween("program", program, 0, 127);
        }
    }

    /** The General MIDI drum kit (MIDI channel 10). */
    record Drums() implements Instrument {}
}
