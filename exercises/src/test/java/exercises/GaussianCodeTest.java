package exercises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import diabolo.abc.AbcReader;
import diabolo.latent.LatentSpace;
import diabolo.model.PosteriorArrays;
import diabolo.note.NoteSequence;
import exercises.course.Diagnosis;
import exercises.course.ExerciseTest;
import exercises.course.NumericGradient;
import exercises.given.Arrays;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Exercise 4, see 04-gaussian-code.md. */
@ExerciseTest
class GaussianCodeTest {

    private static final int SIZE = 5;
    private static final Path ODE = Path.of("..", "docs", "pictures", "ode-to-joy.abc");
    private final Random random = new Random(4);
    private final double[] mean = Arrays.gaussian(1, SIZE, 1, random)[0];
    private final double[] logVariance = Arrays.gaussian(1, SIZE, 1, random)[0];
    private final double[] noise = Arrays.gaussian(1, SIZE, 1, random)[0];

    @Test
    @Order(1)
    void sample(GaussianCode code) {
        Diagnosis.of("The sample", samples(deviation -> Math.sqrt(Math.exp(deviation))))
                .ifEqual(samples(Math::exp), "the variance is taken for the standard deviation; σ = exp(½ log σ²).")
                .ifEqual(samples(log -> log), "log σ² is taken for the standard deviation; σ = exp(½ log σ²).")
                .ifEqual(samples(_ -> 1), "the noise is not multiplied by the standard deviation.")
                .ifNotFinite(
                        "Is log σ² taken for the variance itself? It may be negative; the variance is exp(log σ²).")
                .check(code.sample(mean, logVariance, noise));
    }

    private double[] samples(java.util.function.DoubleUnaryOperator deviation) {
        return IntStream.range(0, SIZE)
                .mapToDouble(i -> mean[i] + deviation.applyAsDouble(logVariance[i]) * noise[i])
                .toArray();
    }

    @Test
    @Order(2)
    void divergence(GaussianCode code) {
        double right = kl(mean, logVariance);
        double entropy = IntStream.range(0, SIZE)
                .mapToDouble(i -> (Math.log(2 * Math.PI) + 1 + logVariance[i]) / 2)
                .sum();

        Diagnosis.of("The divergence", right)
                .ifTimes(2, "the half is missing.")
                .ifTimes(1.0 / SIZE, "it is a mean over the dimensions, and should be their sum.")
                .ifEqual(
                        right + SIZE / 2.0,
                        "the 1 is missing in each dimension; a code like the prior has divergence 0.")
                .ifEqual(
                        right + entropy,
                        "it is the cross-entropy of code and prior, as the lecture's slide says; the divergence is that less the entropy of the code.")
                .ifNotFinite(
                        "Is log σ² taken for the variance itself? It may be negative; the variance is exp(log σ²).")
                .check(code.divergence(mean, logVariance));
    }

    @Test
    @Order(3)
    void divergenceOfThePriorItself(GaussianCode code) {
        assertEquals(
                0,
                code.divergence(new double[3], new double[3]),
                1e-12,
                "A code with μ = 0 and log σ² = 0 is the prior itself, and its divergence from it is 0;");
    }

    /** The definition, E[log q(z) − log p(z)] over samples z of q, with 200,000 of them. */
    @Test
    @Order(4)
    void divergenceIsTheMeanOfLogRatios(GaussianCode code) {
        double[] one = {0.8};
        double[] variance = {-0.6};
        double sum = 0;
        int samples = 200_000;
        for (int i = 0; i < samples; i++) {
            double epsilon = random.nextGaussian();
            double z = code.sample(one, variance, new double[] {epsilon})[0];
            sum += (z * z - epsilon * epsilon - variance[0]) / 2;
        }
        assertEquals(
                sum / samples,
                code.divergence(one, variance),
                0.01,
                "The mean of log q(z) − log p(z) over your samples is not your divergence: one of the two is wrong. The divergence");
    }

    @Test
    @Order(5)
    void gradientByMean(GaussianCode code) {
        Diagnosis.of("The gradient by the mean", NumericGradient.of(mean, m -> kl(m, logVariance)))
                .within(NumericGradient.TOLERANCE)
                .ifTimes(2, "is the half of the divergence forgotten?")
                .check(code.gradientByMean(mean, logVariance));
    }

    @Test
    @Order(6)
    void gradientByLogVariance(GaussianCode code) {
        double[] right = NumericGradient.of(logVariance, v -> kl(mean, v));

        Diagnosis.of("The gradient by log σ²", right)
                .within(NumericGradient.TOLERANCE)
                .ifTimes(2, "is the half of the divergence forgotten?")
                .ifEqual(
                        IntStream.range(0, SIZE)
                                .mapToDouble(i -> right[i] / Math.exp(logVariance[i]))
                                .toArray(),
                        "it is the derivative by σ², not by log σ²; multiply by ∂σ²/∂(log σ²) = σ².")
                .ifEqual(
                        IntStream.range(0, SIZE)
                                .mapToDouble(i -> 2 * right[i] / Math.exp(logVariance[i] / 2))
                                .toArray(),
                        "it is the derivative by σ, not by log σ².")
                .check(code.gradientByLogVariance(mean, logVariance));
    }

    /** What the encoder of a trained model says of the Ode to Joy. */
    @Test
    @Order(7)
    @Tag("data")
    void divergenceOfMusic(GaussianCode code) throws IOException {
        assumeTrue(Files.exists(ODE), "Skipped: %s is in the project's folder, and this is elsewhere.".formatted(ODE));
        NoteSequence ode = AbcReader.read(ODE);
        for (String model : new String[] {"melody-2bar", "melody-2bar-low"}) {
            try (LatentSpace space = LatentSpace.load(Path.of("..", "models", model))) {
                PosteriorArrays posteriors = space.network().posteriors(space.frames(ode));
                double nats = 0;
                for (int window = 0; window < posteriors.means().length; window++) {
                    double[] variances = Arrays.doubles(posteriors.deviations()[window]);
                    for (int i = 0; i < variances.length; i++) {
                        variances[i] = 2 * Math.log(variances[i]);
                    }
                    nats += code.divergence(Arrays.doubles(posteriors.means()[window]), variances);
                }
                double bits = nats / posteriors.means().length / Math.log(2);
                System.out.printf("Exercise 4: the code of the Ode to Joy by %s holds %.1f bits.%n", model, bits);
                assertEquals(
                        posteriors.divergenceBits(),
                        bits,
                        1e-3,
                        "of %s, Diabolo computes other bits;".formatted(model));
            }
        }
    }

    private static double kl(double[] mean, double[] logVariance) {
        double sum = 0;
        for (int i = 0; i < mean.length; i++) {
            sum += 0.5 * (mean[i] * mean[i] + Math.exp(logVariance[i]) - logVariance[i] - 1);
        }
        return sum;
    }
}
