package diabolo.magenta;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;

/** A checkpoint breaks a rule of its format or is of an unknown kind; the message gives the reason and the remedy. */
public final class UnreadableCheckpointException extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    private static final int LONGEST = 300;

    private UnreadableCheckpointException(String message) {
        super(message);
    }

    /** The files are invalid. */
    static UnreadableCheckpointException broken(Path folder, String reason) {
        return new UnreadableCheckpointException(
                "%s is no valid checkpoint: %s; take all its files again from where it was published"
                        .formatted(folder, onOneLine(reason)));
    }

    /** The files may be valid, but are of another network or other music. */
    static UnreadableCheckpointException unknown(Path folder, String reason) {
        return new UnreadableCheckpointException(
                "%s is not of a kind that can be imported: %s; choose a MusicVAE of melodies, drums or trios, without chords"
                        .formatted(folder, onOneLine(reason)));
    }

    /** Quotations from a manifest may be long and hold anything. */
    private static String onOneLine(String reason) {
        String clean = reason.replaceAll("\\p{Cntrl}", "?");
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "...";
    }
}
