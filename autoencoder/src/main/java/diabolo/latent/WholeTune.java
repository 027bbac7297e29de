package diabolo.latent;

import static java.util.Objects.requireNonNull;

import diabolo.corpus.KeyEstimation;
import diabolo.descriptor.Descriptor;
import diabolo.harmony.ChordModel;
import diabolo.model.diffusion.SequencePrior;
import diabolo.note.Key;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.OutOfRangeException;
import diabolo.representation.Frames;
import diabolo.representation.Representation;
import diabolo.representation.TokenRepresentation;
import diabolo.tensor.RandomSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is asked of a whole tune: its length, form and key.
 *
 * <pre>{@code
 * WholeTune tune = new WholeTune(16, Optional.of("AABA"), Optional.of(Key.parse("G major")));
 * try (TuneSampler sampler = new TuneSampler(space, prior, TuneSampler.Settings.DEFAULT)) {
 *     Recipe recipe = tune.sample(sampler, 7, 0);
 * }
 * }</pre>
 *
 * @param bars 8, 16 or 32 for a model of two bars
 * @param form letters of its sections; that of a training tune, if absent
 * @param key as far from C or A as a training tune's, if absent
 * @param asked values that the tune is to have; none for any
 */
public record WholeTune(int bars, Optional<String> form, Optional<Key> key, Map<Descriptor, Double> asked) {

    /** A tune of 16 bars. */
    public static final WholeTune DEFAULT = new WholeTune(16, Optional.empty(), Optional.empty(), Map.of());

    private static final int SEMITONES = 12;
    private static final double MIDDLE_OF_MELODIES = 70; // B flat above middle C

    public WholeTune {
        requireNonNull(form, "form");
        requireNonNull(key, "key");
        asked = Map.copyOf(asked);
    }

    /** With any values. */
    public WholeTune(int bars, Optional<String> form, Optional<Key> key) {
        this(bars, form, key, Map.of());
    }

    /**
     * A sampled tune, in the windows of the model, with chords and an accompaniment.
     *
     * @param number which of those of the seed, from 0
     */
    public Recipe sample(TuneSampler sampler, long seed, int number) {
        LatentSpace space = sampler.space();
        SequencePrior prior = sampler.prior();
        RandomSource random = RandomSource.of(seed).derive("tune", number);
        SectionForm form = form(space, sampler, random);
        int[] made = form.sampled(sampler.windows());
        TuneSampler.Sampled sampled = sampler.sample(made, form.kinds(), key.map(Key::mode), asked, random);
        List<Frames> windows = sampled.arranged(form.kinds());
        int up = semitones(prior, random);
        Key written = written(space.representation(), windows, up);
        List<Frames> moved = moved(space.representation(), windows, up);
        Map<String, String> details = new LinkedHashMap<>();
        details.put("form", form.letters());
        details.put("key", written.name());
        Signatures signatures = new Signatures(Map.of(), new TreeMap<>(Map.of(0, written.name())));
        Recipe melody = space.allGiven(Recipe.GENERATE, moved, space.network().encode(moved))
                .withTitle("%s, seed %d, piece %d".formatted(space.description().name(), seed, number + 1))
                .withDetails(details)
                .withSignatures(signatures)
                .with(new Recipe.Chance(seed, number, 0, Recipe.Chance.DEFAULT.threshold()));
        NoteSequence music = space.render(melody).music();
        return melody.withAccompaniment(Accompaniment.of(
                music,
                ChordModel.included().ofEnding(music, written).likeliest(),
                space.representation().grid()));
    }

    private SectionForm form(LatentSpace space, TuneSampler sampler, RandomSource random) {
        int each = space.representation() instanceof TokenRepresentation tokens ? tokens.bars() : 1;
        int length = sampler.windows();
        int windows = bars / each;
        boolean isPossible = bars % each == 0 && (windows == length / 2 || windows == length || windows == 2 * length);
        if (!isPossible) {
            throw new OutOfRangeException(
                    "bars",
                    "must be %d, %d or %d for whole tunes, was %d; or choose a model whose windows are strung together, such as melody-2bar"
                            .formatted(length / 2 * each, length * each, 2 * length * each, bars));
        }
        if (form.isPresent()) {
            return SectionForm.of(form.get(), windows);
        }
        int[] learned = sampler.form(random.derive("form").generator());
        if (windows == length) {
            return new SectionForm(learned);
        }
        int half = length / 2;
        return new SectionForm(SectionForm.inOrder(IntStream.range(0, windows)
                .map(window -> {
                    boolean isBridge = windows > length && window / half == 2; // A A B A
                    return learned[window % half + (isBridge ? half : 0)];
                })
                .toArray()));
    }

    /** How far the tune is moved: to the key that is asked for, or as far from C or A as a training tune. */
    private int semitones(SequencePrior prior, RandomSource random) {
        return key.map(some -> -some.semitonesToNoSharpsNoFlats())
                .map(WholeTune::within)
                .orElseGet(() -> semitones(prior.keys(), random.derive("key").generator()));
    }

    private static int within(int up) {
        return Math.floorMod(up + SEMITONES / 2, SEMITONES) - SEMITONES / 2;
    }

    /** The key that the tune is written in: as asked for, or the one that its notes suggest, or its relative if the tune ends on that tonic. */
    private Key written(Representation representation, List<Frames> windows, int up) {
        return key.orElseGet(() -> {
            Key suggested = suggested(representation, windows, up);
            return representation
                    .join(windows)
                    .toNoteSequence()
                    .allNotes()
                    .max(Note.IN_TIME)
                    .filter(last -> Math.floorMod(last.pitch().pitchClass() + up, SEMITONES)
                            == suggested.relative().tonicPitchClass())
                    .map(_ -> suggested.relative())
                    .orElse(suggested);
        });
    }

    /** The key that windows suggest when they are moved up. */
    static Key suggested(Representation representation, List<Frames> windows, int up) {
        Key inC = KeyEstimation.estimate(representation.join(windows).toNoteSequence())
                .orElse(Key.C_MAJOR);
        int fifths = Math.floorMod(inC.fifths() + 7 * up + 6, SEMITONES) - 6; // flats before sharps, as 6 of either are
        return new Key(fifths, inC.mode());
    }

    /** How far up from C or A, in semitones from -6 to 5, by how many tunes are. */
    static int semitones(float[] shares, RandomGenerator random) {
        double left = 0;
        for (float share : shares) {
            left += share;
        }
        left *= random.nextDouble();
        for (int semitones = 0; semitones < shares.length; semitones++) {
            left -= shares[semitones];
            if (left < 0) {
                return within(semitones);
            }
        }
        return 0;
    }

    /** In a key, and in the octave in which the melody lies nearest to where singers and accompaniments have it. */
    static List<Frames> moved(Representation representation, List<Frames> windows, int up) {
        double middle = representation
                .join(windows)
                .allNotes()
                .mapToInt(note -> note.pitch().midi())
                .average()
                .orElse(MIDDLE_OF_MELODIES);
        List<Integer> nearestFirst = Stream.of(up, up - SEMITONES, up + SEMITONES)
                .sorted(Comparator.comparingDouble(some -> Math.abs(middle + some - MIDDLE_OF_MELODIES)))
                .toList();
        for (int semitones : nearestFirst) {
            List<Frames> moved = windows.stream()
                    .flatMap(window -> representation.transpose(window, semitones).stream())
                    .toList();
            if (moved.size() == windows.size()) {
                return moved;
            }
        }
        throw new IllegalStateException("a melody cannot be moved by %d semitones".formatted(up));
    }
}
