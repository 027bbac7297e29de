package diabolo.image;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;

import java.util.Arrays;

/**
 * Grey images with a class each.
 *
 * <pre>{@code
 * LabelledImages digits = new LabelledImages(IdxReader.read(images), IdxReader.readLabels(labels));
 * digits.first(1000).labels(); // 1,000 times 0 to 9
 * }</pre>
 *
 * <p>The arrays are not copied and must not be changed.
 *
 * @param labels one for each image, from 0
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record LabelledImages(GreyImages images, int[] labels) {

    public LabelledImages {
        require(
                images.count() == labels.length,
                "every image needs a label: %d images, %d labels".formatted(images.count(), labels.length));
        for (int label : labels) {
            require(label >= 0, "labels are counted from 0, one was " + label);
        }
    }

    public int count() {
        return labels.length;
    }

    /** [images][rows * columns]. */
    public float[][] pixels() {
        return images.pixels();
    }

    /** So many images, or all if there are fewer. */
    public LabelledImages first(int wanted) {
        return between(0, Math.min(wanted, count()));
    }

    /**
     * The images from one number to below another.
     *
     * @param from 0 to below {@code to}
     * @param to at most their number
     */
    public LabelledImages between(int from, int to) {
        requireBetween("to", to, 1, count());
        requireBetween("from", from, 0, to - 1);
        return new LabelledImages(
                new GreyImages(images.rows(), images.columns(), Arrays.copyOfRange(images.pixels(), from, to)),
                Arrays.copyOfRange(labels, from, to));
    }
}
