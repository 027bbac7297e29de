package diabolo.evaluation;

import static diabolo.note.Checks.require;

import diabolo.grid.QuantizedNote;
import diabolo.grid.QuantizedSequence;
import diabolo.representation.Frames;
import diabolo.representation.PianoRoll;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How many notes come back: a note is found if the reconstruction has one of the same pitch that begins at the same step,
 * however long it lasts. Counted over all windows together.
 *
 * <pre>{@code
 * NoteMetrics metrics = NoteMetrics.of(PianoRoll.DEEPHEAR, windows, reconstructed);
 * metrics.f1(); // 0.98
 * }</pre>
 *
 * @param precision the share of the reconstruction's notes that are in the original; 0 where it has none
 * @param recall the share of the original's notes that are found; 0 where it has none
 */
public record NoteMetrics(double precision, double recall) {

    private record Onset(int pitch, int step) {}

    /** Compares windows with their reconstructions. */
    public static NoteMetrics of(PianoRoll roll, List<? extends Frames> windows, List<? extends Frames> reconstructed) {
        require(
                windows.size() == reconstructed.size(),
                "as many reconstructions as windows are needed: %d windows, %d reconstructions"
                        .formatted(windows.size(), reconstructed.size()));
        long found = 0;
        long given = 0;
        long wanted = 0;
        for (int window = 0; window < windows.size(); window++) {
            Set<Onset> original = onsets(roll, windows.get(window));
            Set<Onset> again = onsets(roll, reconstructed.get(window));
            wanted += original.size();
            given += again.size();
            Set<Onset> both = new HashSet<>(original);
            both.retainAll(again);
            found += both.size();
        }
        return new NoteMetrics(given == 0 ? 0 : (double) found / given, wanted == 0 ? 0 : (double) found / wanted);
    }

    /** Compares the tones of a piece with those of its reconstruction. */
    public static NoteMetrics of(QuantizedSequence piece, QuantizedSequence reconstruction) {
        Set<Onset> original = tones(piece);
        Set<Onset> again = tones(reconstruction);
        long found = original.stream().filter(again::contains).count();
        return new NoteMetrics(
                again.isEmpty() ? 0 : (double) found / again.size(),
                original.isEmpty() ? 0 : (double) found / original.size());
    }

    private static Set<Onset> tones(QuantizedSequence piece) {
        return piece.parts().stream()
                .filter(part -> !part.isDrums())
                .flatMap(part -> part.notes().stream())
                .map(NoteMetrics::onset)
                .collect(Collectors.toSet());
    }

    /** The harmonic mean of precision and recall; 0 where nothing is found. */
    public double f1() {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    private static Set<Onset> onsets(PianoRoll roll, Frames window) {
        return roll.decode(window).allNotes().map(NoteMetrics::onset).collect(Collectors.toSet());
    }

    private static Onset onset(QuantizedNote note) {
        return new Onset(note.pitch().midi(), note.startStep());
    }
}
