package diabolo.training;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Identifies a training: a hash over the plan and the examples. */
final class Fingerprint {

    private Fingerprint() {}

    static String of(TrainingPlan plan, Examples examples) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(plan.toString().getBytes(StandardCharsets.UTF_8));
            examples.addTo(digest);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
