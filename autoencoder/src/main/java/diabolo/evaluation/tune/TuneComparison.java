package diabolo.evaluation.tune;

import static diabolo.note.Checks.require;

import java.util.ArrayList;
import java.util.List;

/**
 * A set of melodies beside a set of real ones, and these beside themselves: one half of the real pieces against the other is as near as
 * real music comes.
 *
 * <pre>{@code
 * TuneComparison comparison = TuneComparison.of(made, realByPiece);
 * comparison.made().seams();  // 0.74: so much of the distribution of seams is shared with half of the real ones
 * comparison.floor().seams(); // 0.90: and so much by one half of these with the other
 * }</pre>
 *
 * @param figures of the melodies
 * @param realFigures of the real ones
 * @param made how near the melodies are to the real ones
 * @param floor how near one half of the real ones is to the other
 */
public record TuneComparison(TuneFigures figures, TuneFigures realFigures, Nearness made, Nearness floor) {

    /**
     * How near one set is to another.
     *
     * @param intervals overlap of the histograms with those of half of the real melodies, 0 to 1; so are the next two, see
     *     {@link TuneHistograms}
     * @param cost nats a note by an n-gram model of such a half; lower is likelier
     * @param knownShare share of phrases of five notes that stand in such a half
     */
    public record Nearness(double intervals, double rhythms, double seams, double cost, double knownShare) {

        private static Nearness of(List<Tune> tunes, List<Tune> half) {
            TuneHistograms ours = TuneHistograms.of(tunes);
            TuneHistograms theirs = TuneHistograms.of(half);
            TuneNgrams ngrams = TuneNgrams.of(half);
            return new Nearness(
                    ours.intervals().overlap(theirs.intervals()),
                    ours.rhythms().overlap(theirs.rhythms()),
                    ours.seams().overlap(theirs.seams()),
                    ngrams.cost(tunes),
                    ngrams.knownShare(tunes));
        }

        private Nearness mean(Nearness other) {
            return new Nearness(
                    (intervals + other.intervals) / 2,
                    (rhythms + other.rhythms) / 2,
                    (seams + other.seams) / 2,
                    (cost + other.cost) / 2,
                    (knownShare + other.knownShare) / 2);
        }
    }

    /**
     * Compares melodies.
     *
     * @param realByPiece the real melodies, those of a piece together, so that halves do not share a piece: two pieces or more
     * @throws IllegalArgumentException if the melodies, or half of the real ones, have none with notes enough
     */
    public static TuneComparison of(List<Tune> made, List<List<Tune>> realByPiece) {
        require(
                realByPiece.size() >= 2,
                () -> "one half of the real pieces is compared with the other, and there is %d; give two or more"
                        .formatted(realByPiece.size()));
        require(
                !TuneFigures.valid(made).isEmpty(),
                () ->
                        "of %d melodies none has %d notes or more, so there is nothing to measure; give others, or longer excerpts"
                                .formatted(made.size(), TuneFigures.FEWEST_NOTES));
        List<Tune> first = new ArrayList<>();
        List<Tune> second = new ArrayList<>();
        for (int piece = 0; piece < realByPiece.size(); piece++) {
            (piece % 2 == 0 ? first : second).addAll(realByPiece.get(piece));
        }
        List<Tune> real = new ArrayList<>(first);
        real.addAll(second);
        return new TuneComparison(
                TuneFigures.of(made),
                TuneFigures.of(real),
                Nearness.of(made, first).mean(Nearness.of(made, second)),
                Nearness.of(first, second).mean(Nearness.of(second, first)));
    }
}
