package diabolo.training;

import static diabolo.note.Checks.require;

import diabolo.model.ClassifierSpec;
import diabolo.model.ConvolutionalSpec;
import diabolo.model.DenoiserSpec;
import diabolo.model.DenseAutoencoder;
import diabolo.model.DenseSpec;
import diabolo.model.InpainterSpec;
import diabolo.model.NetworkSpec;
import diabolo.model.RecurrentSpec;
import diabolo.model.TokenTensors;
import diabolo.representation.Tokens;
import diabolo.tensor.RandomSource;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Windows of tokens. */
record TokenExamples(List<Tokens> windows) implements Examples {

    @Override
    public int count() {
        return windows.size();
    }

    @Override
    public void requireFitting(NetworkSpec model) {
        List<Integer> alphabets =
                switch (model) {
                    case RecurrentSpec spec -> spec.alphabets();
                    case InpainterSpec spec -> spec.alphabets();
                    case DenseSpec _, ConvolutionalSpec _, ClassifierSpec _, DenoiserSpec _ ->
                        throw new IllegalArgumentException(
                                "a network %s takes frames of cells, was given windows of tokens"
                                        .formatted(model.shape()));
                };
        windows.forEach(window -> requireFitting(window.lines(), alphabets, model.steps()));
    }

    private static void requireFitting(int[][] window, List<Integer> alphabets, int steps) {
        require(
                window.length == alphabets.size(),
                "a window has %d lines, the network %d".formatted(window.length, alphabets.size()));
        for (int line = 0; line < window.length; line++) {
            require(
                    window[line].length == steps,
                    "a window has %d steps, the network %d".formatted(window[line].length, steps));
            for (int token : window[line]) {
                require(
                        token >= 0 && token < alphabets.get(line),
                        "line %d holds token %d, its alphabet has %d".formatted(line, token, alphabets.get(line)));
            }
        }
    }

    @Override
    public Batch batch(int[] order, int from, int to, Excerpts excerpts, Batch.Position position) {
        RandomSource chance = position.chance().derive("update", position.updates());
        RandomGenerator keys = chance.derive("transposition").generator();
        RandomGenerator places = chance.derive("excerpt").generator();
        List<int[][]> batch = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) {
            batch.add(excerpts.of(windows.get(order[i]).lines(), places, keys));
        }
        return new Batch(
                TokenTensors.of(batch), // [lines, steps, batch]
                to - from,
                Optional.empty(),
                position,
                chance.derive("code"),
                chance);
    }

    @Override
    public Examples statesOf(DenseAutoencoder layer) {
        throw new IllegalArgumentException("windows of tokens cannot be encoded by a dense layer");
    }

    @Override
    public void addTo(MessageDigest digest) {
        for (Tokens window : windows) {
            for (int[] line : window.lines()) {
                ByteBuffer bytes = ByteBuffer.allocate(line.length * Integer.BYTES);
                bytes.asIntBuffer().put(line);
                digest.update(bytes);
            }
        }
    }
}
