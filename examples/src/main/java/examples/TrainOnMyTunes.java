package examples;

import diabolo.experiment.ModelTraining;
import diabolo.experiment.TrainingResult;
import diabolo.latent.LatentSpace;
import diabolo.latent.SamplingSettings;
import java.io.IOException;
import java.nio.file.Path;

/** Trains a model on a folder of one's own music, starting from an included one, and generates with it. */
public final class TrainOnMyTunes {

    public static void main(String[] arguments) throws IOException {
        // Two bars of two tunes, to be quick; twenty tunes make a model. Then leave out withEpochs.
        Path tunes = Path.of(arguments.length > 0 ? arguments[0] : "../docs/pictures");

        TrainingResult mine = ModelTraining.of("melody-2bar")
                .from(Path.of("../models/melody-2bar"))
                .on(tunes)
                .withEpochs(5)
                .run(Path.of("target/model-" + System.currentTimeMillis()), progress -> System.out.printf(
                        "epoch %d of %d: loss %.3f%n", progress.epoch(), progress.epochs(), progress.loss()));

        mine.verdict().ifPresent(verdict -> System.out.println(verdict.figures()));
        try (LatentSpace space = LatentSpace.load(mine.model())) {
            System.out.println(space.generate(SamplingSettings.MUSIC_VAE, 0).music());
        }
    }
}
