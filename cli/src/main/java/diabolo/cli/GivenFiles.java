package diabolo.cli;

import diabolo.attribute.Attribute;
import diabolo.operation.Selection;
import diabolo.operation.Source;
import diabolo.operation.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files that a verb is given, and the bars that are taken of the music in them. */
final class GivenFiles {

    /** What takes the place of pieces for a model of images. */
    static final String PICTURES =
            "PNGs of its size, white on black, or an image of an IDX file by its number, as digits.idx3-ubyte.gz#17.";

    private final Sources sources;
    private final Selection selection;
    private boolean holdMusic;

    GivenFiles(Sources sources, Selection selection) {
        this.sources = sources;
        this.selection = selection;
    }

    /** Whether music was opened: codes have no bars. */
    boolean holdMusic() {
        return holdMusic;
    }

    /** Music, or the codes of a piece. */
    Source source(Path file) throws IOException {
        Source source = sources.source(file.toString(), selection);
        holdMusic |= source instanceof Source.Music;
        return source;
    }

    List<Source> sources(List<Path> files) throws IOException {
        List<Source> all = new ArrayList<>();
        for (Path file : files) {
            all.add(source(file));
        }
        return all;
    }

    Source.Music music(Path file) throws IOException {
        holdMusic = true;
        return sources.music(file.toString(), selection);
    }

    Optional<Source.Music> music(Optional<Path> file) throws IOException {
        return file.isPresent() ? Optional.of(music(file.get())) : Optional.empty();
    }

    List<Source.Codes> codes(Path file) throws IOException {
        return sources.codes(file.toString());
    }

    Attribute attribute(String nameOrFile) throws IOException {
        return sources.attribute(nameOrFile);
    }
}
