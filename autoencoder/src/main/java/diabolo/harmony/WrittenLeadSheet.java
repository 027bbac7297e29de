package diabolo.harmony;

import static java.util.Objects.requireNonNull;

import diabolo.corpus.KeyEstimation;
import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.ChordKind;
import diabolo.note.ChordSymbol;
import diabolo.note.Key;
import diabolo.note.NoteSequence;
import java.util.List;
import java.util.Optional;

/**
 * A melody with the chords that were written for it: what a {@link ChordModel} learns from and is compared with.
 *
 * <pre>{@code
 * Optional<WrittenLeadSheet> song = WrittenLeadSheet.of("song.mxl", piece);
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param name of its file
 * @param melody alone, with its chord symbols
 * @param key that of its signature, else estimated; major or minor as its chords are
 */
public record WrittenLeadSheet(String name, NoteSequence melody, Key key) {

    /** Quarter notes that the last chord counts for: more than it lasts. */
    private static final double LAST_CHORD_BEATS = 16;

    public WrittenLeadSheet {
        requireNonNull(name, "name");
        requireNonNull(melody, "melody");
        requireNonNull(key, "key");
    }

    /** The lead sheet in a piece; empty if it has no chord symbol, no melody or no key. */
    public static Optional<WrittenLeadSheet> of(String name, NoteSequence piece) {
        NoteSequence melody = MelodyPart.of(piece);
        boolean hasChords =
                melody.chords().stream().anyMatch(chord -> chord.value().kind() != ChordKind.NONE);
        return hasChords && !melody.parts().isEmpty()
                ? KeyEstimation.keyOf(melody).map(key -> new WrittenLeadSheet(name, melody, withModeOf(melody, key)))
                : Optional.empty();
    }

    /** Files call nearly all keys major; the last chord says more, or else which of the two tonics is there longer. */
    private static Key withModeOf(NoteSequence melody, Key signature) {
        double minor = 0;
        double major = 0;
        List<At<ChordSymbol>> chords = melody.chords();
        for (int i = 0; i < chords.size(); i++) {
            double beats = i + 1 < chords.size()
                    ? chords.get(i + 1).start().minus(chords.get(i).start()).toDouble()
                    : LAST_CHORD_BEATS;
            Optional<ChordState> state = ChordState.of(chords.get(i).value(), signature);
            minor += state.filter(ChordState::isMinorTonic).isPresent() ? beats : 0;
            major += state.filter(ChordState::isMajorTonic).isPresent() ? beats : 0;
        }
        return new Key(signature.fifths(), minor > major ? Key.Mode.MINOR : Key.Mode.MAJOR);
    }

    /** The symbol that holds longest in each slot; no chord where none does. */
    List<ChordSymbol> written(List<ChordSlot> slots) {
        return slots.stream().map(this::written).toList();
    }

    private ChordSymbol written(ChordSlot slot) {
        List<At<ChordSymbol>> chords = melody.chords();
        ChordSymbol longest = ChordSymbol.NO_CHORD;
        double most = 0;
        for (int i = 0; i < chords.size(); i++) {
            Beat end = i + 1 < chords.size() ? chords.get(i + 1).start() : slot.end();
            double overlap = slot.overlap(chords.get(i).start(), end);
            if (overlap > most) {
                most = overlap;
                longest = chords.get(i).value();
            }
        }
        return longest;
    }
}
