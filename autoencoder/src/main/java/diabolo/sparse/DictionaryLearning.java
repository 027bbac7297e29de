package diabolo.sparse;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;
import static java.util.Objects.requireNonNull;

import diabolo.tensor.FrameTensors;
import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
import diabolo.tensor.SafeTensors;
import diabolo.tensor.TensorScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Learns a dictionary by turns: codes of a batch are inferred, then every element moves along what the codes leave unexplained,
 * Δφᵢ = η ⟨aᵢ (x - Σ aⱼ φⱼ)⟩, and is made length 1 again (Olshausen and Field 1996, equation 5 and the text after it).
 *
 * <pre>{@code
 * Dictionary dictionary = new DictionaryLearning(192, new SparseCoding(0.3, 60), 200, 2_000, 0.2)
 *         .learn(whitened, RandomSource.of(1), progress -> {});
 * }</pre>
 *
 * <p>The step of an element is divided by the mean square of its coefficients, so that rarely used elements learn as fast as others.
 * When not to use it: on examples that are not whitened, of which the first elements learn the few directions of most variance.
 *
 * @param elements 1 to 65,536; more than the dimensions of the examples for an overcomplete dictionary
 * @param coding by which codes are inferred
 * @param batchSize examples of an update, 1 to 65,536
 * @param updates 1 to 10,000,000
 * @param rate η, above 0 to 1, which falls to a tenth along half a cosine
 */
public record DictionaryLearning(int elements, SparseCoding coding, int batchSize, int updates, double rate) {

    private static final double UNUSED = 1e-6; // mean square of the coefficients of an element that is left as it is
    private static final double LAST_RATE = 0.1;
    private static final long CHECKPOINT_EVERY_NANOS = 20_000_000_000L;

    public DictionaryLearning {
        requireBetween("elements", elements, 1, 65_536);
        requireNonNull(coding, "coding");
        requireBetween("batchSize", batchSize, 1, 65_536);
        requireBetween("updates", updates, 1, 10_000_000);
        require(rate > 0 && rate <= 1, "rate must be above 0 and at most 1, was " + rate);
    }

    /**
     * Learns from the beginning.
     *
     * @param examples [examples][dimensions], whitened, one or more
     * @param progress is given shares from 0 to 1
     */
    public Dictionary learn(float[][] examples, RandomSource random, DoubleConsumer progress) {
        return learn(examples, random, progress, start(examples, random), _ -> {});
    }

    /**
     * Learns, and writes a checkpoint about every 20 seconds and at the end; resumes from that file if it exists.
     *
     * @throws IOException if the checkpoint cannot be written, cannot be read, or belongs to other settings or examples
     */
    public Dictionary learnResumably(float[][] examples, RandomSource random, DoubleConsumer progress, Path checkpoint)
            throws IOException {
        String fingerprint = "%s, %s, %s".formatted(this, random, java.util.Arrays.deepHashCode(examples));
        State begin = read(checkpoint, fingerprint).orElseGet(() -> start(examples, random));
        Saving saving = new Saving(checkpoint, fingerprint);
        return learn(examples, random, progress, begin, saving);
    }

    /** How far learning is. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record State(int updatesDone, float[][] elements) {}

    /** What happens after an update. */
    @FunctionalInterface
    private interface Keeper<E extends Exception> {
        void updated(State state) throws E;

        default boolean isTime() {
            return false;
        }
    }

    /** Writes checkpoints. */
    private static final class Saving implements Keeper<IOException> {

        private final Path file;
        private final String fingerprint;
        private long written = System.nanoTime();

        Saving(Path file, String fingerprint) {
            this.file = file;
            this.fingerprint = fingerprint;
        }

        @Override
        public boolean isTime() {
            return System.nanoTime() - written > CHECKPOINT_EVERY_NANOS;
        }

        @Override
        public void updated(State state) throws IOException {
            Map<String, String> metadata =
                    Map.of("fingerprint", fingerprint, "updates", Integer.toString(state.updatesDone()));
            SafeTensors.write(
                    file,
                    new SafeTensors(metadata, List.of(NamedArray.of("elements", state.elements()))),
                    SafeTensors.Precision.SINGLE);
            written = System.nanoTime();
        }
    }

    private Optional<State> read(Path checkpoint, String fingerprint) throws IOException {
        if (!Files.exists(checkpoint)) {
            return Optional.empty();
        }
        SafeTensors content = SafeTensors.read(checkpoint);
        if (!fingerprint.equals(content.metadata().get("fingerprint"))) {
            throw new IOException(
                    "%s was written while learning with other settings or other examples; resume with those, or choose another folder"
                            .formatted(checkpoint));
        }
        NamedArray array = content.arrays().getFirst();
        try (TensorScope _ = TensorScope.open()) {
            float[][] rows = FrameTensors.toArrays(FrameTensors.of(array.values(), array.shape()));
            return Optional.of(new State(Integer.parseInt(content.metadata().getOrDefault("updates", "0")), rows));
        }
    }

    /** Random directions. */
    private State start(float[][] examples, RandomSource random) {
        require(examples.length > 0, "at least one example is needed to learn a dictionary, there was none");
        try (TensorScope _ = TensorScope.open()) {
            Tensor directions = torch.empty(elements, examples[0].length)
                    .normal_(0, 1, random.derive("elements").tensorGenerator());
            return new State(0, FrameTensors.toArrays(normalized(directions)));
        }
    }

    private <E extends Exception> Dictionary learn(
            float[][] examples, RandomSource random, DoubleConsumer progress, State begin, Keeper<E> keeper) throws E {
        float[][] learned = begin.elements();
        for (int update = begin.updatesDone(); update < updates; update++) {
            progress.accept((double) update / updates);
            learned = updated(learned, batch(examples, random.derive("batch", update)), rateAt(update));
            if (update == updates - 1 || keeper.isTime()) {
                keeper.updated(new State(update + 1, learned));
            }
        }
        progress.accept(1);
        return new Dictionary(learned);
    }

    private double rateAt(int update) {
        double left = (1 + Math.cos(Math.PI * update / updates)) / 2;
        return rate * (LAST_RATE + (1 - LAST_RATE) * left);
    }

    private float[][] batch(float[][] examples, RandomSource random) {
        return random.generator()
                .ints(batchSize, 0, examples.length)
                .mapToObj(example -> examples[example])
                .toArray(float[][]::new);
    }

    private float[][] updated(float[][] before, float[][] batch, double rateNow) {
        try (TensorScope _ = TensorScope.open();
                NoGradGuard _ = new NoGradGuard()) {
            Tensor dictionary = FrameTensors.of(before); // [elements, dimensions]
            Tensor examples = FrameTensors.of(batch); // [batch, dimensions]
            Tensor codes = coding.infer(dictionary, examples); // [batch, elements]
            Tensor unexplained = examples.sub(torch.mm(codes, dictionary)); // [batch, dimensions]
            Tensor squares = codes.square().sum(0).unsqueeze(1); // [elements, 1]
            Tensor used = squares.gt(new Scalar(UNUSED * batchSize));
            Tensor moves = torch.mm(codes.t(), unexplained).div(squares.clamp_min(new Scalar(UNUSED * batchSize)));
            return FrameTensors.toArrays(normalized(dictionary.add(moves.mul(used), new Scalar(rateNow))));
        }
    }

    /** Rows of length 1. */
    private static Tensor normalized(Tensor rows) {
        return rows.div(rows.square().sum(1).sqrt().unsqueeze(1));
    }
}
