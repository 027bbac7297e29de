package diabolo.lecture.digits;

import diabolo.projection.NearestNeighbours;
import java.util.Arrays;

/**
 * How far images are from digits: the Euclidean distance from the nearest of many training digits, mean over the images.
 *
 * @param reference training digits: [digits][784]
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record NearestDigits(float[][] reference) {

    private static final int MOST = 10_000;

    static NearestDigits among(float[][] training) {
        return new NearestDigits(Arrays.copyOf(training, Math.min(MOST, training.length)));
    }

    double meanDistance(float[][] images) {
        return Arrays.stream(
                        NearestNeighbours.between(images, reference, 1, _ -> {}).distances())
                .mapToDouble(each -> each[0])
                .average()
                .orElse(0);
    }
}
