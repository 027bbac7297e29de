package diabolo.search;

import diabolo.descriptor.Descriptor;
import diabolo.grid.QuantizedSequence;
import diabolo.latent.MelodyMask;
import diabolo.note.Key;
import diabolo.representation.Frames;
import diabolo.representation.Representation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/** Measures how well decoded windows meet constraints. */
record Measurement(Representation representation, ConstraintSet constraintSet, List<? extends Frames> windows) {

    List<ConstraintResult> of(List<Constraint> constraints) {
        List<ConstraintResult> results = new ArrayList<>();
        for (Constraint constraint : constraints) {
            results.add(
                    switch (constraint) {
                        case Constraint.GivenNotes _ ->
                            ofCount(
                                    constraint,
                                    count((window, notes) -> window.given(SoundingNotes.of(notes))),
                                    "%d of %d given notes sound");
                        case Constraint.ForbiddenNotes _ ->
                            ofCount(
                                    constraint,
                                    count((window, notes) -> window.forbidden(SoundingNotes.of(notes))),
                                    "%d of %d forbidden notes are silent");
                        case Constraint.InKey(Key key) ->
                            ofCount(
                                    constraint,
                                    count((_, notes) -> WindowConstraints.inKey(key, notes)),
                                    "%d of %d notes are in " + key.name());
                        case Constraint.Density density -> ofDensity(density);
                        case Constraint.UnderMelody _ -> ofMelody(constraint);
                    });
        }
        return results;
    }

    private static ConstraintResult ofCount(Constraint constraint, Count count, String sentence) {
        double share = count.share();
        return new ConstraintResult(constraint, share, 1 - share, sentence.formatted(count.met(), count.all()));
    }

    private Count count(BiFunction<WindowConstraints, List<SoundingNotes.Note>, Count> ofWindow) {
        Count all = Count.NONE;
        for (int window = 0; window < windows.size(); window++) {
            List<SoundingNotes.Note> notes = SoundingNotes.notes(representation.decode(windows.get(window)));
            all = all.plus(ofWindow.apply(constraintSet.windows().get(window), notes));
        }
        return all;
    }

    private ConstraintResult ofDensity(Constraint.Density density) {
        QuantizedSequence piece = representation.join(windows);
        double reached = Descriptor.NOTE_DENSITY.of(piece);
        return new ConstraintResult(
                density,
                reached,
                WindowConstraints.densityViolation(piece, density.onsetsPerStep()),
                String.format(Locale.ROOT, "%.3f onsets a step, wanted were %s", reached, density.onsetsPerStep()));
    }

    private ConstraintResult ofMelody(Constraint constraint) {
        Count sounding = Count.NONE;
        int covering = 0;
        for (int window = 0; window < windows.size(); window++) {
            BitSet cells = representation.sounding(windows.get(window));
            MelodyMask mask = constraintSet.windows().get(window).melody().orElse(MelodyMask.NONE);
            sounding = sounding.plus(new Count(mask.melodyCellsIn(cells), mask.melodyCells()));
            covering += mask.coveringCellsIn(cells);
        }
        double violation = 1 - sounding.share() + (double) covering / Math.max(1, sounding.all());
        return new ConstraintResult(
                constraint,
                sounding.share(),
                Math.min(1, violation),
                "%d of %d steps of the melody sound, and %s it"
                        .formatted(
                                sounding.met(),
                                sounding.all(),
                                covering == 1 ? "1 cell covers" : covering + " cells cover"));
    }
}
