package diabolo.model;

import diabolo.nn.LstmSize;
import diabolo.tensor.NamedArray;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** MusicVAE from its definition, in loops over doubles: the reference for libtorch. */
public final class PlainMusicVae {

    private final RecurrentSpec spec;
    private final Map<String, double[]> weights = new HashMap<>();

    public PlainMusicVae(RecurrentSpec spec, List<NamedArray> arrays) {
        this.spec = spec;
        for (NamedArray array : arrays) {
            double[] values = new double[array.values().length];
            for (int i = 0; i < values.length; i++) {
                values[i] = array.values()[i];
            }
            weights.put(array.name(), values);
        }
    }

    public double[] mean(int[][] tokens) {
        return dense("mean", encoded(tokens));
    }

    public double[] deviation(int[][] tokens) {
        double[] sums = dense("deviation", encoded(tokens));
        for (int i = 0; i < sums.length; i++) {
            sums[i] = Math.log1p(Math.exp(sums[i]));
        }
        return sums;
    }

    private double[] encoded(int[][] tokens) {
        List<double[]> frames = new ArrayList<>();
        for (int step = 0; step < spec.steps(); step++) {
            frames.add(oneHot(tokens, step, spec.alphabets(), 0));
        }
        for (int level = 0; level < spec.encoderSegments().size(); level++) {
            int length = spec.encoderSegments().get(level);
            List<double[]> segments = new ArrayList<>();
            for (int from = 0; from < frames.size(); from += length) {
                segments.add(read("encoder.segments." + level, frames.subList(from, from + length)));
            }
            frames = segments;
        }
        return read("encoder", frames);
    }

    private double[] read(String name, List<double[]> given) {
        List<double[]> frames = given;
        for (int layer = 0; layer < spec.encoder().layers(); layer++) {
            List<double[]> there =
                    run(name + "." + layer + ".forward", spec.encoder().units(), frames);
            List<double[]> back =
                    run(name + "." + layer + ".backward", spec.encoder().units(), frames.reversed());
            if (layer == spec.encoder().layers() - 1) {
                return join(there.getLast(), back.getLast());
            }
            List<double[]> both = new ArrayList<>();
            for (int step = 0; step < frames.size(); step++) {
                both.add(join(there.get(step), back.get(frames.size() - 1 - step)));
            }
            frames = both;
        }
        throw new IllegalStateException("an encoder has a layer");
    }

    private List<double[]> run(String name, int units, List<double[]> frames) {
        double[][] state = {new double[units], new double[units]};
        List<double[]> states = new ArrayList<>();
        for (double[] frame : frames) {
            state = cell(name, frame, state);
            states.add(state[0]);
        }
        return states;
    }

    /**
     * What the decoder thinks at every step.
     *
     * @param tokens what is given; null to let it write the likeliest itself
     * @return of each line, of each step the logits
     */
    public List<List<double[]>> logits(double[] code, int @Nullable [][] tokens) {
        List<double[]> conditions = conditions(code);
        List<List<double[]>> lines = new ArrayList<>();
        int firstLine = 0;
        for (int stack = 0; stack < spec.decoderAlphabets().size(); stack++) {
            List<Integer> alphabets = spec.decoderAlphabets().get(stack);
            List<List<double[]>> own = new ArrayList<>();
            alphabets.forEach(alphabet -> own.add(new ArrayList<>()));
            int[][] written = new int[firstLine + alphabets.size()][spec.steps()];
            int[][] given = tokens == null ? written : tokens;
            for (int step = 0; step < spec.steps(); ) {
                double[] condition = conditions.get(step / (spec.steps() / conditions.size()));
                double[][][] memory = initial("decoder." + stack + ".initial", size(), condition);
                for (int end = step + spec.steps() / conditions.size(); step < end; step++) {
                    double[] previous = step == 0
                            ? new double
                                    [alphabets.stream()
                                            .mapToInt(Integer::intValue)
                                            .sum()]
                            : oneHot(given, step - 1, alphabets, firstLine);
                    double[] top = step("decoder." + stack, memory, join(previous, condition));
                    double[] all = output("decoder." + stack, top);
                    int offset = 0;
                    for (int line = 0; line < alphabets.size(); line++) {
                        double[] logits = java.util.Arrays.copyOfRange(all, offset, offset + alphabets.get(line));
                        own.get(line).add(logits);
                        written[firstLine + line][step] = likeliest(logits);
                        offset += alphabets.get(line);
                    }
                }
            }
            lines.addAll(own);
            firstLine += alphabets.size();
        }
        return lines;
    }

    private double[] output(String name, double[] top) {
        double[] all = dense(name + ".output", top);
        int bits = Integer.numberOfTrailingZeros(spec.alphabets().getFirst());
        return spec.nade().isEmpty()
                ? all
                : PlainNade.of(bits, all, named(name + ".nade.hidden"), named(name + ".nade.visible"));
    }

    private LstmSize size() {
        return switch (spec.decoder()) {
            case RecurrentSpec.Flat flat -> flat.size();
            case RecurrentSpec.Hierarchical hierarchical -> hierarchical.size();
        };
    }

    private List<double[]> conditions(double[] code) {
        if (!(spec.decoder() instanceof RecurrentSpec.Hierarchical hierarchical)) {
            return List.of(code);
        }
        double[][][] memory = initial("conductor.initial", hierarchical.conductor(), code);
        List<double[]> conditions = new ArrayList<>();
        for (int segment = 0; segment < spec.steps() / hierarchical.segmentSteps(); segment++) {
            conditions.add(step("conductor", memory, new double[1]));
        }
        return conditions;
    }

    /** [layers][hidden, cell][units]. */
    private double[][][] initial(String name, LstmSize size, double[] condition) {
        double[] all = dense(name, condition);
        double[][][] memory = new double[size.layers()][2][size.units()];
        for (int i = 0; i < all.length; i++) {
            memory[i / (2 * size.units())][i / size.units() % 2][i % size.units()] = Math.tanh(all[i]);
        }
        return memory;
    }

    private double[] step(String name, double[][][] memory, double[] input) {
        double[] states = input;
        for (int layer = 0; layer < memory.length; layer++) {
            memory[layer] = cell(name + "." + layer + ".forward", states, memory[layer]);
            states = memory[layer][0];
        }
        return states;
    }

    private double[][] cell(String name, double[] input, double[][] state) {
        double[] gates = product(name + ".input", input, named(name + ".bias").clone());
        gates = product(name + ".recurrent", state[0], gates);
        int units = state[0].length;
        double[][] next = new double[2][units];
        for (int unit = 0; unit < units; unit++) {
            next[1][unit] = sigmoid(gates[units + unit]) * state[1][unit]
                    + sigmoid(gates[unit]) * Math.tanh(gates[2 * units + unit]);
            next[0][unit] = sigmoid(gates[3 * units + unit]) * Math.tanh(next[1][unit]);
        }
        return next;
    }

    private double[] dense(String name, double[] input) {
        return product(name + ".weight", input, named(name + ".bias").clone());
    }

    private double[] product(String name, double[] input, double[] sums) {
        double[] weight = named(name);
        for (int out = 0; out < sums.length; out++) {
            for (int in = 0; in < input.length; in++) {
                sums[out] += weight[out * input.length + in] * input[in];
            }
        }
        return sums;
    }

    private double[] named(String name) {
        return Objects.requireNonNull(weights.get(name), name);
    }

    private static double[] oneHot(int[][] tokens, int step, List<Integer> alphabets, int firstLine) {
        double[] cells =
                new double[alphabets.stream().mapToInt(Integer::intValue).sum()];
        int offset = 0;
        for (int line = 0; line < alphabets.size(); line++) {
            cells[offset + tokens[firstLine + line][step]] = 1;
            offset += alphabets.get(line);
        }
        return cells;
    }

    public static int likeliest(double[] logits) {
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
