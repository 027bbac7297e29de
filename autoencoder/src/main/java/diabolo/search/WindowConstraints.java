package diabolo.search;

import diabolo.descriptor.Descriptor;
import diabolo.grid.QuantizedSequence;
import diabolo.latent.MelodyMask;
import diabolo.note.Key;
import diabolo.note.Pitch;
import diabolo.representation.Frames;
import diabolo.representation.Representation;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The constraints on one window.
 *
 * @param given notes that must sound, as the representation holds them
 * @param forbidden notes that must not sound
 * @param density onsets per step
 * @param melody to harmonize; absent where it is silent
 * @param sketch the given notes, or else the melody, alone; absent where there are none
 */
record WindowConstraints(
        Representation representation,
        List<SoundingNotes.Note> given,
        List<SoundingNotes.Note> forbidden,
        Optional<Key> key,
        Optional<Double> density,
        Optional<MelodyMask> melody,
        Optional<Frames> sketch) {

    WindowConstraints {
        given = List.copyOf(given);
        forbidden = List.copyOf(forbidden);
    }

    /** The given notes that sound. */
    Count given(SoundingNotes sounding) {
        return new Count((int) given.stream().filter(sounding::has).count(), given.size());
    }

    /** The forbidden notes that do not. */
    Count forbidden(SoundingNotes sounding) {
        return new Count(
                (int) forbidden.stream().filter(note -> !sounding.touches(note)).count(), forbidden.size());
    }

    /** The notes that belong to the key. */
    static Count inKey(Key wanted, List<SoundingNotes.Note> notes) {
        List<SoundingNotes.Note> tones =
                notes.stream().filter(note -> !note.isDrum()).toList();
        long within = tones.stream()
                .filter(note -> wanted.contains(Pitch.of(note.voice())))
                .count();
        return new Count((int) within, tones.size());
    }

    /** The sum of violations: 0 where everything is met, at most 1 for each constraint. */
    double violation(Frames decoded) {
        QuantizedSequence window = representation.decode(decoded);
        List<SoundingNotes.Note> notes = SoundingNotes.notes(window);
        double violation = 0;
        if (!given.isEmpty() || !forbidden.isEmpty()) {
            SoundingNotes sounding = SoundingNotes.of(notes);
            violation +=
                    1 - given.stream().mapToDouble(sounding::nearness).average().orElse(1);
            Count silent = forbidden(sounding);
            violation += silent.all() == 0 ? 0 : 1 - silent.share();
        }
        violation += key.map(wanted -> 1 - inKey(wanted, notes).share()).orElse(0.0);
        violation += density.map(wanted -> densityViolation(window, wanted)).orElse(0.0);
        violation += melody.map(mask -> melodyViolation(mask, representation.sounding(decoded)))
                .orElse(0.0);
        return violation + (notes.isEmpty() ? 1 : 0); // silence meets no constraint
    }

    /** The relative error; 0 where no whole number of onsets comes closer. */
    static double densityViolation(QuantizedSequence music, double wanted) {
        int steps = music.lengthInSteps();
        double onsets = Descriptor.NOTE_DENSITY.of(music) * steps;
        double wantedOnsets = wanted * steps;
        boolean nearest = Math.abs(onsets - Math.max(1, wantedOnsets)) <= 0.5;
        return nearest ? 0 : Math.min(1, Math.abs(onsets - wantedOnsets) / wantedOnsets);
    }

    /** How many onsets are missing; negative where there are too many. */
    double missingOnsets(Frames decoded, double wanted) {
        QuantizedSequence music = representation.decode(decoded);
        return (wanted - Descriptor.NOTE_DENSITY.of(music)) * music.lengthInSteps();
    }

    private static double melodyViolation(MelodyMask mask, BitSet sounding) {
        double present = (double) mask.melodyCellsIn(sounding) / mask.melodyCells();
        double covering = (double) mask.coveringCellsIn(sounding) / mask.melodyCells();
        return Math.min(1, 1 - present + covering);
    }
}
