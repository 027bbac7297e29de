package diabolo.data;

import java.io.IOException;
import java.io.Serial;

/** A source does not give what it should; another may. The message says which and why, without a full stop. */
final class UnavailableException extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    /** What is not to be had. */
    enum Extent {
        /** This file; the next may. */
        FILE,
        /** Anything from this host. */
        HOST
    }

    private final Extent extent;

    UnavailableException(String reason) {
        super(reason);
        this.extent = Extent.FILE;
    }

    UnavailableException(Extent extent, String reason, Throwable cause) {
        super(reason, cause);
        this.extent = extent;
    }

    Extent extent() {
        return extent;
    }
}
