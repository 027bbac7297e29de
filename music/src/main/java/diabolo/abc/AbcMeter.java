package diabolo.abc;

import diabolo.notation.Meters;
import diabolo.note.Beat;
import diabolo.note.Meter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code M:} says: a meter, or that there is none.
 *
 * <p>Immutable.
 *
 * @param meter empty for {@code none}
 */
record AbcMeter(Optional<Meter> meter) {

    static final AbcMeter NONE = new AbcMeter(Optional.empty());

    private static final Beat SIXTEENTH = Beat.of(1, 4);
    private static final Beat EIGHTH = Beat.of(1, 2);

    /** Empty where the field is neither a meter nor {@code none}. */
    static Optional<AbcMeter> parse(String text) {
        return switch (text) {
            case "", "none" -> Optional.of(NONE);
            case "C" -> Optional.of(new AbcMeter(Optional.of(Meter.FOUR_FOUR)));
            case "C|" -> Optional.of(new AbcMeter(Optional.of(new Meter(2, 2))));
            default -> fractions(text).map(meter -> new AbcMeter(Optional.of(meter)));
        };
    }

    /** What a note without a number lasts where {@code L:} is not given. */
    Beat defaultUnit() {
        boolean isShort = meter.isPresent() && meter.get().barLength().compareTo(Beat.of(3)) < 0;
        return isShort ? SIXTEENTH : EIGHTH;
    }

    /** Where nothing is known, as long as a bar of 4/4. */
    Beat barLength() {
        return meter.orElse(Meter.FOUR_FOUR).barLength();
    }

    /** Whether its beats are dotted, as those of 6/8. */
    boolean isCompound() {
        return meter.isPresent() && meter.get().beats() > 3 && meter.get().beats() % 3 == 0;
    }

    /** Such as {@code 6/8}, {@code (2+3)/8} or {@code 2/4+3/8}. */
    private static Optional<Meter> fractions(String text) {
        List<String> beats = new ArrayList<>();
        List<String> units = new ArrayList<>();
        String plain = text.replaceAll("[()\\s]", "");
        if (plain.indexOf('/') == plain.lastIndexOf('/') && plain.indexOf('/') > 0) {
            int slash = plain.indexOf('/');
            beats.add(plain.substring(0, slash));
            units.add(plain.substring(slash + 1));
            return Meters.sum(beats, units);
        }
        for (String fraction : plain.split("\\+", -1)) {
            String[] numbers = fraction.split("/", -1);
            if (numbers.length != 2) {
                return Optional.empty();
            }
            beats.add(numbers[0]);
            units.add(numbers[1]);
        }
        return Meters.sum(beats, units);
    }
}
