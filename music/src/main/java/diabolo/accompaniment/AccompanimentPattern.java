package diabolo.accompaniment;

import static diabolo.note.Checks.require;

import diabolo.note.Meter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The rhythm in which an accompaniment plays its chords, as data: bars for each meter that it fits, repeated in turn.
 *
 * <pre>{@code
 * AccompanimentPattern waltz = Patterns.named("waltz").orElseThrow();
 * waltz.fits(Meter.parse("3/4")); // true
 * AccompanimentPattern own = AccompanimentPattern.of("two-beat", "4/4 2/2", new PatternBar("1-5-", ".x.x"));
 * }</pre>
 *
 * <p>{@link Patterns} has those that are included; {@link LeadSheet} plays them. Immutable.
 *
 * @param name as on the command line
 * @param bars by meter, one or more each
 * @param otherwise the bar for any other meter; empty if the pattern fits no other
 */
public record AccompanimentPattern(String name, Map<Meter, List<PatternBar>> bars, Optional<PatternBar> otherwise) {

    public AccompanimentPattern {
        require(!name.isBlank(), "a pattern needs a name, was blank");
        Map<Meter, List<PatternBar>> copy = new LinkedHashMap<>();
        bars.forEach((meter, some) -> {
            require(!some.isEmpty(), () -> "pattern %s needs a bar of %s, has none".formatted(name, meter));
            copy.put(meter, List.copyOf(some));
        });
        bars = Collections.unmodifiableMap(copy);
        require(!bars.isEmpty() || otherwise.isPresent(), () -> "pattern %s needs a bar, has none".formatted(name));
    }

    /**
     * A pattern for some meters.
     *
     * @param meters with spaces between them: {@code "4/4 2/2"}
     * @param bars in turn
     */
    public static AccompanimentPattern of(String name, String meters, PatternBar... bars) {
        return new AccompanimentPattern(name, forAll(meters, bars), Optional.empty());
    }

    /** The same with bars for further meters. */
    public AccompanimentPattern with(String meters, PatternBar... further) {
        Map<Meter, List<PatternBar>> all = new LinkedHashMap<>(bars);
        all.putAll(forAll(meters, further));
        return new AccompanimentPattern(name, all, otherwise);
    }

    private static Map<Meter, List<PatternBar>> forAll(String meters, PatternBar... bars) {
        Map<Meter, List<PatternBar>> all = new LinkedHashMap<>();
        for (String meter : meters.split(" ", -1)) {
            all.put(Meter.parse(meter), List.of(bars));
        }
        return all;
    }

    /** Whether it has bars of a meter. */
    public boolean fits(Meter meter) {
        return bars.containsKey(meter) || otherwise.isPresent();
    }

    /**
     * The bar to play.
     *
     * @param number of the bar, counted from 0 where its meter begins
     * @throws IllegalArgumentException if the pattern has none of that meter
     */
    PatternBar bar(Meter meter, int number) {
        List<PatternBar> own = bars.getOrDefault(meter, otherwise.stream().toList());
        require(!own.isEmpty(), () -> "pattern %s has no bar of %s, only of %s; choose %s"
                .formatted(
                        name,
                        meter,
                        bars.keySet().stream().map(Meter::toString).collect(Collectors.joining(", ")),
                        String.join(" or ", Patterns.namesFor(meter))));
        return own.get(number % own.size());
    }
}
