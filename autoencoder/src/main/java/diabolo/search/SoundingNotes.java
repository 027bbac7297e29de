package diabolo.search;

import diabolo.grid.QuantizedNote;
import diabolo.grid.QuantizedPart;
import diabolo.grid.QuantizedSequence;
import diabolo.note.Pitch;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The notes that sound in a window, by voice: a pitch or a drum.
 *
 * @param begins the steps of its onsets, by voice
 * @param sounds the steps at which it sounds, by voice
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SoundingNotes(BitSet[] begins, BitSet[] sounds) {

    /** The pitches, then the drums. */
    private static final int VOICES = 256;

    private static final int FIRST_DRUM = 128;

    static int tone(Pitch pitch) {
        return pitch.midi();
    }

    static int drum(Pitch pitch) {
        return FIRST_DRUM + pitch.midi();
    }

    /** A note of a voice, from its first step to before its end. */
    record Note(int voice, int start, int end) {

        boolean isDrum() {
            return voice >= FIRST_DRUM;
        }

        String name() {
            return isDrum()
                    ? "the drum of MIDI pitch " + (voice - FIRST_DRUM)
                    : Pitch.of(voice).name();
        }
    }

    static SoundingNotes of(List<Note> notes) {
        SoundingNotes sounding = new SoundingNotes(new BitSet[VOICES], new BitSet[VOICES]);
        for (int voice = 0; voice < VOICES; voice++) {
            sounding.begins[voice] = new BitSet();
            sounding.sounds[voice] = new BitSet();
        }
        for (Note note : notes) {
            sounding.begins[note.voice()].set(note.start());
            sounding.sounds[note.voice()].set(note.start(), note.end());
        }
        return sounding;
    }

    static List<Note> notes(QuantizedSequence window) {
        List<Note> notes = new ArrayList<>();
        for (QuantizedPart part : window.parts()) {
            for (QuantizedNote note : part.notes()) {
                int voice = note.pitch().midi() + (part.isDrums() ? FIRST_DRUM : 0);
                notes.add(new Note(voice, note.startStep(), note.endStep()));
            }
        }
        return notes;
    }

    /** Whether a note sounds: it begins at its step, and its voice lasts at least as long. */
    boolean has(Note note) {
        return begins[note.voice()].get(note.start()) && sounds[note.voice()].nextClearBit(note.start()) >= note.end();
    }

    /** Whether any part of a note sounds. */
    boolean touches(Note note) {
        int next = sounds[note.voice()].nextSetBit(note.start());
        return next >= 0 && next < note.end();
    }

    /**
     * How nearly a note sounds: 1 where it does, else higher for a longer part of it, for an onset at its step, and for a sounding
     * pitch near it. A search needs such a slope.
     */
    double nearness(Note note) {
        if (has(note)) {
            return 1;
        }
        BitSet own = sounds[note.voice()].get(note.start(), note.end());
        double sounding = (double) own.cardinality() / (note.end() - note.start());
        boolean begun = false;
        int distance = FIRST_DRUM;
        int first = note.isDrum() ? FIRST_DRUM : 0;
        for (int voice = first; voice < first + FIRST_DRUM; voice++) {
            begun |= begins[voice].get(note.start());
            if (sounds[voice].get(note.start())) {
                distance = Math.min(distance, Math.abs(voice - note.voice()));
            }
        }
        return 0.4 * sounding + (begun ? 0.2 : 0) + 0.2 * Math.exp(-distance / 4.0);
    }
}
