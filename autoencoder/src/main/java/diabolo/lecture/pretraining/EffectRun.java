package diabolo.lecture.pretraining;

import diabolo.experiment.LabelledDigits;
import diabolo.image.LabelledImages;
import diabolo.model.Classifier;
import diabolo.model.ClassifierSpec;
import diabolo.model.Initialization;
import diabolo.nn.OptimizerSpec;
import diabolo.tensor.NamedArray;
import diabolo.tensor.SafeTensors;
import diabolo.training.Examples;
import diabolo.training.LearningRate;
import diabolo.training.Objective;
import diabolo.training.PlanFile;
import diabolo.training.Schedule;
import diabolo.training.Stage;
import diabolo.training.Trained;
import diabolo.training.Trainer;
import diabolo.training.TrainingMonitor;
import diabolo.training.TrainingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * One network of many: how deep it is, whether it was pre-trained, its seed, and where training took it.
 *
 * @param testError share of test digits that are mistaken at the end
 * @param trainingLoss cross-entropy at the end, nats
 * @param testLoss the same of test digits
 * @param path the probabilities of all classes of some test digits before fine-tuning and after each epoch:
 *     [epochs + 1][digits * 10]; empty for networks whose path is not drawn
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record EffectRun(
        int layers,
        Beginning beginning,
        int seed,
        double testError,
        double trainingLoss,
        double testLoss,
        float[][] path) {

    /** What all networks share. */
    record Setting(
            int hidden,
            int pretrainingEpochs,
            int epochs,
            int batchSize,
            double learningRate,
            int pathDigits,
            int pathLayers,
            int pathSeeds) {

        ClassifierSpec spec(int pixels, int layers) {
            List<Integer> sizes = new ArrayList<>(List.of(pixels));
            sizes.addAll(Collections.nCopies(layers, hidden));
            return ClassifierSpec.sigmoid(LabelledDigits.CLASSES, sizes.toArray(Integer[]::new));
        }

        boolean isDrawn(int layers, int seed) {
            return layers == pathLayers && seed <= pathSeeds;
        }
    }

    boolean isPretrained() {
        return beginning != Beginning.RANDOM;
    }

    boolean isDrawn() {
        return path.length > 0;
    }

    /** The path in function space at an epoch: [digits * 10]. */
    float[] at(int epoch) {
        return path[epoch];
    }

    /** Where it is kept once it is trained. */
    static Path file(Path folder, int layers, Beginning beginning, int seed) {
        return folder.resolve("effect-%d-%s-%d.safetensors".formatted(layers, beginning.key(), seed));
    }

    /** Trains it, or reads it where it was trained before. */
    static EffectRun of(Setting setting, int layers, Beginning beginning, int seed, LabelledDigits digits, Path folder)
            throws IOException {
        Path file = file(folder, layers, beginning, seed);
        if (Files.exists(file)) {
            return read(layers, beginning, seed, SafeTensors.read(file));
        }
        EffectRun run = train(setting, layers, beginning, seed, digits, file);
        run.write(file);
        return run;
    }

    private static EffectRun train(
            Setting setting, int layers, Beginning beginning, int seed, LabelledDigits digits, Path file)
            throws IOException {
        LabelledImages training = digits.training();
        LabelledImages test = digits.test();
        ClassifierSpec spec = setting.spec(training.pixels()[0].length, layers);
        List<Stage> stages =
                new ArrayList<>(beginning.stages(layers, setting.pretrainingEpochs(), setting.batchSize()));
        int last = stages.size();
        Schedule schedule = Schedule.epochs(
                        setting.epochs(), setting.batchSize(), LearningRate.constant(setting.learningRate()))
                .with(OptimizerSpec.GradientDescent.PLAIN);
        stages.add(Stage.whole(Objective.Classification.PLAIN, schedule).named("fine-tuning"));
        TrainingPlan plan = new TrainingPlan(spec, Initialization.GLOROT, stages, seed);
        PlanFile.write(plan, file);
        float[][] watched = test.first(setting.pathDigits()).pixels();
        List<float[]> path = new ArrayList<>();
        Trainer trainer = new Trainer(plan).observedBy((stage, _, network) -> {
            if (stage == last && setting.isDrawn(layers, seed)) {
                path.add(inARow(network.classifier().orElseThrow().probabilities(watched)));
            }
        });
        try (Trained trained =
                trainer.train(Examples.classified(training.pixels(), training.labels()), TrainingMonitor.SILENT)) {
            Classifier classifier = trained.classifier();
            return new EffectRun(
                    layers,
                    beginning,
                    seed,
                    1 - classifier.accuracy(test.pixels(), test.labels()),
                    loss(classifier, training),
                    loss(classifier, test),
                    path.toArray(float[][]::new));
        }
    }

    private static float[] inARow(float[][] probabilities) {
        float[] row = new float[probabilities.length * LabelledDigits.CLASSES];
        for (int i = 0; i < probabilities.length; i++) {
            System.arraycopy(probabilities[i], 0, row, i * LabelledDigits.CLASSES, LabelledDigits.CLASSES);
        }
        return row;
    }

    private static double loss(Classifier classifier, LabelledImages images) {
        float[][] probabilities = classifier.probabilities(images.pixels());
        double nats = 0;
        for (int i = 0; i < probabilities.length; i++) {
            nats -= Math.log(Math.max(Float.MIN_NORMAL, probabilities[i][images.labels()[i]]));
        }
        return nats / probabilities.length;
    }

    private void write(Path file) throws IOException {
        int width = path.length == 0 ? 0 : path[0].length;
        float[] all = new float[path.length * width];
        for (int epoch = 0; epoch < path.length; epoch++) {
            System.arraycopy(path[epoch], 0, all, epoch * width, width);
        }
        Map<String, String> numbers = Map.of(
                "testError", Double.toString(testError),
                "trainingLoss", Double.toString(trainingLoss),
                "testLoss", Double.toString(testLoss));
        List<NamedArray> arrays =
                path.length == 0 ? List.of() : List.of(new NamedArray("path", new long[] {path.length, width}, all));
        SafeTensors.write(file, new SafeTensors(numbers, arrays), SafeTensors.Precision.SINGLE);
    }

    private static EffectRun read(int layers, Beginning beginning, int seed, SafeTensors content) throws IOException {
        float[][] path = {};
        if (!content.arrays().isEmpty()) {
            NamedArray array = content.array("path");
            int width = Math.toIntExact(array.shape()[1]);
            path = new float[Math.toIntExact(array.shape()[0])][];
            for (int epoch = 0; epoch < path.length; epoch++) {
                path[epoch] = Arrays.copyOfRange(array.values(), epoch * width, (epoch + 1) * width);
            }
        }
        return new EffectRun(
                layers,
                beginning,
                seed,
                number(content, "testError"),
                number(content, "trainingLoss"),
                number(content, "testLoss"),
                path);
    }

    private static double number(SafeTensors content, String name) throws IOException {
        String text = content.metadata().getOrDefault(name, "");
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException damaged) {
            throw new IOException(
                    "A network of the run has no %s; remove its folder checkpoint to train it again.".formatted(name),
                    damaged);
        }
    }
}
