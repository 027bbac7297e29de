package exercises.wrong;

import exercises.solution.FreeBitsSolution;
import java.util.Arrays;

public final class FreeBitsMistakes {

    private FreeBitsMistakes() {}

    @Caught("bits are taken for nats")
    public static class BitsForNats extends FreeBitsSolution {
        @Override
        public double cost(double[] divergences, double freeBits, double beta) {
            return super.cost(divergences, freeBits / Math.log(2), beta);
        }
    }

    @Caught("from the mean of the batch")
    public static class OfTheMean extends FreeBitsSolution {
        @Override
        public double cost(double[] divergences, double freeBits, double beta) {
            return super.cost(new double[] {Arrays.stream(divergences).average().orElseThrow()}, freeBits, beta);
        }
    }

    @Caught("less than nothing")
    public static class WithoutMaximum extends FreeBitsSolution {
        @Override
        public double cost(double[] divergences, double freeBits, double beta) {
            return beta * (Arrays.stream(divergences).average().orElseThrow() - freeBits * Math.log(2));
        }
    }

    @Caught("never less than the free bits")
    public static class Floor extends FreeBitsSolution {
        @Override
        public double cost(double[] divergences, double freeBits, double beta) {
            return super.cost(divergences, freeBits, beta) + beta * freeBits * Math.log(2);
        }
    }

    @Caught("β is missing")
    public static class WithoutBeta extends FreeBitsSolution {
        @Override
        public double cost(double[] divergences, double freeBits, double beta) {
            return super.cost(divergences, freeBits, 1);
        }
    }

    @Caught("the sum over the examples")
    public static class Sum extends FreeBitsSolution {
        @Override
        public double cost(double[] divergences, double freeBits, double beta) {
            return super.cost(divergences, freeBits, beta) * divergences.length;
        }
    }

    @Caught("examples below the free bits are pulled too")
    public static class GradientEverywhere extends FreeBitsSolution {
        @Override
        public double[] gradient(double[] divergences, double freeBits, double beta) {
            return super.gradient(divergences, -1, beta);
        }
    }

    @Caught("is the division by the number of examples missing")
    public static class GradientOfTheSum extends FreeBitsSolution {
        @Override
        public double[] gradient(double[] divergences, double freeBits, double beta) {
            return super.gradient(divergences, freeBits, beta * divergences.length);
        }
    }

    @Caught("the free bits end at freeBits · ln 2")
    public static class GradientOfBits extends FreeBitsSolution {
        @Override
        public double[] gradient(double[] divergences, double freeBits, double beta) {
            return super.gradient(divergences, freeBits / Math.log(2), beta);
        }
    }
}
