package exercises.solution;

import exercises.FreeBits;

public class FreeBitsSolution extends FreeBits {

    @Override
    public double cost(double[] divergences, double freeBits, double beta) {
        double sum = 0;
        for (double divergence : divergences) {
            sum += Math.max(divergence - freeBits * Math.log(2), 0);
        }
        return beta * sum / divergences.length;
    }

    @Override
    public double[] gradient(double[] divergences, double freeBits, double beta) {
        double[] gradient = new double[divergences.length];
        for (int n = 0; n < gradient.length; n++) {
            gradient[n] = divergences[n] > freeBits * Math.log(2) ? beta / divergences.length : 0;
        }
        return gradient;
    }
}
