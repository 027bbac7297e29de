package diabolo.model;

import static diabolo.note.Checks.require;
import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a model keeps of its training examples: the place and the code of each, or hashed n-grams and
 * perhaps the distribution of the codes, but not the music itself.
 *
 * <pre>{@code
 * TrainingExamples trainingExamples = new TrainingExamples(List.of(new TrainingExamples.Place("maple", 0)), network.encode(windows));
 * }</pre>
 *
 * <p>The array is not copied and must not be changed.
 *
 * @param places one for each code
 * @param codes [examples][codeSize]
 * @param ngrams of token models, which keep these instead of codes
 * @param distribution of the codes, of token models whose training started from another model
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record TrainingExamples(List<Place> places, float[][] codes, NgramIndex ngrams, CodeDistribution distribution) {

    /** No examples. */
    public static final TrainingExamples NONE = new TrainingExamples(List.of(), new float[0][]);

    /**
     * The place of a training example.
     *
     * @param piece the piece's name
     * @param firstStep in steps of the grid
     */
    public record Place(String piece, int firstStep) {
        public Place {
            requireNonNull(piece, "piece");
        }
    }

    public TrainingExamples(List<Place> places, float[][] codes) {
        this(places, codes, NgramIndex.NONE, CodeDistribution.NONE);
    }

    /** Those of a token model. */
    public static TrainingExamples of(NgramIndex ngrams) {
        return NONE.with(ngrams);
    }

    /** The names of the pieces that they are of. */
    public Set<String> pieces() {
        Set<String> names = new TreeSet<>(ngrams.pieces());
        places.forEach(place -> names.add(place.piece()));
        return names;
    }

    /** The same, and n-grams of other music. */
    public TrainingExamples with(NgramIndex others) {
        return new TrainingExamples(places, codes, ngrams.plus(others), distribution);
    }

    public TrainingExamples with(CodeDistribution other) {
        return new TrainingExamples(places, codes, ngrams, other);
    }

    public TrainingExamples {
        requireNonNull(ngrams, "ngrams");
        requireNonNull(distribution, "distribution");
        places = List.copyOf(places);
        require(
                places.size() == codes.length,
                "every code needs a place: %d codes, %d places".formatted(codes.length, places.size()));
    }
}
