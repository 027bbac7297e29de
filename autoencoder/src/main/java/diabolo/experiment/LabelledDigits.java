package diabolo.experiment;

import diabolo.image.IdxReader;
import diabolo.image.LabelledImages;
import diabolo.image.MalformedIdxException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The handwritten digits of MNIST with their classes, in the split in which they are published: 60,000 to learn from, 10,000 to
 * measure on.
 *
 * <pre>{@code
 * LabelledDigits digits = LabelledDigits.find(DataFolder.find(Optional.empty()));
 * digits.test().labels(); // 0 to 9 each
 * }</pre>
 */
public record LabelledDigits(LabelledImages training, LabelledImages test) {

    /** The name of the data set. */
    public static final String DATA_SET = "digits-mnist";

    /** The classes: 0 to 9. */
    public static final int CLASSES = 10;

    /**
     * Reads them where they are.
     *
     * @throws IOException if they are not there, with the command that gets them, or malformed
     */
    public static LabelledDigits find(DataFolder data) throws IOException {
        Path folder = data.corpora(List.of(DATA_SET)).getFirst();
        try {
            return new LabelledDigits(read(folder, "train"), read(folder, "t10k"));
        } catch (MalformedIdxException damaged) {
            throw damaged.withRemedy("move it away, and fetch it again with `./diabolo data get %s%s`"
                    .formatted(DATA_SET, DataFolder.fetchOption(folder)));
        }
    }

    private static LabelledImages read(Path folder, String part) throws IOException {
        return new LabelledImages(
                IdxReader.read(folder.resolve(part + "-images-idx3-ubyte.gz")),
                IdxReader.readLabels(folder.resolve(part + "-labels-idx1-ubyte.gz")));
    }

    /** The first of each. */
    public LabelledDigits first(int forTraining, int forTest) {
        return new LabelledDigits(training.first(forTraining), test.first(forTest));
    }
}
