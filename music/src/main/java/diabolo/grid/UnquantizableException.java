package diabolo.grid;

import java.io.Serial;

/** A piece does not fit on a grid, because it is too long. The message is a whole sentence for the user. */
public class UnquantizableException extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1;

    public UnquantizableException(String sentence) {
        super(sentence);
    }
}
