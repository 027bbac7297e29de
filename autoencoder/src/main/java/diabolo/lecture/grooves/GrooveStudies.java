package diabolo.lecture.grooves;

import diabolo.experiment.Experiments;
import java.util.List;

/**
 * The experiment of this package.
 *
 * <pre>{@code
 * GrooveStudies.ENTRIES.forEach(entry -> System.out.println(entry.experimentName()));
 * }</pre>
 */
public final class GrooveStudies {

    public static final List<Experiments.Entry> ENTRIES =
            List.of(Experiments.Entry.study(Grooves.NAME, Grooves.SUMMARY.line(), Grooves.DATA_SETS, Grooves::new));

    private GrooveStudies() {}
}
