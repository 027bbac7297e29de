package diabolo.lecture.digits;

import diabolo.experiment.DataFolder;
import diabolo.experiment.LabelledDigits;
import diabolo.report.Images;
import java.io.IOException;
import java.util.Optional;

/**
 * The digits of an experiment, read when they are first asked for. Not thread-safe.
 *
 * <pre>{@code
 * DigitData digits = new DigitData(study.data(), 60_000, 10_000);
 * digits.training(); // [60000][784]
 * }</pre>
 */
final class DigitData {

    private final DataFolder folder;
    private final int forTraining;
    private final int forTest;
    private Optional<LabelledDigits> read = Optional.empty();

    DigitData(DataFolder folder, int forTraining, int forTest) {
        this.folder = folder;
        this.forTraining = forTraining;
        this.forTest = forTest;
    }

    /**
     * All that the experiment uses.
     *
     * @throws IOException if they are not there, with the command that gets them, or malformed
     */
    LabelledDigits labelled() throws IOException {
        if (read.isEmpty()) {
            read = Optional.of(LabelledDigits.find(folder).first(forTraining, forTest));
        }
        return read.get();
    }

    /** [digits][784]. */
    float[][] training() throws IOException {
        return labelled().training().pixels();
    }

    /** [digits][784]. */
    float[][] test() throws IOException {
        return labelled().test().pixels();
    }

    /** For chapters of any images; after a training has read them. */
    Images images() {
        LabelledDigits digits = read.orElseThrow(
                () -> new IllegalStateException("digits are read by the trainings before they are shown"));
        return new Images(digits.training().images(), digits.test().images());
    }
}
