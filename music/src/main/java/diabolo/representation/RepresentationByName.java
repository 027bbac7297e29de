package diabolo.representation;

import diabolo.note.Checks;
import diabolo.note.Meter;
import diabolo.note.OutOfRangeException;
import diabolo.note.Plural;
import java.util.Optional;

/**
 * A representation as people choose it: by its name, the bars of a window and their meter.
 *
 * <pre>{@code
 * RepresentationByName.of("melody", Optional.of(2), Optional.of("3/4"));
 * }</pre>
 */
public final class RepresentationByName {

    /** All names, for sentences. */
    public static final String NAMES = "piano-roll, melody, drums or trio";

    private static final int MOST_ROLL_BARS = 256;

    private RepresentationByName() {}

    /**
     * The representation of a name.
     *
     * @param bars of a window; else 4 of a piano roll, 2 of melody and drums, 16 of a trio
     * @param meter of the bars; else 4/4
     * @throws IllegalArgumentException if there is none of that name, or it has no such windows
     */
    public static Representation of(String name, Optional<Integer> bars, Optional<String> meter) {
        return switch (name) {
            case "piano-roll" -> pianoRoll(bars.orElse(4), meter);
            case "melody" -> Melody.of(bars.orElse(2), parsed(meter));
            case "drums" -> Drums.of(bars.orElse(2), parsed(meter));
            case "trio" -> Trio.of(bars.orElse(16), parsed(meter));
            default ->
                throw new IllegalArgumentException("There is no representation %s; choose %s".formatted(name, NAMES));
        };
    }

    /** As people say it: {@code "melody of 2 bars of 3/4"}. */
    public static String inWords(Representation representation) {
        return switch (representation) {
            case PianoRoll roll -> "piano-roll of " + Plural.of(roll.steps(), "step");
            case TokenRepresentation tokens ->
                "%s of %s of %s".formatted(tokens.name(), Plural.of(tokens.bars(), "bar"), tokens.meter());
        };
    }

    private static PianoRoll pianoRoll(int bars, Optional<String> meter) {
        if (meter.isPresent()) {
            throw new OutOfRangeException(
                    "meter", "is for melody, drums and trio; a piano roll is cut every four beats");
        }
        Checks.requireBetween("bars", bars, 1, MOST_ROLL_BARS);
        PianoRoll four = PianoRoll.DEEPHEAR;
        return new PianoRoll(four.grid(), 16 * bars, four.lowestPitch(), four.pitches());
    }

    private static Meter parsed(Optional<String> meter) {
        return meter.map(Meter::parse).orElse(Meter.FOUR_FOUR);
    }
}
