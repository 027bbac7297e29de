package exercises.solution;

import exercises.AttributeDirection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

public class AttributeDirectionSolution extends AttributeDirection {

    @Override
    public double[] direction(double[][] codes, double[] values) {
        List<Integer> byValue = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(example -> values[example]))
                .toList();
        int quarter = Math.max(1, values.length / 4);
        double[] direction = new double[codes[0].length];
        add(codes, byValue.subList(values.length - quarter, values.length), 1.0 / quarter, direction);
        add(codes, byValue.subList(0, quarter), -1.0 / quarter, direction);
        return direction;
    }

    private static void add(double[][] codes, List<Integer> examples, double factor, double[] sum) {
        for (int example : examples) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += factor * codes[example][i];
            }
        }
    }

    @Override
    public double[] moved(double[] code, double[] direction, double factor) {
        double[] moved = code.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += factor * direction[i];
        }
        return moved;
    }
}
