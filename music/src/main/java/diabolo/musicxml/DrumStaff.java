package diabolo.musicxml;

import diabolo.notation.Numbers;
import diabolo.note.Pitch;
import java.util.Map;
import java.util.Optional;

/**
 * Which drum an unpitched note is where the file does not say: by its place on the staff, as drum parts usually have it (N. Weinberg,
 * "Guidelines for Drumset Notation", Percussive Notes, 1994).
 */
final class DrumStaff {

    private static final Pitch SNARE = Pitch.of(38);
    private static final Pitch SIDE_STICK = Pitch.of(37);
    private static final Pitch OPEN_HI_HAT = Pitch.of(46);

    private static final Map<String, Integer> BY_PLACE = Map.ofEntries(
            Map.entry("D4", 44), // hi-hat by pedal
            Map.entry("E4", 35), // second bass drum
            Map.entry("F4", 36), // bass drum
            Map.entry("G4", 41), // low floor tom
            Map.entry("A4", 43), // floor tom
            Map.entry("B4", 45), // low tom
            Map.entry("C5", 38), // snare
            Map.entry("D5", 47), // middle tom
            Map.entry("E5", 48), // high tom
            Map.entry("F5", 51), // ride
            Map.entry("G5", 42), // hi-hat
            Map.entry("A5", 49), // crash
            Map.entry("B5", 57), // second crash
            Map.entry("C6", 52)); // china

    private DrumStaff() {}

    /** The drum of a note, as MIDI counts; a snare where it is drawn at no known place. */
    static Pitch drumOf(NoteElement note) {
        String octave = Numbers.integer(note.displayOctave).map(String::valueOf).orElse("");
        String place = note.displayStep + octave;
        if (place.equals("C5") && note.noteHead.equals("x")) {
            return SIDE_STICK;
        }
        if (place.equals("G5") && note.noteHead.startsWith("circle")) {
            return OPEN_HI_HAT;
        }
        return Optional.ofNullable(BY_PLACE.get(place)).map(Pitch::of).orElse(SNARE);
    }
}
