package diabolo.harmony;

import diabolo.note.NoteSequence;
import diabolo.note.Part;
import java.util.List;
import java.util.Locale;

/**
 * The melody of a piece: the part that is named melody or soprano, else the first that has tones.
 *
 * <pre>{@code
 * NoteSequence melody = MelodyPart.of(piece);
 * }</pre>
 */
public final class MelodyPart {

    private MelodyPart() {}

    /**
     * The piece with its melody alone, note for note.
     *
     * @return without parts if no part has tones
     */
    public static NoteSequence of(NoteSequence piece) {
        List<Part> tones = piece.parts().stream()
                .filter(part -> !part.isDrums() && !part.notes().isEmpty())
                .toList();
        return piece.withParts(
                tones.stream()
                        .filter(MelodyPart::isNamedAsMelody)
                        .findFirst()
                        .or(() -> tones.stream().findFirst())
                        .stream()
                        .toList());
    }

    private static boolean isNamedAsMelody(Part part) {
        String name = part.name().toLowerCase(Locale.ROOT);
        return name.contains("melody") || name.contains("soprano");
    }
}
