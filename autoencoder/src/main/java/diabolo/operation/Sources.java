package diabolo.operation;

import diabolo.attribute.Attribute;
import java.io.IOException;
import java.util.List;

/**
 * Opens the music, codes and attributes that operations in JSON name, from disk or from memory.
 *
 * <pre>{@code
 * Operation operation = OperationJson.read(json, new FileSources(space, modelFolder, (file, finding) -> {}));
 * }</pre>
 *
 * <p>Operations open nothing by any other means; a server provides one that opens what its users may open.
 */
public interface Sources {

    /**
     * Music by name.
     *
     * @throws IOException if there is none; the message is a sentence
     */
    Source.Music music(String name, Selection selection) throws IOException;

    /**
     * Music or the codes of one piece, whichever has the name.
     *
     * @throws IOException if there is neither, or a selection of codes is asked for
     */
    Source source(String name, Selection selection) throws IOException;

    /**
     * The codes of one or more pieces.
     *
     * @throws IOException if there are none
     */
    List<Source.Codes> codes(String name) throws IOException;

    /**
     * An attribute of the model by its name or file.
     *
     * @throws IOException if there is none
     */
    Attribute attribute(String nameOrFile) throws IOException;
}
