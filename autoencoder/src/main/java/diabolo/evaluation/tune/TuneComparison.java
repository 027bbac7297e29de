package diabolo.evaluation.tune;

import static diabolo.note.Checks.require;

import java.util.ArrayList;
import java.util.List;

/**
 * A set of melodies beside a set of real ones, and these beside themselves: one half of the real pieces against the other is the floor,
 * which no other set can be asked to pass.
 *
 * <pre>{@code
 * TuneComparison comparison = TuneComparison.of(made, realByPiece);
 * comparison.made().seams();  // 0.74: so much of the distribution of seams is shared with the real melodies
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
     * @param intervals overlap of the histograms, 0 to 1; so are the next two, see {@link TuneHistograms}
     * @param cost nats a note by an n-gram model of each half of the real melodies, the mean of both; lower is likelier
     * @param knownShare share of phrases of five notes that stand in such a half, the mean of both
     */
    public record Nearness(double intervals, double rhythms, double seams, double cost, double knownShare) {

        private static Nearness of(List<Tune> tunes, List<Tune> others, List<Tune> first, List<Tune> second) {
            TuneHistograms ours = TuneHistograms.of(tunes);
            TuneHistograms theirs = TuneHistograms.of(others);
            TuneNgrams ofFirst = TuneNgrams.of(first);
            TuneNgrams ofSecond = TuneNgrams.of(second);
            return new Nearness(
                    ours.intervals().overlap(theirs.intervals()),
                    ours.rhythms().overlap(theirs.rhythms()),
                    ours.seams().overlap(theirs.seams()),
                    (ofFirst.cost(tunes) + ofSecond.cost(tunes)) / 2,
                    (ofFirst.knownShare(tunes) + ofSecond.knownShare(tunes)) / 2);
        }

        private static Nearness ofHalves(List<Tune> first, List<Tune> second) {
            Nearness oneWay = of(first, second, second, second);
            Nearness otherWay = of(second, first, first, first);
            return new Nearness(
                    oneWay.intervals,
                    oneWay.rhythms,
                    oneWay.seams,
                    (oneWay.cost + otherWay.cost) / 2,
                    (oneWay.knownShare + otherWay.knownShare) / 2);
        }
    }

    /**
     * Compares melodies.
     *
     * @param realByPiece the real melodies, those of a piece together, so that halves do not share a piece: two pieces or more
     * @throws IllegalArgumentException if a set, or half of the real ones, has no melody with notes enough
     */
    public static TuneComparison of(List<Tune> made, List<List<Tune>> realByPiece) {
        require(
                realByPiece.size() >= 2,
                () -> "one half of the real pieces is compared with the other, and there is %d; give two or more"
                        .formatted(realByPiece.size()));
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
                Nearness.of(made, real, first, second),
                Nearness.ofHalves(first, second));
    }
}
