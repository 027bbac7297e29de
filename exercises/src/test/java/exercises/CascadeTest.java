package exercises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import diabolo.projection.NearestNeighbourClassifier;
import exercises.course.Diagnosis;
import exercises.course.ExerciseTest;
import exercises.given.Arrays;
import exercises.given.Digits;
import exercises.given.SmallAutoencoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Exercise 9, see 09-cascade.md. */
@ExerciseTest
class CascadeTest {

    private static final double[][] X = {{1, 2, 3, 4}, {0, 1, 0, 1}};

    /** Layers that learn nothing: number k writes 10 y + k for the first numbers y of what it is given. */
    private static final class Recorder implements Cascade.Trainer {
        private final List<double[][]> trainedOn = new ArrayList<>();
        private final List<Integer> sizes = new ArrayList<>();

        @Override
        public Cascade.Encoder train(double[][] examples, int hidden) {
            trainedOn.add(Arrays.copy(examples));
            sizes.add(hidden);
            return layer(trainedOn.size(), hidden);
        }
    }

    private static Cascade.Encoder layer(int number, int hidden) {
        return examples -> java.util.Arrays.stream(examples)
                .map(example -> IntStream.range(0, hidden)
                        .mapToDouble(i -> 10 * example[i % example.length] + number)
                        .toArray())
                .toArray(double[][]::new);
    }

    @Test
    @Order(1)
    void eachLayerLearnsTheStatesOfTheOneBelow(Cascade cascade) {
        Recorder trainer = new Recorder();
        List<Cascade.Encoder> layers = cascade.pretrain(X, new int[] {3, 2, 1}, trainer);

        if (trainer.sizes.size() != 3) {
            fail("For 3 layers the trainer was called %d times, and should be once for each: lower layers are frozen."
                    .formatted(trainer.sizes.size()));
        }
        assertEquals(List.of(3, 2, 1), trainer.sizes, "the sizes are those of the layers from the lowest;");
        assertEquals(3, layers.size(), "pretrain returns every layer; the number of them");
        double[][] first = layer(1, 3).encode(X);
        Diagnosis.of("What layer 1 was trained on", X).check(trainer.trainedOn.get(0));
        Diagnosis.of("What layer 2 was trained on", first)
                .ifEqual(
                        X,
                        "that is X: Layer 2 was trained on the examples again, and should be on the states A¹(X) of layer 1.")
                .check(trainer.trainedOn.get(1));
        Diagnosis.of("What layer 3 was trained on", layer(2, 2).encode(first))
                .ifEqual(
                        layer(2, 2).encode(X),
                        "a layer was left out: layer 2 was given the examples X, and should be given the states of layer 1.")
                .ifEqual(X, "Layer 3 was trained on the examples again.")
                .check(trainer.trainedOn.get(2));
    }

    @Test
    @Order(2)
    void statesAreTheCompositionOfAllLayers(Cascade cascade) {
        List<Cascade.Encoder> layers = List.of(layer(1, 4), layer(2, 4), layer(3, 4));
        double[][] right =
                layers.get(2).encode(layers.get(1).encode(layers.get(0).encode(X)));

        Diagnosis.of("The states", right)
                .ifEqual(
                        layers.get(0).encode(layers.get(1).encode(layers.get(2).encode(X))),
                        "the examples go from the highest layer to the lowest; begin with the first of the list.")
                .ifEqual(
                        layers.get(2).encode(X),
                        "they are of the highest layer alone; what goes into it are the states below.")
                .ifEqual(layers.get(0).encode(X), "they are of the lowest layer alone.")
                .check(cascade.states(layers, X));
    }

    @Test
    @Order(3)
    void withoutLayersTheStatesAreTheExamples(Cascade cascade) {
        Diagnosis.of("The states without any layer", X).check(cascade.states(List.of(), X));
    }

    /** 784-64-16 in cascade on 1,000 digits: how well the nearest neighbours of 16 numbers tell digits. */
    @Test
    @Order(4)
    @Tag("data")
    void digitsInSixteenNumbers(Cascade cascade) {
        Optional<Digits> training = Digits.training(1000);
        Optional<Digits> test = Digits.test(500);
        assumeTrue(training.isPresent() && test.isPresent(), Digits.MISSING);
        Cascade.Trainer trainer = (examples, hidden) ->
                new SmallAutoencoder(examples[0].length, hidden, new Random(3)).learn(examples, 15, 10, 0.5)::encode;

        List<Cascade.Encoder> layers = cascade.pretrain(training.get().images(), new int[] {64, 16}, trainer);
        double accuracy = new NearestNeighbourClassifier(
                        Arrays.floats(cascade.states(layers, training.get().images())),
                        training.get().labels(),
                        3)
                .accuracy(
                        Arrays.floats(cascade.states(layers, test.get().images())),
                        test.get().labels());

        System.out.printf(
                "Exercise 9: 3-NN on your 16 states gets %.1f %% of 500 digits wrong.%n", 100 * (1 - accuracy));
        assertTrue(accuracy > 0.6, "Sixteen states should tell most digits apart: accuracy " + accuracy);
    }
}
