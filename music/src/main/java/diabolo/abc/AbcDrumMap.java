package diabolo.abc;

import diabolo.notation.Numbers;
import diabolo.note.Pitch;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which drum a note on a percussion staff is: {@code %%MIDI drummap F 36}, {@code %%percmap F bass-drum-1}.
 *
 * <p>Belongs to one tune.
 */
final class AbcDrumMap {

    private static final Pattern NOTE = Pattern.compile("(\\^{1,2}|_{1,2}|=)?([A-Ga-g])([,']{0,5})");
    private static final int LOWEST = 35;

    /** Of General MIDI, from 35 on, as {@code %%percmap} writes them without hyphens. */
    private static final List<String> NAMES = List.of(
            "acousticbassdrum bassdrum1 sidestick acousticsnare handclap electricsnare lowfloortom closedhihat highfloortom pedalhihat lowtom openhihat lowmidtom himidtom crashcymbal1 hightom ridecymbal1 chinesecymbal ridebell tambourine splashcymbal cowbell crashcymbal2 vibraslap ridecymbal2 hibongo lowbongo mutehiconga openhiconga lowconga hightimbale lowtimbale highagogo lowagogo cabasa maracas shortwhistle longwhistle shortguiro longguiro claves hiwoodblock lowwoodblock mutecuica opencuica mutetriangle opentriangle"
                    .split(" ", -1));

    private final Map<Integer, Pitch> drums = new HashMap<>();

    /** Takes a note such as {@code ^g} and its drum, a number or a name; says whether they made sense. */
    boolean put(String note, String drum) {
        Matcher written = NOTE.matcher(note);
        Optional<Pitch> pitch = pitch(drum);
        if (!written.matches() || pitch.isEmpty()) {
            return false;
        }
        char letter = written.group(2).charAt(0);
        int octaves = (Character.isLowerCase(letter) ? 1 : 0)
                + written.group(3).chars().map(mark -> mark == '\'' ? 1 : -1).sum();
        int alteration = written.group(1) == null ? 0 : AbcAccidentals.semitones(written.group(1));
        drums.put(AbcAccidentals.midi(Character.toUpperCase(letter), octaves, alteration), pitch.get());
        return true;
    }

    boolean isEmpty() {
        return drums.isEmpty();
    }

    /** The drum of a written pitch, as MIDI counts. */
    Optional<Pitch> at(int written) {
        return Optional.ofNullable(drums.get(written));
    }

    private static Optional<Pitch> pitch(String drum) {
        int named = NAMES.indexOf(drum.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""));
        return named >= 0
                ? Optional.of(Pitch.of(LOWEST + named))
                : Numbers.integer(drum)
                        .filter(number -> number >= 0 && number <= 127)
                        .map(Pitch::of);
    }
}
