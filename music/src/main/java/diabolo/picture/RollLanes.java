package diabolo.picture;

import diabolo.note.Instrument;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import diabolo.note.Pitch;
import diabolo.representation.DrumClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;

/**
 * What the lanes of a piano roll are, counted from the bottom: where there are drums, one for each of their classes, and above
 * them the keys, a semitone each. Immutable.
 *
 * @param drums the names of drums, from the bottom up
 * @param lowestPitch that of the lowest key
 * @param pitches how many keys there are
 */
record RollLanes(List<String> drums, int lowestPitch, int pitches) {

    private static final List<String> KIT =
            Arrays.stream(DrumClass.values()).map(DrumClass::label).toList();
    private static final String OTHERS = "other";
    private static final int MARGIN_PITCHES = 2;
    private static final int FEWEST_PITCHES = 12;

    /** Keys from a pitch to another and some around them. */
    static RollLanes keys(int lowest, int highest) {
        int from = Math.max(0, lowest - MARGIN_PITCHES);
        int to = Math.min(127, Math.max(highest + MARGIN_PITCHES, from + FEWEST_PITCHES - 1));
        from = Math.min(from, to - FEWEST_PITCHES + 1);
        return new RollLanes(List.of(), from, to - from + 1);
    }

    /** Those that a piece needs; of one without notes an octave of keys. */
    static RollLanes of(NoteSequence piece) {
        List<Part> kits = piece.parts().stream().filter(RollLanes::isKit).toList();
        IntSummaryStatistics tones = piece.parts().stream()
                .filter(part -> !isKit(part))
                .flatMap(part -> part.notes().stream())
                .mapToInt(note -> note.pitch().midi())
                .summaryStatistics();
        if (kits.stream().allMatch(kit -> kit.notes().isEmpty())) {
            return tones.getCount() == 0 ? keys(60, 71) : keys(tones.getMin(), tones.getMax());
        }
        List<String> drums = new ArrayList<>(KIT);
        boolean others = kits.stream().flatMap(kit -> kit.notes().stream()).anyMatch(hit -> DrumClass.of(hit.pitch())
                .isEmpty());
        if (others) {
            drums.add(OTHERS);
        }
        RollLanes keys = tones.getCount() == 0 ? new RollLanes(drums, 0, 0) : keys(tones.getMin(), tones.getMax());
        return new RollLanes(List.copyOf(drums), keys.lowestPitch(), keys.pitches());
    }

    private static boolean isKit(Part part) {
        return part.instrument() instanceof Instrument.Drums;
    }

    int count() {
        return firstKey() + pitches;
    }

    /** Between drums and keys one lane is free. */
    private int firstKey() {
        return drums.isEmpty() || pitches == 0 ? drums.size() : drums.size() + 1;
    }

    /** That of a tone. */
    int of(Pitch tone) {
        return firstKey() + tone.midi() - lowestPitch;
    }

    /** That of a note of a part. */
    int of(Part part, Pitch pitch) {
        return isKit(part) ? DrumClass.of(pitch).map(DrumClass::ordinal).orElse(KIT.size()) : of(pitch);
    }

    private Optional<Pitch> key(int lane) {
        return lane < firstKey() ? Optional.empty() : Optional.of(Pitch.of(lowestPitch + lane - firstKey()));
    }

    /** Whether it is the first of an octave, under which a line is drawn. */
    boolean beginsOctave(int lane) {
        return key(lane).filter(key -> key.pitchClass() == 0).isPresent();
    }

    /** Black keys and every other drum are. */
    boolean isShaded(int lane) {
        return key(lane).map(key -> key.name().contains("#")).orElse(lane < drums.size() && lane % 2 == 1);
    }

    /** The names of drums and of each C. */
    Optional<String> label(int lane) {
        if (lane < drums.size()) {
            return Optional.of(drums.get(lane));
        }
        return key(lane).filter(key -> key.pitchClass() == 0).map(Pitch::name);
    }
}
