package diabolo.tensor;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;

/** A file of weights breaks a rule of its format; the message names the file, the rule and the way out. */
public final class MalformedSafeTensorsException extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    public MalformedSafeTensorsException(Path path, String reason) {
        super("%s is no sound SafeTensors file: %s; take it again from where it came, or train anew"
                .formatted(path, reason));
    }
}
