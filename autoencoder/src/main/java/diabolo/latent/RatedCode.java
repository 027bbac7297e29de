package diabolo.latent;

import diabolo.model.Autoencoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A code, and what its decoding is worth to who looks for one.
 *
 * @param code [codeSize]
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RatedCode(float[] code, double rating) {

    private static final int AT_ONCE = 64;

    /**
     * Rates codes by what they decode to.
     *
     * @param rating of a decoding, [cells]
     */
    static List<RatedCode> all(Autoencoder network, float[][] codes, ToDoubleFunction<float[]> rating) {
        List<RatedCode> rated = new ArrayList<>();
        for (int start = 0; start < codes.length; start += AT_ONCE) {
            float[][] some = Arrays.copyOfRange(codes, start, Math.min(codes.length, start + AT_ONCE));
            float[][] decoded = network.decode(some);
            for (int i = 0; i < some.length; i++) {
                rated.add(new RatedCode(some[i], rating.applyAsDouble(decoded[i])));
            }
        }
        return rated;
    }
}
