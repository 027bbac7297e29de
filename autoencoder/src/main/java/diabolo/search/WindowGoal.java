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
 * What one window of a piece shall be.
 *
 * @param given notes that shall sound, as the representation holds them
 * @param forbidden notes that shall not
 * @param density onsets a step
 * @param melody what is to be harmonized; absent where it is silent
 * @param sketch the given notes or the melody and nothing else; absent where there are none
 */
record WindowGoal(
        Representation representation,
        List<Heard.Note> given,
        List<Heard.Note> forbidden,
        Optional<Key> key,
        Optional<Double> density,
        Optional<MelodyMask> melody,
        Optional<Frames> sketch) {

    WindowGoal {
        given = List.copyOf(given);
        forbidden = List.copyOf(forbidden);
    }

    /** The given notes that sound. */
    Tally given(Heard heard) {
        return new Tally((int) given.stream().filter(heard::has).count(), given.size());
    }

    /** The forbidden notes that do not. */
    Tally forbidden(Heard heard) {
        return new Tally(
                (int) forbidden.stream().filter(note -> !heard.touches(note)).count(), forbidden.size());
    }

    /** The notes that belong to the key. */
    static Tally inKey(Key wanted, List<Heard.Note> notes) {
        List<Heard.Note> tones = notes.stream().filter(note -> !note.isDrum()).toList();
        long within = tones.stream()
                .filter(note -> wanted.contains(Pitch.of(note.voice())))
                .count();
        return new Tally((int) within, tones.size());
    }

    /** How far a decoding is from what is wanted, all told: 0 where everything is met, and at most 1 for each constraint. */
    double miss(Frames decoded) {
        QuantizedSequence window = representation.decode(decoded);
        List<Heard.Note> notes = Heard.notes(window);
        double miss = 0;
        if (!given.isEmpty() || !forbidden.isEmpty()) {
            Heard heard = Heard.of(notes);
            miss += 1 - given.stream().mapToDouble(heard::nearness).average().orElse(1);
            Tally silent = forbidden(heard);
            miss += silent.all() == 0 ? 0 : 1 - silent.share();
        }
        miss += key.map(wanted -> 1 - inKey(wanted, notes).share()).orElse(0.0);
        miss += density.map(wanted -> densityMiss(window, wanted)).orElse(0.0);
        miss += melody.map(mask -> melodyMiss(mask, representation.sounding(decoded)))
                .orElse(0.0);
        return miss + (notes.isEmpty() ? 1 : 0); // silence is no answer to anything
    }

    /** The difference in parts of what is wanted; none where no whole number of onsets comes closer. */
    static double densityMiss(QuantizedSequence music, double wanted) {
        int steps = music.lengthInSteps();
        double onsets = Descriptor.NOTE_DENSITY.of(music) * steps;
        double wantedOnsets = wanted * steps;
        boolean nearest = Math.abs(onsets - Math.max(1, wantedOnsets)) <= 0.5;
        return nearest ? 0 : Math.min(1, Math.abs(onsets - wantedOnsets) / wantedOnsets);
    }

    /** How many more onsets are wanted; negative where there are too many. */
    double missingOnsets(Frames decoded, double wanted) {
        QuantizedSequence music = representation.decode(decoded);
        return (wanted - Descriptor.NOTE_DENSITY.of(music)) * music.lengthInSteps();
    }

    private static double melodyMiss(MelodyMask mask, BitSet sounding) {
        double present = (double) mask.melodyCellsIn(sounding) / mask.melodyCells();
        double covering = (double) mask.coveringCellsIn(sounding) / mask.melodyCells();
        return Math.min(1, 1 - present + covering);
    }
}
