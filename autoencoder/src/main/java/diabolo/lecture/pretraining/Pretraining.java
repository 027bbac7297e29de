package diabolo.lecture.pretraining;

import diabolo.experiment.Experiments;
import diabolo.experiment.LabelledDigits;
import java.util.List;

/** The experiments about pre-training. */
public final class Pretraining {

    private static final List<String> DIGITS = List.of(LabelledDigits.DATA_SET);

    public static final List<Experiments.Entry> ENTRIES = List.of(Experiments.Entry.study(
            "pretraining",
            "The lecture's main construction: two autoencoders, a softmax, fine-tuning",
            DIGITS,
            study -> new Construction(study, LabelledDigits.find(study.data()))));

    private Pretraining() {}
}
