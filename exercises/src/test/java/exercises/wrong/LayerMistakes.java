package exercises.wrong;

import exercises.given.Arrays;
import exercises.solution.LayerSolution;

public final class LayerMistakes {

    private LayerMistakes() {}

    @Caught("as if there were no bias")
    public static class WithoutBias extends LayerSolution {
        @Override
        public double[][] forward(double[][] inputs, double[][] weights, double[] bias) {
            return super.forward(inputs, weights, new double[bias.length]);
        }
    }

    @Caught("with the weights transposed")
    public static class TransposedWeights extends LayerSolution {
        @Override
        public double[][] forward(double[][] inputs, double[][] weights, double[] bias) {
            double[][] transposed = new double[weights.length][weights[0].length];
            for (int i = 0; i < weights.length; i++) {
                for (int j = 0; j < weights[0].length; j++) {
                    transposed[i][j] = weights[j][i];
                }
            }
            return super.forward(inputs, transposed, bias);
        }
    }

    @Caught("without the sigmoid")
    public static class WithoutSigmoid extends LayerSolution {
        @Override
        public double[][] forward(double[][] inputs, double[][] weights, double[] bias) {
            double[][] outputs = super.forward(inputs, weights, bias);
            for (double[] row : outputs) {
                for (int i = 0; i < row.length; i++) {
                    row[i] = Math.log(row[i] / (1 - row[i]));
                }
            }
            return outputs;
        }
    }

    @Caught("is it divided by the number of examples a second time")
    public static class DividedTwice extends LayerSolution {
        @Override
        public Gradients backward(double[][] inputs, double[][] weights, double[][] outputs, double[][] gradients) {
            Gradients right = super.backward(inputs, weights, outputs, gradients);
            double[] bias = right.bias().clone();
            for (int i = 0; i < bias.length; i++) {
                bias[i] /= inputs.length;
            }
            return new Gradients(right.weights(), bias, right.inputs());
        }
    }

    @Caught("has the wrong sign")
    public static class WrongSign extends LayerSolution {
        @Override
        public Gradients backward(double[][] inputs, double[][] weights, double[][] outputs, double[][] gradients) {
            double[][] negative = Arrays.copy(gradients);
            for (double[] row : negative) {
                for (int i = 0; i < row.length; i++) {
                    row[i] = -row[i];
                }
            }
            return super.backward(inputs, weights, outputs, negative);
        }
    }

    @Caught("the derivative of the sigmoid is missing")
    public static class WithoutDerivative extends LayerSolution {
        @Override
        public Gradients backward(double[][] inputs, double[][] weights, double[][] outputs, double[][] gradients) {
            double[][] undone = Arrays.copy(gradients);
            for (int n = 0; n < undone.length; n++) {
                for (int i = 0; i < undone[n].length; i++) {
                    undone[n][i] /= outputs[n][i] * (1 - outputs[n][i]);
                }
            }
            return super.backward(inputs, weights, outputs, undone);
        }
    }

    @Caught("the sigmoid is applied to the outputs once more")
    public static class DerivativeOfTheOutput extends LayerSolution {
        @Override
        public Gradients backward(double[][] inputs, double[][] weights, double[][] outputs, double[][] gradients) {
            double[][] twice = Arrays.copy(outputs);
            for (double[] row : twice) {
                for (int i = 0; i < row.length; i++) {
                    row[i] = sigmoid(row[i]);
                }
            }
            return super.backward(inputs, weights, twice, gradients);
        }
    }

    @Caught("of the last example alone")
    public static class LastExampleAlone extends LayerSolution {
        @Override
        public Gradients backward(double[][] inputs, double[][] weights, double[][] outputs, double[][] gradients) {
            Gradients right = super.backward(inputs, weights, outputs, gradients);
            int last = inputs.length - 1;
            Gradients ofLast = super.backward(
                    new double[][] {inputs[last]}, weights, new double[][] {outputs[last]}, new double[][] {
                        gradients[last]
                    });
            return new Gradients(ofLast.weights(), right.bias(), right.inputs());
        }
    }

    @Caught("W is used where its transpose is needed")
    public static class InputsByTranspose extends LayerSolution {
        @Override
        public Gradients backward(double[][] inputs, double[][] weights, double[][] outputs, double[][] gradients) {
            Gradients right = super.backward(inputs, weights, outputs, gradients);
            double[][] byInputs = new double[inputs.length][inputs[0].length];
            for (int n = 0; n < inputs.length; n++) {
                for (int i = 0; i < weights.length; i++) {
                    for (int j = 0; j < weights[0].length; j++) {
                        byInputs[n][i] += weights[i][j] * gradients[n][j] * outputs[n][j] * (1 - outputs[n][j]);
                    }
                }
            }
            return new Gradients(right.weights(), right.bias(), byInputs);
        }
    }
}
