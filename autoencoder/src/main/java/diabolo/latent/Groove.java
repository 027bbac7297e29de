package diabolo.latent;

import static diabolo.note.Checks.require;
import static java.util.Objects.requireNonNull;

import diabolo.model.diffusion.GroovePrior;
import diabolo.note.EditDistance;
import diabolo.note.Quoted;
import diabolo.representation.Frames;
import diabolo.tensor.RandomSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is asked of drums: their length, style, and whether they end in a fill. A window is played again and again, every fourth time varied
 * or, at the end, with a fill in its last bar.
 *
 * <pre>{@code
 * Groove groove = new Groove(8, Optional.of("funk"), GroovePrior.Ending.FILL);
 * try (GrooveSampler sampler = new GrooveSampler(space, prior, GrooveSampler.Settings.DEFAULT)) {
 *     Recipe recipe = groove.sample(sampler, 7, 0);
 * }
 * }</pre>
 *
 * @param bars a multiple of those of the model's windows, see {@link TuneForm}
 * @param style one that the prior knows; any, if absent
 */
public record Groove(int bars, Optional<String> style, GroovePrior.Ending ending) {

    private static final int PERIOD = 4;
    private static final double VARIATION = 0.45;
    private static final double FILL = 0.8;
    private static final double STEADY = 0.3; // of played windows a fifth has less, such as those with a fill
    private static final int MOST_NEAR = 3;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    public Groove {
        requireNonNull(style, "style");
        requireNonNull(ending, "ending");
    }

    /** The bars of one window of a model. */
    public static int shortest(LatentSpace space) {
        return TuneForm.barsOf(space.representation());
    }

    /**
     * Requires that a model knows a style.
     *
     * @throws IllegalArgumentException if it does not; the message gives the nearest names
     */
    public static void requireKnown(String style, GroovePrior prior, String model) {
        List<String> nearest = prior.styles().stream()
                .sorted(Comparator.comparingInt(known -> EditDistance.between(style, known)))
                .limit(MOST_NEAR)
                .toList();
        require(
                prior.styles().contains(style),
                "'%s' is no style of %s; the nearest names are %s, and all are %s"
                        .formatted(
                                Quoted.of(style),
                                model,
                                String.join(", ", nearest),
                                String.join(", ", prior.styles())));
    }

    /**
     * Sampled drums, in the windows of the model.
     *
     * @param number which of those of the seed, from 0
     * @throws IllegalArgumentException if the prior does not know the style, or the bars are no whole number of windows
     */
    public Recipe sample(GrooveSampler sampler, long seed, int number) {
        LatentSpace space = sampler.space();
        int windows = TuneForm.ofBars(bars, space.representation()).windows();
        style.ifPresent(
                name -> requireKnown(name, sampler.prior(), space.description().name()));
        RandomSource random = RandomSource.of(seed);
        double begin = random.derive("place").generator().nextDouble();
        double place = (begin + number * GOLDEN) % 1; // pieces of a seed are spread over the learned windows
        List<GrooveSampler.Window> made = windows(sampler, windows, place, random.derive("groove", number));
        List<Frames> frames = made.stream().map(GrooveSampler.Window::frames).toList();
        Map<String, String> details = new LinkedHashMap<>();
        details.put("prior", "grooves");
        details.put("style", style.orElse("any"));
        if (ending == GroovePrior.Ending.FILL) {
            details.put("ending", "fill");
        }
        return space.allGiven(
                        Recipe.GENERATE,
                        frames,
                        made.stream().map(GrooveSampler.Window::code).toArray(float[][]::new))
                .withTitle("%s, seed %d, piece %d".formatted(space.description().name(), seed, number + 1))
                .withDetails(details)
                .with(new Recipe.Chance(seed, number, 0, Recipe.Chance.DEFAULT.threshold()));
    }

    private List<GrooveSampler.Window> windows(GrooveSampler sampler, int count, double place, RandomSource random) {
        GrooveSampler.Asked groove =
                new GrooveSampler.Asked(style, GroovePrior.Ending.GROOVE, place, count == 1 ? 0 : STEADY);
        GrooveSampler.Asked last = new GrooveSampler.Asked(style, ending, place);
        GrooveSampler.Window first = sampler.sample(count == 1 ? last : groove, random.derive("window", 0));
        List<GrooveSampler.Window> windows = new ArrayList<>(List.of(first));
        for (int window = 1; window < count; window++) {
            RandomSource own = random.derive("window", window);
            boolean isLast = window == count - 1;
            if (isLast && ending == GroovePrior.Ending.FILL) {
                windows.add(sampler.after(first, stepsBeforeFill(sampler), last, FILL, own));
            } else if (isLast || window % PERIOD == PERIOD - 1) {
                windows.add(sampler.varied(first, groove, VARIATION, own));
            } else {
                windows.add(first);
            }
        }
        return windows;
    }

    /** The steps of a window before its last bar. */
    private static int stepsBeforeFill(GrooveSampler sampler) {
        int steps = sampler.space().representation().steps();
        return steps - steps / shortest(sampler.space());
    }
}
