package diabolo.latent;

import static diabolo.note.Checks.require;

import diabolo.note.Pitch;

/** Wishes that no music can meet together are refused before anything is looked for. */
final class Contradictions {

    private Contradictions() {}

    /**
     * Refuses a window whose given notes are out of its key, or forbidden.
     *
     * @throws IllegalArgumentException that names the note and the way out
     */
    static void refuse(WindowGoal goal) {
        for (Heard.Note note : goal.given()) {
            goal.key()
                    .ifPresent(key -> require(
                            note.isDrum() || key.contains(Pitch.of(note.voice())),
                            "the given notes have %s, which is not in %s; choose another key, or leave the note out"
                                    .formatted(note.name(), key.name())));
            require(
                    goal.forbidden().stream()
                            .noneMatch(other -> other.voice() == note.voice()
                                    && other.start() < note.end()
                                    && note.start() < other.end()),
                    "%s is both given and forbidden at step %d of a window; leave it out of one of the two"
                            .formatted(note.name(), note.start() + 1));
        }
    }
}
