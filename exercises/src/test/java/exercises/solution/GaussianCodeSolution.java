package exercises.solution;

import exercises.GaussianCode;

public class GaussianCodeSolution extends GaussianCode {

    @Override
    public double[] sample(double[] mean, double[] logVariance, double[] noise) {
        double[] z = new double[mean.length];
        for (int i = 0; i < z.length; i++) {
            z[i] = mean[i] + Math.exp(logVariance[i] / 2) * noise[i];
        }
        return z;
    }

    @Override
    public double divergence(double[] mean, double[] logVariance) {
        double sum = 0;
        for (int i = 0; i < mean.length; i++) {
            sum += mean[i] * mean[i] + Math.exp(logVariance[i]) - logVariance[i] - 1;
        }
        return sum / 2;
    }

    @Override
    public double[] gradientByMean(double[] mean, double[] logVariance) {
        return mean.clone();
    }

    @Override
    public double[] gradientByLogVariance(double[] mean, double[] logVariance) {
        double[] gradient = new double[mean.length];
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = (Math.exp(logVariance[i]) - 1) / 2;
        }
        return gradient;
    }
}
