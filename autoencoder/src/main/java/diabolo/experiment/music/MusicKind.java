package diabolo.experiment.music;

import diabolo.note.Beat;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What kind of music pieces are, by which they are measured.
 *
 * <pre>{@code
 * MusicKind.of(MusicPieces.read(List.of(Path.of("rags")))); // TWO_HANDS
 * }</pre>
 */
public enum MusicKind {

    /** A line, perhaps with others that accompany it. */
    MELODY,
    /** Drums alone. */
    DRUMS,
    /** One or two parts with chords, below and above middle C: music for piano, such as ragtime. */
    TWO_HANDS;

    private static final int MIDDLE_C = 60;

    /** Of all notes, so many at least are in each hand. */
    private static final double SHARE_OF_A_HAND = 0.15;

    /** Of all notes, so many at least begin together with another. */
    private static final double SHARE_OF_CHORDS = 0.3;

    /** What most of the pieces are; of as many, melodies. */
    public static MusicKind of(MusicPieces pieces) {
        Map<MusicKind, Integer> counts = new EnumMap<>(MusicKind.class);
        pieces.music().forEach(piece -> counts.merge(of(piece), 1, Integer::sum));
        MusicKind most = MELODY;
        for (MusicKind kind : values()) {
            if (counts.getOrDefault(kind, 0) > counts.getOrDefault(most, 0)) {
                most = kind;
            }
        }
        return most;
    }

    static MusicKind of(NoteSequence piece) {
        List<Part> sounding =
                piece.parts().stream().filter(part -> !part.notes().isEmpty()).toList();
        if (!sounding.isEmpty() && sounding.stream().allMatch(Part::isDrums)) {
            return DRUMS;
        }
        boolean isForPiano = !sounding.isEmpty()
                && sounding.size() <= 2
                && piece.chords().isEmpty()
                && sounding.stream().noneMatch(part -> part.isDrums() || isNamedAsMelody(part));
        return isForPiano
                        && hasBothHands(sounding.stream()
                                .flatMap(part -> part.notes().stream())
                                .toList())
                ? TWO_HANDS
                : MELODY;
    }

    private static boolean isNamedAsMelody(Part part) {
        String name = part.name().toLowerCase(Locale.ROOT);
        return name.contains("melody") || name.contains("soprano");
    }

    private static boolean hasBothHands(List<Note> notes) {
        long low = notes.stream().filter(note -> note.pitch().midi() < MIDDLE_C).count();
        Set<Beat> onsets = new HashSet<>();
        notes.forEach(note -> onsets.add(note.start()));
        double count = notes.size();
        return low >= SHARE_OF_A_HAND * count
                && count - low >= SHARE_OF_A_HAND * count
                && count - onsets.size() >= SHARE_OF_CHORDS * count;
    }
}
