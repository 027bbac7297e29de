package diabolo.latent;

import static diabolo.note.Checks.require;

import diabolo.descriptor.Descriptor;
import diabolo.model.diffusion.Faders;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Values of descriptors that music is to have.
 *
 * <pre>{@code
 * AskedValues asked = AskedValues.parse("density=0.4,range=12,contour=rising");
 * Map<Descriptor, Double> values = asked.of(faders);
 * }</pre>
 *
 * @param texts numbers, or of a contour {@code rising}, {@code level} or {@code falling}
 */
public record AskedValues(Map<Descriptor, String> texts) {

    /** Standard deviations of the contour in music, of one that is called rising. */
    private static final double RISING = 1.5;

    private static final Map<String, Double> CONTOURS = Map.of("rising", RISING, "level", 0.0, "falling", -RISING);
    private static final Map<String, Descriptor> SHORT =
            Map.of("density", Descriptor.NOTE_DENSITY, "interval", Descriptor.AVERAGE_INTERVAL);

    public AskedValues {
        Map<Descriptor, String> ordered = new EnumMap<>(Descriptor.class);
        ordered.putAll(texts);
        texts = Collections.unmodifiableMap(ordered);
    }

    /**
     * Values as text: names of descriptors, or {@code density} and {@code interval} for short, with their values, commas between.
     *
     * @throws IllegalArgumentException if it is nothing of the kind
     */
    public static AskedValues parse(String text) {
        Map<Descriptor, String> texts = new EnumMap<>(Descriptor.class);
        for (String part : text.split(",", -1)) {
            int equals = part.indexOf('=');
            require(
                    equals > 0,
                    "values are asked for as in density=0.4,range=12,contour=rising, and \"%.40s\" is not so"
                            .formatted(part));
            String name = part.substring(0, equals).strip();
            Descriptor descriptor = SHORT.containsKey(name) ? SHORT.get(name) : Descriptor.named(name);
            String value = part.substring(equals + 1).strip().toLowerCase(Locale.ROOT);
            require(
                    isNumber(value) || (descriptor == Descriptor.CONTOUR && CONTOURS.containsKey(value)),
                    descriptor == Descriptor.CONTOUR
                            ? "a contour is rising, level, falling or a number of semitones, and not \"%.40s\""
                                    .formatted(value)
                            : "%s must be a number, such as %s, was \"%.40s\""
                                    .formatted(name, descriptor == Descriptor.RANGE ? "12" : "0.4", value));
            require(texts.put(descriptor, value) == null, "%s is asked for twice".formatted(descriptor.id()));
        }
        return new AskedValues(texts);
    }

    private static boolean isNumber(String value) {
        return value.matches("[-+]?[0-9]{1,6}(\\.[0-9]{1,12})?");
    }

    /**
     * Their numbers.
     *
     * @throws diabolo.note.OutOfRangeException if the training music has hardly such values
     * @throws IllegalArgumentException if there is no fader of a descriptor
     */
    public Map<Descriptor, Double> of(Faders faders) {
        Map<Descriptor, Double> values = new EnumMap<>(Descriptor.class);
        texts.forEach((descriptor, text) -> {
            Faders.Fader fader = faders.of(descriptor);
            values.put(
                    descriptor,
                    isNumber(text)
                            ? fader.within(Double.parseDouble(text))
                            : fader.mean() + CONTOURS.getOrDefault(text, 0.0) * fader.deviation());
        });
        return values;
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return texts.entrySet().stream()
                .map(value -> value.getKey().id() + "=" + value.getValue())
                .collect(Collectors.joining(","));
    }
}
