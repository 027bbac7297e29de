package diabolo.note;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What reading a file gave: the music, and everything noticed on the way.
 *
 * <p>Immutable.
 */
public record Reading(NoteSequence sequence, List<Finding> findings) {

    public Reading {
        requireNonNull(sequence, "sequence");
        findings = List.copyOf(findings);
    }
}
