package diabolo.operation;

import static java.util.Objects.requireNonNull;

import diabolo.attribute.Attribute;
import diabolo.attribute.AttributeFolder;
import diabolo.inspection.MusicFile;
import diabolo.latent.LatentSpace;
import diabolo.note.Finding;
import diabolo.note.MalformedMusicException;
import diabolo.note.NoteSequence;
import diabolo.note.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Sources in files, by path: music is read leniently, and a name that ends in {@code .json} is one of codes.
 *
 * <pre>{@code
 * Sources files = new FileSources(space, Path.of("models/melody-2bar"), (file, finding) -> log(finding.sentence()));
 * Source blues = files.source("blues.mid", Selection.ALL);
 * }</pre>
 *
 * <p>Not safe for several threads.
 */
public final class FileSources implements Sources {

    private final LatentSpace space;
    private final AttributeFolder attributes;
    private final BiConsumer<Path, Finding> noticed;

    /** The files whose findings were passed on. */
    private final Set<Path> alreadyRead = new HashSet<>();

    /**
     * Files for a model.
     *
     * @param model its folder, with its attributes
     * @param noticed is called with the findings of reading, once for each file
     */
    public FileSources(LatentSpace space, Path model, BiConsumer<Path, Finding> noticed) {
        this.space = requireNonNull(space, "space");
        this.attributes = new AttributeFolder(model);
        this.noticed = requireNonNull(noticed, "noticed");
    }

    /** A piece without a title gets the file's name, so that messages can name it. */
    @Override
    public Source.Music music(String name, Selection selection) throws IOException {
        Path file = Path.of(name);
        NoteSequence piece = read(file);
        NoteSequence titled = piece.title().isBlank() ? piece.withTitle(String.valueOf(file.getFileName())) : piece;
        return new Source.Music(file.toString(), titled, selection);
    }

    private NoteSequence read(Path file) throws IOException {
        return alreadyRead.add(file) ? readMusic(file, noticed) : readMusic(file, (_, _) -> {});
    }

    /**
     * The music in a file, read leniently.
     *
     * @param noticed is called with the findings
     * @throws IOException if it cannot be read; the sentence names the file
     */
    public static NoteSequence readMusic(Path file, BiConsumer<Path, Finding> noticed) throws IOException {
        try {
            Reading reading = MusicFile.readLenient(file);
            reading.findings().forEach(finding -> noticed.accept(file, finding));
            return reading.sequence();
        } catch (MalformedMusicException refused) {
            throw new IOException(file + ": " + refused.getMessage(), refused);
        }
    }

    @Override
    public Source source(String name, Selection selection) throws IOException {
        Path file = Path.of(name);
        if (!CodeFile.isOne(file)) {
            return music(name, selection);
        }
        if (!selection.equals(Selection.ALL)) {
            throw new IOException(
                    "%s holds codes, which have no bars; encode the bars that you want of the music, and leave them out here."
                            .formatted(file));
        }
        return CodeFile.readOne(space.model(), file);
    }

    @Override
    public List<Source.Codes> codes(String name) throws IOException {
        return CodeFile.read(space.model(), Path.of(name));
    }

    /** Whether a model, whose folder is given, has an attribute of a name, or this is a file. */
    public static boolean hasAttribute(Path model, String nameOrFile) {
        return Files.exists(new AttributeFolder(model).file(nameOrFile)) || Files.exists(Path.of(nameOrFile));
    }

    @Override
    public Attribute attribute(String nameOrFile) throws IOException {
        return new Attribute(nameOrFile, attributes.find(nameOrFile));
    }
}
