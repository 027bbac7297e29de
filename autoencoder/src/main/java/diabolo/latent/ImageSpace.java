package diabolo.latent;

import static diabolo.note.Checks.require;

import diabolo.image.GreyImage;
import diabolo.model.Autoencoder;
import diabolo.model.FrameFormat;
import diabolo.model.ModelDescription;
import diabolo.model.ModelFolder;
import diabolo.model.Sampler;
import diabolo.representation.Cells;
import diabolo.representation.Frames;
import diabolo.representation.Tokens;
import diabolo.tensor.RandomSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A trained model of images: what {@link LatentSpace} is for music.
 *
 * <pre>{@code
 * try (ImageSpace space = ImageSpace.load(Path.of("runs/digits/code20"))) {
 *     float[][] codes = space.encode(List.of(seven, one)); // [images][codeSize]
 *     float[] middle = Interpolation.SPHERICAL.between(codes[0], codes[1], 0.5);
 *     GreyImage between = space.decode(new float[][] {middle}).getFirst();
 * }
 * }</pre>
 *
 * <p>Safe for several threads. Belongs to whoever loaded it, who closes it when no thread is using it any more; it owns native memory,
 * and what needs the network afterwards throws an {@link IllegalStateException}.
 */
public final class ImageSpace implements AutoCloseable {

    private final ModelFolder model;
    private final FrameFormat.Image format;
    private final Autoencoder network;
    private volatile boolean closed;

    private ImageSpace(ModelFolder model, FrameFormat.Image format) {
        this.model = model;
        this.format = format;
        this.network = model.network();
    }

    /**
     * Images and their provenance.
     *
     * @param images one for each code of the recipe
     * @param provenance without originality, since no training images are kept
     */
    public record Rendered(List<GreyImage> images, Provenance provenance) {
        public Rendered {
            images = List.copyOf(images);
        }
    }

    /**
     * Loads a model from its folder.
     *
     * @throws IOException if the folder holds no valid model; the message gives the fault and the remedy
     * @throws IllegalArgumentException if it is not of images
     */
    public static ImageSpace load(Path folder) throws IOException {
        return of(ModelFolder.load(folder));
    }

    /**
     * A loaded model.
     *
     * @throws IllegalArgumentException if it is not of images
     */
    public static ImageSpace of(ModelFolder model) {
        return switch (model.description().format()) {
            case FrameFormat.Image image -> new ImageSpace(model, image);
            case FrameFormat.Music _, FrameFormat.Vector _ ->
                throw new IllegalArgumentException(
                        "%s is a model of %s and not of images; choose one that is, such as that of `diabolo train digits-vae`"
                                .formatted(
                                        model.description().name(),
                                        model.description().format().title()));
        };
    }

    /** The model's files. */
    public ModelFolder model() {
        return model;
    }

    public ModelDescription description() {
        return model.description();
    }

    /** The size of the images. */
    public FrameFormat.Image format() {
        return format;
    }

    /**
     * The codes of images.
     *
     * @return [images][codeSize]
     * @throws IllegalArgumentException if one is of another size
     */
    public float[][] encode(List<GreyImage> images) {
        images.forEach(image -> require(
                image.rows() == format.rows() && image.columns() == format.columns(),
                "%s is a model of %s, was given %s; scale it"
                        .formatted(description().name(), format.title(), image)));
        return openNetwork()
                .encode(images.stream().map(image -> new Cells(image.pixels())).toList());
    }

    /** Decodes codes [images][codeSize] to grey images, the decoder's means. */
    public List<GreyImage> decode(float[][] codes) {
        return images(openNetwork().decode(codes, Sampler.MEAN));
    }

    /** {@code decode(encode(images))}. */
    public List<GreyImage> reconstruct(List<GreyImage> images) {
        return decode(encode(images));
    }

    /** The recipe of an image from a sampled code. */
    public Recipe sample(SamplingSettings settings, int number) {
        return settings.sample(model, number);
    }

    /** A recipe of codes that decodes them to grey images. */
    public Recipe recipe(String operation, float[][] codes) {
        return Recipe.of(
                operation, new Recipe.Material.Decoded(codes), description().beatsPerMinute());
    }

    /**
     * Renders a recipe, always to the same images. At a temperature above 0 every pixel is sampled black or white with the
     * decoder's probability.
     *
     * @throws IllegalArgumentException if its codes have another size than the model's, or it is one of music
     */
    public Rendered render(Recipe recipe) {
        require(
                recipe.given().isEmpty() && recipe.melody().isEmpty(),
                "the recipe holds notes, which no image has; choose the model of music that made it");
        RandomSource random = RandomSource.of(recipe.seed()).derive("piece", recipe.number());
        List<GreyImage> images = new ArrayList<>();
        for (int image = 0; image < recipe.codes().length; image++) {
            Sampler sampler = recipe.temperature() > 0
                    ? new Sampler.Temperature(recipe.temperature(), random.derive("cells", image))
                    : Sampler.MEAN;
            images.addAll(images(openNetwork().decode(new float[][] {recipe.codes()[image]}, sampler)));
        }
        return new Rendered(
                images, new Provenance(description().name(), model.hash(), recipe, Provenance.Similarity.OF_NO_MEMORY));
    }

    private List<GreyImage> images(List<Frames> frames) {
        return frames.stream()
                .map(frame -> switch (frame) {
                    case Cells(float[] pixels) -> new GreyImage(format.rows(), format.columns(), pixels);
                    case Tokens _ -> throw new IllegalStateException("a model of images decodes cells");
                })
                .toList();
    }

    /** The network, as long as there is one. */
    private Autoencoder openNetwork() {
        if (closed) {
            throw new IllegalStateException("the model %s was closed; load it again"
                    .formatted(description().name()));
        }
        return network;
    }

    @Override
    public void close() {
        closed = true;
        network.close();
    }
}
