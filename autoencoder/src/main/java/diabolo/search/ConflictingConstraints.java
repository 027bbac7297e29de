package diabolo.search;

import static diabolo.note.Checks.require;

import diabolo.latent.MelodyMask;
import diabolo.note.Pitch;
import diabolo.representation.PianoRoll;
import java.util.BitSet;
import java.util.List;

/** Refuses constraints that contradict each other, before the search. */
final class ConflictingConstraints {

    private ConflictingConstraints() {}

    /**
     * Refuses a window whose given notes are out of its key, forbidden, or cover its melody, or whose melody is out of key or
     * forbidden.
     *
     * @throws IllegalArgumentException that names the note and the way out
     */
    static void refuse(WindowConstraints constraints) {
        for (SoundingNotes.Note note : constraints.given()) {
            constraints
                    .key()
                    .ifPresent(key -> require(
                            note.isDrum() || key.contains(Pitch.of(note.voice())),
                            "the given notes have %s, which is not in %s; choose another key, or leave the note out"
                                    .formatted(note.name(), key.name())));
            require(
                    constraints.forbidden().stream()
                            .noneMatch(other -> other.voice() == note.voice()
                                    && other.start() < note.end()
                                    && note.start() < other.end()),
                    "%s is both given and forbidden at step %d of a window; leave it out of one of the two"
                            .formatted(note.name(), note.start() + 1));
        }
        if (constraints.representation() instanceof PianoRoll roll) {
            constraints.melody().ifPresent(mask -> refuse(constraints, mask, roll));
        }
    }

    private static void refuse(WindowConstraints constraints, MelodyMask mask, PianoRoll roll) {
        constraints.key().ifPresent(key -> mask.melody().stream()
                .mapToObj(cell -> Pitch.of(roll.lowestPitch() + cell % roll.pitches()))
                .filter(pitch -> !key.contains(pitch))
                .findFirst()
                .ifPresent(pitch -> {
                    throw new IllegalArgumentException(
                            "the melody has %s, which is not in %s; choose another key, or leave it out"
                                    .formatted(pitch.name(), key.name()));
                }));
        requireApart(constraints.given(), mask.blocked(), roll, "is given, but would cover the melody");
        requireApart(constraints.forbidden(), mask.melody(), roll, "is forbidden, but the melody has it");
    }

    private static void requireApart(List<SoundingNotes.Note> notes, BitSet cells, PianoRoll roll, String fault) {
        for (SoundingNotes.Note note : notes) {
            for (int step = note.start(); step < note.end(); step++) {
                require(
                        !cells.get(roll.index(step, Pitch.of(note.voice()))),
                        "%s %s at step %d of a window; leave the note out".formatted(note.name(), fault, step + 1));
            }
        }
    }
}
