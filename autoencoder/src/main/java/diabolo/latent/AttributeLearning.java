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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
     * The mean code of the quarter of the examples that have most of a descriptor, less that of the quarter that has least
     * (Roberts et al. 2018, section 5.4); see {@link Quarters}.
     *
     * @throws IllegalArgumentException if all have the same value, or the corpus has other windows than the model
     */
    public AttributeVector learn(Descriptor descriptor, Corpus corpus) {
        List<Window> windows = distinct(corpus);
        double[] values = values(windows, descriptor);
        Quarters quarters = Quarters.of(descriptor.id(), values);
        return vector(
                descriptor.id(),
                "the quarters of %d examples of %d pieces with the most and the least %s"
                        .formatted(windows.size(), corpus.pieces().size(), descriptor.id()),
                quarters.much().stream().map(windows::get).toList(),
                quarters.little().stream().map(windows::get).toList());
    }

    /**
     * A vector that leaves the other descriptors where they are, as far as codes follow them in straight lines: the coefficient
     * of the linear regression of codes on all the descriptors together. Where music with more notes is also more syncopated,
     * {@link #learn(Descriptor, Corpus)} gives a vector that moves both; this one does not. It goes as far as the means of the
     * quarter with most and the quarter with least lie apart.
     *
     * @throws IllegalArgumentException if all examples have the same value, or one that follows from the other descriptors,
     *     or the corpus has other windows than the model
     */
    public AttributeVector learnIsolated(Descriptor descriptor, Corpus corpus) {
        List<Window> windows = distinct(corpus);
        double[] own = values(windows, descriptor);
        Quarters quarters = Quarters.of(descriptor.id(), own);
        List<String> names = new ArrayList<>();
        List<double[]> values = new ArrayList<>();
        for (Descriptor other : Descriptor.values()) {
            double[] ofOther = values(windows, other);
            if (other != descriptor && Arrays.stream(ofOther).anyMatch(value -> value != ofOther[0])) {
                names.add(other.id());
                values.add(ofOther);
            }
        }
        names.add(descriptor.id());
        values.add(own);
        CodeRegression regression =
                new CodeRegression(names, space.description().spec().codeSize());
        int example = 0;
        for (float[][] codes : codes(windows)) {
            for (float[] code : codes) {
                int number = example++;
                regression.add(values.stream().mapToDouble(of -> of[number]).toArray(), code);
            }
        }
        return new AttributeVector(
                descriptor.id(),
                space.description().name(),
                space.hash(),
                scaled(regression.coefficients()[names.size() - 1], quarters.apart()),
                "the codes of %d examples of %d pieces, as they follow %s, the others held still"
                        .formatted(windows.size(), corpus.pieces().size(), descriptor.id()),
                quarters.much().size(),
                quarters.little().size());
    }

    private double[] values(List<Window> windows, Descriptor descriptor) {
        return windows.stream()
                .mapToDouble(window -> descriptor.of(space.representation().decode(window.cells())))
                .toArray();
    }

    private static float[] scaled(double[] direction, double factor) {
        float[] scaled = new float[direction.length];
        for (int unit = 0; unit < scaled.length; unit++) {
            scaled[unit] = (float) (factor * direction[unit]);
        }
        return scaled;
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
        for (float[][] codes : codes(windows)) {
            for (float[] code : codes) {
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

    /** The codes of windows, portion by portion. */
    private Iterable<float[][]> codes(List<Window> windows) {
        return () -> IntStream.iterate(0, first -> first < windows.size(), first -> first + AT_ONCE)
                .mapToObj(first -> windows.subList(first, Math.min(windows.size(), first + AT_ONCE)))
                .map(some ->
                        space.network().encode(some.stream().map(Window::cells).toArray(float[][]::new)))
                .iterator();
    }
}
