package diabolo.cli;

import diabolo.latent.ImageSpace;
import diabolo.latent.LatentSpace;
import diabolo.model.FrameFormat;
import diabolo.model.ModelFolder;
import diabolo.model.diffusion.KnownCodes;
import diabolo.operation.FileSources;
import diabolo.operation.PictureSources;
import diabolo.operation.Sources;
import java.io.IOException;
import java.nio.file.Path;

/** A model that is open: of music or of images. */
sealed interface OpenModel extends AutoCloseable {

    static OpenModel of(Path folder) throws IOException {
        ModelFolder loaded = ModelFolder.load(folder);
        return switch (loaded.description().format()) {
            case FrameFormat.Music _ -> new OfMusic(LatentSpace.of(loaded, KnownCodes.in(folder)), folder);
            case FrameFormat.Image _ -> new OfImages(ImageSpace.of(loaded));
            case FrameFormat.Vector _ -> throw loaded.description().notOfMusic();
        };
    }

    ModelFolder model();

    /** The files that a verb names; what is noticed at reading them is printed. */
    Sources files(Verb verb);

    @Override
    void close();

    /**
     * Of music.
     *
     * @param folder with its attributes
     */
    record OfMusic(LatentSpace space, Path folder) implements OpenModel {
        @Override
        public ModelFolder model() {
            return space.model();
        }

        @Override
        public Sources files(Verb verb) {
            return new FileSources(space, folder, verb::notice);
        }

        @Override
        public void close() {
            space.close();
        }
    }

    record OfImages(ImageSpace space) implements OpenModel {
        @Override
        public ModelFolder model() {
            return space.model();
        }

        @Override
        public PictureSources files(Verb verb) {
            return new PictureSources(space);
        }

        @Override
        public void close() {
            space.close();
        }
    }
}
