package diabolo.search;

import diabolo.model.descent.CellTargets;
import diabolo.model.descent.CodeSearch;
import diabolo.note.Pitch;
import diabolo.representation.Cells;
import diabolo.representation.PianoRoll;
import java.util.ArrayList;
import java.util.List;

/**
 * Searches for a code by gradient descent through a dense decoder: given cells are targets of 1, forbidden cells and those out of
 * the key of 0, and the soft onset count is raised or lowered towards the density.
 */
record GradientSearch(CodeSearch search, PianoRoll roll, WindowConstraints constraints) {

    /** The weight of one onset too many or too few, against 1 of a cell. */
    private static final double ONSET_WEIGHT = 0.25;

    private static final double MOST_WEIGHT = 3;

    /** The best code of each descent; of equals the earliest, and so the least changed. */
    List<RatedCode> from(List<RatedCode> starts, CodeSearch.Settings settings) {
        List<RatedCode> best = new ArrayList<>(starts);
        float[][] codes = starts.stream().map(RatedCode::code).toArray(float[][]::new);
        search.follow(targets(), codes, settings, (update, now, decoded) -> {
            boolean met = false;
            float[] onsetWeights = new float[now.length];
            for (int i = 0; i < now.length; i++) {
                double violation = constraints.violation(decoded.get(i));
                if (violation < best.get(i).rating()) {
                    best.set(i, new RatedCode(now[i], violation));
                }
                met |= violation == 0;
                onsetWeights[i] = onsetWeight(decoded.get(i));
            }
            return met ? new float[0] : onsetWeights;
        });
        return best;
    }

    private float onsetWeight(Cells decoded) {
        return constraints
                .density()
                .map(wanted -> constraints.missingOnsets(decoded, wanted))
                .map(onsets -> (float) Math.clamp(ONSET_WEIGHT * onsets, -MOST_WEIGHT, MOST_WEIGHT))
                .orElse(0f);
    }

    private CellTargets targets() {
        float[] directions = new float[roll.cells()];
        constraints.key().ifPresent(key -> {
            for (int cell = 0; cell < directions.length; cell++) {
                directions[cell] = key.contains(Pitch.of(roll.lowestPitch() + cell % roll.pitches())) ? 0 : -1;
            }
        });
        constraints.melody().ifPresent(mask -> {
            mask.blocked().stream().forEach(cell -> directions[cell] = -1);
            mask.melody().stream().forEach(cell -> directions[cell] = 1);
        });
        for (SoundingNotes.Note note : constraints.forbidden()) {
            mark(directions, note, -1);
        }
        for (SoundingNotes.Note note : constraints.given()) {
            if (note.start() > 0) {
                directions[index(note, note.start() - 1)] = -1; // else it would begin earlier
            }
        }
        for (SoundingNotes.Note note : constraints.given()) {
            mark(directions, note, 1);
        }
        return new CellTargets(directions, roll.pitches());
    }

    private void mark(float[] directions, SoundingNotes.Note note, float direction) {
        for (int step = note.start(); step < note.end(); step++) {
            directions[index(note, step)] = direction;
        }
    }

    private int index(SoundingNotes.Note note, int step) {
        return roll.index(step, Pitch.of(note.voice()));
    }
}
