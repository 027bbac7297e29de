package diabolo.audio;

import diabolo.note.NoteSequence;

/**
 * Plays music into numbers.
 *
 * <pre>{@code
 * Synthesizer synthesizer = Synthesizer.playing(SoundFont.find());
 * Pcm pcm = synthesizer.render(piece);
 * }</pre>
 *
 * <p>Keep one and use it for many pieces: reading the SoundFont is most of its start-up. Safe for several threads, which get the same
 * sound as one; there is nothing to close. Needs the flag {@code --add-exports=java.desktop/com.sun.media.sound=ALL-UNNAMED}.
 */
@FunctionalInterface
public interface Synthesizer {

    /** The longest piece that is rendered, in seconds: an hour, 635 MB as a stereo WAV file. */
    int LONGEST_SECONDS = 3600;

    /** How long the last release and the reverberation may ring after the last note, in seconds. */
    double TAIL_SECONDS = 1.5;

    /**
     * Prepares the sound of a piece; it is computed whenever the {@link Pcm} is streamed, the same each time. It lasts as
     * long as the notes and {@link #TAIL_SECONDS}.
     *
     * @throws AudioException if the piece has no notes or is longer than {@link #LONGEST_SECONDS}, if the SoundFont
     *     cannot be read, or if Java was started without the flag that opens its synthesizer
     */
    Pcm render(NoteSequence sequence) throws AudioException;

    /** The JDK's software synthesizer, which needs no sound card. The SoundFont is read when the first piece is rendered. */
    static Synthesizer playing(SoundFont soundFont) {
        return new JdkSynthesizer(soundFont);
    }
}
