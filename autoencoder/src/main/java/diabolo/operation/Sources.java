package diabolo.operation;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Where operations in JSON find what they name: a disk, or what a session holds.
 *
 * <pre>{@code
 * Operation operation = OperationJson.read(json, new FileSources(space, modelFolder, (file, finding) -> {}));
 * }</pre>
 *
 * <p>An operation names nothing but through this; a server gives one that opens what its users may open.
 */
public interface Sources {

    /**
     * The music of a name.
     *
     * @param bars those that are taken; all if none are named
     * @throws IOException if there is none; the message is a sentence
     */
    Source.Music music(String name, Optional<Bars> bars) throws IOException;

    /**
     * Music or the codes of one piece, whichever the name stands for.
     *
     * @throws IOException if there is neither, or bars of codes are asked for
     */
    Source source(String name, Optional<Bars> bars) throws IOException;

    /**
     * The codes of a name, of one or more pieces.
     *
     * @throws IOException if there are none
     */
    List<Source.Codes> codes(String name) throws IOException;

    /**
     * An attribute of the model by its name, or in a file.
     *
     * @throws IOException if there is none
     */
    Attribute attribute(String nameOrFile) throws IOException;
}
