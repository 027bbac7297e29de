package diabolo.latent;

import static diabolo.note.Checks.require;

import diabolo.descriptor.Descriptor;
import diabolo.model.diffusion.Faders;
import diabolo.representation.Frames;
import diabolo.representation.Representation;
import diabolo.tensor.RandomSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Changes the windows of a melody until it has asked values, in its key: each window by as much as the whole is to change. Windows that
 * are equal stay equal.
 *
 * <pre>{@code
 * FaderChange.Changed denser = new FaderChange(sampler, Map.of(Descriptor.NOTE_DENSITY, 0.5), 0.5).of(windows, RandomSource.of(7));
 * denser.keptShare(); // of the notes of the melody
 * }</pre>
 *
 * @param asked in the units of the descriptors
 * @param freedom see {@link FaderSampler#changed}
 */
public record FaderChange(FaderSampler sampler, Map<Descriptor, Double> asked, double freedom) {

    private static final int ROUNDS = 4;
    private static final double AS_ASKED = 0.1;
    private static final double LOST_NOTES = 0.8; // as much as a standard deviation of what is asked for

    /**
     * A changed melody.
     *
     * @param keptShare of its notes: those that are still there, at the same step
     */
    public record Changed(List<Frames> windows, double keptShare) {

        public Changed {
            windows = List.copyOf(windows);
        }
    }

    public FaderChange {
        asked = Map.copyOf(asked);
    }

    /**
     * The melody of given windows.
     *
     * @throws IllegalArgumentException if they hold no note
     */
    public Changed of(List<Frames> given, RandomSource random) {
        Representation representation = sampler.space().representation();
        require(
                representation.join(given).allNotes().findAny().isPresent(),
                "there is no note to change; give a melody");
        MelodyInC melody = MelodyInC.of(representation, given);
        List<FaderSampler.Window> before = windows(melody.windows());
        Faders faders = sampler.faders();
        Map<Descriptor, Double> got = sampler.space().describe(given);
        Map<Descriptor, Double> more = difference(asked, got);
        Changed best = new Changed(given, 1);
        double lowest = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            List<Frames> back = melody.back(changed(before, more, random.derive("round", round)));
            got = sampler.space().describe(back);
            double distance = faders.distance(got, asked);
            Changed next = new Changed(back, sampler.keptShare(representation.join(given), representation.join(back)));
            double cost = distance + LOST_NOTES * (1 - next.keptShare());
            if (cost < lowest) {
                lowest = cost;
                best = next;
            }
            if (distance < AS_ASKED * asked.size()) {
                break;
            }
            Map<Descriptor, Double> still = difference(asked, got);
            more.replaceAll((descriptor, value) -> value + still.getOrDefault(descriptor, 0.0));
        }
        return best;
    }

    private static Map<Descriptor, Double> difference(Map<Descriptor, Double> asked, Map<Descriptor, Double> got) {
        Map<Descriptor, Double> difference = new EnumMap<>(Descriptor.class);
        asked.forEach((descriptor, value) -> difference.put(descriptor, value - got.getOrDefault(descriptor, 0.0)));
        return difference;
    }

    /** Each window with more of what is asked for; rests stay. */
    private List<Frames> changed(List<FaderSampler.Window> windows, Map<Descriptor, Double> more, RandomSource random) {
        Map<Frames, Frames> changed = new HashMap<>();
        List<Frames> all = new ArrayList<>();
        for (FaderSampler.Window window : windows) {
            boolean isRest = window.values().getOrDefault(Descriptor.NOTE_DENSITY, 0.0) == 0;
            Map<Descriptor, Double> wanted = new EnumMap<>(Descriptor.class);
            more.forEach((descriptor, value) -> wanted.put(
                    descriptor,
                    sampler.faders().of(descriptor).nearest(window.values().getOrDefault(descriptor, 0.0) + value)));
            int number = changed.size();
            all.add(
                    isRest
                            ? window.frames()
                            : changed.computeIfAbsent(window.frames(), _ -> sampler.changed(
                                            window, wanted, freedom, random.derive("window", number))
                                    .frames()));
        }
        return all;
    }

    private List<FaderSampler.Window> windows(List<Frames> frames) {
        float[][] codes = sampler.space().network().encode(frames);
        return IntStream.range(0, codes.length)
                .mapToObj(i -> sampler.window(codes[i], frames.get(i)))
                .toList();
    }
}
