package exercises.wrong;

import exercises.ContrastiveDivergence.Direction;
import exercises.solution.ContrastiveDivergenceSolution;

public final class ContrastiveDivergenceMistakes {

    private ContrastiveDivergenceMistakes() {}

    private static Direction times(Direction direction, double factor) {
        double[][] weights = exercises.given.Arrays.copy(direction.weights());
        for (double[] row : weights) {
            scale(row, factor);
        }
        return new Direction(
                weights,
                scale(direction.visibleBias().clone(), factor),
                scale(direction.hiddenBias().clone(), factor));
    }

    private static double[] scale(double[] numbers, double factor) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] *= factor;
        }
        return numbers;
    }

    @Caught("has the wrong sign")
    public static class WrongSign extends ContrastiveDivergenceSolution {
        @Override
        public Direction direction(
                double[][] visible, double[][] weights, double[] visibleBias, double[] hiddenBias, double[][] chance) {
            return times(super.direction(visible, weights, visibleBias, hiddenBias, chance), -1);
        }
    }

    @Caught("it is the sum over the examples")
    public static class Sum extends ContrastiveDivergenceSolution {
        @Override
        public Direction direction(
                double[][] visible, double[][] weights, double[] visibleBias, double[] hiddenBias, double[][] chance) {
            return times(super.direction(visible, weights, visibleBias, hiddenBias, chance), visible.length);
        }
    }

    @Caught("the hidden units are not sampled")
    public static class NotSampled extends ContrastiveDivergenceSolution {
        @Override
        protected double[] states(double[] probabilities, double[] chance) {
            return probabilities;
        }
    }

    @Caught("sampled the wrong way round")
    public static class SampledTheWrongWayRound extends ContrastiveDivergenceSolution {
        @Override
        protected double[] states(double[] probabilities, double[] chance) {
            double[] states = super.states(probabilities, chance);
            for (int i = 0; i < states.length; i++) {
                states[i] = 1 - states[i];
            }
            return states;
        }
    }

    @Caught("without the bias of the visible units")
    public static class WithoutVisibleBias extends ContrastiveDivergenceSolution {
        @Override
        protected double[] visible(double[] hidden, double[][] weights, double[] bias) {
            return super.visible(hidden, weights, new double[bias.length]);
        }
    }

    @Caught("without the bias of the hidden units")
    public static class WithoutHiddenBias extends ContrastiveDivergenceSolution {
        @Override
        protected double[] hidden(double[] visible, double[][] weights, double[] bias) {
            return super.hidden(visible, weights, new double[bias.length]);
        }
    }

    @Caught("the probabilities of the data's hidden units")
    public static class HiddenNotUpdated extends ContrastiveDivergenceSolution {
        @Override
        public Direction direction(
                double[][] visible, double[][] weights, double[] visibleBias, double[] hiddenBias, double[][] chance) {
            Direction right = super.direction(visible, weights, visibleBias, hiddenBias, chance);
            double[][] wrong = new double[hiddenBias.length][visibleBias.length];
            for (int n = 0; n < visible.length; n++) {
                double[] hidden = hidden(visible[n], weights, hiddenBias);
                double[] again = visible(states(hidden, chance[n]), weights, visibleBias);
                for (int i = 0; i < hidden.length; i++) {
                    for (int j = 0; j < again.length; j++) {
                        wrong[i][j] += hidden[i] * (visible[n][j] - again[j]) / visible.length;
                    }
                }
            }
            return new Direction(wrong, right.visibleBias(), right.hiddenBias());
        }
    }
}
