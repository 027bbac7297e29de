package diabolo.attribute;

import static diabolo.note.Checks.require;

import diabolo.corpus.Corpus;
import diabolo.corpus.CorpusSpec;
import diabolo.corpus.DistinctWindow;
import diabolo.corpus.OtherMeters;
import diabolo.corpus.Window;
import diabolo.descriptor.Descriptor;
import diabolo.latent.LatentSpace;
import diabolo.model.PosteriorArrays;
import diabolo.model.Sampler;
import diabolo.note.Plural;
import diabolo.representation.Frames;
import diabolo.tensor.RandomSource;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Learns attribute vectors from distinct examples.
 *
 * <pre>{@code
 * AttributeVector density = new AttributeLearning(space).learn(Descriptor.NOTE_DENSITY, corpus);
 * AttributeVector swing = new AttributeLearning(space).learn("swing", swinging, straight);
 * }</pre>
 */
public final class AttributeLearning {

    /** The batch size of windows, which bounds memory. */
    private static final int AT_ONCE = 256;

    /** Examples that an effect is measured on: a second's work. */
    private static final int MEASURED = 256;

    private final LatentSpace space;

    public AttributeLearning(LatentSpace space) {
        this.space = space;
    }

    /** How music is cut into examples for the model: whole windows a bar apart, as for {@link LatentSpace#encode}. */
    public CorpusSpec corpusSpec() {
        return CorpusSpec.of(space.representation()).withOtherMeters(OtherMeters.GROUPED);
    }

    /**
     * The difference of the mean codes of the upper and the lower quartile of examples by a descriptor (Roberts et al. 2018,
     * section 5.4); see {@link Quartiles}.
     *
     * @throws IllegalArgumentException if all have the same value, or the corpus was cut for another representation
     */
    public AttributeVector learn(Descriptor descriptor, Corpus corpus) {
        List<Window> windows = distinct(corpus);
        double[] values = values(descriptor, windows);
        Quartiles quartiles = Quartiles.of(descriptor.id(), values);
        return vector(
                        descriptor.id(),
                        "the quarters of %s of %s with the most and the least %s"
                                .formatted(
                                        Plural.of(windows.size(), "example"),
                                        Plural.of(corpus.pieces().size(), "piece"),
                                        descriptor.id()),
                        quartiles.much().stream().map(windows::get).toList(),
                        quartiles.little().stream().map(windows::get).toList())
                .withDeviation(deviation(values));
    }

    /**
     * Disentangled vectors: each moves one descriptor and leaves the others unchanged, for codes of music and of the prior. Where
     * denser music is also more syncopated, {@link #learn(Descriptor, Corpus)} gives vectors that move both; these do so less. By
     * itself the descriptor moves by a quarter of its standard deviation in the music, or less where no direction moves it so
     * far. Decodes about 150,000 windows.
     *
     * @param progress is called with the share done, 0 to 1
     * @return for every descriptor that varies and that some direction moves, in the order of {@link Descriptor}
     * @throws IllegalArgumentException if the model is not variational, or the corpus was cut for another representation
     */
    public List<AttributeVector> learnIsolated(Corpus corpus, RandomSource random, DoubleConsumer progress) {
        require(
                space.description().spec().bottleneck().isVariational(),
                "attributes are isolated by samples from a variational model, which %s is not; learn it without isolating it"
                        .formatted(space.description().name()));
        List<Window> windows = distinct(corpus);
        List<Descriptor> descriptors = Descriptor.MUSIC_VAE;
        PosteriorArrays posteriors = posteriors(windows);
        IsolatedDirections directions = new IsolatedDirections(
                descriptors.stream().map(Descriptor::id).toList(),
                codes -> values(descriptors, codes),
                posteriors.means(),
                posteriors.meanDeviations(),
                random);
        int examples = directions.examples();
        return directions.learn(progress).entrySet().stream()
                .map(learned -> new AttributeVector(
                        learned.getKey(),
                        space.description().name(),
                        space.hash(),
                        floats(learned.getValue()),
                        "codes around those of %d examples of %d pieces, and around draws, to move %s alone"
                                .formatted(examples, corpus.pieces().size(), learned.getKey()),
                        examples,
                        examples,
                        deviation(values(Descriptor.named(learned.getKey()), windows))))
                .toList();
    }

    /**
     * The effect of a vector on a descriptor, measured on examples spread over a corpus.
     *
     * @param factor above 0; measured in both directions
     */
    public AttributeEffect effect(AttributeVector vector, Descriptor descriptor, Corpus corpus, double factor) {
        List<Window> windows = distinct(corpus);
        int count = Math.min(MEASURED, windows.size());
        List<Window> measured = IntStream.range(0, count)
                .mapToObj(i -> windows.get((int) ((long) i * windows.size() / count)))
                .toList();
        float[][] codes = space.network().encode(frames(measured));
        double[] unmoved = values(descriptor, codes);
        return new AttributeEffect(
                descriptor,
                count,
                factor,
                mean(unmoved),
                side(unmoved, values(descriptor, vector.applied(space, codes, factor)), 1),
                side(unmoved, values(descriptor, vector.applied(space, codes, -factor)), -1));
    }

    private static AttributeEffect.Side side(double[] unmoved, double[] moved, int direction) {
        int right = (int) IntStream.range(0, moved.length)
                .filter(i -> direction * (moved[i] - unmoved[i]) > 0)
                .count();
        return new AttributeEffect.Side(mean(moved), right);
    }

    private double[] values(Descriptor descriptor, List<Window> windows) {
        return windows.stream()
                .mapToDouble(window -> descriptor.of(space.representation().decode(window.frames())))
                .toArray();
    }

    /** The standard deviation of a descriptor's values, one or more: the unit of a move. */
    public static double deviation(double[] values) {
        double mean = mean(values);
        return Math.sqrt(Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0));
    }

    private double[] values(Descriptor descriptor, float[][] codes) {
        return Arrays.stream(values(List.of(descriptor), codes))
                .mapToDouble(value -> value[0])
                .toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private PosteriorArrays posteriors(List<Window> windows) {
        return PosteriorArrays.joined(windows.stream()
                .gather(Gatherers.windowFixed(AT_ONCE))
                .map(some -> space.network().posteriors(frames(some)))
                .toList());
    }

    private double[][] values(List<Descriptor> descriptors, float[][] codes) {
        return Stream.of(codes)
                .gather(Gatherers.windowFixed(AT_ONCE))
                .flatMap(some -> space.network().decode(some.toArray(float[][]::new), Sampler.LIKELIEST).stream())
                .map(decoded -> space.representation().decode(decoded))
                .map(music -> descriptors.stream()
                        .mapToDouble(descriptor -> descriptor.of(music))
                        .toArray())
                .toArray(double[][]::new);
    }

    private static float[] floats(double[] numbers) {
        float[] floats = new float[numbers.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return floats;
    }

    /** The difference of the mean codes of examples with and without an attribute. */
    public AttributeVector learn(String name, Corpus with, Corpus without) {
        return vector(
                name,
                "examples of %s with it and %d without"
                        .formatted(
                                Plural.of(with.pieces().size(), "piece"),
                                without.pieces().size()),
                distinct(with),
                distinct(without));
    }

    private List<Window> distinct(Corpus corpus) {
        require(
                corpus.spec().representation().equals(space.representation()),
                "the corpus was cut for another representation than that of %s; name the folder of the music itself, which is then cut for it"
                        .formatted(space.description().name()));
        require(!corpus.windows().isEmpty(), "the corpus has no window to learn from; build one of more music");
        return corpus.distinct().stream().map(DistinctWindow::window).toList();
    }

    private AttributeVector vector(String name, String learnedFrom, List<Window> with, List<Window> without) {
        float[] towards = mean(with);
        float[] from = mean(without);
        float[] direction = new float[towards.length];
        for (int unit = 0; unit < direction.length; unit++) {
            direction[unit] = towards[unit] - from[unit];
        }
        require(
                !Arrays.equals(towards, from),
                "the examples with %s and those without have the same mean code, so there is no direction; give examples that differ"
                        .formatted(name));
        return new AttributeVector(
                name, space.description().name(), space.hash(), direction, learnedFrom, with.size(), without.size(), 0);
    }

    private float[] mean(List<Window> windows) {
        double[] sum = new double[space.description().spec().codeSize()];
        windows.stream()
                .gather(Gatherers.windowFixed(AT_ONCE))
                .flatMap(some -> Stream.of(space.network().encode(frames(some))))
                .forEach(code -> {
                    for (int unit = 0; unit < sum.length; unit++) {
                        sum[unit] += code[unit];
                    }
                });
        return floats(Arrays.stream(sum).map(total -> total / windows.size()).toArray());
    }

    private static List<Frames> frames(List<Window> windows) {
        return windows.stream().map(Window::frames).toList();
    }
}
