package diabolo.representation;

import static java.util.Objects.requireNonNull;

import diabolo.grid.QuantizedNote;
import diabolo.grid.QuantizedPart;
import diabolo.note.Checks;
import diabolo.note.Instrument;
import java.util.List;
import java.util.Optional;

/**
 * What one line of a representation is.
 *
 * <pre>{@code
 * Line bass = Trio.of(16).lines().get(Trio.BASS); // Line[name=bass, kind=PITCHED, alphabet=90]
 * bass.isOnset(Melody.noteOn(Pitch.of(40)));      // true
 * }</pre>
 *
 * @param name as people call it: {@code bass}
 * @param alphabet how many things it can say at a step; of a piano roll how many pitches it has
 */
public record Line(String name, Kind kind, int alphabet) {

    /** What a line is made of. */
    public enum Kind {
        /** Tones, which have a pitch and last. */
        PITCHED,
        /** Hits, of which several may fall together. */
        DRUMS
    }

    static final Line MELODY = new Line("melody", Kind.PITCHED, Melody.ALPHABET);
    static final Line BASS = new Line("bass", Kind.PITCHED, Melody.ALPHABET);
    static final Line DRUMS = new Line("drums", Kind.DRUMS, Drums.ALPHABET);

    private static final Instrument ACOUSTIC_BASS = new Instrument.Melodic(32);

    public Line {
        requireNonNull(name, "name");
        requireNonNull(kind, "kind");
        Checks.require(alphabet > 0, "alphabet must be positive, was " + alphabet);
    }

    public boolean isPitched() {
        return kind == Kind.PITCHED;
    }

    /** Whether a tone or a hit begins with a token. */
    public boolean isOnset(int token) {
        return switch (kind) {
            case PITCHED -> token >= Melody.FIRST_NOTE_ON;
            case DRUMS -> token > 0;
        };
    }

    EncodedLine encode(List<QuantizedNote> notes, int steps) {
        return switch (kind) {
            case PITCHED -> LineTokens.encode(notes, steps);
            case DRUMS -> DrumTokens.encode(notes, steps);
        };
    }

    QuantizedPart decode(int[] tokens) {
        return switch (kind) {
            case PITCHED ->
                new QuantizedPart(name, equals(BASS) ? ACOUSTIC_BASS : Instrument.PIANO, LineTokens.decode(tokens));
            case DRUMS -> new QuantizedPart(name, new Instrument.Drums(), DrumTokens.decode(tokens));
        };
    }

    /** Empty if a tone would leave the pitches that there are tokens for; drums have no key. */
    Optional<int[]> transpose(int[] tokens, int semitones) {
        return switch (kind) {
            case PITCHED -> LineTokens.transpose(tokens, semitones);
            case DRUMS -> Optional.of(tokens.clone());
        };
    }

    int[] overlay(int[] given, int[] tokens) {
        return switch (kind) {
            case PITCHED -> LineTokens.overlay(given, tokens);
            case DRUMS -> DrumTokens.overlay(given, tokens);
        };
    }
}
