package diabolo.representation;

import java.io.Serial;

/** Music has bars of another meter than a representation. The message is a whole sentence for the user. */
public class UnsuitableMeterException extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1;

    public UnsuitableMeterException(String sentence) {
        super(sentence);
    }
}
