package diabolo.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Adam;
import ai.djl.training.tracker.Tracker;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * Trains what {@link DenseTraining} and {@link MusicVaeTraining} prepared with DJL's arrays, gradients and optimizer, on its PyTorch
 * engine.
 *
 * <p>Arguments: {@code FOLDER UPDATES deephear|musicvae}.
 */
public final class DjlTraining {

    private static final double MUSIC_VAE_NORM = 1;

    private final NDManager manager;
    private final DjlParameters parameters;
    private final int updates;

    private DjlTraining(NDManager manager, Path folder, int updates) {
        this.manager = manager;
        this.parameters = new DjlParameters(manager, folder);
        this.updates = updates;
    }

    public static void main(String[] arguments) {
        try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
            manager.getEngine().setRandomSeed(1);
            DjlTraining training = new DjlTraining(manager, Path.of(arguments[0]), Integer.parseInt(arguments[1]));
            System.out.println(
                    switch (arguments[2]) {
                        case "deephear" -> training.deepHear();
                        case "musicvae" -> training.musicVae();
                        default ->
                            throw new IllegalArgumentException("deephear or musicvae, was " + arguments[2]);
                    });
        }
    }

    private String deepHear() {
        DjlDeepHear network = new DjlDeepHear(parameters);
        return run(network::loss, new UpdateClock(DenseCase.BATCH, DenseCase.WARM_UP), DenseCase.WARM_UP, OptionalDouble.empty());
    }

    private String musicVae() {
        DjlMusicVae network = new DjlMusicVae(parameters);
        int warmUp = MusicVaeTraining.WARM_UP;
        UpdateClock clock = new UpdateClock(MusicVaeCase.named("two-bars").batch(), warmUp);
        return run(network::loss, clock, warmUp, OptionalDouble.of(MUSIC_VAE_NORM));
    }

    private String run(Supplier<NDArray> loss, UpdateClock clock, int warmUp, OptionalDouble largestNorm) {
        Adam adam = Adam.builder()
                .optLearningRateTracker(Tracker.fixed((float) MusicVaeTraining.LEARNING_RATE))
                .build();
        for (int update = 0; update < warmUp + updates; update++) {
            try (NDManager ofUpdate = manager.newSubManager()) {
                parameters.lendTo(ofUpdate);
                NDArray value;
                try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
                    value = loss.get();
                    collector.backward(value);
                }
                largestNorm.ifPresent(parameters::clip);
                parameters.update(adam);
                clock.updated(value.getFloat());
            }
        }
        return clock.line();
    }
}
