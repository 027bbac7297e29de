package diabolo.lecture.pretraining;

import diabolo.nn.Loss;
import diabolo.nn.OptimizerSpec;
import diabolo.training.LearningRate;
import diabolo.training.Objective;
import diabolo.training.Schedule;
import diabolo.training.Stage;
import java.util.List;
import java.util.stream.IntStream;

/** From what weights a classifier's hidden layers begin. */
enum Beginning {
    RANDOM("none", "random weights"),
    /** Bengio et al. (2007). */
    AUTOENCODERS("sae", "autoencoders"),
    /** Vincent et al. (2010), with a quarter of the cells masked. */
    DENOISING("sdae", "denoising autoencoders"),
    /** Hinton, Osindero and Teh (2006): a deep belief net. */
    BOLTZMANN_MACHINES("dbn", "Boltzmann machines");

    /** Denoising autoencoders of units whose states may exceed 1, by their squared error. */
    static List<Stage> ofRectifiedUnits(int layers, int epochs, int batchSize) {
        return stages(
                layers,
                Objective.denoising(Loss.SQUARED_ERROR, MASKED),
                Schedule.epochs(epochs, batchSize, LearningRate.constant(AUTOENCODER_RATE)));
    }

    /** How the rates of autoencoders go; that of Boltzmann machines is constant. */
    enum Pace {
        CONSTANT,
        /** For longer trainings. */
        FALLING
    }

    private static final double MASKED = 0.25;
    private static final double BOLTZMANN_RATE = 0.05;
    private static final double AUTOENCODER_RATE = 1e-3;
    private static final double LAST_SHARE = 0.1; // of a rate that falls

    private final String key;
    private final String words;

    Beginning(String key, String words) {
        this.key = key;
        this.words = words;
    }

    /** In the names of metrics. */
    String key() {
        return key;
    }

    String words() {
        return words;
    }

    /** A stage for each layer; none from random weights. */
    List<Stage> stages(int layers, int epochs, int batchSize) {
        return stages(layers, epochs, batchSize, Pace.CONSTANT);
    }

    /** A stage for each layer; none from random weights. */
    List<Stage> stages(int layers, int epochs, int batchSize, Pace pace) {
        return this == RANDOM ? List.of() : stages(layers, objective(), schedule(epochs, batchSize, pace));
    }

    private static List<Stage> stages(int layers, Objective objective, Schedule schedule) {
        return IntStream.range(0, layers)
                .mapToObj(layer -> Stage.layer("layer " + (layer + 1), layer, objective, schedule))
                .toList();
    }

    private Objective objective() {
        return switch (this) {
            case RANDOM -> throw new IllegalStateException("random weights are not trained");
            case AUTOENCODERS -> Objective.of(Loss.BINARY_CROSS_ENTROPY);
            case DENOISING -> Objective.denoising(Loss.BINARY_CROSS_ENTROPY, MASKED);
            case BOLTZMANN_MACHINES -> new Objective.ContrastiveDivergence(1);
        };
    }

    private Schedule schedule(int epochs, int batchSize, Pace pace) {
        if (this == BOLTZMANN_MACHINES) {
            return Schedule.epochs(epochs, batchSize, LearningRate.constant(BOLTZMANN_RATE))
                    .with(OptimizerSpec.GradientDescent.PLAIN);
        }
        LearningRate rate =
                switch (pace) {
                    case CONSTANT -> LearningRate.constant(AUTOENCODER_RATE);
                    case FALLING -> LearningRate.cosine(AUTOENCODER_RATE, LAST_SHARE * AUTOENCODER_RATE);
                };
        return Schedule.epochs(epochs, batchSize, rate);
    }
}
