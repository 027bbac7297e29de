package diabolo.lecture.newtypes;

import diabolo.experiment.Experiments;
import diabolo.experiment.LabelledDigits;
import java.util.List;

/** The experiments on new types. */
public final class NewTypes {

    public static final List<Experiments.Entry> ENTRIES = List.of(
            Experiments.Entry.study(
                    DigitTypes.NAME,
                    "Digits that are not (2016): noise fed back until it is a new symbol",
                    List.of(LabelledDigits.DATA_SET),
                    DigitTypes::new),
            Experiments.Entry.study(
                    MusicTypes.NAME,
                    "The same with chorales: noise fed back until it is music, or nearly",
                    List.of(MusicTypes.CORPUS),
                    MusicTypes::new));

    private NewTypes() {}
}
