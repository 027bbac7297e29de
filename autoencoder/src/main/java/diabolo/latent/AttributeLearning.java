package diabolo.latent;

import static diabolo.note.Checks.require;

import diabolo.corpus.Corpus;
import diabolo.corpus.CorpusSpec;
import diabolo.corpus.DistinctWindow;
import diabolo.corpus.LastWindow;
import diabolo.corpus.SilentWindows;
import diabolo.corpus.Window;
import diabolo.descriptor.Descriptor;
import diabolo.grid.OffGrid;
import diabolo.representation.PianoRoll;
import diabolo.representation.TokenRepresentation;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;

/**
 * Learns attribute vectors from examples, of which each distinct one counts once.
 *
 * <pre>{@code
 * AttributeVector density = new AttributeLearning(space).learn(Descriptor.NOTE_DENSITY, corpus);
 * AttributeVector swing = new AttributeLearning(space).learn("swing", swinging, straight);
 * }</pre>
 */
public final class AttributeLearning {

    /** So many windows are unpacked at once, which bounds memory. */
    private static final int AT_ONCE = 256;

    private final LatentSpace space;

    public AttributeLearning(LatentSpace space) {
        this.space = space;
    }

    /** How music is cut into examples for the model: whole windows a bar apart, as {@link LatentSpace#encode} hears them. */
    public CorpusSpec corpusSpec() {
        return switch (space.representation()) {
            case TokenRepresentation tokens -> CorpusSpec.of(tokens);
            case PianoRoll roll ->
                CorpusSpec.DEEPHEAR
                        .withRepresentation(roll)
                        .withOffGrid(OffGrid.SNAP)
                        .withStrideSteps(4 * roll.grid().stepsPerBeat())
                        .withLastWindow(LastWindow.KEPT)
                        .withSilentWindows(SilentWindows.LEFT_OUT);
        };
    }

    /**
     * The mean code of the quarter of the examples that have most of a descriptor, less that of the quarter that has least.
     * Examples with the same value stay together: a quarter that ends among equals takes all of them in, and where half of
     * all values or more are the same, the two are what lies above and what lies below, or at it.
     *
     * @throws IllegalArgumentException if all have the same value, or the corpus has other windows than the model
     */
    public AttributeVector learn(Descriptor descriptor, Corpus corpus) {
        List<Window> windows = distinct(corpus);
        double[] values = windows.stream()
                .mapToDouble(window -> descriptor.of(space.representation().decode(window.cells())))
                .toArray();
        double[] sorted = Arrays.stream(values).sorted().toArray();
        double least = sorted[0];
        double most = sorted[sorted.length - 1];
        require(
                least < most,
                "all %d examples have the same %s of %s, so that none can be told from the others; learn it from more various music"
                        .formatted(values.length, descriptor.id(), least));
        int quarter = Math.max(1, sorted.length / 4);
        double low = sorted[quarter - 1];
        double high = sorted[sorted.length - quarter];
        boolean oneValue = low == high;
        DoublePredicate much = value -> (oneValue && most > high) ? value > high : value >= high;
        DoublePredicate little = value -> (oneValue && least < low) ? value < low : value <= low;
        return vector(
                descriptor.id(),
                "the quarters of %d examples of %d pieces with the most and the least %s"
                        .formatted(windows.size(), corpus.pieces().size(), descriptor.id()),
                chosen(windows, values, much),
                chosen(windows, values, little));
    }

    /** The mean code of examples that have it, less that of examples that have not. */
    public AttributeVector learn(String name, Corpus with, Corpus without) {
        return vector(
                name,
                "examples of %d pieces with it and %d without"
                        .formatted(with.pieces().size(), without.pieces().size()),
                distinct(with),
                distinct(without));
    }

    private List<Window> distinct(Corpus corpus) {
        require(
                corpus.spec().representation().equals(space.representation()),
                "the corpus has other windows than %s learned from; name the folder of the music itself, which is then cut for it"
                        .formatted(space.description().name()));
        require(!corpus.windows().isEmpty(), "the corpus has no window to learn from; build one of more music");
        return corpus.distinct().stream().map(DistinctWindow::window).toList();
    }

    private static List<Window> chosen(List<Window> windows, double[] values, DoublePredicate chosen) {
        return IntStream.range(0, values.length)
                .filter(i -> chosen.test(values[i]))
                .mapToObj(windows::get)
                .toList();
    }

    private AttributeVector vector(String name, String learnedFrom, List<Window> with, List<Window> without) {
        float[] towards = mean(with);
        float[] from = mean(without);
        float[] direction = new float[towards.length];
        for (int unit = 0; unit < direction.length; unit++) {
            direction[unit] = towards[unit] - from[unit];
        }
        return new AttributeVector(
                name, space.description().name(), space.hash(), direction, learnedFrom, with.size(), without.size());
    }

    private float[] mean(List<Window> windows) {
        double[] sum = new double[space.description().spec().codeSize()];
        for (int first = 0; first < windows.size(); first += AT_ONCE) {
            List<Window> some = windows.subList(first, Math.min(windows.size(), first + AT_ONCE));
            for (float[] code :
                    space.network().encode(some.stream().map(Window::cells).toArray(float[][]::new))) {
                for (int unit = 0; unit < sum.length; unit++) {
                    sum[unit] += code[unit];
                }
            }
        }
        float[] mean = new float[sum.length];
        for (int unit = 0; unit < mean.length; unit++) {
            mean[unit] = (float) (sum[unit] / windows.size());
        }
        return mean;
    }
}
