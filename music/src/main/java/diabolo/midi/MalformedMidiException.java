package diabolo.midi;

import diabolo.note.Finding;
import diabolo.note.MalformedMusicException;
import java.io.Serial;

/**
 * A MIDI file breaks a rule of the format and was refused. The message is a sentence for the user: the byte, the rule, the
 * way out.
 *
 * <pre>{@code
 * byte 18: track 1 declares 4096 bytes, but 57 are left in the file; lenient reading repairs it: what is there is read
 * }</pre>
 */
public final class MalformedMidiException extends MalformedMusicException {

    @Serial
    private static final long serialVersionUID = 1;

    public MalformedMidiException(Finding finding) {
        super(finding);
    }
}
