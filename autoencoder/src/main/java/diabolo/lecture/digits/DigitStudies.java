package diabolo.lecture.digits;

import diabolo.experiment.Experiments;
import java.util.List;

/** The experiments of this package. */
public final class DigitStudies {

    private DigitStudies() {}

    /** In the lecture's order. */
    public static List<Experiments.Entry> entries() {
        return List.of(MnistAutoencoder.ENTRY, MnistStacked.ENTRY, VariationalDigits.ENTRY, SparseFeatures.ENTRY);
    }
}
