package diabolo.projection;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Stream;

/** Points, and what scikit-learn and umap-learn say of them: made by {@code golden.py} beside the files. */
final class Golden {

    private Golden() {}

    /** Five clusters of 30 points in ten dimensions. */
    static float[][] blobs() {
        return floats("blobs.txt");
    }

    /** A rolled sheet of 200 points in three dimensions. */
    static float[][] roll() {
        return floats("roll.txt");
    }

    static float[][] floats(String file) {
        return Stream.of(doubles(file)).map(Golden::floats).toArray(float[][]::new);
    }

    static double[][] doubles(String file) {
        return text(file)
                .lines()
                .map(line -> Stream.of(line.split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray(double[][]::new);
    }

    /** The first of each line. */
    static double[] column(String file) {
        return Stream.of(doubles(file)).mapToDouble(row -> row[0]).toArray();
    }

    static int[] integers(String file) {
        return Stream.of(doubles(file)).mapToInt(row -> (int) row[0]).toArray();
    }

    /** One of numbers.txt. */
    static double number(String name) {
        return text("numbers.txt")
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow();
    }

    private static float[] floats(double[] row) {
        float[] floats = new float[row.length];
        for (int i = 0; i < row.length; i++) {
            floats[i] = (float) row[i];
        }
        return floats;
    }

    private static String text(String file) {
        try (InputStream in = Objects.requireNonNull(Golden.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
