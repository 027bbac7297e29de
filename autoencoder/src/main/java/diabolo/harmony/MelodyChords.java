package diabolo.harmony;

import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.Checks;
import diabolo.note.ChordSymbol;
import diabolo.note.Key;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * What a {@link ChordModel} knows of the chords of one melody: the likeliest, some at random, and those that are likely at each place.
 *
 * <pre>{@code
 * MelodyChords chords = ChordModel.included().of(melody);
 * List<At<ChordSymbol>> likeliest = chords.likeliest();
 * List<At<ChordSymbol>> another = chords.sample(random, 0.8);
 * chords.ranked(3).getFirst().chords(); // the three likeliest chords of the first half bar
 * }</pre>
 *
 * <p>Immutable; safe for several threads.
 */
public final class MelodyChords {

    private static final double HIGHEST_TEMPERATURE = 10;

    private final Key key;
    private final List<ChordSlot> slots;
    private final MarkovChain chain;
    private final int[] likeliest;

    MelodyChords(Key key, List<ChordSlot> slots, MarkovChain chain) {
        this.key = key;
        this.slots = slots;
        this.chain = chain;
        this.likeliest = chain.viterbi();
    }

    /**
     * A chord with its probability.
     *
     * @param probability 0 to 1, given the whole melody
     */
    public record RankedChord(ChordSymbol chord, double probability) {}

    /**
     * The chords that are likely in a stretch of the melody.
     *
     * @param start in quarter notes
     * @param end in quarter notes
     * @param chords the likeliest first
     */
    public record RankedChords(Beat start, Beat end, List<RankedChord> chords) {

        public RankedChords {
            chords = List.copyOf(chords);
        }
    }

    /** In which the chords are. */
    public Key key() {
        return key;
    }

    /** The sequence of chords that is likeliest as a whole (Viterbi); a symbol where the chord changes. */
    public List<At<ChordSymbol>> likeliest() {
        return symbols(likeliest);
    }

    /**
     * A sequence of chords at random.
     *
     * @param temperature 0 to 10: 0 gives {@link #likeliest}, 1 samples from the posterior, more varies more
     */
    public List<At<ChordSymbol>> sample(RandomGenerator random, double temperature) {
        Checks.requireBetween("temperature", temperature, 0, HIGHEST_TEMPERATURE);
        return symbols(chain.sample(random, temperature));
    }

    /**
     * The likeliest chords of each half bar or bar, whatever the others are (forward-backward).
     *
     * @param count of each, 1 to 96
     */
    public List<RankedChords> ranked(int count) {
        Checks.requireBetween("count", count, 1, ChordState.COUNT);
        double[][] posterior = chain.posterior();
        List<RankedChords> ranked = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            double[] probabilities = posterior[i];
            List<RankedChord> likely = IntStream.range(0, ChordState.COUNT)
                    .boxed()
                    .sorted(Comparator.comparingDouble(state -> -probabilities[state]))
                    .limit(count)
                    .map(state -> new RankedChord(ChordState.at(state).symbol(key), probabilities[state]))
                    .toList();
            ranked.add(new RankedChords(slots.get(i).start(), slots.get(i).end(), likely));
        }
        return List.copyOf(ranked);
    }

    /** The states of the likeliest sequence, one for each slot. */
    List<ChordState> states() {
        return Arrays.stream(likeliest).mapToObj(ChordState::at).toList();
    }

    /** The probability of each root in each slot, in C major or A minor; [slots][12]. */
    double[][] rootProbabilities() {
        double[][] posterior = chain.posterior();
        double[][] roots = new double[posterior.length][12];
        for (int slot = 0; slot < roots.length; slot++) {
            for (int state = 0; state < ChordState.COUNT; state++) {
                roots[slot][state % 12] += posterior[slot][state];
            }
        }
        return roots;
    }

    private List<At<ChordSymbol>> symbols(int[] path) {
        List<At<ChordSymbol>> symbols = new ArrayList<>();
        for (int i = 0; i < path.length; i++) {
            if (i == 0 || path[i] != path[i - 1]) {
                symbols.add(
                        new At<>(slots.get(i).start(), ChordState.at(path[i]).symbol(key)));
            }
        }
        return List.copyOf(symbols);
    }
}
