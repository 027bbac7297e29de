package diabolo.training;

import static diabolo.note.Checks.require;

import diabolo.model.Bottleneck;
import diabolo.model.DenseAutoencoder;
import diabolo.model.DenseSpec;
import diabolo.model.Initialization;
import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Half a diabolo: a decoder that learns examples from random labels, without an encoder to say which of them are alike. It
 * is what Sun (2015) compared DeepHear with, to show what the encoder is for.
 *
 * <pre>{@code
 * float[][] labels = LabelTraining.randomBits(frames.length, 64, RandomSource.of(1));
 * try (DenseAutoencoder network = LabelTraining.train(spec, initialization, labels, frames, training, random, monitor)) {
 *     network.decode(labels);
 * }
 * }</pre>
 */
public final class LabelTraining {

    private LabelTraining() {}

    /** Labels whose numbers are 0 or 1 with equal chance: [count][bits]. */
    public static float[][] randomBits(int count, int bits, RandomSource random) {
        RandomGenerator generator = random.generator();
        float[][] labels = new float[count][bits];
        for (float[] label : labels) {
            for (int bit = 0; bit < bits; bit++) {
                label[bit] = generator.nextInt(2);
            }
        }
        return labels;
    }

    /**
     * Trains the decoder half of a network.
     *
     * @param spec its code is as long as a label
     * @param labels [examples][codeSize]
     * @param frames [examples][frameSize]
     * @return the network; its encoder has learned nothing. The caller closes it.
     */
    public static DenseAutoencoder train(
            DenseSpec spec,
            Initialization initialization,
            float[][] labels,
            float[][] frames,
            TrainingSpec training,
            RandomSource random,
            TrainingMonitor monitor) {
        require(
                labels.length == frames.length,
                "every example needs a label: %d labels, %d examples".formatted(labels.length, frames.length));
        require(
                spec.bottleneck() == Bottleneck.PLAIN,
                "labels stand for points, so the bottleneck must be PLAIN, was " + spec.bottleneck());
        DenseAutoencoder network = DenseAutoencoder.initialized(spec, initialization, random.derive("initialization"));
        List<NamedArray> weights;
        try (Phase phase = GradientPhase.fromLabels(network, labels, frames, training, random.derive("phase"))) {
            long started = System.nanoTime();
            for (int epoch = 0; epoch < phase.epochs(); epoch++) {
                double loss = phase.runEpoch(epoch);
                double done = (epoch + 1.0) / phase.epochs();
                double seconds = (System.nanoTime() - started) / 1e9;
                monitor.epochDone(new TrainingMonitor.Progress(
                        phase.name(),
                        0,
                        1,
                        epoch + 1,
                        phase.epochs(),
                        loss,
                        (epoch + 1) * phase.exampleCount() / seconds,
                        done,
                        Duration.ofMillis((long) (1000 * seconds * (1 - done) / done))));
            }
            weights = phase.weights();
        }
        return DenseAutoencoder.of(spec, weights);
    }
}
