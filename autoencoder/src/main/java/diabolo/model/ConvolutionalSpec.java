package diabolo.model;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;
import static java.util.Objects.requireNonNull;

import diabolo.nn.Activation;
import diabolo.nn.ConvolutionSize;
import diabolo.representation.PianoRoll;
import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A convolutional autoencoder: convolutions to feature maps, a bottleneck on these, and deconvolutions back. Its code is all cells of
 * the maps behind the bottleneck, map by map and row by row.
 *
 * <pre>{@code
 * ConvolutionalSpec spec = ConvolutionalSpec.newTypes(128); // Kazakçı, Cherti and Kégl (2016)
 * spec.codeSize();    // 32768: 128 maps of 16 by 16, of which at most 16 cells are not 0
 * spec.weightCount(); // 844417
 * }</pre>
 *
 * <p>The frame is one plane: the pixels of an image, or the steps of a piano roll by its pitches, where a filter finds the same figure
 * at any time and in any key. When not to use it: for a small code, which has a meaning in each dimension; its codes are large, and
 * small only by being sparse.
 *
 * @param rows of the frame, 1 to 1,024
 * @param columns of the frame, 1 to 1,024
 * @param encoder the convolutions from the frame up, one or more
 * @param bottleneck any but a Gaussian one
 * @param decoder the deconvolutions from the code down, one or more, the last with one filter; together they give the frame's size
 * @param hidden the activation of all layers but the code and the frame
 * @param code the activation of the last convolution
 * @param output the activation of the reconstruction
 */
public record ConvolutionalSpec(
        int rows,
        int columns,
        List<ConvolutionSize> encoder,
        Bottleneck bottleneck,
        List<ConvolutionSize> decoder,
        Activation hidden,
        Activation code,
        Activation output)
        implements ModelSpec {

    /** The size of feature maps: how many, and of how many rows and columns. */
    public record Maps(int count, int rows, int columns) {

        private Maps convolved(ConvolutionSize by) {
            return new Maps(by.filters(), by.after(rows), by.after(columns));
        }

        private Maps deconvolved(ConvolutionSize by) {
            return new Maps(by.filters(), by.before(rows), by.before(columns));
        }

        private int cells() {
            return Math.multiplyExact(count, Math.multiplyExact(rows, columns));
        }

        private String text() {
            return count == 1 ? "%dx%d".formatted(rows, columns) : "%dx%dx%d".formatted(count, rows, columns);
        }
    }

    private static final int MOST_CODE = 1 << 20;

    public ConvolutionalSpec {
        requireBetween("rows", rows, 1, 1024);
        requireBetween("columns", columns, 1, 1024);
        encoder = List.copyOf(encoder);
        decoder = List.copyOf(decoder);
        requireNonNull(hidden, "hidden");
        requireNonNull(code, "code");
        requireNonNull(output, "output");
        requireNonNull(bottleneck, "bottleneck");
        require(!encoder.isEmpty() && !decoder.isEmpty(), "encoder and decoder need at least one layer each");
        List<Maps> up = convolved(new Maps(1, rows, columns), encoder);
        requireCode(up.getLast(), bottleneck, code);
        Maps frame = deconvolved(up.getLast(), decoder).getLast();
        require(
                frame.equals(up.getFirst()),
                "the decoder of frames of %s must give one map of that size, gives %s; change its filters or kernels"
                        .formatted(up.getFirst().text(), frame.text()));
    }

    /**
     * The network of Kazakçı, Cherti and Kégl (2016) for digits of 28 by 28: three convolutions of 5 by 5, winners in space and in
     * blocks of 4 by 4, and one deconvolution of 13 by 13. So an image is the sigmoid of a sum of at most 16 strokes of the pen.
     *
     * @param filters of each convolution; theirs were 128
     */
    public static ConvolutionalSpec newTypes(int filters) {
        ConvolutionSize convolution = ConvolutionSize.valid(filters, 5);
        return new ConvolutionalSpec(
                28,
                28,
                List.of(convolution, convolution, convolution),
                new Bottleneck.WinnerTakeAll(Bottleneck.WinnerTakeAll.Spatial.ONE_PLACE_PER_MAP, 4),
                List.of(ConvolutionSize.valid(1, 13)),
                Activation.RELU,
                Activation.RELU,
                Activation.SIGMOID);
    }

    private static List<Maps> convolved(Maps frame, List<ConvolutionSize> encoder) {
        List<Maps> sizes = new ArrayList<>(List.of(frame));
        for (ConvolutionSize convolution : encoder) {
            Maps below = sizes.getLast();
            Maps above = below.convolved(convolution);
            require(
                    above.rows() >= 1 && above.columns() >= 1,
                    "a kernel of %d does not fit into maps of %s; choose a smaller one, or fewer convolutions"
                            .formatted(convolution.kernel(), below.text()));
            sizes.add(above);
        }
        return List.copyOf(sizes);
    }

    private static List<Maps> deconvolved(Maps code, List<ConvolutionSize> decoder) {
        List<Maps> sizes = new ArrayList<>(List.of(code));
        decoder.forEach(deconvolution -> sizes.add(sizes.getLast().deconvolved(deconvolution)));
        return List.copyOf(sizes);
    }

    private static void requireCode(Maps maps, Bottleneck bottleneck, Activation code) {
        requireBetween("cells of all maps of the code", maps.cells(), 1, MOST_CODE);
        switch (bottleneck) {
            case Bottleneck.Plain _ -> {}
            case Bottleneck.KSparse(int k) -> requireBetween("k of a k-sparse bottleneck", k, 1, maps.cells());
            case Bottleneck.Gaussian _ ->
                throw new IllegalArgumentException(
                        "a convolutional network has no deviations, so its bottleneck cannot be GAUSSIAN; choose PLAIN, K_SPARSE with a number, or WINNER_TAKE_ALL with its competitions");
            case Bottleneck.WinnerTakeAll winners -> {
                int stride = winners.channelStride();
                require(
                        stride == 0 || (maps.rows() % stride == 0 && maps.columns() % stride == 0),
                        "maps of %d by %d are not cut into blocks of %d by %d; choose a stride of CHANNEL that divides both"
                                .formatted(maps.rows(), maps.columns(), stride, stride));
                require(
                        code == Activation.RELU || code == Activation.SIGMOID,
                        "losers of a competition become 0, so winners must not be below it, but the code is %s; choose RELU"
                                .formatted(code));
            }
        }
    }

    /** Whether its plane is that of a format: rows and columns of pixels, or steps by pitches. Vectors are of any. */
    boolean isPlaneOf(FrameFormat format) {
        return switch (format) {
            case FrameFormat.Image(int ofImage, int across) -> rows == ofImage && columns == across;
            case FrameFormat.Music(PianoRoll roll) -> rows == roll.steps() && columns == roll.pitches();
            case FrameFormat.Music _ -> false;
            case FrameFormat.Vector(int size) -> frameSize() == size;
        };
    }

    /** The sizes of all maps: the frame, then each convolution's. */
    public List<Maps> encoderMaps() {
        return convolved(new Maps(1, rows, columns), encoder);
    }

    /** The feature maps of the code. */
    public Maps codeMaps() {
        return encoderMaps().getLast();
    }

    /** The sizes of all maps: the code, then each deconvolution's; the last is the frame. */
    public List<Maps> decoderMaps() {
        return deconvolved(codeMaps(), decoder);
    }

    @Override
    public int frameSize() {
        return rows * columns;
    }

    @Override
    public int codeSize() {
        return codeMaps().cells();
    }

    @Override
    public Decoding decoding() {
        return Decoding.CELLS;
    }

    @Override
    public List<NamedArray> firstWeights(Initialization initialization, RandomSource random) {
        return initialization.of(shapes(), random);
    }

    /** Layer 0 is next to the frame in both halves. */
    @Override
    public Map<String, long[]> shapes() {
        Map<String, long[]> shapes = new LinkedHashMap<>();
        List<Maps> up = encoderMaps();
        for (int layer = 0; layer < encoder.size(); layer++) {
            ConvolutionSize size = encoder.get(layer);
            shapes.put(
                    ParameterNames.encoderWeight(layer),
                    new long[] {size.filters(), up.get(layer).count(), size.kernel(), size.kernel()});
            shapes.put(ParameterNames.encoderBias(layer), new long[] {size.filters()});
        }
        List<Maps> down = decoderMaps();
        for (int layer = 0; layer < decoder.size(); layer++) {
            int number = decoder.size() - 1 - layer; // in the order in which they are applied
            ConvolutionSize size = decoder.get(number);
            shapes.put(
                    ParameterNames.decoderWeight(layer),
                    new long[] {down.get(number).count(), size.filters(), size.kernel(), size.kernel()});
            shapes.put(ParameterNames.decoderBias(layer), new long[] {size.filters()});
        }
        return shapes;
    }

    /** The sizes of all maps with dashes between: {@code 28x28-128x24x24-128x20x20-128x16x16-28x28}. */
    @Override
    public String shape() {
        List<Maps> all = new ArrayList<>(encoderMaps());
        all.addAll(decoderMaps().subList(1, decoder.size() + 1));
        return String.join("-", all.stream().map(Maps::text).toList());
    }
}
