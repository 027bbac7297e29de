package diabolo.visualization;

import static diabolo.note.Checks.requireBetween;

import diabolo.model.ConvolutionalAutoencoder;
import diabolo.nn.Activation;
import diabolo.nn.ConvolutionLayer;
import diabolo.nn.DeconvolutionLayer;
import diabolo.tensor.FrameTensors;
import diabolo.tensor.TensorScope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * What the maps of a convolutional encoder respond to: the strongest activation of a map is kept at its place, all others are zeroed,
 * and it goes back to the pixels through rectification and the same filters (Zeiler and Fergus 2014, "Visualizing and understanding
 * convolutional networks", section 2.1).
 *
 * <pre>{@code
 * List<Deconvolution.Response> nine = new Deconvolution(network).strongest(2, 17, digits, 9); // of map 17 of the third layer
 * }</pre>
 *
 * <p>There is no pooling here whose switches would have to be kept: the place of the maximum is the switch, as in the network's own
 * winner-take-all bottleneck.
 */
public record Deconvolution(ConvolutionalAutoencoder network) {

    private static final int AT_ONCE = 256; // bounds memory

    /**
     * A strong activation.
     *
     * @param example its number among the images
     * @param activation of the map at its strongest place
     * @param pattern what in the pixels it came from: [frameSize]
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Response(int example, double activation, float[] pattern) {}

    /**
     * The strongest activations of a map over images, one of each image.
     *
     * @param layer 0 for the one next to the frame
     * @param map of that layer, from 0
     * @param wanted 1 or more
     */
    public List<Response> strongest(int layer, int map, float[][] images, int wanted) {
        float[][] greatest = greatest(layer, images);
        requireBetween("map", map, 0, greatest[0].length - 1);
        return IntStream.range(0, images.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer image) -> -greatest[image][map]))
                .limit(wanted)
                .map(image -> new Response(image, greatest[image][map], pattern(layer, map, images[image])))
                .toList();
    }

    /**
     * The greatest activation of every map in every image.
     *
     * @return [images][maps]
     */
    public float[][] greatest(int layer, float[][] images) {
        requireBetween("layer", layer, 0, network.encoder().size() - 1);
        List<float[]> all = new ArrayList<>();
        for (int from = 0; from < images.length; from += AT_ONCE) {
            float[][] some = Arrays.copyOfRange(images, from, Math.min(images.length, from + AT_ONCE));
            try (TensorScope _ = TensorScope.open();
                    NoGradGuard _ = new NoGradGuard()) {
                Tensor maps = maps(layer, some).flatten(2, -1); // [batch, maps, places]
                all.addAll(List.of(FrameTensors.toArrays(maps.amax(new long[] {2}, false))));
            }
        }
        return all.toArray(float[][]::new);
    }

    private float[] pattern(int layer, int map, float[] image) {
        try (TensorScope _ = TensorScope.open();
                NoGradGuard _ = new NoGradGuard()) {
            Tensor maps = maps(layer, new float[][] {image}); // [1, maps, rows, columns]
            Tensor one = maps.select(1, map); // [1, rows, columns]
            Tensor strongest = one.mul(one.eq(one.max()));
            Tensor kept = torch.zeros_like(maps);
            kept.select(1, map).copy_(strongest);
            for (int below = layer; below >= 0; below--) {
                ConvolutionLayer convolution = network.encoder().get(below);
                Tensor bias = torch.zeros(convolution.weight().size(1));
                kept = new DeconvolutionLayer(convolution.weight(), bias, convolution.size(), Activation.LINEAR)
                        .sums(torch.relu(kept));
            }
            return FrameTensors.toArray(kept);
        }
    }

    private Tensor maps(int layer, float[][] images) {
        Tensor maps = FrameTensors.of(images)
                .reshape(images.length, 1, network.spec().rows(), network.spec().columns());
        for (ConvolutionLayer each : network.encoder().subList(0, layer + 1)) {
            maps = each.forward(maps);
        }
        return maps;
    }
}
