package diabolo.training;

import diabolo.tensor.NamedArray;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Identifies a training: a hash over the plan and the examples. */
final class Fingerprint {

    private Fingerprint() {}

    /** @param initial the weights that training starts from; none if they are random */
    static String of(TrainingPlan plan, List<NamedArray> initial, Optional<HeldOut> heldOut, Examples examples) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(plan.toString().getBytes(StandardCharsets.UTF_8));
            examples.addTo(digest);
            for (NamedArray array : initial) {
                digest.update(array.name().getBytes(StandardCharsets.UTF_8));
                for (float value : array.values()) {
                    digest.update((byte) Float.floatToIntBits(value));
                    digest.update((byte) (Float.floatToIntBits(value) >> 16));
                }
            }
            heldOut.ifPresent(held -> {
                digest.update(("held out, patience " + held.patienceEpochs()).getBytes(StandardCharsets.UTF_8));
                held.examples().addTo(digest);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
