package diabolo.tensor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.bytedeco.pytorch.Generator;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * The source of all randomness: a seed, from which a source for each purpose is derived by name.
 *
 * <pre>{@code
 * RandomSource random = RandomSource.of(7);
 * RandomGenerator order = random.derive("shuffle", epoch).generator();
 * }</pre>
 *
 * <p>A derived source depends only on the seed, the names and the indices, never on earlier use. So epoch 40 shuffles alike whether
 * 39 epochs ran before it or the run was resumed there, and there is no state to save. Immutable.
 *
 * @param seed any number
 */
public record RandomSource(long seed) {

    public static RandomSource of(long seed) {
        return new RandomSource(seed);
    }

    /** The source for a purpose and an index, such as an epoch or a piece; 0 where there is only one. */
    public RandomSource derive(String purpose, long index) {
        byte[] name = purpose.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(2 * Long.BYTES + name.length)
                .putLong(seed)
                .putLong(index)
                .put(name);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.array());
            return new RandomSource(ByteBuffer.wrap(digest).getLong());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }

    public RandomSource derive(String purpose) {
        return derive(purpose, 0);
    }

    /** A new generator in Java. */
    public RandomGenerator generator() {
        return new SplittableRandom(seed);
    }

    /** A new generator of libtorch; native, so it belongs to the open {@link TensorScope}. */
    public GeneratorOptional tensorGenerator() {
        Generator generator = torch.createCPUGenerator(seed);
        return new GeneratorOptional(generator);
    }

    /** The numbers 0 to count - 1 in random order. */
    public int[] permutation(int count) {
        int[] order = new int[count];
        RandomGenerator generator = generator();
        for (int i = 0; i < count; i++) {
            int j = generator.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
