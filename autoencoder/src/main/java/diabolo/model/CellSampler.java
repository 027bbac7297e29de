package diabolo.model;

import diabolo.representation.Cells;
import diabolo.representation.Tokens;
import java.util.random.RandomGenerator;

/** Samples cells from the probabilities that a decoder of cells gives: {@link Sampler} on arrays. */
@FunctionalInterface
interface CellSampler {

    double ALMOST = 1e-6;

    /** Window after window, which share a random stream. */
    Cells choose(float[] probabilities);

    static CellSampler of(Sampler sampler) {
        return switch (sampler) {
            case Sampler.Threshold(double threshold) -> probabilities -> above(threshold, probabilities);
            case Sampler.Mean _ -> Cells::new;
            case Sampler.Temperature temperature -> {
                RandomGenerator generator = temperature.random().generator();
                yield probabilities -> sampled(temperature.temperature(), generator, probabilities);
            }
            case Sampler.Allowed _ ->
                throw new IllegalArgumentException(
                        "a network of cells decodes all cells at once and samples no tokens; correct the cells afterwards");
            case Sampler.After(Cells beginning, Sampler then) -> {
                CellSampler rest = of(then);
                yield probabilities -> rest.choose(probabilities).beginningWith(beginning);
            }
            case Sampler.After(Tokens _, Sampler _) -> throw tokensGiven();
        };
    }

    static IllegalArgumentException tokensGiven() {
        return new IllegalArgumentException("a network of cells takes cells, but tokens were given");
    }

    private static Cells above(double threshold, float[] probabilities) {
        float[] cells = new float[probabilities.length];
        for (int cell = 0; cell < cells.length; cell++) {
            cells[cell] = probabilities[cell] > threshold ? 1 : 0;
        }
        return new Cells(cells);
    }

    private static Cells sampled(double temperature, RandomGenerator generator, float[] probabilities) {
        float[] cells = new float[probabilities.length];
        for (int cell = 0; cell < cells.length; cell++) {
            double within = Math.clamp((double) probabilities[cell], ALMOST, 1 - ALMOST);
            double probability = 1 / (1 + Math.exp(-Math.log(within / (1 - within)) / temperature));
            cells[cell] = probability > generator.nextDouble() ? 1 : 0;
        }
        return new Cells(cells);
    }
}
