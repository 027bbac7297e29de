package diabolo.model;

import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The initial weights of a network.
 *
 * <pre>{@code
 * List<NamedArray> arrays = Initialization.GLOROT_SIGMOID.of(spec.shapes(), RandomSource.of(1));
 * }</pre>
 *
 * <p>Biases start at zero. Weights are uniform in ± factor · √(6 / (inputs + outputs)) (Glorot and Bengio 2010, section
 * 4.2.1).
 *
 * @param factor 1 for tanh and linear units, 4 for sigmoid units, whose slope is four times smaller
 */
public record Initialization(double factor) {

    public static final Initialization GLOROT = new Initialization(1);
    public static final Initialization GLOROT_SIGMOID = new Initialization(4);

    /**
     * The parameters of a network of dense layers or convolutions, by the names of its {@link NetworkSpec#shapes}. The inputs and
     * outputs of a filter's cell are those of all maps and places that it is in.
     */
    public List<NamedArray> of(Map<String, long[]> shapes, RandomSource random) {
        return shapes.entrySet().stream()
                .map(parameter -> initial(parameter.getKey(), parameter.getValue(), random))
                .toList();
    }

    /** Of a bias [out], a weight [out, in], or filters [out, in, kernel, kernel] or [in, out, kernel, kernel], named {@code encoder.0.weight} or {@code deviation.weight}. */
    private NamedArray initial(String name, long[] shape, RandomSource random) {
        if (shape.length == 1) {
            return new NamedArray(name, shape, new float[Math.toIntExact(shape[0])]);
        }
        String[] words = name.split("\\.", -1);
        int layer = words.length == 3 ? Integer.parseInt(words[1]) : 0;
        RandomGenerator generator = random.derive(words[0] + " weight", layer).generator();
        long places = shape.length == 4 ? shape[2] * shape[3] : 1;
        float bound = (float) (factor * Math.sqrt(6.0 / ((shape[0] + shape[1]) * places)));
        float[] values = new float[Math.toIntExact(Math.multiplyExact(Math.multiplyExact(shape[0], shape[1]), places))];
        for (int i = 0; i < values.length; i++) {
            values[i] = generator.nextFloat(-bound, bound);
        }
        return new NamedArray(name, shape, values);
    }
}
