package diabolo.corpus;

/** The key in which pieces enter a corpus. */
public enum Transposition {
    AS_WRITTEN,
    /**
     * To the key signature without sharps and flats, the shorter way unless that leaves the MIDI range. The key is the signature that holds longest in the
     * piece; where none is known, it is estimated from the notes ({@link KeyEstimation}).
     */
    TO_COMMON_KEY
}
