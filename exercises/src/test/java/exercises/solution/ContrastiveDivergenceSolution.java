package exercises.solution;

import exercises.ContrastiveDivergence;

public class ContrastiveDivergenceSolution extends ContrastiveDivergence {

    @Override
    public Direction direction(
            double[][] visible, double[][] weights, double[] visibleBias, double[] hiddenBias, double[][] chance) {
        double[][] byWeights = new double[hiddenBias.length][visibleBias.length];
        double[] byVisible = new double[visibleBias.length];
        double[] byHidden = new double[hiddenBias.length];
        double share = 1.0 / visible.length;
        for (int n = 0; n < visible.length; n++) {
            double[] hidden = hidden(visible[n], weights, hiddenBias);
            double[] reconstruction = visible(states(hidden, chance[n]), weights, visibleBias);
            double[] hiddenAgain = hidden(reconstruction, weights, hiddenBias);
            for (int i = 0; i < hidden.length; i++) {
                byHidden[i] += share * (hidden[i] - hiddenAgain[i]);
                for (int j = 0; j < reconstruction.length; j++) {
                    byWeights[i][j] += share * (hidden[i] * visible[n][j] - hiddenAgain[i] * reconstruction[j]);
                }
            }
            for (int j = 0; j < reconstruction.length; j++) {
                byVisible[j] += share * (visible[n][j] - reconstruction[j]);
            }
        }
        return new Direction(byWeights, byVisible, byHidden);
    }

    protected double[] states(double[] probabilities, double[] chance) {
        double[] states = new double[probabilities.length];
        for (int i = 0; i < states.length; i++) {
            states[i] = chance[i] < probabilities[i] ? 1 : 0;
        }
        return states;
    }

    protected double[] hidden(double[] visible, double[][] weights, double[] bias) {
        double[] hidden = new double[bias.length];
        for (int i = 0; i < hidden.length; i++) {
            double sum = bias[i];
            for (int j = 0; j < visible.length; j++) {
                sum += weights[i][j] * visible[j];
            }
            hidden[i] = sigmoid(sum);
        }
        return hidden;
    }

    protected double[] visible(double[] hidden, double[][] weights, double[] bias) {
        double[] visible = new double[bias.length];
        for (int j = 0; j < visible.length; j++) {
            double sum = bias[j];
            for (int i = 0; i < hidden.length; i++) {
                sum += weights[i][j] * hidden[i];
            }
            visible[j] = sigmoid(sum);
        }
        return visible;
    }
}
