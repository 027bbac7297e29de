package diabolo.search;

import diabolo.descriptor.Descriptor;
import diabolo.grid.QuantizedSequence;
import diabolo.latent.MelodyMask;
import diabolo.representation.Frames;
import diabolo.representation.Representation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/** How well decoded windows meet constraints. */
record Measurement(Representation representation, Goals goals, List<? extends Frames> windows) {

    List<Fulfilment> of(List<Constraint> constraints) {
        List<Fulfilment> fulfilments = new ArrayList<>();
        for (Constraint constraint : constraints) {
            fulfilments.add(
                    switch (constraint) {
                        case Constraint.GivenNotes _ -> ofTally(constraint, given(), "%d of %d given notes sound");
                        case Constraint.ForbiddenNotes _ ->
                            ofTally(constraint, forbidden(), "%d of %d forbidden notes are silent");
                        case Constraint.InKey inKey ->
                            ofTally(
                                    constraint,
                                    inKey(inKey),
                                    "%d of %d notes are in " + inKey.key().name());
                        case Constraint.Density density -> ofDensity(density);
                        case Constraint.UnderMelody _ -> ofMelody(constraint);
                    });
        }
        return fulfilments;
    }

    private static Fulfilment ofTally(Constraint constraint, Tally tally, String sentence) {
        double share = tally.share();
        return new Fulfilment(constraint, share, 1 - share, sentence.formatted(tally.met(), tally.all()));
    }

    private Tally given() {
        Tally all = Tally.NONE;
        for (int window = 0; window < windows.size(); window++) {
            all = all.plus(goals.windows().get(window).given(Heard.of(notes(window))));
        }
        return all;
    }

    private Tally forbidden() {
        Tally all = Tally.NONE;
        for (int window = 0; window < windows.size(); window++) {
            all = all.plus(goals.windows().get(window).forbidden(Heard.of(notes(window))));
        }
        return all;
    }

    private Tally inKey(Constraint.InKey inKey) {
        Tally all = Tally.NONE;
        for (int window = 0; window < windows.size(); window++) {
            all = all.plus(WindowGoal.inKey(inKey.key(), notes(window)));
        }
        return all;
    }

    private List<Heard.Note> notes(int window) {
        return Heard.notes(representation.decode(windows.get(window)));
    }

    private Fulfilment ofDensity(Constraint.Density density) {
        QuantizedSequence piece = representation.join(windows);
        double got = Descriptor.NOTE_DENSITY.of(piece);
        return new Fulfilment(
                density,
                got,
                WindowGoal.densityMiss(piece, density.onsetsPerStep()),
                String.format(Locale.ROOT, "%.3f onsets a step, wanted were %s", got, density.onsetsPerStep()));
    }

    private Fulfilment ofMelody(Constraint constraint) {
        Tally sounding = Tally.NONE;
        int covering = 0;
        for (int window = 0; window < windows.size(); window++) {
            BitSet cells = representation.sounding(windows.get(window));
            MelodyMask mask = goals.windows().get(window).melody().orElse(MelodyMask.NONE);
            sounding = sounding.plus(new Tally(mask.melodyCellsIn(cells), mask.melodyCells()));
            covering += mask.coveringCellsIn(cells);
        }
        double miss = 1 - sounding.share() + (double) covering / Math.max(1, sounding.all());
        return new Fulfilment(
                constraint,
                sounding.share(),
                Math.min(1, miss),
                "%d of %d steps of the melody sound, and %s it"
                        .formatted(
                                sounding.met(),
                                sounding.all(),
                                covering == 1 ? "1 cell covers" : covering + " cells cover"));
    }
}
