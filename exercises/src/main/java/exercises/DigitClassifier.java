package exercises;

import exercises.given.Arrays;
import exercises.given.Digits;
import java.util.Random;

/**
 * One layer of ten units that learns to tell digits apart by gradient descent: what {@link Layer} is good for. Given; change it to
 * beat the number of exercise 1.
 *
 * <pre>{@code
 * DigitClassifier classifier = new DigitClassifier(new Layer(), 784, 10, new Random(7));
 * classifier.learn(digits, 10, 10, 0.5);
 * double error = classifier.error(others);
 * }</pre>
 */
public class DigitClassifier {

    private static final int CLASSES = 10;
    private final Layer layer;
    private final double[][] weights; // [outputs][inputs]
    private final double[] bias;

    public DigitClassifier(Layer layer, int inputs, int outputs, Random random) {
        this.layer = layer;
        this.weights = Arrays.gaussian(outputs, inputs, 0.01, random);
        this.bias = new double[outputs];
    }

    /** Gradient descent on L = 1/(2N) Σ (y − t)², where t is 1 for the digit and 0 for the nine others. */
    public void learn(Digits digits, int epochs, int batchSize, double learningRate) {
        for (int epoch = 0; epoch < epochs; epoch++) {
            for (int first = 0; first + batchSize <= digits.images().length; first += batchSize) {
                double[][] inputs = java.util.Arrays.copyOfRange(digits.images(), first, first + batchSize);
                update(inputs, java.util.Arrays.copyOfRange(digits.labels(), first, first + batchSize), learningRate);
            }
        }
    }

    private void update(double[][] inputs, int[] labels, double learningRate) {
        double[][] outputs = layer.forward(inputs, weights, bias);
        double[][] outputGradients = new double[inputs.length][CLASSES];
        for (int n = 0; n < inputs.length; n++) {
            for (int i = 0; i < CLASSES; i++) {
                outputGradients[n][i] = (outputs[n][i] - (labels[n] == i ? 1 : 0)) / inputs.length;
            }
        }
        Layer.Gradients gradients = layer.backward(inputs, weights, outputs, outputGradients);
        for (int i = 0; i < CLASSES; i++) {
            bias[i] -= learningRate * gradients.bias()[i];
            for (int j = 0; j < weights[i].length; j++) {
                weights[i][j] -= learningRate * gradients.weights()[i][j];
            }
        }
    }

    /** The share of digits for which another unit than theirs is the most active, 0 to 1. */
    public double error(Digits digits) {
        double[][] outputs = layer.forward(digits.images(), weights, bias);
        int wrong = 0;
        for (int n = 0; n < outputs.length; n++) {
            int most = 0;
            for (int i = 1; i < CLASSES; i++) {
                most = outputs[n][i] > outputs[n][most] ? i : most;
            }
            wrong += most == digits.labels()[n] ? 0 : 1;
        }
        return (double) wrong / outputs.length;
    }
}
