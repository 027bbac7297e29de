package exercises.solution;

import exercises.Sparsity;

public class SparsitySolution extends Sparsity {

    @Override
    public double penalty(double[][] activations, double target) {
        double sum = 0;
        for (double mean : means(activations)) {
            sum += target * Math.log(target / mean) + (1 - target) * Math.log((1 - target) / (1 - mean));
        }
        return sum;
    }

    @Override
    public double[][] gradient(double[][] activations, double target) {
        double[] means = means(activations);
        double[][] gradient = new double[activations.length][means.length];
        for (double[] row : gradient) {
            for (int j = 0; j < means.length; j++) {
                row[j] = (-target / means[j] + (1 - target) / (1 - means[j])) / activations.length;
            }
        }
        return gradient;
    }

    protected static double[] means(double[][] activations) {
        double[] means = new double[activations[0].length];
        for (double[] row : activations) {
            for (int j = 0; j < means.length; j++) {
                means[j] += row[j] / activations.length;
            }
        }
        return means;
    }
}
