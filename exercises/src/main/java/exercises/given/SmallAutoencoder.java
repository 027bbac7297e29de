package exercises.given;

import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * An autoencoder with one hidden layer of sigmoid units, in plain arrays. Given: nothing is to be written here, and reading it spoils
 * exercise 1.
 *
 * <pre>{@code
 * SmallAutoencoder autoencoder = new SmallAutoencoder(784, 32, new Random(7)).learn(images, 10, 20, 1);
 * double[][] codes = autoencoder.encode(images); // [examples][32]
 * double error = autoencoder.error(images);
 * }</pre>
 */
public final class SmallAutoencoder {

    private final double[][] encoder; // [hidden][inputs]
    private final double[] hiddenBias;
    private final double[][] decoder; // [inputs][hidden]
    private final double[] outputBias;

    public SmallAutoencoder(int inputs, int hidden, Random random) {
        double range = Math.sqrt(2.0 / (inputs + hidden));
        encoder = Arrays.gaussian(hidden, inputs, range, random);
        decoder = Arrays.gaussian(inputs, hidden, range, random);
        hiddenBias = new double[hidden];
        outputBias = new double[inputs];
    }

    /** Gradient descent on the cross-entropy of outputs and inputs, in batches, in the order of the examples. */
    public SmallAutoencoder learn(double[][] examples, int epochs, int batchSize, double learningRate) {
        return learn(examples, epochs, batchSize, learningRate, codes -> new double[codes.length][codes[0].length]);
    }

    /** The same with something else that is to become small: its gradient by the codes of a batch, [examples][hidden]. */
    public SmallAutoencoder learn(
            double[][] examples,
            int epochs,
            int batchSize,
            double learningRate,
            UnaryOperator<double[][]> gradientByCodes) {
        for (int epoch = 0; epoch < epochs; epoch++) {
            for (int first = 0; first + batchSize <= examples.length; first += batchSize) {
                update(java.util.Arrays.copyOfRange(examples, first, first + batchSize), learningRate, gradientByCodes);
            }
        }
        return this;
    }

    private void update(double[][] inputs, double learningRate, UnaryOperator<double[][]> gradientByCodes) {
        double[][] codes = encode(inputs);
        double[][] outputs = decode(codes);
        double[][] byCodes = gradientByCodes.apply(codes);
        double rate = learningRate;
        double[][] outputDeltas = new double[inputs.length][];
        double[][] hiddenDeltas = new double[inputs.length][hiddenBias.length];
        for (int n = 0; n < inputs.length; n++) {
            outputDeltas[n] = new double[outputBias.length];
            for (int i = 0; i < outputBias.length; i++) {
                double delta = (outputs[n][i] - inputs[n][i]) / inputs.length;
                outputDeltas[n][i] = delta;
                for (int j = 0; j < hiddenBias.length; j++) {
                    hiddenDeltas[n][j] += delta * decoder[i][j];
                }
            }
            for (int j = 0; j < hiddenBias.length; j++) {
                hiddenDeltas[n][j] = (hiddenDeltas[n][j] + byCodes[n][j]) * codes[n][j] * (1 - codes[n][j]);
            }
        }
        descend(decoder, outputBias, codes, outputDeltas, rate);
        descend(encoder, hiddenBias, inputs, hiddenDeltas, rate);
    }

    private static void descend(
            double[][] weights, double[] bias, double[][] inputs, double[][] deltas, double learningRate) {
        for (int n = 0; n < inputs.length; n++) {
            for (int i = 0; i < bias.length; i++) {
                double move = learningRate * deltas[n][i];
                bias[i] -= move;
                for (int j = 0; j < inputs[n].length; j++) {
                    weights[i][j] -= move * inputs[n][j];
                }
            }
        }
    }

    /** The codes of examples: [examples][hidden]. */
    public double[][] encode(double[][] examples) {
        return outputs(examples, encoder, hiddenBias);
    }

    /** Examples from codes: [examples][inputs]. */
    public double[][] decode(double[][] codes) {
        return outputs(codes, decoder, outputBias);
    }

    /** The squared error of the reconstructions, mean over examples and inputs. */
    public double error(double[][] examples) {
        double[][] outputs = decode(encode(examples));
        double sum = 0;
        for (int n = 0; n < examples.length; n++) {
            for (int i = 0; i < outputBias.length; i++) {
                sum += (outputs[n][i] - examples[n][i]) * (outputs[n][i] - examples[n][i]);
            }
        }
        return sum / examples.length / outputBias.length;
    }

    private static double[][] outputs(double[][] inputs, double[][] weights, double[] bias) {
        double[][] outputs = new double[inputs.length][bias.length];
        for (int n = 0; n < inputs.length; n++) {
            for (int i = 0; i < bias.length; i++) {
                double sum = bias[i];
                for (int j = 0; j < inputs[n].length; j++) {
                    sum += weights[i][j] * inputs[n][j];
                }
                outputs[n][i] = 1 / (1 + Math.exp(-sum));
            }
        }
        return outputs;
    }
}
