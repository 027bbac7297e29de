package diabolo.evaluation;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;

/**
 * How often each class was taken for each.
 *
 * <pre>{@code
 * ConfusionMatrix matrix = ConfusionMatrix.of(labels, classifier.classify(frames), 10);
 * matrix.accuracy();   // 0.976
 * matrix.counts()[4][9]; // fours that were taken for nines
 * }</pre>
 *
 * @param counts [true class][guessed class]
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ConfusionMatrix(int[][] counts) {

    /**
     * Counts.
     *
     * @param labels the true classes, 0 to below {@code classes}
     * @param guessed as many
     * @throws IllegalArgumentException if they are not as many, or one is no class
     */
    public static ConfusionMatrix of(int[] labels, int[] guessed, int classes) {
        require(
                labels.length == guessed.length && labels.length > 0,
                "labels and guesses must be as many, one or more, were %d and %d"
                        .formatted(labels.length, guessed.length));
        int[][] counts = new int[classes][classes];
        for (int i = 0; i < labels.length; i++) {
            requireBetween("label", labels[i], 0, classes - 1);
            requireBetween("guess", guessed[i], 0, classes - 1);
            counts[labels[i]][guessed[i]]++;
        }
        return new ConfusionMatrix(counts);
    }

    /** The share of examples that were taken for what they are. */
    public double accuracy() {
        long right = 0;
        long all = 0;
        for (int row = 0; row < counts.length; row++) {
            right += counts[row][row];
            for (int count : counts[row]) {
                all += count;
            }
        }
        return (double) right / all;
    }

    /** For pictures: those that were mistaken, with the right ones left out, so that they do not outshine all else. */
    public double[][] mistakes() {
        double[][] mistakes = new double[counts.length][counts.length];
        for (int row = 0; row < counts.length; row++) {
            for (int column = 0; column < counts.length; column++) {
                mistakes[row][column] = row == column ? Double.NaN : counts[row][column];
            }
        }
        return mistakes;
    }
}
