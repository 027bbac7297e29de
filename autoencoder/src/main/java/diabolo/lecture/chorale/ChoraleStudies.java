package diabolo.lecture.chorale;

import diabolo.experiment.Experiments;
import java.util.List;

/**
 * The experiments of this package.
 *
 * <pre>{@code
 * ChoraleStudies.ENTRIES.forEach(entry -> System.out.println(entry.experimentName()));
 * }</pre>
 */
public final class ChoraleStudies {

    public static final List<Experiments.Entry> ENTRIES = List.of(Experiments.Entry.study(
            FourVoices.NAME, FourVoices.SUMMARY.line(), List.of(FourVoices.DATA_SET), FourVoices::new));

    private ChoraleStudies() {}
}
