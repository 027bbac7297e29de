package diabolo.model;

import diabolo.tensor.NamedArray;
import java.util.ArrayList;
import java.util.List;

/**
 * Assembles a deep network from stages that were trained one by one, in two ways.
 *
 * <pre>{@code
 * float[][] codes = Assembly.encode(stages, frames);            // functional: the stages are called one after the other
 * List<NamedArray> weights = Assembly.weights(spec, stages);    // structural: one network with the stages' weights
 * }</pre>
 *
 * <p>Both give the same codes; the second can be fine-tuned as a whole.
 */
public final class Assembly {

    private Assembly() {}

    /** Functional composition: the code of each stage is the frame of the next. */
    public static float[][] encode(List<DenseAutoencoder> stages, float[][] frames) {
        float[][] states = frames;
        for (DenseAutoencoder stage : stages) {
            states = stage.encode(states);
        }
        return states;
    }

    /** Functional composition of the decoders, from the last stage back to the first. */
    public static float[][] decode(List<DenseAutoencoder> stages, float[][] codes) {
        float[][] states = codes;
        for (DenseAutoencoder stage : stages.reversed()) {
            states = stage.decode(states);
        }
        return states;
    }

    /**
     * Structural composition: the weights of the stages under the names that they have in the whole.
     *
     * @param spec the whole network
     * @param stages the weights of each of its stages, the one next to the frame first
     * @throws IllegalArgumentException if there are more or fewer stages than layers
     */
    public static List<NamedArray> weights(ModelSpec spec, List<List<NamedArray>> stages) {
        if (stages.size() != spec.layers()) {
            throw new IllegalArgumentException(
                    "a network %s has %d stages, was given %d".formatted(spec.shape(), spec.layers(), stages.size()));
        }
        List<NamedArray> weights = new ArrayList<>();
        for (int layer = 0; layer < stages.size(); layer++) {
            for (NamedArray array : stages.get(layer)) {
                weights.add(renamed(array, layer));
            }
        }
        return weights;
    }

    /** The stage that one layer of a network makes: its weights under the names of a network of one layer. */
    public static List<NamedArray> stage(DenseSpec spec, List<NamedArray> weights, int layer) {
        DenseSpec stage = spec.layer(layer);
        return new WeightCheck(stage)
                .names().stream()
                        .map(name -> weights.stream()
                                .filter(array -> array.name().equals(name.replace(".0.", "." + layer + ".")))
                                .findFirst()
                                .orElseThrow(() -> new IllegalArgumentException("the weights lack layer " + layer)))
                        .map(array -> new NamedArray(
                                array.name().replace("." + layer + ".", ".0."), array.shape(), array.values()))
                        .toList();
    }

    private static NamedArray renamed(NamedArray array, int layer) {
        return new NamedArray(array.name().replace(".0.", "." + layer + "."), array.shape(), array.values());
    }
}
