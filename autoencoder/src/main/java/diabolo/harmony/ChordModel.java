package diabolo.harmony;

import static diabolo.note.Checks.require;

import diabolo.corpus.KeyEstimation;
import diabolo.note.ChordSymbol;
import diabolo.note.Key;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Chords for a melody: a hidden Markov model whose states are chords, one each half bar or bar.
 *
 * <pre>{@code
 * MelodyChords chords = ChordModel.included().of(melody, Key.parse("G major"));
 * NoteSequence song = LeadSheet.of(melody, chords.likeliest(), Patterns.STRIDE);
 * }</pre>
 *
 * <p>States are eight qualities on twelve roots, in pieces that are transposed to C major or A minor; a piece has one key. A chord stays
 * or changes by where in the bar the slot begins, and changes to another by the mode: counted in lead sheets and smoothed. What the melody
 * says of a chord is a logistic regression on its tones there and nearby, divided by the prior of the chord, as hybrid models of
 * speech do (H. Bourlard and N. Morgan, Connectionist speech recognition, 1994): counted emissions, which take the tones for
 * independent, agreed less. For the model see C. Raphael and J. Stoddard, Functional harmonic analysis using probabilistic models,
 * Computer Music Journal 28 (3), 2004, and I. Simon, D. Morris and S. Basu, MySong: automatic accompaniment generation for vocal melodies,
 * CHI 2008. Not for music that modulates, nor for chords that follow each other faster than its slots.
 *
 * <p>Immutable; safe for several threads.
 */
public final class ChordModel {

    private static final String INCLUDED = "lead-sheet-chords.json";
    private static final int EPOCHS = 5;

    private final ChordRegression regression;
    private final ChordCounts counts;
    private final ChordSettings settings;
    private final ChordProbabilities probabilities;

    ChordModel(ChordRegression regression, ChordCounts counts, ChordSettings settings) {
        this.regression = regression;
        this.counts = counts;
        this.settings = settings;
        this.probabilities = ChordProbabilities.of(counts, settings);
    }

    /** The model that is included, learned from lead sheets (OpenEWLD). */
    public static ChordModel included() {
        return Included.MODEL;
    }

    /** Loaded when it is first asked for. */
    private static final class Included {

        static final ChordModel MODEL = load();

        private static ChordModel load() {
            try (InputStream file = ChordModel.class.getResourceAsStream(INCLUDED)) {
                if (file == null) {
                    throw new IllegalStateException(
                            "the included model of chords is missing from the library; install it again");
                }
                return ChordModelJson.read(file.readAllBytes(), INCLUDED);
            } catch (IOException unreadable) {
                throw new IllegalStateException("the included model of chords cannot be read", unreadable);
            }
        }
    }

    /**
     * Learns a model: counts how chords follow one another, and fits the regression of chords on the melody.
     *
     * @param leadSheets one or more
     * @param random of the order in which the regression sees its examples
     */
    public static ChordModel learn(List<WrittenLeadSheet> leadSheets, ChordSettings settings, RandomGenerator random) {
        require(!leadSheets.isEmpty(), "at least one lead sheet is needed to learn from, there was none");
        List<double[]> features = new ArrayList<>();
        List<Integer> states = new ArrayList<>();
        for (WrittenLeadSheet leadSheet : leadSheets) {
            List<ChordSlot> slots = ChordSlot.of(leadSheet.melody());
            List<ChordSymbol> written = leadSheet.written(slots);
            double[][] ofSlots =
                    SlotFeatures.of(leadSheet.melody(), slots, leadSheet.key().semitonesToNoSharpsNoFlats());
            for (int i = 0; i < ofSlots.length; i++) {
                Optional<ChordState> state = ChordState.of(written.get(i), leadSheet.key());
                if (state.isPresent()) {
                    features.add(ofSlots[i]);
                    states.add(state.get().index());
                }
            }
        }
        ChordRegression regression = ChordRegression.learn(
                features.toArray(double[][]::new),
                states.stream().mapToInt(Integer::intValue).toArray(),
                EPOCHS,
                random);
        return new ChordModel(regression, ChordCounts.of(leadSheets), settings);
    }

    /**
     * Reads a model.
     *
     * @throws IOException if the file is none
     */
    public static ChordModel read(Path file) throws IOException {
        return ChordModelJson.read(file);
    }

    /** Writes it as JSON: weights and counts by the names of chords in C major. */
    public void write(Path file) throws IOException {
        ChordModelJson.write(regression, counts, settings, file);
    }

    public ChordSettings settings() {
        return settings;
    }

    /** The same with other settings. */
    public ChordModel withSettings(ChordSettings other) {
        return new ChordModel(regression, counts, other);
    }

    /**
     * The chords of a melody in the key of its signature, or else the one that its notes suggest. Many files call all keys major, so
     * that the key is taken for the relative minor where the likeliest chords end on its tonic.
     *
     * @throws IllegalArgumentException if it has no notes, or none after its pickup
     */
    public MelodyChords of(NoteSequence melody) {
        int fifths = KeyEstimation.keyOf(melody).orElse(Key.C_MAJOR).fifths();
        MelodyChords inMajor = of(melody, new Key(fifths, Key.Mode.MAJOR));
        return inMajor.states().getLast().isMinorTonic() ? of(melody, new Key(fifths, Key.Mode.MINOR)) : inMajor;
    }

    /**
     * The chords of a melody in a key.
     *
     * @param melody every note that sounds counts; see {@link MelodyPart} for one of several parts
     * @throws IllegalArgumentException if it has no notes, or none after its pickup
     */
    public MelodyChords of(NoteSequence melody, Key key) {
        return of(melody, key, probabilities.last()[ChordCounts.modeOf(key)]);
    }

    /**
     * The chords of a melody that comes to an end, in a key: the last is the tonic's if the last note is one of its triad. An excerpt may end
     * on any.
     *
     * @throws IllegalArgumentException if it has no notes, or none after its pickup
     */
    public MelodyChords ofEnding(NoteSequence melody, Key key) {
        double[] last = probabilities.last()[ChordCounts.modeOf(key)].clone();
        ChordState tonic = ChordState.tonic(key.mode());
        boolean isOfTriad = melody.allNotes()
                .max(Note.IN_TIME)
                .map(note -> Math.floorMod(note.pitch().pitchClass() + key.semitonesToNoSharpsNoFlats(), 12))
                .filter(tonic.pitchClasses()::contains)
                .isPresent();
        if (isOfTriad) {
            for (int state = 0; state < last.length; state++) {
                last[state] = state == tonic.index() ? last[state] : Double.NEGATIVE_INFINITY;
            }
        }
        return of(melody, key, last);
    }

    private MelodyChords of(NoteSequence melody, Key key, double[] last) {
        List<ChordSlot> slots = ChordSlot.of(melody);
        require(!slots.isEmpty(), () -> "\"%s\" has no note to find a chord for; give a melody with notes"
                .formatted(melody.title()));
        double[][] emissions = Arrays.stream(SlotFeatures.of(melody, slots, key.semitonesToNoSharpsNoFlats()))
                .map(this::emission)
                .toArray(double[][]::new);
        return new MelodyChords(key, slots, chain(slots, emissions, ChordCounts.modeOf(key), last));
    }

    private MarkovChain chain(List<ChordSlot> slots, double[][] emissions, int mode, double[] last) {
        double[][][] transitions = slots.stream()
                .skip(1)
                .map(slot -> probabilities.transition()[mode][slot.position().index()])
                .toArray(double[][][]::new);
        return new MarkovChain(probabilities.initial()[mode], transitions, emissions, last);
    }

    /** Bayes' rule: the posterior of a chord over its prior is the likelihood of the melody, but for a constant. */
    private double[] emission(double[] features) {
        double[] emission = regression.logarithms(features);
        for (int state = 0; state < emission.length; state++) {
            emission[state] = settings.evidenceWeight()
                    * (emission[state] - settings.priorWeight() * probabilities.prior()[state]);
        }
        return emission;
    }
}
