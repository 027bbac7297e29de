package diabolo.search;

import static diabolo.note.Checks.require;

import diabolo.grid.Passage;
import diabolo.grid.QuantizedSequence;
import diabolo.latent.LatentSpace;
import diabolo.latent.MelodyMask;
import diabolo.note.Key;
import diabolo.note.NoteSequence;
import diabolo.representation.Encoded;
import diabolo.representation.Frames;
import diabolo.representation.PianoRoll;
import diabolo.representation.Representation;
import diabolo.representation.TokenRepresentation;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Constraints, cut into a model's windows.
 *
 * @param windows one or more
 * @param unplaced how many given notes the representation cannot hold
 */
record ConstraintSet(List<WindowConstraints> windows, int unplaced) {

    ConstraintSet {
        windows = List.copyOf(windows);
    }

    /**
     * Cuts constraints into windows.
     *
     * @throws IllegalArgumentException if there are none, two of a kind, or some that the model or another one rules out
     */
    static ConstraintSet of(LatentSpace space, List<Constraint> constraints) {
        requireUsable(space, constraints);
        Representation representation = space.representation();
        Optional<Passage> given = find(constraints, Constraint.GivenNotes.class).map(Constraint.GivenNotes::passage);
        Optional<Passage> forbidden =
                find(constraints, Constraint.ForbiddenNotes.class).map(Constraint.ForbiddenNotes::passage);
        Optional<Key> key = find(constraints, Constraint.InKey.class).map(Constraint.InKey::key);
        Optional<Double> density = find(constraints, Constraint.Density.class).map(Constraint.Density::onsetsPerStep);
        Optional<NoteSequence> melody =
                find(constraints, Constraint.UnderMelody.class).map(wanted -> line(space.roll(), wanted.melody()));
        List<Frames> sounding = given.map(piece -> cut(space, "given", piece)).orElse(List.of());
        List<List<SoundingNotes.Note>> silent =
                forbidden.map(piece -> forbidden(space, piece)).orElse(List.of());
        List<MelodyMask> masks = melody.map(line -> masks(space.roll(), line)).orElse(List.of());
        List<Frames> sketches = melody.filter(_ -> given.isEmpty())
                .map(line -> cut(space, "melody's", space.passage(line)))
                .orElse(sounding);
        int count = IntStream.of(1, sounding.size(), silent.size(), masks.size())
                .max()
                .orElseThrow();
        List<WindowConstraints> windows = IntStream.range(0, count)
                .mapToObj(window -> new WindowConstraints(
                        representation,
                        notes(representation, sounding, window),
                        at(silent, window).orElse(List.of()),
                        key,
                        density,
                        at(masks, window).filter(mask -> !mask.isSilent()),
                        at(sketches, window)))
                .toList();
        windows.forEach(ConflictingConstraints::refuse);
        return new ConstraintSet(
                windows, given.map(piece -> unplaced(space, piece)).orElse(0));
    }

    private static void requireUsable(LatentSpace space, List<Constraint> constraints) {
        require(
                !constraints.isEmpty(),
                "no constraint is given; give notes, a key, a density or a melody to harmonize");
        require(
                constraints.stream().map(Constraint::getClass).distinct().count() == constraints.size(),
                "two constraints of a kind are given; give each kind once, with all notes in one piece");
        Representation representation = space.representation();
        require(
                find(constraints, Constraint.InKey.class).isEmpty() || representation.hasTones(),
                "%s writes drums, which have no key; leave the key out, or choose a model of melodies or piano rolls"
                        .formatted(space.description().name()));
        find(constraints, Constraint.Density.class)
                .ifPresent(wanted -> requirePossible(representation, wanted.onsetsPerStep()));
    }

    private static <T> Optional<T> at(List<T> windows, int window) {
        return window < windows.size() ? Optional.of(windows.get(window)) : Optional.empty();
    }

    private static List<SoundingNotes.Note> notes(Representation representation, List<Frames> windows, int window) {
        return at(windows, window)
                .map(frames -> SoundingNotes.notes(representation.decode(frames)))
                .orElse(List.of());
    }

    /** All notes, also those below the highest line; drums as the representation classes them. */
    private static List<List<SoundingNotes.Note>> forbidden(LatentSpace space, Passage piece) {
        Representation representation = space.representation();
        List<Frames> windows = cut(space, "forbidden", piece);
        return IntStream.range(0, windows.size())
                .mapToObj(window -> {
                    QuantizedSequence own =
                            piece.music().slice(window * representation.steps(), representation.steps());
                    Stream<SoundingNotes.Note> tones = representation.hasTones()
                            ? SoundingNotes.notes(own).stream().filter(note -> !note.isDrum())
                            : Stream.empty();
                    Stream<SoundingNotes.Note> drums =
                            notes(representation, windows, window).stream().filter(SoundingNotes.Note::isDrum);
                    return Stream.concat(tones, drums).toList();
                })
                .toList();
    }

    private static int unplaced(LatentSpace space, Passage piece) {
        Encoded.Loss loss = space.loss(piece);
        return loss.outOfRangeNotes() + loss.otherPartNotes() + loss.mergedNotes() + loss.hiddenNotes();
    }

    private static <C extends Constraint> Optional<C> find(List<Constraint> constraints, Class<C> kind) {
        return constraints.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /** A line has at most one onset per step. */
    private static void requirePossible(Representation representation, double density) {
        require(
                density <= 1 || !representation.hasTones(),
                "density is onsets of the highest line per step, above 0 and at most 1, was %s; 0.25 is a note every four steps"
                        .formatted(density));
    }

    private static List<Frames> cut(LatentSpace space, String which, Passage piece) {
        requireKnownPitches(space.representation(), which, piece.music().toNoteSequence());
        return space.frames(piece);
    }

    private static void requireKnownPitches(Representation representation, String which, NoteSequence piece) {
        int lowest = representation.lowestPitch();
        int highest = representation.highestPitch();
        piece.parts().stream()
                .filter(part -> !part.isDrums())
                .filter(part -> switch (representation) {
                    case PianoRoll _ -> true;
                    case TokenRepresentation tokens ->
                        tokens.line(part.instrument()).isPresent();
                })
                .flatMap(part -> part.notes().stream())
                .filter(note -> note.pitch().midi() < lowest || note.pitch().midi() > highest)
                .findFirst()
                .ifPresent(note -> {
                    throw new IllegalArgumentException(
                            "the %s notes have %s (MIDI pitch %d), but the model's range is MIDI pitch %d to %d; transpose them into it"
                                    .formatted(
                                            which,
                                            note.pitch().name(),
                                            note.pitch().midi(),
                                            lowest,
                                            highest));
                });
    }

    private static NoteSequence line(PianoRoll roll, NoteSequence melody) {
        NoteSequence line = HighestLine.of(melody);
        requireKnownPitches(roll, "melody's", line);
        return line;
    }

    private static List<MelodyMask> masks(PianoRoll roll, NoteSequence line) {
        BitSet all = new BitSet();
        all.set(0, roll.cells());
        return MelodyMask.ofWindows(roll, line, all);
    }
}
