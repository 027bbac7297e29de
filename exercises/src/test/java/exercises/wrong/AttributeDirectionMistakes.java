package exercises.wrong;

import exercises.solution.AttributeDirectionSolution;
import java.util.Arrays;
import java.util.function.IntPredicate;

public final class AttributeDirectionMistakes {

    private AttributeDirectionMistakes() {}

    private static double[] mean(double[][] codes, IntPredicate chosen) {
        double[] mean = new double[codes[0].length];
        int count = 0;
        for (int n = 0; n < codes.length; n++) {
            if (chosen.test(n)) {
                count++;
                for (int i = 0; i < mean.length; i++) {
                    mean[i] += codes[n][i];
                }
            }
        }
        for (int i = 0; i < mean.length; i++) {
            mean[i] /= count;
        }
        return mean;
    }

    private static double[] difference(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return difference;
    }

    private static double[] sorted(double[] values) {
        return Arrays.stream(values).sorted().toArray();
    }

    @Caught("nothing is subtracted")
    public static class NothingSubtracted extends AttributeDirectionSolution {
        @Override
        public double[] direction(double[][] codes, double[] values) {
            double limit = sorted(values)[values.length - values.length / 4];
            return mean(codes, n -> values[n] >= limit);
        }
    }

    @Caught("the mean of all")
    public static class LessTheMeanOfAll extends AttributeDirectionSolution {
        @Override
        public double[] direction(double[][] codes, double[] values) {
            double limit = sorted(values)[values.length - values.length / 4];
            return difference(mean(codes, n -> values[n] >= limit), mean(codes, _ -> true));
        }
    }

    @Caught("halves instead of quarters")
    public static class Halves extends AttributeDirectionSolution {
        @Override
        public double[] direction(double[][] codes, double[] values) {
            double limit = sorted(values)[values.length / 2];
            return difference(mean(codes, n -> values[n] >= limit), mean(codes, n -> values[n] < limit));
        }
    }

    @Caught("has the wrong sign")
    public static class WrongSign extends AttributeDirectionSolution {
        @Override
        public double[] direction(double[][] codes, double[] values) {
            return super.direction(
                    codes, Arrays.stream(values).map(value -> -value).toArray());
        }
    }

    @Caught("sums instead of means")
    public static class Sums extends AttributeDirectionSolution {
        @Override
        public double[] direction(double[][] codes, double[] values) {
            double[] direction = super.direction(codes, values);
            return Arrays.stream(direction)
                    .map(number -> number * (values.length / 4))
                    .toArray();
        }
    }

    @Caught("the codes stay in their order")
    public static class ValuesSortedAlone extends AttributeDirectionSolution {
        @Override
        public double[] direction(double[][] codes, double[] values) {
            return super.direction(codes, sorted(values));
        }
    }

    @Caught("was changed")
    public static class CodeChanged extends AttributeDirectionSolution {
        @Override
        public double[] moved(double[] code, double[] direction, double factor) {
            for (int i = 0; i < code.length; i++) {
                code[i] += factor * direction[i];
            }
            return code;
        }
    }

    @Caught("an interpolation towards the direction")
    public static class Interpolated extends AttributeDirectionSolution {
        @Override
        public double[] moved(double[] code, double[] direction, double factor) {
            return super.moved(super.moved(code, code, -factor), direction, factor);
        }
    }
}
