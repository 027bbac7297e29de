package exercises.wrong;

import exercises.solution.SlerpSolution;

public final class SlerpMistakes {

    private SlerpMistakes() {}

    private static double[] sum(double a, double[] from, double b, double[] to) {
        double[] code = new double[from.length];
        for (int i = 0; i < code.length; i++) {
            code[i] = a * from[i] + b * to[i];
        }
        return code;
    }

    private static double[] byAngle(double angle, double[] from, double[] to, double share) {
        return sum(
                Math.sin((1 - share) * angle) / Math.sin(angle), from, Math.sin(share * angle) / Math.sin(angle), to);
    }

    @Caught("a straight line")
    public static class StraightLine extends SlerpSolution {
        @Override
        public double[] between(double[] from, double[] to, double share) {
            return sum(1 - share, from, share, to);
        }
    }

    @Caught("from b to a")
    public static class Backwards extends SlerpSolution {
        @Override
        public double[] between(double[] from, double[] to, double share) {
            return super.between(to, from, share);
        }
    }

    @Caught("the division by sin Ω is missing")
    public static class WithoutDivision extends SlerpSolution {
        @Override
        public double[] between(double[] from, double[] to, double share) {
            double angle = Math.acos(dot(from, to) / Math.sqrt(dot(from, from) * dot(to, to)));
            return sum(Math.sin((1 - share) * angle), from, Math.sin(share * angle), to);
        }
    }

    @Caught("not divided by their lengths")
    public static class LengthsForgotten extends SlerpSolution {
        @Override
        public double[] between(double[] from, double[] to, double share) {
            return byAngle(Math.acos(dot(from, to)), from, to, share);
        }
    }

    @Caught("divided by their squared lengths")
    public static class RootForgotten extends SlerpSolution {
        @Override
        public double[] between(double[] from, double[] to, double share) {
            return byAngle(Math.acos(dot(from, to) / (dot(from, from) * dot(to, to))), from, to, share);
        }
    }

    @Caught("Between a code and itself")
    public static class EqualCodesForgotten extends SlerpSolution {
        @Override
        public double[] between(double[] from, double[] to, double share) {
            double cosine = Math.clamp(dot(from, to) / Math.sqrt(dot(from, from) * dot(to, to)), -1, 1);
            return byAngle(Math.acos(cosine), from, to, share);
        }
    }

    @Caught("all of length 1")
    public static class Normalized extends SlerpSolution {
        @Override
        public double[] between(double[] from, double[] to, double share) {
            double[] a = sum(1 / Math.sqrt(dot(from, from)), from, 0, to);
            double[] b = sum(0, from, 1 / Math.sqrt(dot(to, to)), to);
            return super.between(a, b, share);
        }
    }
}
