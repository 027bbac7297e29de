package diabolo.audio;

import java.io.IOException;
import java.io.Serial;

/** Music could not be made to sound. The message is a whole sentence for the user, with the way out. */
public class AudioException extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    public AudioException(String message) {
        super(message);
    }

    public AudioException(String message, Throwable cause) {
        super(message, cause);
    }
}
