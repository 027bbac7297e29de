package diabolo.experiment;

import diabolo.picture.Picture;
import diabolo.report.Chapter;
import diabolo.report.Material;
import diabolo.report.page.KeyFigure;
import java.util.List;

/**
 * One of the lecture's systems: what it claims, which networks it trains on what, and what its report shows of them.
 *
 * <pre>{@code
 * Report report = new ExperimentRunner(run, seed, Effort.FULL, progress).run(experiment);
 * report.write(run.path());
 * }</pre>
 *
 * <p>A new one lists its variants and chapters, and has an entry in {@link Experiments}.
 */
public interface Experiment {

    ExperimentSummary summary();

    /** The metrics that a reader asks for first. */
    List<KeyFigure> keyFigures();

    /** Training data and held-out data. */
    default Material material() {
        return Material.NONE;
    }

    /** The networks that it compares; the report is about the first. None where the chapters train theirs, or need none. */
    default List<Variant> variants() {
        return List.of();
    }

    List<Chapter> chapters();

    /** Drawings for the top of its report beside those of its networks, such as that of a classifier. */
    default List<Picture> diagrams() {
        return List.of();
    }

    /** What a quick run leaves out, for the top of its report; nothing where it is the whole. */
    default String quickRemark() {
        return "";
    }
}
