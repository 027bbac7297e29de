package exercises.solution;

import exercises.Layer;

public class LayerSolution extends Layer {

    @Override
    public double[][] forward(double[][] inputs, double[][] weights, double[] bias) {
        double[][] outputs = new double[inputs.length][bias.length];
        for (int n = 0; n < inputs.length; n++) {
            for (int i = 0; i < bias.length; i++) {
                double sum = bias[i];
                for (int j = 0; j < inputs[n].length; j++) {
                    sum += weights[i][j] * inputs[n][j];
                }
                outputs[n][i] = sigmoid(sum);
            }
        }
        return outputs;
    }

    @Override
    public Gradients backward(double[][] inputs, double[][] weights, double[][] outputs, double[][] outputGradients) {
        double[][] byWeights = new double[weights.length][weights[0].length];
        double[] byBias = new double[weights.length];
        double[][] byInputs = new double[inputs.length][weights[0].length];
        for (int n = 0; n < inputs.length; n++) {
            for (int i = 0; i < weights.length; i++) {
                double delta = outputGradients[n][i] * outputs[n][i] * (1 - outputs[n][i]);
                byBias[i] += delta;
                for (int j = 0; j < inputs[n].length; j++) {
                    byWeights[i][j] += delta * inputs[n][j];
                    byInputs[n][j] += delta * weights[i][j];
                }
            }
        }
        return new Gradients(byWeights, byBias, byInputs);
    }
}
