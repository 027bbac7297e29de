package diabolo.latent;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;

import diabolo.descriptor.Descriptor;
import diabolo.grid.QuantizedSequence;
import diabolo.model.Denoiser;
import diabolo.model.Sampler;
import diabolo.model.diffusion.DdimSampler;
import diabolo.model.diffusion.FaderVelocities;
import diabolo.model.diffusion.Faders;
import diabolo.representation.Frames;
import diabolo.tensor.RandomSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Samples windows whose music has asked values, and changes given ones until they have, by a model's {@link Faders}. Of several
 * candidates the one is taken that comes nearest; while that is not near enough, it gets some noise, and candidates are made of it.
 *
 * <pre>{@code
 * try (FaderSampler sampler = new FaderSampler(space, space.faders().orElseThrow(), FaderSampler.Settings.DEFAULT)) {
 *     FaderSampler.Window dense = sampler.sample(Map.of(Descriptor.NOTE_DENSITY, 0.6), RandomSource.of(7));
 * }
 * }</pre>
 *
 * <p>All is in C major or A minor. Owns a network until closed.
 */
public final class FaderSampler implements AutoCloseable {

    /**
     * How windows are sampled.
     *
     * @param steps of the diffusion from noise alone, 1 to 1,000; the less noise, the fewer
     * @param guidance how strongly it is led to what is asked for: 1 as in the training music, more to be surer of it; 0 to 20
     * @param candidates of which the best is taken, 1 to 256
     * @param rounds of candidates, 1 to 100
     */
    public record Settings(int steps, double guidance, int candidates, int rounds) {

        public static final Settings DEFAULT = new Settings(16, 2.5, 8, 4);

        public Settings {
            requireBetween("steps", steps, 1, 1_000);
            requireBetween("guidance", guidance, 0, 20);
            requireBetween("candidates", candidates, 1, 256);
            requireBetween("rounds", rounds, 1, 100);
        }
    }

    /**
     * A window.
     *
     * @param values of all descriptors
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Window(float[] code, Frames frames, Map<Descriptor, Double> values) {}

    // what a candidate costs, beside each standard deviation that it is away from what is asked for
    private static final double OUT_OF_KEY = 1;
    private static final double LOST_NOTES = 0.8;
    private static final double SILENT = 100;
    private static final double FEWEST_NOTES = 3;

    private static final double NEAR_ENOUGH = 0.2; // standard deviations
    private static final double REFINING = 0.4; // the time up to which a candidate gets noise again

    private final LatentSpace space;
    private final Faders faders;
    private final Settings settings;
    private final Denoiser denoiser;

    public FaderSampler(LatentSpace space, Faders faders, Settings settings) {
        this.space = space;
        this.faders = faders;
        this.settings = settings;
        this.denoiser = faders.denoiser();
    }

    LatentSpace space() {
        return space;
    }

    Faders faders() {
        return faders;
    }

    /** The window of a code, and its values. */
    public Window window(float[] code, Frames frames) {
        return new Window(code, frames, Collections.unmodifiableMap(space.describe(List.of(frames))));
    }

    /** A new window that has asked values, as nearly as one is found. */
    public Window sample(Map<Descriptor, Double> asked, RandomSource random) {
        List<Window> first =
                made(noise(random.derive("round", 0)), 1, asked, faders.scale().means());
        return refined(best(first, asked, List.of()), asked, asked, REFINING, List.of(), random);
    }

    /**
     * A window changed to asked values; the values that are not asked for stay, as nearly as one is found that keeps notes too.
     *
     * @param freedom 0.05 for the nearest, to 1 for what has nothing of the window but its other values
     */
    public Window changed(Window given, Map<Descriptor, Double> asked, double freedom, RandomSource random) {
        requireBetween("freedom", freedom, 0.05, 1);
        Map<Descriptor, Double> wanted = new EnumMap<>(given.values());
        wanted.putAll(asked);
        List<Onset> notes = notes(given.frames());
        List<Window> first = made(noised(given, freedom, random.derive("round", 0)), freedom, wanted, given.code());
        return refined(best(first, asked, notes), asked, wanted, Math.min(freedom, REFINING), notes, random);
    }

    /** Rounds of candidates from the best so far. */
    private Window refined(
            Window first,
            Map<Descriptor, Double> asked,
            Map<Descriptor, Double> wanted,
            double from,
            List<Onset> kept,
            RandomSource random) {
        Window best = first;
        for (int round = 1; round < settings.rounds(); round++) {
            if (faders.distance(best.values(), asked) < NEAR_ENOUGH * asked.size()) {
                break;
            }
            List<Window> candidates =
                    new ArrayList<>(made(noised(best, from, random.derive("round", round)), from, wanted, best.code()));
            candidates.addFirst(best);
            best = best(candidates, asked, kept);
        }
        return best;
    }

    /** The code of a window with noise as at a time, for each candidate another. */
    private float[][] noised(Window window, double time, RandomSource random) {
        float[] clean = faders.scale().sequence(window.code());
        float[][] noised = noise(random);
        for (float[] candidate : noised) {
            for (int i = 0; i < candidate.length; i++) {
                candidate[i] = (float) (Denoiser.signal(time) * clean[i] + Denoiser.noise(time) * candidate[i]);
            }
        }
        return noised;
    }

    private float[][] noise(RandomSource random) {
        float[][] noise = new float[settings.candidates()][faders.spec().codeSize()];
        for (int candidate = 0; candidate < noise.length; candidate++) {
            RandomGenerator generator = random.derive("noise", candidate).generator();
            for (int i = 0; i < noise[candidate].length; i++) {
                noise[candidate][i] = (float) generator.nextGaussian();
            }
        }
        return noise;
    }

    /** @param others of which the dimensions stay that are not denoised */
    private List<Window> made(float[][] noised, double from, Map<Descriptor, Double> wanted, float[] others) {
        FaderVelocities velocities = new FaderVelocities(denoiser, faders.conditions(wanted));
        int steps = Math.max(1, (int) Math.round(settings.steps() * Math.sqrt(from)));
        float[][] sequences = new DdimSampler(steps, 0)
                .sample(
                        (now, time) -> {
                            FaderVelocities.Both both = velocities.of(now, time);
                            return both.guiding(both.free(), settings.guidance());
                        },
                        noised,
                        from,
                        Denoiser.Known.nothing(faders.spec(), noised.length),
                        new int[noised.length][1]);
        float[][] codes = new float[sequences.length][];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = faders.scale().code(others, sequences[i]);
        }
        List<Frames> decoded = space.network().decode(codes, Sampler.LIKELIEST);
        List<Window> made = new ArrayList<>();
        for (int i = 0; i < codes.length; i++) {
            made.add(window(codes[i], decoded.get(i)));
        }
        return made;
    }

    private Window best(List<Window> candidates, Map<Descriptor, Double> asked, List<Onset> kept) {
        require(!candidates.isEmpty(), "there is no candidate");
        Window best = candidates.getFirst();
        double lowest = Double.POSITIVE_INFINITY;
        for (Window candidate : candidates) {
            double cost = cost(candidate, asked, kept);
            if (cost < lowest) {
                lowest = cost;
                best = candidate;
            }
        }
        return best;
    }

    private double cost(Window candidate, Map<Descriptor, Double> asked, List<Onset> kept) {
        List<Onset> notes = notes(candidate.frames());
        double cost = notes.size() < FEWEST_NOTES ? SILENT : faders.distance(candidate.values(), asked);
        double diatonic = candidate.values().getOrDefault(Descriptor.C_DIATONIC, 1.0);
        return cost + OUT_OF_KEY * (1 - diatonic) + LOST_NOTES * (1 - keptShare(kept, notes));
    }

    /** The beginning of a note. */
    private record Onset(int step, int pitch) {}

    private List<Onset> notes(Frames frames) {
        return notes(space.representation().decode(frames));
    }

    private static List<Onset> notes(QuantizedSequence music) {
        return music.allNotes()
                .map(note -> new Onset(note.startStep(), note.pitch().midi()))
                .toList();
    }

    private static double keptShare(List<Onset> before, List<Onset> after) {
        return before.isEmpty()
                ? 1
                : (double) before.stream()
                                .filter(after.stream().collect(Collectors.toSet())::contains)
                                .count()
                        / before.size();
    }

    /** The same of two windows. */
    public double keptShare(Frames before, Frames after) {
        return keptShare(notes(before), notes(after));
    }

    /** The share of the notes of a melody that another has too, at the same step: 0 to 1; 1 if there are none. */
    double keptShare(QuantizedSequence before, QuantizedSequence after) {
        return keptShare(notes(before), notes(after));
    }

    @Override
    public void close() {
        denoiser.close();
    }
}
