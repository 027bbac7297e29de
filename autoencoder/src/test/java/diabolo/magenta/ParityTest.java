package diabolo.magenta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import diabolo.RealMusic;
import diabolo.model.ModelFolder;
import diabolo.model.PosteriorArrays;
import diabolo.model.RecurrentAutoencoder;
import diabolo.model.Sampler;
import diabolo.model.TokenTensors;
import diabolo.representation.Tokens;
import diabolo.tensor.FrameTensors;
import diabolo.tensor.SafeTensors;
import diabolo.tensor.TensorScope;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An imported network against the definition on the checkpoint's own arrays, to one part in ten thousand. */
class ParityTest {

    private static final double TOLERANCE = 1e-4;

    @TempDir
    private Path folder;

    @TempDir
    private Path model;

    static Stream<TinyCheckpoint> checkpoints() {
        return Stream.of(
                TinyCheckpoint.melody(),
                TinyCheckpoint.drums(),
                TinyCheckpoint.hierarchicalMelody(),
                TinyCheckpoint.hierarchicalTrio());
    }

    @ParameterizedTest
    @MethodSource("checkpoints")
    void aDumpIsDecodedAndEncodedAsDefined(TinyCheckpoint checkpoint) throws IOException {
        checkpoint.writeDump(folder);

        assertDecodesAs(checkpoint.definition());
        assertEncodesAs(checkpoint.definition());
    }

    @ParameterizedTest
    @MethodSource("checkpoints")
    void shardsAreDecodedAndEncodedAsDefined(TinyCheckpoint checkpoint) throws IOException {
        checkpoint.writeShards(folder);

        assertDecodesAs(checkpoint.definition());
        assertEncodesAs(checkpoint.definition());
    }

    @ParameterizedTest
    @MethodSource("checkpoints")
    void quantizedShardsAreDecodedAndEncodedAsDefined(TinyCheckpoint checkpoint) throws IOException {
        TensorFlowMusicVae rounded = checkpoint.writeQuantized(folder);

        assertDecodesAs(rounded);
        assertEncodesAs(rounded);
    }

    @Test
    void thePublishedMelodyCheckpointIsDecodedAsDefined() throws IOException {
        folder = RealMusic.folder("magenta-mel-2bar-small");
        Map<String, double[]> arrays = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(some -> some.getFileName().toString().startsWith("decoder_"))
                    .toList()) {
                arrays.put(nameOf(file), rawFloats(file));
            }
        }
        assertThat(arrays).hasSize(8);
        assertDecodesAs(new TensorFlowMusicVae(arrays, List.of(90), 32, 0));
    }

    /** {@code decoder_z_to_initial_state_bias} is {@code decoder/z_to_initial_state/bias}. */
    private static String nameOf(Path file) {
        return file.getFileName()
                .toString()
                .replace("decoder_", "decoder/")
                .replace("multi_rnn_cell_cell_", "multi_rnn_cell/cell_")
                .replace("_lstm_cell", "/lstm_cell")
                .replaceAll("_(kernel|bias)$", "/$1");
    }

    private static double[] rawFloats(Path file) throws IOException {
        FloatBuffer floats = ByteBuffer.wrap(Files.readAllBytes(file))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
        return IntStream.range(0, floats.limit()).mapToDouble(floats::get).toArray();
    }

    private void assertDecodesAs(TensorFlowMusicVae definition) throws IOException {
        try (RecurrentAutoencoder network = imported();
                TensorScope _ = TensorScope.open()) {
            float[][] codes = codes(5, network.spec().codeSize());
            List<int[][]> written = network.generate(codes, Sampler.LIKELIEST).stream()
                    .map(Tokens::lines)
                    .toList();
            List<int[][]> given = windows(definition, codes.length);
            List<Tensor> ofWritten = network.logits(FrameTensors.of(codes), TokenTensors.of(written));
            List<Tensor> ofGiven = network.logits(FrameTensors.of(codes), TokenTensors.of(given));

            for (int i = 0; i < codes.length; i++) {
                double[] z = doubles(codes[i]);
                List<List<double[]>> own = definition.logits(z, null);
                assertThat(written.get(i)).isDeepEqualTo(likeliest(own));
                assertClose(ofWritten, i, own);
                assertClose(ofGiven, i, definition.logits(z, given.get(i)));
            }
        }
    }

    private void assertEncodesAs(TensorFlowMusicVae definition) throws IOException {
        try (RecurrentAutoencoder network = imported()) {
            List<int[][]> windows = windows(definition, 4);
            PosteriorArrays posteriors =
                    network.posteriors(windows.stream().map(Tokens::new).toList());

            for (int i = 0; i < windows.size(); i++) {
                double[][] heard = heard(windows.get(i), definition);
                assertThat(doubles(posteriors.means()[i])).containsExactly(definition.mean(heard), within(TOLERANCE));
                assertThat(doubles(posteriors.deviations()[i]))
                        .containsExactly(definition.deviation(heard), within(TOLERANCE));
            }
        }
    }

    /** Through a model's folder, as a user would. */
    private RecurrentAutoencoder imported() throws IOException {
        ImportedModel.read(folder, "tiny").save(model, SafeTensors.Precision.SINGLE);
        return (RecurrentAutoencoder) ModelFolder.load(model).network();
    }

    /** Concatenated one-hot lines; drums alone as nine bits and one for silence. */
    private static double[][] heard(int[][] tokens, TensorFlowMusicVae definition) {
        boolean bits = definition.alphabets().equals(List.of(512));
        int width = bits
                ? 10
                : definition.alphabets().stream().mapToInt(Integer::intValue).sum();
        double[][] frames = new double[definition.steps()][width];
        for (int step = 0; step < frames.length; step++) {
            for (int line = 0, offset = 0; line < tokens.length; line++) {
                int token = tokens[line][step];
                if (bits) {
                    for (int bit = 0; bit < 9; bit++) {
                        frames[step][bit] = token / (1 << bit) % 2;
                    }
                    frames[step][9] = token == 0 ? 1 : 0;
                } else {
                    frames[step][offset + token] = 1;
                }
                offset += definition.alphabets().get(line);
            }
        }
        return frames;
    }

    private static int[][] likeliest(List<List<double[]>> logits) {
        return logits.stream()
                .map(line ->
                        line.stream().mapToInt(TensorFlowMusicVae::likeliest).toArray())
                .toArray(int[][]::new);
    }

    private static void assertClose(List<Tensor> logits, int window, List<List<double[]>> wanted) {
        for (int line = 0; line < wanted.size(); line++) {
            for (int step = 0; step < wanted.get(line).size(); step++) {
                Tensor ours = logits.get(line).select(0, step).select(0, window);
                assertThat(doubles(FrameTensors.toArray(ours)))
                        .containsExactly(wanted.get(line).get(step), within(TOLERANCE));
            }
        }
    }

    private static List<int[][]> windows(TensorFlowMusicVae definition, int count) {
        Random random = new Random(8);
        return Stream.generate(() -> definition.alphabets().stream()
                        .map(alphabet -> IntStream.range(0, definition.steps())
                                .map(_ -> random.nextInt(3) == 0 ? 0 : random.nextInt(alphabet))
                                .toArray())
                        .toArray(int[][]::new))
                .limit(count)
                .toList();
    }

    private static float[][] codes(int count, int size) {
        Random random = new Random(9);
        float[][] codes = new float[count][size];
        for (float[] code : codes) {
            for (int unit = 0; unit < size; unit++) {
                code[unit] = (float) random.nextGaussian();
            }
        }
        return codes;
    }

    private static double[] doubles(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }
}
