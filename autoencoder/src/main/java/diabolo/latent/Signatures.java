package diabolo.latent;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;
import static java.util.Objects.requireNonNull;

import diabolo.grid.QuantizedSequence;
import diabolo.grid.RhythmGrid;
import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.Key;
import diabolo.note.Meter;
import diabolo.representation.PianoRoll;
import diabolo.representation.Representation;
import diabolo.representation.TokenRepresentation;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The time and key signatures of a piece, by the grid steps from which they hold, as text, since they are stored in JSON.
 *
 * <pre>{@code
 * Signatures signatures = Signatures.of(passage.music());
 * GeneratedPiece piece = space.render(space.recipe("vary", codes).withSignatures(signatures));
 * }</pre>
 *
 * <p>As in {@link diabolo.grid.Passage}, a repeated meter restarts its bars. Immutable.
 *
 * @param meters such as {@code 2/4}; none for the model's; before the first, 4/4
 * @param keys such as {@code D major}
 */
public record Signatures(Map<Integer, String> meters, Map<Integer, String> keys) {

    public static final Signatures NONE = new Signatures(Map.of(), Map.of());

    public Signatures {
        meters = fromTheBeginning(inTime(requireNonNull(meters, "meters"), Meter::parse));
        keys = inTime(requireNonNull(keys, "keys"), Key::parse);
    }

    private static Map<Integer, String> fromTheBeginning(Map<Integer, String> meters) {
        if (meters.isEmpty() || meters.containsKey(0)) {
            return meters;
        }
        Map<Integer, String> all = new TreeMap<>(meters);
        all.put(0, Meter.FOUR_FOUR.toString());
        return Collections.unmodifiableMap(all);
    }

    private static Map<Integer, String> inTime(Map<Integer, String> changes, Consumer<String> parse) {
        changes.forEach((step, name) -> {
            requireBetween("the step of a signature", step, 0, RhythmGrid.MAX_STEPS);
            parse.accept(requireNonNull(name, "signature")); // validates
        });
        return Collections.unmodifiableMap(new TreeMap<>(changes)); // sorted, so that its JSON has the same bytes
    }

    /** The signatures of a piece, each at its nearest step; of several at one step the last holds. */
    public static Signatures of(QuantizedSequence piece) {
        return new Signatures(byStep(piece, piece.meters(), Meter::toString), byStep(piece, piece.keys(), Key::name));
    }

    private static <T> Map<Integer, String> byStep(
            QuantizedSequence piece, List<At<T>> changes, Function<T, String> name) {
        Beat end = piece.grid().beatOf(piece.lengthInSteps());
        Map<Integer, String> byStep = new TreeMap<>();
        changes.stream()
                .filter(change -> change.start().compareTo(end) < 0)
                .forEach(change -> byStep.put(
                        (int) change.start().toTicks(piece.grid().stepsPerBeat()), name.apply(change.value())));
        return byStep;
    }

    public Signatures withKeys(Map<Integer, String> other) {
        return new Signatures(meters, other);
    }

    /** The signatures from a step on; a bar that it divides keeps its end. */
    public Signatures from(int step, RhythmGrid grid) {
        TreeMap<Integer, String> later = later(meters, step);
        if (later.containsKey(0) && !meters.containsKey(step)) {
            int begun = new TreeMap<>(meters).floorKey(step);
            String meter = later.get(0);
            double bar = stepsPerBar(meter, grid);
            int barLine = (int) Math.round(begun + Math.ceil((step - begun) / bar) * bar) - step;
            if (later.headMap(barLine, true).size() == 1) {
                later.put(barLine, meter);
            }
        }
        return new Signatures(later, later(keys, step));
    }

    private static TreeMap<Integer, String> later(Map<Integer, String> changes, int step) {
        TreeMap<Integer, String> later = new TreeMap<>();
        changes.forEach((at, name) -> later.put(Math.max(0, at - step), name));
        return later;
    }

    /** The signatures of a piece of some steps repeated several times: each time its bars and keys begin again. */
    public Signatures repeated(int times, int steps, RhythmGrid grid) {
        TreeMap<Integer, String> allMeters = new TreeMap<>();
        TreeMap<Integer, String> allKeys = new TreeMap<>();
        for (int first = 0; first < times * (long) steps && first <= RhythmGrid.MAX_STEPS - steps; first += steps) {
            for (Map.Entry<Integer, String> meter : before(steps, meters)) {
                putMeter(allMeters, first + meter.getKey(), meter.getValue(), grid);
            }
            for (Map.Entry<Integer, String> key : before(steps, keys)) {
                putKey(allKeys, first + key.getKey(), key.getValue());
            }
        }
        return new Signatures(allMeters, allKeys);
    }

    private static List<Map.Entry<Integer, String>> before(int steps, Map<Integer, String> changes) {
        return changes.entrySet().stream()
                .filter(change -> change.getKey() < steps)
                .toList();
    }

    /** A meter that already holds is not repeated, unless its bars begin elsewhere. */
    private static void putMeter(TreeMap<Integer, String> meters, int step, String meter, RhythmGrid grid) {
        boolean alreadyHolds = !meters.isEmpty()
                && meters.lastEntry().getValue().equals(meter)
                && (step - meters.lastKey()) % stepsPerBar(meter, grid) == 0;
        if (!alreadyHolds) {
            meters.put(step, meter);
        }
    }

    private static void putKey(TreeMap<Integer, String> keys, int step, String key) {
        if (keys.isEmpty() || !keys.lastEntry().getValue().equals(key)) {
            keys.put(step, key);
        }
    }

    private static double stepsPerBar(String meter, RhythmGrid grid) {
        return Meter.parse(meter).barLength().toDouble() * grid.stepsPerBeat();
    }

    /**
     * Requires meters that a representation admits; piano rolls admit all.
     *
     * @throws IllegalArgumentException if there is another
     */
    void requireFitting(Representation representation) {
        switch (representation) {
            case PianoRoll _ -> {}
            case TokenRepresentation tokens ->
                meters.values()
                        .forEach(meter -> require(
                                tokens.admits(Meter.parse(meter)),
                                "the time signature %s is given, but the model was trained on %s; take one of these"
                                        .formatted(meter, tokens.meter())));
        }
    }

    /** A decoded piece with these signatures. */
    QuantizedSequence over(QuantizedSequence decoded) {
        return new QuantizedSequence(
                decoded.title(),
                decoded.grid(),
                decoded.lengthInSteps(),
                decoded.parts(),
                decoded.tempos(),
                meters.isEmpty() ? decoded.meters() : changes(decoded, meters, Meter::parse),
                changes(decoded, keys, Key::parse),
                decoded.chords());
    }

    private static <T> List<At<T>> changes(
            QuantizedSequence decoded, Map<Integer, String> byStep, Function<String, T> parse) {
        return before(decoded.lengthInSteps(), byStep).stream()
                .map(change -> new At<>(decoded.grid().beatOf(change.getKey()), parse.apply(change.getValue())))
                .toList();
    }
}
