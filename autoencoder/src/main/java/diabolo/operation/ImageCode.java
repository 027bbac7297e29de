package diabolo.operation;

import diabolo.latent.ImageSpace;
import java.util.List;

/**
 * The code of a picture, as {@link CodeFile} reads it.
 *
 * @param model that encoded it, by its name and hash, so that no other decodes it
 * @param file the name of the picture
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ImageCode(String model, String modelHash, String file, float[] code) {

    /** The codes of pictures, in their order. */
    public static List<ImageCode> of(ImageSpace space, List<Source.Picture> pictures) {
        return pictures.stream()
                .map(picture -> new ImageCode(
                        space.description().name(),
                        space.model().hash(),
                        picture.name(),
                        space.encode(List.of(picture.image()))[0]))
                .toList();
    }
}
