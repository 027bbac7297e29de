package diabolo.report;

import diabolo.attribute.AttributeLearning;
import diabolo.attribute.AttributeVector;
import diabolo.descriptor.Descriptor;
import diabolo.latent.CodeOperations;
import diabolo.model.RecurrentAutoencoder;
import diabolo.model.Sampler;
import diabolo.report.page.Report;
import diabolo.representation.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How far held-out melodies follow when one standard deviation more or less of an attribute is asked for, as {@code attribute apply}
 * does: each is moved by the multiple of the vector that comes nearest.
 *
 * @param vectors by attribute
 * @param codes of melodies
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record AskedAndGot(AttributeChanges.Decoding decoding, Map<Descriptor, float[]> vectors, float[][] codes) {

    private static final int MOST_MELODIES = 100;

    /** The mean change over melodies with room for it, in standard deviations, and how many these are. */
    private record Side(double change, int melodies) {}

    static AskedAndGot of(
            RecurrentAutoencoder network,
            Music music,
            Map<Descriptor, float[]> vectors,
            AttributeChanges.Decoding decoding) {
        List<Tokens> heldOut = music.tokens(music.heldOut());
        int count = Math.min(MOST_MELODIES, heldOut.size());
        List<Tokens> spread = IntStream.range(0, count)
                .mapToObj(i -> heldOut.get((int) ((long) i * heldOut.size() / count)))
                .toList();
        return new AskedAndGot(decoding, vectors, network.encode(spread));
    }

    void write(Music music, Report report) {
        report.section("One standard deviation more or less");
        report.text(
                "Asked of %d held-out melodies by isolated vectors: the mean change, in standard deviations of the attribute in the training music. Each melody is moved by the multiple of the vector that comes nearest. Melodies without room are left out: one without syncopation can lose none."
                        .formatted(codes.length));
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("", "more: got", "melodies", "less: got", "melodies"));
        vectors.forEach((descriptor, direction) -> {
            double deviation = AttributeLearning.deviation(values(descriptor, music.tokens(music.training())));
            Side more = side(descriptor, direction, deviation, 1);
            Side less = side(descriptor, direction, deviation, -1);
            report.metric("asked.more." + descriptor.id(), more.change());
            report.metric("asked.less." + descriptor.id(), less.change());
            table.add(List.of(
                    descriptor.id(), twoDecimals(more), "" + more.melodies(), twoDecimals(less), "" + less.melodies()));
        });
        report.table(table);
    }

    private static String twoDecimals(Side side) {
        return String.format(Locale.ROOT, "%+.2f", side.change());
    }

    private Side side(Descriptor descriptor, float[] direction, double deviation, int side) {
        double[] before = values(descriptor, decoded(codes));
        double[] got = new double[before.length];
        boolean[] reached = new boolean[before.length];
        for (double multiple : AttributeVector.MULTIPLES) {
            double[] after = values(descriptor, decoded(CodeOperations.along(codes, direction, side * multiple)));
            for (int i = 0; i < got.length; i++) {
                double change = side * (after[i] - before[i]) / deviation;
                if (!reached[i] && Math.abs(change - 1) < Math.abs(got[i] - 1)) {
                    got[i] = change;
                }
                reached[i] |= change >= 1;
            }
        }
        int[] withRoom = IntStream.range(0, got.length)
                .filter(i -> side < 0 ? before[i] >= deviation / 2 : before[i] + deviation / 2 <= most(descriptor))
                .toArray();
        double mean = Arrays.stream(withRoom).mapToDouble(i -> got[i]).average().orElse(0);
        return new Side(side * mean, withRoom.length);
    }

    /** The shares are at most 1. */
    private static double most(Descriptor descriptor) {
        return descriptor == Descriptor.AVERAGE_INTERVAL ? Double.MAX_VALUE : 1;
    }

    private List<Tokens> decoded(float[][] some) {
        return decoding.network().generate(some, Sampler.LIKELIEST);
    }

    private double[] values(Descriptor descriptor, List<Tokens> windows) {
        return windows.stream()
                .mapToDouble(tokens -> descriptor.of(decoding.representation().decode(tokens)))
                .toArray();
    }
}
