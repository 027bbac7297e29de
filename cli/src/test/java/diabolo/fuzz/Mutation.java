package diabolo.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Changes bytes at random: single ones, pieces, and the numbers and lines of text. */
final class Mutation {

    private static final int MOST_BYTES = 1 << 18;
    private static final int[] EDGES = {0, 1, 0x7F, 0x80, 0xFF};
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private static final Pattern LINE = Pattern.compile("[^\n]+\n?");
    private static final List<String> NUMBERS = List.of(
            "0",
            "-1",
            "1",
            "255",
            "65536",
            "2147483647",
            "-2147483648",
            "4294967296",
            "9223372036854775807",
            "1e999",
            "1e-999",
            "0.3333333333333333",
            "NaN",
            "null",
            "\"\"",
            "[]",
            "{}",
            "1/9999999",
            "9".repeat(400));

    private final SplittableRandom random;

    Mutation(SplittableRandom random) {
        this.random = random;
    }

    /**
     * Changes a few things.
     *
     * @param other bytes of the same kind, of which a piece may be taken
     */
    byte[] of(byte[] valid, byte[] other) {
        byte[] bytes = valid;
        for (int count = random.nextInt(1, 6); count > 0; count--) {
            bytes = changed(bytes, other);
        }
        return bytes.length <= MOST_BYTES ? bytes : Arrays.copyOf(bytes, MOST_BYTES);
    }

    private byte[] changed(byte[] bytes, byte[] other) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(1, 1 << random.nextInt(1, 10)));
        return switch (random.nextInt(10)) {
            case 0 -> withFlippedBit(bytes);
            case 1 -> spliced(bytes, from, to, filled(to - from));
            case 2 -> spliced(bytes, from, from, filled(random.nextInt(1, 9)));
            case 3 -> spliced(bytes, from, to, new byte[0]);
            case 4 -> Arrays.copyOf(bytes, from);
            case 5 -> spliced(bytes, from, from, repeated(Arrays.copyOfRange(bytes, from, to)));
            case 6 -> spliced(bytes, from, to, pieceOf(other));
            case 7 -> withOther(bytes, NUMBER, NUMBERS.get(random.nextInt(NUMBERS.size())));
            case 8 -> withOther(bytes, LINE, "");
            default -> withOther(bytes, LINE, new String(repeated(pieceOf(other)), ISO_8859_1));
        };
    }

    private byte[] withFlippedBit(byte[] bytes) {
        byte[] flipped = bytes.clone();
        if (flipped.length > 0) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    /** Random bytes, or one at the edge of a range. */
    private byte[] filled(int count) {
        byte[] bytes = new byte[count];
        if (random.nextBoolean()) {
            random.nextBytes(bytes);
        } else {
            Arrays.fill(bytes, (byte) EDGES[random.nextInt(EDGES.length)]);
        }
        return bytes;
    }

    private byte[] repeated(byte[] bytes) {
        int most = Math.max(1, MOST_BYTES / 4 / Math.max(1, bytes.length));
        int times = Math.min(most, random.nextInt(1, 1 << random.nextInt(1, 16)));
        byte[] repeated = new byte[bytes.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(bytes, 0, repeated, i * bytes.length, bytes.length);
        }
        return repeated;
    }

    private byte[] pieceOf(byte[] bytes) {
        int from = random.nextInt(bytes.length + 1);
        return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + random.nextInt(1, 200)));
    }

    /** With another text for one of those that a pattern finds. */
    private byte[] withOther(byte[] bytes, Pattern pattern, String other) {
        List<MatchResult> found =
                pattern.matcher(new String(bytes, ISO_8859_1)).results().toList();
        if (found.isEmpty()) {
            return bytes;
        }
        MatchResult one = found.get(random.nextInt(found.size()));
        return spliced(bytes, one.start(), one.end(), other.getBytes(ISO_8859_1));
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] between) {
        byte[] spliced = new byte[from + between.length + bytes.length - to];
        System.arraycopy(bytes, 0, spliced, 0, from);
        System.arraycopy(between, 0, spliced, from, between.length);
        System.arraycopy(bytes, to, spliced, from + between.length, bytes.length - to);
        return spliced;
    }
}
