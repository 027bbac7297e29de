package diabolo.lecture.dimension;

import diabolo.latent.LatentSpace;
import diabolo.model.ModelFolders;
import java.io.IOException;
import java.nio.file.Path;

/** Where a trained model is; looked for only when it is needed. */
@FunctionalInterface
interface ShippedModel {

    ShippedModel MELODIES = () -> ModelFolders.find("melody-2bar");
    ShippedModel DRUMS = () -> ModelFolders.find("drums-2bar");

    /**
     * The folder.
     *
     * @throws IOException if there is none
     */
    Path folder() throws IOException;

    /** Loads it; the caller closes it. */
    default LatentSpace load() throws IOException {
        return LatentSpace.load(folder());
    }
}
