package diabolo.magenta;

import static diabolo.note.Checks.require;

import diabolo.model.Bottleneck;
import diabolo.model.RecurrentSpec;
import diabolo.nn.LstmSize;
import diabolo.tensor.NamedArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Maps a checkpoint's variables to a spec and weights: sizes come from the shapes, which must be consistent.
 *
 * <p>The names are those of Magenta's MusicVAE: {@code decoder/...} for a flat decoder, {@code decoder/hierarchical_level_0/...}
 * and {@code core_decoder/...} for a conductor and its decoders. The decoder must be complete; missing weights of the encoder are
 * listed.
 */
final class MusicVaeMapping {

    private static final String CONDUCTOR = "decoder/hierarchical_level_0/";
    private static final String CELL = "cell_%d/lstm_cell/";
    private static final int DRUM_BITS = 9;

    private final MagentaCheckpoint checkpoint;
    private final Variables variables;
    private final List<NamedArray> weights = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    /**
     * The result.
     *
     * @param missing names of weights that the checkpoint lacks
     * @param leftOut names of unused variables of the checkpoint: parts of a hierarchical encoder
     */
    record Mapped(RecurrentSpec spec, List<NamedArray> weights, List<String> missing, List<String> leftOut) {}

    private MusicVaeMapping(MagentaCheckpoint checkpoint) {
        this.checkpoint = checkpoint;
        this.variables = new Variables(checkpoint);
    }

    static Mapped of(MagentaCheckpoint checkpoint) throws UnreadableCheckpointException {
        try {
            return new MusicVaeMapping(checkpoint).map();
        } catch (IllegalArgumentException bound) { // a size beyond what a spec admits
            throw UnreadableCheckpointException.unknown(checkpoint.folder(), String.valueOf(bound.getMessage()));
        }
    }

    private Mapped map() throws UnreadableCheckpointException {
        List<Integer> alphabets = checkpoint.format().representation().alphabets();
        int steps = checkpoint.format().representation().steps();
        int segments = checkpoint.format().segments();
        int codeSize = Math.toIntExact(variables.requireRows(
                segments == 0 ? "decoder/z_to_initial_state/kernel" : CONDUCTOR + "initial_state/kernel"));
        RecurrentSpec.Decoder decoder =
                segments == 0 ? flat(alphabets, codeSize) : hierarchical(alphabets, codeSize, steps / segments);
        LstmSize encoder = encoder(alphabets, codeSize, decoder);
        RecurrentSpec spec = new RecurrentSpec(alphabets, steps, encoder, codeSize, Bottleneck.GAUSSIAN, decoder);
        return new Mapped(spec, List.copyOf(weights), List.copyOf(missing), leftOut());
    }

    private RecurrentSpec.Flat flat(List<Integer> alphabets, int codeSize) throws UnreadableCheckpointException {
        int tokens = alphabets.stream().mapToInt(Integer::intValue).sum();
        return new RecurrentSpec.Flat(decoder(0, "decoder/", tokens, codeSize));
    }

    private RecurrentSpec.Hierarchical hierarchical(List<Integer> alphabets, int codeSize, int segmentSteps)
            throws UnreadableCheckpointException {
        LstmSize conductor = lstm("conductor", CONDUCTOR + CELL, 1);
        initial("conductor.initial", CONDUCTOR + "initial_state/", codeSize, conductor);
        List<LstmSize> sizes = new ArrayList<>();
        for (int line = 0; line < alphabets.size(); line++) {
            String prefix = alphabets.size() == 1
                    ? "core_decoder/decoder/"
                    : "core_decoder/core_decoder_%d/decoder/".formatted(line);
            sizes.add(decoder(line, prefix, alphabets.get(line), conductor.units()));
        }
        require(
                sizes.stream().distinct().count() == 1,
                "its decoders are of the sizes %s, and they must be equal".formatted(sizes));
        return new RecurrentSpec.Hierarchical(segmentSteps, conductor, sizes.getFirst());
    }

    /** An LSTM that decodes tokens from a condition. */
    private LstmSize decoder(int number, String prefix, int tokens, int conditionSize)
            throws UnreadableCheckpointException {
        String name = "decoder." + number;
        LstmSize size = lstm(name, prefix + "multi_rnn_cell/" + CELL, tokens + conditionSize);
        initial(name + ".initial", prefix + "z_to_initial_state/", conditionSize, size);
        weights.addAll(TensorFlowLayers.dense(
                name + ".output",
                variables.take(prefix + "output_projection/kernel", size.units(), tokens),
                variables.take(prefix + "output_projection/bias", tokens)));
        return size;
    }

    private void initial(String name, String prefix, int conditionSize, LstmSize size)
            throws UnreadableCheckpointException {
        long states = 2L * size.layers() * size.units();
        weights.addAll(TensorFlowLayers.initial(
                name,
                variables.take(prefix + "kernel", conditionSize, states),
                variables.take(prefix + "bias", states),
                size.units()));
    }

    /** A unidirectional LSTM. */
    private LstmSize lstm(String name, String cells, int inputSize) throws UnreadableCheckpointException {
        LstmSize size = new LstmSize(units(variables.requireWidth(cells.formatted(0) + "bias")), layers(cells));
        for (int layer = 0; layer < size.layers(); layer++) {
            String ours = "%s.%d.forward".formatted(name, layer);
            long in = layer == 0 ? inputSize : size.units();
            float[] kernel = variables.take(cells.formatted(layer) + "kernel", in + size.units(), 4L * size.units());
            weights.addAll(TensorFlowLayers.lstm(ours, kernel, size.units()));
            weights.add(TensorFlowLayers.lstmBias(
                    ours, variables.take(cells.formatted(layer) + "bias", 4L * size.units())));
        }
        return size;
    }

    private int layers(String... cells) {
        int layers = 0;
        while (has(layers, cells)) {
            layers++;
        }
        return Math.max(1, layers);
    }

    private boolean has(int layer, String... cells) {
        return Stream.of(cells)
                .map(format -> format.formatted(layer))
                .anyMatch(cell -> variables.has(cell + "kernel") || variables.has(cell + "bias"));
    }

    private static int units(long gates) {
        require(gates % 4 == 0, "an LSTM of it has %d gates, which must be four for each unit".formatted(gates));
        return Math.toIntExact(gates / 4);
    }

    /** The encoder, as far as it is present. */
    private LstmSize encoder(List<Integer> alphabets, int codeSize, RecurrentSpec.Decoder decoder)
            throws UnreadableCheckpointException {
        String forward = directionFormat("fw");
        String backward = directionFormat("bw");
        LstmSize size = new LstmSize(encoderUnits(forward, backward, decoder), layers(forward, backward));
        int in = alphabets.stream().mapToInt(Integer::intValue).sum();
        for (int layer = 0; layer < size.layers(); layer++) {
            direction("encoder.%d.forward".formatted(layer), forward.formatted(layer), in, size.units());
            direction("encoder.%d.backward".formatted(layer), backward.formatted(layer), in, size.units());
            in = 2 * size.units();
        }
        bottleneck("mean", "encoder/mu/", 2 * size.units(), codeSize);
        bottleneck("deviation", "encoder/sigma/", 2 * size.units(), codeSize);
        return size;
    }

    private static String directionFormat(String direction) {
        return "encoder/cell_%d/bidirectional_rnn/" + direction + "/multi_rnn_cell/cell_0/lstm_cell/";
    }

    /** From the first array with that dimension; without any, those of the decoder. */
    private int encoderUnits(String forward, String backward, RecurrentSpec.Decoder decoder) {
        List<String> gates = Stream.of(forward, backward)
                .map(format -> format.formatted(0))
                .flatMap(cell -> Stream.of(cell + "bias", cell + "kernel"))
                .toList();
        for (String name : gates) {
            if (variables.width(name).isPresent()) {
                return units(variables.width(name).get());
            }
        }
        for (String name : List.of("encoder/mu/kernel", "encoder/sigma/kernel")) {
            if (variables.rows(name).isPresent()) {
                return Math.toIntExact(variables.rows(name).get() / 2);
            }
        }
        return switch (decoder) {
            case RecurrentSpec.Flat flat -> flat.size().units();
            case RecurrentSpec.Hierarchical hierarchical -> hierarchical.size().units();
        };
    }

    private void direction(String ours, String cell, int in, int units) throws UnreadableCheckpointException {
        long drumRows = DRUM_BITS + 1L + units;
        if (!variables.has(cell + "kernel")) {
            missing.add(ours + ".input");
            missing.add(ours + ".recurrent");
        } else if (in == 1 << DRUM_BITS && variables.rows(cell + "kernel").equals(Optional.of(drumRows))) {
            float[] bits = variables.take(cell + "kernel", drumRows, 4L * units);
            weights.addAll(TensorFlowLayers.lstm(ours, TensorFlowLayers.tokenRows(bits, DRUM_BITS, units), units));
        } else {
            weights.addAll(
                    TensorFlowLayers.lstm(ours, variables.take(cell + "kernel", (long) in + units, 4L * units), units));
        }
        if (variables.has(cell + "bias")) {
            weights.add(TensorFlowLayers.lstmBias(ours, variables.take(cell + "bias", 4L * units)));
        } else {
            missing.add(ours + ".bias");
        }
    }

    private void bottleneck(String ours, String prefix, int in, int codeSize) throws UnreadableCheckpointException {
        if (variables.has(prefix + "kernel")) {
            weights.add(TensorFlowLayers.denseWeight(ours, variables.take(prefix + "kernel", in, codeSize), codeSize));
        } else {
            missing.add(ours + ".weight");
        }
        if (variables.has(prefix + "bias")) {
            weights.add(TensorFlowLayers.vector(ours + ".bias", variables.take(prefix + "bias", codeSize)));
        } else {
            missing.add(ours + ".bias");
        }
    }

    /** Unused variables must be of another kind of encoder, else the network is unknown. */
    private List<String> leftOut() throws UnreadableCheckpointException {
        for (String name : variables.left()) {
            if (!name.startsWith(Manifest.ENCODER)) {
                throw UnreadableCheckpointException.unknown(
                        checkpoint.folder(), "its array %s has no place in such a network".formatted(name));
            }
        }
        return variables.left();
    }
}
