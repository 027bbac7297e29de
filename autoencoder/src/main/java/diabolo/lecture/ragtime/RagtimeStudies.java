package diabolo.lecture.ragtime;

import diabolo.experiment.Experiments;
import java.util.List;

/**
 * The experiments of this package.
 *
 * <pre>{@code
 * RagtimeStudies.ENTRIES.forEach(entry -> System.out.println(entry.experimentName()));
 * }</pre>
 */
public final class RagtimeStudies {

    public static final List<Experiments.Entry> ENTRIES = List.of(
            Experiments.Entry.study(TwoHands.NAME, TwoHands.SUMMARY.line(), List.of(TwoHands.DATA_SET), TwoHands::new));

    private RagtimeStudies() {}
}
