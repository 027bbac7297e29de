package diabolo.harmony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Against the enumeration of all paths of small chains. */
class MarkovChainTest {

    private static final int STATES = 3;
    private static final int POSITIONS = 5;
    private static final double EXACT = 1e-12;

    private static double[] logs(RandomGenerator random) {
        return random.doubles(STATES, -3, 1).toArray();
    }

    private static MarkovChain chain(RandomGenerator random) {
        double[][][] transitions = new double[POSITIONS - 1][STATES][];
        double[][] emissions = new double[POSITIONS][];
        for (int position = 0; position < POSITIONS; position++) {
            emissions[position] = logs(random);
            for (int from = 0; from < STATES && position > 0; from++) {
                transitions[position - 1][from] = logs(random);
            }
        }
        return new MarkovChain(logs(random), transitions, emissions, logs(random));
    }

    private static List<int[]> paths() {
        List<int[]> paths = new ArrayList<>();
        for (int number = 0; number < Math.pow(STATES, POSITIONS); number++) {
            int rest = number;
            int[] path = new int[POSITIONS];
            for (int position = 0; position < POSITIONS; position++) {
                path[position] = rest % STATES;
                rest /= STATES;
            }
            paths.add(path);
        }
        return paths;
    }

    private static double logWeight(MarkovChain chain, int[] path) {
        double sum = chain.initial()[path[0]] + chain.end()[path[POSITIONS - 1]];
        for (int position = 0; position < POSITIONS; position++) {
            sum += chain.emissions()[position][path[position]];
            sum += position == 0 ? 0 : chain.transitions()[position - 1][path[position - 1]][path[position]];
        }
        return sum;
    }

    @Test
    void theLikeliestPathIsTheHeaviestOfAll() {
        for (int seed = 0; seed < 50; seed++) {
            MarkovChain chain = chain(new Random(seed));

            int[] heaviest = paths().stream()
                    .max((a, b) -> Double.compare(logWeight(chain, a), logWeight(chain, b)))
                    .orElseThrow();

            assertThat(chain.viterbi()).as("seed %d", seed).containsExactly(heaviest);
            assertThat(chain.sample(new SplittableRandom(1), 0)).containsExactly(heaviest);
        }
    }

    @Test
    void thePosteriorIsTheWeightOfAllPathsThroughAState() {
        for (int seed = 0; seed < 50; seed++) {
            MarkovChain chain = chain(new Random(seed));
            double[][] expected = new double[POSITIONS][STATES];
            double total = 0;
            for (int[] path : paths()) {
                double weight = Math.exp(logWeight(chain, path));
                total += weight;
                for (int position = 0; position < POSITIONS; position++) {
                    expected[position][path[position]] += weight;
                }
            }

            double[][] posterior = chain.posterior();

            for (int position = 0; position < POSITIONS; position++) {
                for (int state = 0; state < STATES; state++) {
                    assertThat(posterior[position][state]).isCloseTo(expected[position][state] / total, within(EXACT));
                }
            }
        }
    }

    @Test
    void pathsAreDrawnAsOftenAsTheirWeightAtATemperatureSays() {
        MarkovChain chain = chain(new Random(7));
        double temperature = 0.7;
        int draws = 40_000;
        RandomGenerator random = new SplittableRandom(5);
        List<int[]> paths = paths();
        int[] counts = new int[paths.size()];

        for (int i = 0; i < draws; i++) {
            int[] path = chain.sample(random, temperature);
            counts[
                    IntStream.range(0, POSITIONS)
                            .map(position -> path[position] * (int) Math.pow(STATES, position))
                            .sum()]++;
        }

        double total = paths.stream()
                .mapToDouble(path -> Math.exp(logWeight(chain, path) / temperature))
                .sum();
        for (int i = 0; i < counts.length; i++) {
            double expected = Math.exp(logWeight(chain, paths.get(i)) / temperature) / total;
            double deviation = Math.sqrt(expected * (1 - expected) / draws);
            assertThat((double) counts[i] / draws).isCloseTo(expected, within(5 * deviation + 1e-4));
        }
    }

    @Test
    void theSameSeedDrawsTheSamePath() {
        MarkovChain chain = chain(new Random(3));

        assertThat(chain.sample(new SplittableRandom(9), 2)).containsExactly(chain.sample(new SplittableRandom(9), 2));
    }
}
