package exercises.solution;

import exercises.Slerp;

public class SlerpSolution extends Slerp {

    @Override
    public double[] between(double[] from, double[] to, double share) {
        double fromWeight = 1 - share;
        double toWeight = share;
        double lengths = Math.sqrt(dot(from, from) * dot(to, to));
        double angle = lengths == 0 ? 0 : Math.acos(Math.clamp(dot(from, to) / lengths, -1, 1));
        if (Math.sin(angle) > 1e-6) {
            fromWeight = Math.sin((1 - share) * angle) / Math.sin(angle);
            toWeight = Math.sin(share * angle) / Math.sin(angle);
        }
        double[] code = new double[from.length];
        for (int i = 0; i < code.length; i++) {
            code[i] = fromWeight * from[i] + toWeight * to[i];
        }
        return code;
    }

    protected static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
