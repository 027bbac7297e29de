package diabolo.magenta;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * MusicVAE as in TensorFlow, from its definition and in loops over doubles, on a checkpoint's own arrays: independent of the
 * mapping and of libtorch.
 *
 * @param arrays by TensorFlow's names
 * @param alphabets of the lines
 * @param segments of the conductor, 0 for a flat decoder
 */
record TensorFlowMusicVae(Map<String, double[]> arrays, List<Integer> alphabets, int steps, int segments) {

    /**
     * The decoder's logits.
     *
     * @param given tokens [lines][steps]; null to let it write the likeliest itself
     * @return of each line, of each step
     */
    List<List<double[]>> logits(double[] z, int @Nullable [][] given) {
        return segments == 0 ? flat(z, given) : hierarchical(z, given);
    }

    private List<List<double[]>> flat(double[] z, int @Nullable [][] given) {
        double[][] memory = memory("decoder/z_to_initial_state/", z);
        double[] previous = new double[width()];
        List<List<double[]>> lines = new ArrayList<>();
        alphabets.forEach(_ -> lines.add(new ArrayList<>()));
        for (int step = 0; step < steps; step++) {
            double[] top = layers("decoder/multi_rnn_cell/cell_%d/lstm_cell/", memory, join(previous, z));
            double[] all = dense("decoder/output_projection/", top);
            previous = new double[width()];
            for (int line = 0, offset = 0; line < alphabets.size(); offset += alphabets.get(line), line++) {
                double[] logits = java.util.Arrays.copyOfRange(all, offset, offset + alphabets.get(line));
                lines.get(line).add(logits);
                previous[offset + (given == null ? likeliest(logits) : given[line][step])] = 1;
            }
        }
        return lines;
    }

    private List<List<double[]>> hierarchical(double[] z, int @Nullable [][] given) {
        double[][] conductor = memory("decoder/hierarchical_level_0/initial_state/", z);
        List<List<double[]>> lines = new ArrayList<>();
        List<double[]> previous = new ArrayList<>();
        for (int alphabet : alphabets) {
            lines.add(new ArrayList<>());
            previous.add(new double[alphabet]);
        }
        for (int segment = 0; segment < segments; segment++) {
            double[] word = layers("decoder/hierarchical_level_0/cell_%d/lstm_cell/", conductor, new double[1]);
            for (int line = 0; line < alphabets.size(); line++) {
                String prefix = alphabets.size() == 1
                        ? "core_decoder/decoder/"
                        : "core_decoder/core_decoder_%d/decoder/".formatted(line);
                double[][] memory = memory(prefix + "z_to_initial_state/", word);
                for (int step = 0; step < steps / segments; step++) {
                    double[] top = layers(
                            prefix + "multi_rnn_cell/cell_%d/lstm_cell/", memory, join(previous.get(line), word));
                    double[] logits = dense(prefix + "output_projection/", top);
                    int at = segment * (steps / segments) + step;
                    lines.get(line).add(logits);
                    double[] next = new double[alphabets.get(line)];
                    next[given == null ? likeliest(logits) : given[line][at]] = 1;
                    previous.set(line, next);
                }
            }
        }
        return lines;
    }

    /** The mean of the posterior of inputs [steps][inputs]. */
    double[] mean(double[][] frames) {
        return dense("encoder/mu/", encoded(frames));
    }

    double[] deviation(double[][] frames) {
        double[] sums = dense("encoder/sigma/", encoded(frames));
        for (int i = 0; i < sums.length; i++) {
            sums[i] = Math.log(1 + Math.exp(sums[i]));
        }
        return sums;
    }

    private double[] encoded(double[][] frames) {
        double[][] heard = frames;
        for (int layer = 0; ; layer++) {
            String cell = "encoder/cell_" + layer + "/bidirectional_rnn/%s/multi_rnn_cell/cell_0/lstm_cell/";
            double[][] there = run(cell.formatted("fw"), heard);
            double[][] back =
                    run(cell.formatted("bw"), List.of(heard).reversed().toArray(double[][]::new));
            int last = heard.length - 1;
            if (!arrays.containsKey("encoder/cell_%d/bidirectional_rnn/fw/multi_rnn_cell/cell_0/lstm_cell/kernel"
                    .formatted(layer + 1))) {
                return join(there[last], back[last]);
            }
            double[][] both = new double[heard.length][];
            for (int step = 0; step <= last; step++) {
                both[step] = join(there[step], back[last - step]);
            }
            heard = both;
        }
    }

    private double[][] run(String cell, double[][] frames) {
        int units = named(cell + "bias").length / 4;
        double[][] memory = {new double[units], new double[units]};
        double[][] states = new double[frames.length][];
        for (int step = 0; step < frames.length; step++) {
            states[step] = cell(cell, memory, 0, frames[step]);
        }
        return states;
    }

    /** Cell, hidden, cell, hidden, ... layer by layer: TensorFlow's order. */
    private double[][] memory(String name, double[] condition) {
        double[] all = dense(name, condition);
        String cell = name.startsWith("decoder/hierarchical_level_0/")
                ? "decoder/hierarchical_level_0/cell_%d/lstm_cell/kernel"
                : name.replace("z_to_initial_state/", "multi_rnn_cell/cell_%d/lstm_cell/kernel");
        int layers = 0;
        while (arrays.containsKey(cell.formatted(layers))) {
            layers++;
        }
        int units = all.length / (2 * layers);
        double[][] memory = new double[2 * layers][units];
        for (int i = 0; i < all.length; i++) {
            memory[i / units][i % units] = Math.tanh(all[i]);
        }
        return memory;
    }

    private double[] layers(String cells, double[][] memory, double[] input) {
        double[] states = input;
        for (int layer = 0; layer < memory.length / 2; layer++) {
            states = cell(cells.formatted(layer), memory, layer, states);
        }
        return states;
    }

    private double[] cell(String name, double[][] memory, int layer, double[] input) {
        double[] c = memory[2 * layer];
        double[] gates = product(join(input, memory[2 * layer + 1]), named(name + "kernel"), named(name + "bias"));
        int units = c.length;
        double[] nextC = new double[units];
        double[] nextH = new double[units];
        for (int unit = 0; unit < units; unit++) {
            double in = sigmoid(gates[unit]);
            double candidate = Math.tanh(gates[units + unit]);
            double forget = sigmoid(gates[2 * units + unit] + 1);
            double out = sigmoid(gates[3 * units + unit]);
            nextC[unit] = forget * c[unit] + in * candidate;
            nextH[unit] = out * Math.tanh(nextC[unit]);
        }
        memory[2 * layer] = nextC;
        memory[2 * layer + 1] = nextH;
        return nextH;
    }

    private double[] dense(String name, double[] input) {
        return product(input, named(name + "kernel"), named(name + "bias"));
    }

    /** input [in] · kernel [in, out] + bias [out]. */
    private static double[] product(double[] input, double[] kernel, double[] bias) {
        if (kernel.length != input.length * bias.length) {
            throw new IllegalStateException("%d x %d is not %d".formatted(input.length, bias.length, kernel.length));
        }
        double[] sums = bias.clone();
        for (int in = 0; in < input.length; in++) {
            for (int out = 0; input[in] != 0 && out < sums.length; out++) {
                sums[out] += input[in] * kernel[in * sums.length + out];
            }
        }
        return sums;
    }

    private double[] named(String name) {
        return Objects.requireNonNull(arrays.get(name), name);
    }

    private int width() {
        return alphabets.stream().mapToInt(Integer::intValue).sum();
    }

    static int likeliest(double[] logits) {
        int best = 0;
        for (int i = 1; i < logits.length; i++) {
            best = logits[i] > logits[best] ? i : best;
        }
        return best;
    }

    private static double[] join(double[] a, double[] b) {
        double[] both = java.util.Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
