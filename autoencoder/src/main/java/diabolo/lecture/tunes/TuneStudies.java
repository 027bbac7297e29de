package diabolo.lecture.tunes;

import diabolo.experiment.Experiments;
import java.util.List;

/**
 * The experiments of this package.
 *
 * <pre>{@code
 * TuneStudies.ENTRIES.forEach(entry -> System.out.println(entry.experimentName()));
 * }</pre>
 */
public final class TuneStudies {

    public static final List<Experiments.Entry> ENTRIES = List.of(
            Experiments.Entry.study(WholeTunes.NAME, WholeTunes.SUMMARY.line(), WholeTunes.DATA_SETS, WholeTunes::new),
            Experiments.Entry.study(FaderStudy.NAME, FaderStudy.SUMMARY.line(), FaderStudy.DATA_SETS, FaderStudy::new));

    private TuneStudies() {}
}
