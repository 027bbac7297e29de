package diabolo.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import diabolo.model.Bottleneck;
import diabolo.model.CodeNoise;
import diabolo.model.Posterior;
import diabolo.model.RecurrentAutoencoder;
import diabolo.model.RecurrentSpec;
import diabolo.model.TokenTensors;
import diabolo.model.TrainableAutoencoder.Reconstruction;
import diabolo.nn.Loss;
import diabolo.nn.LstmSize;
import diabolo.nn.Parameters;
import diabolo.tensor.FrameTensors;
import diabolo.tensor.RandomSource;
import diabolo.tensor.TensorScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The derivatives of LSTMs that are written out, against libtorch's own LSTM and its automatic differentiation. */
class WrittenOutGradientTest {

    private static final RandomSource CHANCE = RandomSource.of(5);
    private static final double BETA = 0.3;
    private static final int BATCH = 110;

    static Stream<RecurrentSpec> specs() {
        RecurrentSpec.Decoder flat = new RecurrentSpec.Flat(new LstmSize(7, 2));
        RecurrentSpec.Decoder hierarchical = new RecurrentSpec.Hierarchical(4, new LstmSize(6, 2), new LstmSize(5, 3));
        return Stream.of(
                spec(List.of(9), new LstmSize(160, 1), List.of(), flat, Optional.empty()), // shared by two cores
                spec(List.of(9), new LstmSize(6, 1), List.of(), flat, Optional.empty()),
                spec(List.of(9, 7, 64), new LstmSize(5, 3), List.of(), flat, Optional.empty()),
                spec(List.of(9, 7, 64), new LstmSize(5, 2), List.of(4), hierarchical, Optional.empty()),
                spec(
                        List.of(16),
                        new LstmSize(6, 1),
                        List.of(2, 3),
                        hierarchical,
                        Optional.of(new RecurrentSpec.Nade(5))));
    }

    private static RecurrentSpec spec(
            List<Integer> alphabets,
            LstmSize encoder,
            List<Integer> segments,
            RecurrentSpec.Decoder decoder,
            Optional<RecurrentSpec.Nade> nade) {
        return new RecurrentSpec(alphabets, 12, encoder, segments, 4, Bottleneck.GAUSSIAN, decoder, nade);
    }

    @ParameterizedTest
    @MethodSource("specs")
    void gradientsAreThoseOfAutomaticDifferentiation(RecurrentSpec spec) {
        try (TensorScope _ = TensorScope.open();
                RecurrentAutoencoder network = RecurrentAutoencoder.initialized(spec, RandomSource.of(1))) {
            Tensor tokens = tokens(spec, BATCH);

            double loss = ofTape(network, tokens);
            float[] written = FrameTensors.toArray(network.parameters().gradients());
            double automaticLoss = automatically(network, tokens);
            float[] automatic = FrameTensors.toArray(network.parameters().gradients());

            assertThat(loss).isCloseTo(automaticLoss, withinPercentage(1e-4));
            float largest = 0;
            for (float value : automatic) {
                largest = Math.max(largest, Math.abs(value));
            }
            assertThat(largest).isGreaterThan(0.1f);
            assertThat(written).usingComparatorWithPrecision(1e-5f * largest).containsExactly(automatic);
        }
    }

    private static double ofTape(RecurrentAutoencoder network, Tensor tokens) {
        Objective.LowerBound objective = Objective.of(Loss.CROSS_ENTROPY, new Regularizer.KullbackLeibler(BETA, 0, 0));
        return new EvidenceLowerBound(network, objective)
                .of(new Batch(
                        tokens,
                        Math.toIntExact(tokens.size(2)),
                        Optional.empty(),
                        new Batch.Position(CHANCE, 0, 0, 0),
                        CHANCE,
                        CHANCE));
    }

    private static double automatically(RecurrentAutoencoder network, Tensor tokens) {
        Parameters parameters = network.parameters();
        parameters.gradients().zero_();
        Posterior posterior = network.posterior(tokens, CodeNoise.NONE);
        Tensor loss = network.reconstructionLoss(
                        posterior.sample(CHANCE), tokens, new Reconstruction(Loss.CROSS_ENTROPY, 0, CHANCE))
                .add(posterior.divergence().orElseThrow().mean(), new Scalar(BETA));
        loss.backward();
        return loss.item_double();
    }

    private static Tensor tokens(RecurrentSpec spec, int batch) {
        RandomGenerator random = RandomSource.of(2).generator();
        List<int[][]> windows = new ArrayList<>();
        for (int window = 0; window < batch; window++) {
            windows.add(spec.alphabets().stream()
                    .map(alphabet -> random.ints(spec.steps(), 0, alphabet).toArray())
                    .toArray(int[][]::new));
        }
        return TokenTensors.of(windows);
    }
}
