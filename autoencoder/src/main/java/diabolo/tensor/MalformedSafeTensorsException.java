package diabolo.tensor;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;

/** A SafeTensors file breaks a rule of its format; the message names the file, the rule and the remedy. */
public final class MalformedSafeTensorsException extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    public MalformedSafeTensorsException(Path path, String reason) {
        super("%s is no valid SafeTensors file: %s; take it again from where it came, or train again"
                .formatted(path, reason));
    }
}
