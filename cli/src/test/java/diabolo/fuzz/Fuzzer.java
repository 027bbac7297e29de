package diabolo.fuzz;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/**
 * Gives changed files to all readers, and reports what is neither read nor refused in a sentence, and what takes long. Input number n
 * depends on the seed and on n alone.
 *
 * <pre>{@code
 * List<String> findings = new Fuzzer(seeds, 1, folder, Duration.ofSeconds(5)).run(10_000, Duration.ofMinutes(5));
 * }</pre>
 */
final class Fuzzer {

    private static final int MOST_FINDINGS = 40;

    /** What no sentence for a user has. */
    private static final Pattern OF_JAVA =
            Pattern.compile("Exception|java\\.|\\(null\\)|Cannot invoke|mistake in Diabolo");

    private final FuzzSeeds seeds;
    private final long seed;
    private final Path folder;
    private final Duration longest;
    private final List<String> findings = new ArrayList<>();

    /**
     * A fuzzer.
     *
     * @param folder where the inputs of findings are saved
     * @param longest time of a processor that a reader may take for one
     */
    Fuzzer(FuzzSeeds seeds, long seed, Path folder, Duration longest) {
        this.seeds = seeds;
        this.seed = seed;
        this.folder = folder;
        this.longest = longest;
    }

    /** Runs until that many inputs are read or the time is over; the findings name the reader, the number and the saved input. */
    List<String> run(int inputs, Duration time) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        FuzzedReader[] readers = FuzzedReader.values();
        long end = System.nanoTime() + time.toNanos();
        int number = 0;
        while (number < inputs && System.nanoTime() < end && findings.size() < MOST_FINDINGS) {
            FuzzedReader reader = readers[number % readers.length];
            if (!seeds.of(reader).isEmpty()) {
                tryOne(reader, number);
            }
            number++;
        }
        System.out.println("fuzz: %d inputs of seed %d, %d findings".formatted(number, seed, findings.size()));
        return findings;
    }

    private byte[] input(FuzzedReader reader, int number) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_000_007L + number);
        List<byte[]> valid = seeds.of(reader);
        byte[] one = valid.get(random.nextInt(valid.size()));
        byte[] other = valid.get(random.nextInt(valid.size()));
        Mutation mutation = new Mutation(random);
        Wrapping wrapping = random.nextInt(4) == 0 ? Wrapping.NONE : reader.wrapping();
        return wrapping.changedWhole(one, bytes -> mutation.of(bytes, other));
    }

    private void tryOne(FuzzedReader reader, int number) throws IOException, InterruptedException {
        byte[] input = input(reader, number);
        Path file = folder.resolve("input." + reader.ending());
        Files.write(file, input);
        AtomicReference<Optional<Throwable>> failure = new AtomicReference<>(Optional.empty());
        AtomicLong cpuNanos = new AtomicLong(); // the wall clock also counts the machine's other work
        Thread reading = Thread.ofPlatform().daemon().start(() -> {
            failure.set(failureOf(reader, file));
            cpuNanos.set(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
        });
        Optional<String> finding = Optional.empty();
        if (!reading.join(longest.multipliedBy(8))) {
            finding = Optional.of(
                    "takes more than %d s, at ".formatted(8 * longest.toSeconds()) + place(reading.getStackTrace()));
        } else if (failure.get().isPresent()) {
            Throwable thrown = failure.get().get();
            finding = Optional.of(thrown + " at " + place(thrown.getStackTrace()));
        } else if (cpuNanos.get() > longest.toNanos()) {
            finding = Optional.of("takes %.1f s".formatted(cpuNanos.get() / 1e9));
        }
        if (finding.isPresent()) {
            Path saved = folder.resolve("%s-%d-%d.%s".formatted(reader, seed, number, reader.ending()));
            Files.write(saved, input);
            findings.add("%s, input %d of seed %d (%s): %s".formatted(reader, number, seed, saved, finding.get()));
        }
    }

    /** What a reader must not throw, if it does. */
    private Optional<Throwable> failureOf(FuzzedReader reader, Path file) {
        try {
            reader.read(file, seeds);
            return Optional.empty();
        } catch (IOException | IllegalArgumentException refused) {
            return isSentence(refused) ? Optional.empty() : Optional.of(refused);
        } catch (Throwable failure) {
            return Optional.of(failure);
        }
    }

    /** Requires a sentence of whoever refuses. */
    static void requireSentence(Exception refused) {
        if (!isSentence(refused)) {
            throw new IllegalStateException("no sentence: " + refused, refused);
        }
    }

    private static boolean isSentence(Exception refused) {
        String message = String.valueOf(refused.getMessage());
        return message.length() > 10
                && message.length() < 2_000
                && message.lines().count() == 1
                && !OF_JAVA.matcher(message).find();
    }

    private static String place(StackTraceElement[] trace) {
        return Arrays.stream(trace)
                .filter(element -> element.getClassName().startsWith("diabolo."))
                .findFirst()
                .map(StackTraceElement::toString)
                .orElse("no method of ours");
    }
}
