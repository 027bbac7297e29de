package diabolo.latent;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;

import diabolo.corpus.KeyEstimation;
import diabolo.descriptor.Descriptor;
import diabolo.evaluation.tune.SeamCost;
import diabolo.evaluation.tune.Tune;
import diabolo.grid.Passage;
import diabolo.model.Denoiser;
import diabolo.model.Sampler;
import diabolo.model.diffusion.DdimSampler;
import diabolo.model.diffusion.FaderVelocities;
import diabolo.model.diffusion.Faders;
import diabolo.model.diffusion.SequencePrior;
import diabolo.note.Key;
import diabolo.note.Meter;
import diabolo.note.OutOfRangeException;
import diabolo.representation.Frames;
import diabolo.representation.Representation;
import diabolo.representation.TokenRepresentation;
import diabolo.tensor.RandomSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Samples whole tunes from a model's {@link SequencePrior}: windows that follow each other as in real tunes, of which some come again as
 * in one of these. Of several candidates the one is taken whose seams are likeliest and which is most like a real tune in its key, repeated
 * notes, range, returns and end.
 *
 * <pre>{@code
 * TuneSampler sampler = new TuneSampler(space, prior, TuneSampler.Settings.DEFAULT);
 * TuneSampler.Sampled tune = sampler.sample(RandomSource.of(7));
 * }</pre>
 *
 * <p>Owns a network until closed.
 */
public final class TuneSampler implements AutoCloseable {

    /**
     * How tunes are sampled.
     *
     * @param steps of the diffusion, 1 to 1,000: fewer from less noise, and always 25 where values are asked for
     * @param noise the deviation of the noise that tunes begin from: 1 for the widest variety, less for more typical tunes; above 0, to 2
     * @param tiedShare see {@link DdimSampler}
     * @param candidates of which the best is taken, 1 to 256
     * @param refinements how often the best is varied, as many times as there are candidates, and the best of these taken, 0 to 64
     */
    public record Settings(int steps, double noise, double tiedShare, int candidates, int refinements) {

        private static final double MOST_NOISE = 2;

        public static final Settings DEFAULT = new Settings(12, 0.95, 1, 16, 2);

        public Settings {
            requireBetween("steps", steps, 1, 1_000);
            require(noise > 0 && noise <= MOST_NOISE, "noise must be above 0 and at most 2, was " + noise);
            requireBetween("tiedShare", tiedShare, 0, 1);
            requireBetween("candidates", candidates, 1, 256);
            requireBetween("refinements", refinements, 0, 64);
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
                        "must be above 0 and at most 2 for whole tunes, was %s; for the likeliest notes choose a lower one, such as 0.5"
                                .formatted(temperature.get()));
            }
            return new Settings(steps, temperature.orElse(noise), tiedShare, candidates, refinements);
        }

        /** The same with one candidate, taken as it is. */
        public Settings unchosen() {
            return new Settings(steps, noise, tiedShare, 1, 0);
        }
    }

    /**
     * A tune in C major or A minor.
     *
     * @param kinds of the windows, from 0 in order of appearance
     * @param codes [windows][codeSize]
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Sampled(int[] kinds, float[][] codes, List<Frames> windows) {

        /** The windows in another order: the first of each kind; as they are, if the order is the same. */
        List<Frames> arranged(int[] order) {
            return Arrays.equals(order, kinds)
                    ? windows
                    : Arrays.stream(order)
                            .mapToObj(kind -> windows.get(IntStream.range(0, kinds.length)
                                    .filter(place -> kinds[place] == kind)
                                    .findFirst()
                                    .orElseThrow()))
                            .toList();
        }
    }

    private static final int MOST_ROUNDS = 7; // until a mode is found

    private static final double OFF_METER = 3; // nats

    private static final double REFINED_FROM = 0.5; // the time: half of the way to noise

    /** A standard deviation from what is asked for. */
    private static final double NOT_AS_ASKED = 6;

    private static final double GUIDANCE = 1.5;
    private static final int ROUNDS_OF_ASKING = 4;
    private static final double AS_ASKED = 0.1;
    private static final int FEWEST_STEPS = 4; // of a short way from noise
    private static final int STEPS_OF_ASKING = 25; // as guided ones need more
    private static final int CANDIDATES_OF_ASKING = 8;

    private final LatentSpace space;
    private final SequencePrior prior;
    private final Settings settings;
    private final Meter meter;
    private final Denoiser denoiser;
    private final Optional<SeamCost> seamCost;
    private final Optional<Denoiser> fading;

    /** Of tunes in the model's own meter. */
    public TuneSampler(LatentSpace space, SequencePrior prior, Settings settings) {
        this(space, prior, settings, meterOf(space.representation()));
    }

    /** Of tunes in another meter whose bars are as long, such as those of a melody in 6/8 that is varied. */
    public TuneSampler(LatentSpace space, SequencePrior prior, Settings settings, Meter meter) {
        this.space = space;
        this.prior = prior;
        this.settings = settings;
        this.meter = meter;
        this.denoiser = prior.denoiser();
        this.fading = space.faders()
                .filter(faders -> faders.scale().isOf(prior.scale()))
                .map(Faders::denoiser);
        this.seamCost = prior.ngrams().length == 0 ? Optional.empty() : Optional.of(new SeamCost(prior.ngrams()));
    }

    private static Meter meterOf(Representation representation) {
        return representation instanceof TokenRepresentation tokens ? tokens.meter() : Meter.FOUR_FOUR;
    }

    /** The meter in which a passage begins, else that of the model. */
    public static Meter meterOf(Passage passage, Representation representation) {
        return passage.music().meters().isEmpty()
                ? meterOf(representation)
                : passage.music().meters().getFirst().value();
    }

    LatentSpace space() {
        return space;
    }

    SequencePrior prior() {
        return prior;
    }

    Optional<SeamCost> seamCost() {
        return seamCost;
    }

    /** The windows of a sampled tune. */
    public int windows() {
        return prior.spec().length();
    }

    /** The form of a training tune. */
    public int[] form(RandomGenerator random) {
        return prior.forms()[random.nextInt(prior.forms().length)].clone();
    }

    /** A tune in the form of a training tune. */
    public Sampled sample(RandomSource random) {
        int[] kinds = form(random.derive("form").generator());
        return sample(kinds, kinds, Optional.empty(), random);
    }

    /**
     * A tune that begins and ends.
     *
     * @param kinds of its windows: those of one number are alike
     * @param arranged the order in which windows of these kinds will be heard, by which the best is chosen
     * @param mode of a key that is asked for: C major, or A minor. Where none of the candidates is in it and heard in the meter, more are
     *     sampled, seven times at most
     */
    public Sampled sample(int[] kinds, int[] arranged, Optional<Key.Mode> mode, RandomSource random) {
        for (int round = 0; ; round++) {
            List<Sampled> candidates = candidates(kinds, random.derive("round", round));
            Optional<Sampled> wanted = bestWanted(candidates, arranged, mode);
            if (wanted.isPresent() || round == MOST_ROUNDS) {
                return refined(
                        wanted.orElseGet(() -> best(candidates, arranged)),
                        arranged,
                        mode,
                        random.derive("refinements", round));
            }
        }
    }

    /** The best of a tune and of others near it, again and again. */
    private Sampled refined(Sampled tune, int[] arranged, Optional<Key.Mode> mode, RandomSource random) {
        Denoiser.Known nothing = Denoiser.Known.nothing(prior.spec(), 1);
        Sampled best = tune;
        for (int refinement = 0; refinement < settings.refinements(); refinement++) {
            List<Sampled> candidates = new ArrayList<>(List.of(best));
            candidates.addAll(near(
                    best.codes(),
                    best.kinds(),
                    nothing,
                    REFINED_FROM,
                    SequencePrior.told(true, true),
                    random.derive("refinement", refinement)));
            best = bestWanted(candidates, arranged, mode).orElse(best);
        }
        return best;
    }

    private Optional<Sampled> bestWanted(List<Sampled> candidates, int[] arranged, Optional<Key.Mode> mode) {
        List<Sampled> wanted = candidates.stream()
                .filter(candidate -> isWanted(candidate, arranged, mode))
                .toList();
        return wanted.isEmpty() ? Optional.empty() : Optional.of(best(wanted, arranged));
    }

    /**
     * The same with asked values of the tune, as nearly as one is found: if candidates miss them, their windows are asked for more
     * or less.
     *
     * @throws IllegalArgumentException if the model has no faders
     */
    public Sampled sample(
            int[] kinds, int[] arranged, Optional<Key.Mode> mode, Map<Descriptor, Double> asked, RandomSource random) {
        if (asked.isEmpty()) {
            return sample(kinds, arranged, mode, random);
        }
        Faders faders = space.faders()
                .filter(_ -> fading.isPresent())
                .orElseThrow(() -> new IllegalArgumentException("%s has no faders; choose tune-16bar"
                        .formatted(space.description().name())));
        Map<Descriptor, Double> target = asked;
        Optional<Sampled> best = Optional.empty();
        double lowest = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS_OF_ASKING || (best.isEmpty() && round <= MOST_ROUNDS); round++) {
            List<Sampled> candidates = candidates(kinds, faders.conditions(target), random.derive("round", round));
            Map<Descriptor, Double> mean = new EnumMap<>(Descriptor.class);
            double nearest = Double.POSITIVE_INFINITY;
            for (Sampled candidate : candidates) {
                Map<Descriptor, Double> got = space.describe(candidate.arranged(arranged));
                got.forEach((descriptor, value) -> mean.merge(descriptor, value / candidates.size(), Double::sum));
                double distance = faders.distance(got, asked);
                double cost = cost(candidate, arranged) + NOT_AS_ASKED * distance;
                if (cost < lowest && (round == MOST_ROUNDS || isWanted(candidate, arranged, mode))) {
                    lowest = cost;
                    nearest = distance;
                    best = Optional.of(candidate);
                }
            }
            if (nearest < AS_ASKED * asked.size()) {
                break;
            }
            target = faders.corrected(target, asked, mean);
        }
        return best.orElseThrow();
    }

    /** Whether it is heard in the meter, and in the mode if one is asked for. */
    private boolean isWanted(Sampled candidate, int[] arranged, Optional<Key.Mode> mode) {
        return TuneMeter.isHeardIn(meter, tune(candidate, arranged))
                && (mode.isEmpty() || isInC(candidate, mode.get()));
    }

    /** Whether it is in C major, or in A minor. */
    private boolean isInC(Sampled candidate, Key.Mode mode) {
        return KeyEstimation.estimate(
                        space.representation().join(candidate.windows()).toNoteSequence())
                .filter(key -> key.semitonesToNoSharpsNoFlats() == 0 && key.mode() == mode)
                .isPresent();
    }

    private List<Sampled> candidates(int[] kinds, RandomSource random) {
        return candidates(kinds, new float[0], random);
    }

    /** @param asked conditions of faders; none for none */
    private List<Sampled> candidates(int[] kinds, float[] asked, RandomSource random) {
        return candidates(
                kinds, Denoiser.Known.nothing(prior.spec(), 1), SequencePrior.told(true, true), asked, random);
    }

    /**
     * Candidates for the windows of a run that are not known.
     *
     * @param codes in C major or A minor: [windows][codeSize], of unknown windows any
     * @param isKnown [windows]
     * @param told see {@link SequencePrior#told}; all 0 where nothing is told
     */
    List<Sampled> filled(float[][] codes, boolean[] isKnown, float[] told, RandomSource random) {
        Denoiser.Known known =
                new Denoiser.Known(new float[][] {prior.scale().sequence(codes)}, new boolean[][] {isKnown});
        return candidates(IntStream.range(0, windows()).toArray(), known, told, new float[0], random);
    }

    /**
     * A run of windows with some noise, and without it again: others, but with what the noise did not reach.
     *
     * @param codes in C major or A minor: [windows][codeSize]
     * @param kinds of the windows: those of one number stay alike
     * @param isKnown [windows]: those that stay
     * @param strength the time from which noise is removed, above 0, to 1 for nothing of the codes
     * @param told see {@link SequencePrior#told}
     */
    Sampled varied(
            float[][] codes, int[] kinds, boolean[] isKnown, double strength, float[] told, RandomSource random) {
        Denoiser.Known known =
                new Denoiser.Known(new float[][] {prior.scale().sequence(codes)}, new boolean[][] {isKnown});
        return best(near(codes, kinds, known, strength, told, random), kinds);
    }

    /** Candidates from a run of windows with the noise of a time. */
    private List<Sampled> near(
            float[][] codes, int[] kinds, Denoiser.Known known, double time, float[] told, RandomSource random) {
        float[] sequence = prior.scale().sequence(codes);
        float[][] noised = noise(settings.candidates(), random);
        for (float[] candidate : noised) {
            for (int i = 0; i < candidate.length; i++) {
                candidate[i] = (float) (Denoiser.signal(time) * sequence[i] + Denoiser.noise(time) * candidate[i]);
            }
        }
        return candidates(noised, time, codes, kinds, known, told, new float[0]);
    }

    /** @param known of one sequence */
    private List<Sampled> candidates(
            int[] kinds, Denoiser.Known known, float[] told, float[] asked, RandomSource random) {
        float[][] others = new float[kinds.length][];
        Arrays.fill(others, prior.scale().means());
        int count = asked.length == 0 ? settings.candidates() : Math.min(settings.candidates(), CANDIDATES_OF_ASKING);
        return candidates(noise(count, random), 1, others, kinds, known, told, asked);
    }

    private float[][] noise(int count, RandomSource random) {
        float[][] noise = new float[count][prior.spec().frameSize()];
        for (int candidate = 0; candidate < noise.length; candidate++) {
            RandomGenerator generator = random.derive("noise", candidate).generator();
            for (int i = 0; i < noise[candidate].length; i++) {
                noise[candidate][i] = (float) (settings.noise() * generator.nextGaussian());
            }
        }
        return noise;
    }

    /**
     * Candidates from noise at a time.
     *
     * @param others codes of which the dimensions stay that are not denoised
     */
    private List<Sampled> candidates(
            float[][] noised,
            double from,
            float[][] others,
            int[] kinds,
            Denoiser.Known known,
            float[] told,
            float[] asked) {
        int count = noised.length;
        float[][] knownCodes = new float[count][];
        boolean[][] isKnown = new boolean[count][];
        float[][] conditions = new float[count][];
        int[][] allKinds = new int[count][];
        Arrays.fill(knownCodes, known.codes()[0]);
        Arrays.fill(isKnown, known.isKnown()[0]);
        Arrays.fill(conditions, told);
        Arrays.fill(allKinds, kinds);
        int steps = asked.length == 0
                ? Math.max(Math.min(FEWEST_STEPS, settings.steps()), (int) Math.ceil(settings.steps() * from))
                : STEPS_OF_ASKING;
        Denoiser.Known allKnown = new Denoiser.Known(knownCodes, isKnown);
        float[][] sequences = new DdimSampler(steps, settings.tiedShare())
                .sample(
                        (now, time) -> led(denoiser.velocities(now, time, allKnown, conditions), now, time, asked),
                        noised,
                        from,
                        allKnown,
                        allKinds);
        float[][] codes = Arrays.stream(sequences)
                .flatMap(sequence -> Arrays.stream(prior.scale().codes(others, sequence)))
                .toArray(float[][]::new);
        List<Frames> decoded = space.network().decode(codes, Sampler.LIKELIEST);
        List<Sampled> candidates = new ArrayList<>();
        for (int candidate = 0; candidate < count; candidate++) {
            int first = candidate * kinds.length;
            candidates.add(new Sampled(
                    kinds,
                    Arrays.copyOfRange(codes, first, first + kinds.length),
                    List.copyOf(decoded.subList(first, first + kinds.length))));
        }
        return candidates;
    }

    /** Velocities of whole tunes, led to what each of their windows is asked for. */
    private float[][] led(float[][] velocities, float[][] noised, double time, float[] asked) {
        return asked.length == 0
                ? velocities
                : new FaderVelocities(fading.orElseThrow(), asked)
                        .of(noised, time)
                        .guiding(velocities, GUIDANCE);
    }

    private Sampled best(List<Sampled> candidates, int[] arranged) {
        double[] costs = candidates.stream()
                .mapToDouble(candidate -> cost(candidate, arranged))
                .toArray();
        int best = IntStream.range(0, costs.length).reduce(0, (a, b) -> Double.compare(costs[b], costs[a]) < 0 ? b : a);
        return candidates.get(best);
    }

    private double cost(Sampled candidate, int[] arranged) {
        Tune tune = tune(candidate, arranged);
        double seams = seamCost.map(cost -> cost.of(tune)).orElse(0.0);
        double unlike = space.representation().hasTones() ? TuneUnlikeness.of(tune, meter) : 0;
        return seams + unlike + OFF_METER * TuneMeter.unlikeness(meter, tune);
    }

    private Tune tune(Sampled candidate, int[] arranged) {
        return Tune.of(space.representation().join(candidate.arranged(arranged)));
    }

    @Override
    public void close() {
        denoiser.close();
        fading.ifPresent(Denoiser::close);
    }
}
