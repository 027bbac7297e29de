package diabolo.model;

import static diabolo.note.Checks.require;
import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a model remembers of its training examples: where each stood, and its code. The examples themselves are not kept;
 * decoding a code gives the model's own picture of one.
 *
 * <pre>{@code
 * TrainingExamples trainingExamples = new TrainingExamples(List.of(new TrainingExamples.Place("maple", 0)), network.encode(windows));
 * }</pre>
 *
 * <p>The array is not copied: whoever hands it over leaves it alone.
 *
 * @param places one for each code
 * @param codes [examples][codeSize]
 * @param ngrams of token models, which remember these instead
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record TrainingExamples(List<Place> places, float[][] codes, NgramIndex ngrams) {

    /** A memory of no music. */
    public static final TrainingExamples NONE = new TrainingExamples(List.of(), new float[0][]);

    /**
     * Where a training example stood.
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
        this(places, codes, NgramIndex.NONE);
    }

    public TrainingExamples {
        requireNonNull(ngrams, "ngrams");
        places = List.copyOf(places);
        require(
                places.size() == codes.length,
                "every code needs a place: %d codes, %d places".formatted(codes.length, places.size()));
    }
}
