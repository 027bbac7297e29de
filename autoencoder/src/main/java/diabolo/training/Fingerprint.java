package diabolo.training;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Tells trainings apart: a hash over the plan and every number of the examples. */
final class Fingerprint {

    private Fingerprint() {}

    static String of(CascadePlan plan, float[][] frames) {
        MessageDigest digest = sha256();
        digest.update(plan.toString().getBytes(StandardCharsets.UTF_8));
        for (float[] frame : frames) {
            ByteBuffer bytes = ByteBuffer.allocate(frame.length * Float.BYTES);
            bytes.asFloatBuffer().put(frame);
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static String of(SequencePlan plan, List<int[][]> windows) {
        MessageDigest digest = sha256();
        digest.update(plan.toString().getBytes(StandardCharsets.UTF_8));
        for (int[][] window : windows) {
            for (int[] line : window) {
                ByteBuffer bytes = ByteBuffer.allocate(line.length * Integer.BYTES);
                bytes.asIntBuffer().put(line);
                digest.update(bytes);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
