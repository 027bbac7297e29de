package diabolo.training;

/**
 * Data augmentation by transposition: every time an example is used, it is moved by a random interval, as far as its range allows.
 *
 * <pre>{@code
 * new TokenTransposition(5, List.of(90, 90, 512), List.of(0, 1)); // melody and bass up to a fourth up or down, drums as they are
 * new RollTransposition(5, PianoRoll.DEEPHEAR);
 * }</pre>
 */
public sealed interface Transposition permits TokenTransposition, RollTransposition {

    /** Semitones up or down, 0 to 48. */
    int mostSemitones();
}
