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
 * Where all chance comes from: a seed, from which a source for every purpose is derived by name.
 *
 * <pre>{@code
 * RandomSource random = RandomSource.of(7);
 * RandomGenerator order = random.derive("shuffle", epoch).generator();
 * }</pre>
 *
 * <p>A derived source depends on nothing but the seed, the names and the numbers on the way to it, never on what was drawn
 * before. So epoch 40 shuffles alike whether 39 epochs ran before it or the run was resumed there, and there is no state
 * to save. Immutable.
 *
 * @param seed any number
 */
public record RandomSource(long seed) {

    public static RandomSource of(long seed) {
        return new RandomSource(seed);
    }

    /** The source for a purpose, and for one of a row of alike things (an epoch, a piece): 0 where there is just one. */
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

    /** A fresh generator for numbers in Java. */
    public RandomGenerator generator() {
        return new SplittableRandom(seed);
    }

    /** A fresh generator for numbers that libtorch draws; native, so it belongs to the open {@link TensorScope}. */
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
