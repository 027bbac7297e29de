package diabolo.corpus;

/** Which parts of a piece are melodies, where a corpus is made of single lines. */
enum MelodyParts {
    /**
     * The part that is named melody or soprano, else the first with tones: for notation, whose upper voice is the tune and whose
     * other parts accompany it.
     */
    MAIN,
    /** Every part of General MIDI programs 0 to 31, each a line of its own: for MIDI files, where no part is known to be the tune. */
    EVERY_LEAD
}
