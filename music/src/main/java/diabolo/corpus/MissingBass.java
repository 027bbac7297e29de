package diabolo.corpus;

import diabolo.note.ChordSymbol;

/** What becomes of pieces with neither bass nor drums where trios are wanted: folk tunes with their chords, lead sheets. */
public enum MissingBass {
    /** They are refused: MusicVAE takes a trio only where a part plays each line. */
    REFUSED,
    /**
     * The bass is the lowest line of what accompanies the tune, or of the {@link ChordSymbol}s above it the roots or what stands
     * below them; the drums rest.
     */
    FROM_CHORDS
}
