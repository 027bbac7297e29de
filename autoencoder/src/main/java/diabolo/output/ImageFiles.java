package diabolo.output;

import diabolo.file.FileSet;
import diabolo.image.GreyImage;
import diabolo.image.ImageSheet;
import diabolo.latent.ImageSpace;
import diabolo.latent.Recipe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes images under one name: an enlarged PNG, and the provenance with the exact codes as JSON.
 *
 * <pre>{@code
 * ImageFiles files = ImageFiles.in(Path.of("pieces"));
 * files.write("seven-vary-0001", space.render(recipe));
 * }</pre>
 *
 * @param folder where they are written
 */
public record ImageFiles(Path folder) {

    private static final List<String> ENDINGS = List.of(".png", ".json");
    private static final int MOST_IN_STRIP = 20;

    /**
     * Files in a folder, which need not exist yet.
     *
     * @throws IOException if files cannot be written there
     */
    public static ImageFiles in(Path folder) throws IOException {
        PieceFiles.requireFolder(folder);
        return new ImageFiles(folder);
    }

    /**
     * Makes sure that nothing is overwritten.
     *
     * @throws IOException if a file of that name is there
     */
    public void requireFree(String name) throws IOException {
        PieceFiles.requireFree(folder, name, ENDINGS);
    }

    /**
     * Writes both files or none: the images of a grid as a square, others in a row.
     *
     * @throws IOException if a file of that name is there, or one cannot be written
     */
    public void write(String name, ImageSpace.Rendered rendered) throws IOException {
        PieceFiles.writeNew(set(name, rendered));
    }

    /** The same, and files of that name are replaced. */
    public void replace(String name, ImageSpace.Rendered rendered) throws IOException {
        set(name, rendered).replace();
    }

    private FileSet set(String name, ImageSpace.Rendered rendered) {
        ImageSheet sheet = new ImageSheet(columns(rendered.provenance().recipe()), rendered.images());
        return FileSet.in(folder)
                .with(name + ".png", out -> out.write(sheet.toPng()))
                .with(name + ".json", out -> out.write(PieceFiles.json(rendered.provenance())));
    }

    private static int columns(Recipe recipe) {
        int images = recipe.codes().length;
        return switch (recipe.operation()) {
            case "grid", "generate" -> (int) Math.ceil(Math.sqrt(images));
            default -> Math.min(MOST_IN_STRIP, images);
        };
    }

    /** Writes an image and its reconstruction side by side as one picture. */
    public void writeBeside(String name, GreyImage original, GreyImage reconstruction) throws IOException {
        new ImageSheet(2, List.of(original, reconstruction)).writePng(folder.resolve(name + ".png"));
    }
}
