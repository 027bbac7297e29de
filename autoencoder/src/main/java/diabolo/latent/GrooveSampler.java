package diabolo.latent;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;
import static java.util.Objects.requireNonNull;

import diabolo.evaluation.drums.DrumPattern;
import diabolo.evaluation.drums.GrooveProfile;
import diabolo.model.Denoiser;
import diabolo.model.NgramIndex;
import diabolo.model.Sampler;
import diabolo.model.diffusion.DdimSampler;
import diabolo.model.diffusion.FaderVelocities;
import diabolo.model.diffusion.GroovePrior;
import diabolo.note.OutOfRangeException;
import diabolo.representation.Frames;
import diabolo.representation.TokenRepresentation;
import diabolo.representation.Tokens;
import diabolo.tensor.RandomSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Samples windows of drums from a model's {@link GroovePrior}, and others that vary a given one or lead out of it with a fill.
 *
 * <pre>{@code
 * try (GrooveSampler sampler = new GrooveSampler(space, prior, GrooveSampler.Settings.DEFAULT)) {
 *     GrooveSampler.Window groove = sampler.sample(
 *             new GrooveSampler.Asked(Optional.of("funk"), GroovePrior.Ending.GROOVE, 0.3), RandomSource.of(7));
 * }
 * }</pre>
 *
 * <p>Owns a network until closed.
 */
public final class GrooveSampler implements AutoCloseable {

    /**
     * How windows are sampled.
     *
     * @param steps of the diffusion, 1 to 1,000
     * @param noise the deviation of the noise that windows begin from: 1 for the widest variety, less for more typical ones; above 0, to 2
     * @param guidance how strongly they are led to what is asked for: 1 as in the training music; 0 to 20
     * @param candidates of which that is taken whose profile is nearest to that of a learned window, and which has fewer known phrases; 1
     *     to 256
     */
    public record Settings(int steps, double noise, double guidance, int candidates) {

        public static final Settings DEFAULT = new Settings(20, 1, 1, 16);

        private static final double MOST_NOISE = 2;

        public Settings {
            requireBetween("steps", steps, 1, 1_000);
            require(noise > 0 && noise <= MOST_NOISE, "noise must be above 0 and at most 2, was " + noise);
            requireBetween("guidance", guidance, 0, 20);
            requireBetween("candidates", candidates, 1, 256);
        }

        /**
         * The same with a temperature for the deviation of the noise, if one is given.
         *
         * @throws OutOfRangeException if it is not above 0 and at most 2
         */
        public Settings withTemperature(Optional<Double> temperature) {
            if (temperature.filter(some -> !(some > 0 && some <= MOST_NOISE)).isPresent()) {
                throw new OutOfRangeException(
                        "temperature",
                        "must be above 0 and at most 2 for learned grooves, was %s; for typical ones choose a lower one, such as 0.7"
                                .formatted(temperature.get()));
            }
            return new Settings(steps, temperature.orElse(noise), guidance, candidates);
        }
    }

    /**
     * What is asked of a window.
     *
     * @param style of those that the prior knows; any, if absent
     * @param place of the learned window in all of the style and ending that it is to have the profile of: 0 to below 1
     * @param leastLikeness of the bars of that window: 0 for any, to 1; more for windows that are to be played again and again
     */
    public record Asked(Optional<String> style, GroovePrior.Ending ending, double place, double leastLikeness) {

        public Asked {
            requireNonNull(style, "style");
            requireNonNull(ending, "ending");
            require(place >= 0 && place < 1, "place must be at least 0 and below 1, was " + place);
            requireBetween("leastLikeness", leastLikeness, 0, 1);
        }

        /** With bars that are alike or not. */
        public Asked(Optional<String> style, GroovePrior.Ending ending, double place) {
            this(style, ending, place, 0);
        }
    }

    private static final double KNOWN = 0.2;

    /** A window, and the code that it was decoded from. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Window(float[] code, Frames frames) {}

    private final LatentSpace space;
    private final GroovePrior prior;
    private final Settings settings;
    private final Denoiser denoiser;

    public GrooveSampler(LatentSpace space, GroovePrior prior, Settings settings) {
        this.space = space;
        this.prior = prior;
        this.settings = settings;
        this.denoiser = prior.denoiser();
    }

    LatentSpace space() {
        return space;
    }

    GroovePrior prior() {
        return prior;
    }

    /** A new window. */
    public Window sample(Asked asked, RandomSource random) {
        return best(denoised(noise(random), 1, asked), Sampler.LIKELIEST, asked);
    }

    /**
     * A window like a given one.
     *
     * @param freedom 0.05 for nearly the same, to 1 for one that has nothing of it
     */
    public Window varied(Window given, Asked asked, double freedom, RandomSource random) {
        return best(denoised(noised(given, freedom, random), freedom, asked), Sampler.LIKELIEST, asked);
    }

    /**
     * The first steps of a given window, and then what is asked for, such as a fill.
     *
     * @param steps that stay as they are
     * @param freedom as of a variation
     */
    public Window after(Window given, int steps, Asked asked, double freedom, RandomSource random) {
        Frames beginning = space.representation().beginning(given.frames(), steps);
        return best(
                denoised(noised(given, freedom, random), freedom, asked),
                new Sampler.After(beginning, Sampler.LIKELIEST),
                asked);
    }

    private float[][] noised(Window given, double freedom, RandomSource random) {
        requireBetween("freedom", freedom, 0.05, 1);
        float[] clean = prior.scale().sequence(given.code());
        float[][] noise = noise(random);
        for (float[] candidate : noise) {
            for (int i = 0; i < candidate.length; i++) {
                candidate[i] = (float) (Denoiser.signal(freedom) * clean[i] + Denoiser.noise(freedom) * candidate[i]);
            }
        }
        return noise;
    }

    /** Noise to begin from: [candidates][spec.codeSize]. */
    private float[][] noise(RandomSource random) {
        float[][] noise = new float[settings.candidates()][prior.spec().codeSize()];
        for (int candidate = 0; candidate < noise.length; candidate++) {
            RandomGenerator generator = random.derive("noise", candidate).generator();
            for (int i = 0; i < noise[candidate].length; i++) {
                noise[candidate][i] = (float) (settings.noise() * generator.nextGaussian());
            }
        }
        return noise;
    }

    /** The codes that noise at a time becomes: [candidates][codeSize]. */
    private float[][] denoised(float[][] noised, double from, Asked wanted) {
        float[] asked = prior.conditions(wanted.style(), wanted.ending());
        Denoiser.Known nothing = Denoiser.Known.nothing(prior.spec(), noised.length);
        float[][] all = new float[noised.length][];
        Arrays.fill(all, asked);
        FaderVelocities both = new FaderVelocities(denoiser, asked);
        DdimSampler.Velocities velocities = settings.guidance() == 1
                ? (now, time) -> denoiser.velocities(now, time, nothing, all)
                : (now, time) -> {
                    FaderVelocities.Both found = both.of(now, time);
                    return found.guiding(found.free(), settings.guidance());
                };
        float[][] sequences = new DdimSampler(settings.steps(), 0)
                .sample(velocities, noised, from, nothing, new int[noised.length][1]);
        return Arrays.stream(sequences)
                .map(sequence -> prior.scale().codes(sequence)[0])
                .toArray(float[][]::new);
    }

    /** Not the most typical candidate, which all pieces would have in common, but the nearest to a learned window. */
    private Window best(float[][] codes, Sampler sampler, Asked asked) {
        List<Frames> decoded = space.network().decode(codes, sampler);
        List<GrooveProfile> profiles = profiles(asked);
        if (profiles.isEmpty() || codes.length == 1) {
            return new Window(codes[0], decoded.getFirst());
        }
        GrooveProfile wanted = profiles.get((int) (asked.place() * profiles.size()));
        double[] costs =
                decoded.stream().mapToDouble(frames -> cost(frames, wanted)).toArray();
        int best = IntStream.range(0, costs.length).reduce(0, (a, b) -> costs[b] < costs[a] ? b : a);
        return new Window(codes[best], decoded.get(best));
    }

    /** Those of which one is to be had; all of the style, if the bars of none are so much alike. */
    private List<GrooveProfile> profiles(Asked asked) {
        List<GrooveProfile> all = prior.profiles(asked.style(), asked.ending()).stream()
                .map(numbers -> new GrooveProfile(numbers[0], numbers[1], numbers[2]))
                .toList();
        List<GrooveProfile> alike = all.stream()
                .filter(profile -> profile.barLikeness() >= asked.leastLikeness())
                .toList();
        return alike.isEmpty() ? all : alike;
    }

    private double cost(Frames frames, GrooveProfile wanted) {
        double known = frames instanceof Tokens tokens && space.representation() instanceof TokenRepresentation drums
                ? space.trainingExamples()
                        .ngrams()
                        .find(drums.lines(), tokens)
                        .map(NgramIndex.Found::share)
                        .orElse(0.0)
                : 0;
        return GrooveProfile.of(DrumPattern.of(space.representation().decode(frames)))
                        .distance(wanted)
                + KNOWN * known;
    }

    @Override
    public void close() {
        denoiser.close();
    }
}
