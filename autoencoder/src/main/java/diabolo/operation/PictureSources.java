package diabolo.operation;

import static java.util.Objects.requireNonNull;

import diabolo.attribute.Attribute;
import diabolo.image.GreyImage;
import diabolo.image.IdxReader;
import diabolo.image.PngReader;
import diabolo.latent.ImageSpace;
import diabolo.model.FrameFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Sources in files for a model of images: a PNG, an image of an IDX file by its number, or codes.
 *
 * <pre>{@code
 * Sources files = new PictureSources(space);
 * Source seven = files.source("t10k-images-idx3-ubyte.gz#1", Selection.ALL); // the first
 * }</pre>
 */
public final class PictureSources implements Sources {

    private static final char NUMBER = '#';

    private final ImageSpace space;

    public PictureSources(ImageSpace space) {
        this.space = requireNonNull(space, "space");
    }

    /** Always refused. */
    @Override
    public Source.Music music(String name, Selection selection) {
        throw space.description().notOfMusic();
    }

    @Override
    public Source source(String name, Selection selection) throws IOException {
        if (!selection.equals(Selection.ALL)) {
            throw space.description().notOfMusic();
        }
        return CodeFile.isOne(Path.of(name)) ? CodeFile.readOne(space.model(), Path.of(name)) : picture(name);
    }

    @Override
    public List<Source.Codes> codes(String name) throws IOException {
        return CodeFile.read(space.model(), Path.of(name));
    }

    @Override
    public Attribute attribute(String nameOrFile) {
        throw space.description().notOfMusic();
    }

    /**
     * A picture, such as {@code seven.png}, or {@code digits.idx3-ubyte.gz#17}, the 17th image in that file.
     *
     * @throws IOException if it cannot be read, or is not of the size of the model's images
     */
    public Source.Picture picture(String name) throws IOException {
        FrameFormat.Image wanted = space.format();
        int mark = name.lastIndexOf(NUMBER);
        if (mark <= 0 || Files.exists(Path.of(name))) {
            return new Source.Picture(name, PngReader.read(Path.of(name), wanted.rows(), wanted.columns()));
        }
        GreyImage image = IdxReader.readOne(Path.of(name.substring(0, mark)), number(name, name.substring(mark + 1)));
        if (image.rows() != wanted.rows() || image.columns() != wanted.columns()) {
            throw new IOException("%s has %d by %d pixels, and %s is a model of %s; choose one of that size."
                    .formatted(
                            name,
                            image.columns(),
                            image.rows(),
                            space.description().name(),
                            wanted.title()));
        }
        return new Source.Picture(name, image);
    }

    private static int number(String name, String digits) throws IOException {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException none) {
            throw new IOException(
                    "%s names no image; write its number in the file after %s, from 1, as in digits.idx3-ubyte.gz#17."
                            .formatted(name, NUMBER),
                    none);
        }
    }
}
