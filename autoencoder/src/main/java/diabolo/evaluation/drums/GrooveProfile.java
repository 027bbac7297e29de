package diabolo.evaluation.drums;

import java.util.List;

/**
 * What makes a pattern groove, by which one is chosen of several: as near to a played one as can be.
 *
 * <pre>{@code
 * GrooveProfile wanted = GrooveProfile.of(played);
 * GrooveProfile.of(made).distance(wanted); // 0.5: a backbeat that is half as sure
 * }</pre>
 *
 * @param backbeat see {@link DrumFigures}, and so are the others; 0 to 1
 */
public record GrooveProfile(double backbeat, double kickOnDownbeat, double barLikeness) {

    private static final double LIKENESS = 5;

    /** Of one pattern; bars of which one is silent are not alike. */
    public static GrooveProfile of(DrumPattern pattern) {
        DrumFigures figures = DrumFigures.of(List.of(pattern));
        return figures.patterns() == 0
                ? new GrooveProfile(0, 0, 0)
                : new GrooveProfile(
                        figures.backbeat(),
                        figures.kickOnDownbeat(),
                        Double.isNaN(figures.barLikeness()) ? 0 : figures.barLikeness());
    }

    /** The sum of the differences, of which likeness counts most, as samples miss it most: 0 to 7. */
    public double distance(GrooveProfile other) {
        return Math.abs(backbeat - other.backbeat)
                + Math.abs(kickOnDownbeat - other.kickOnDownbeat)
                + LIKENESS * Math.abs(barLikeness - other.barLikeness);
    }
}
