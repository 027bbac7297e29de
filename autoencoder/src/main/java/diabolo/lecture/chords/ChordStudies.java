package diabolo.lecture.chords;

import diabolo.experiment.Experiments;
import java.util.List;

/**
 * The experiments of this package.
 *
 * <pre>{@code
 * ChordStudies.ENTRIES.forEach(entry -> System.out.println(entry.experimentName()));
 * }</pre>
 */
public final class ChordStudies {

    public static final List<Experiments.Entry> ENTRIES = List.of(Experiments.Entry.study(
            LeadSheetChords.NAME,
            LeadSheetChords.SUMMARY.line(),
            List.of(LeadSheetChords.DATA_SET),
            LeadSheetChords::new));

    private ChordStudies() {}
}
