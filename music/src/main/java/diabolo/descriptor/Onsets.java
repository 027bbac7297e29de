package diabolo.descriptor;

import diabolo.grid.QuantizedNote;
import diabolo.grid.QuantizedPart;
import diabolo.grid.QuantizedSequence;
import diabolo.representation.MelodicLine;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * When something begins in a piece, and at which pitch.
 *
 * @param count how many notes begin
 * @param steps where, each once
 * @param pitches in order of time; none of drums
 */
record Onsets(int count, Set<Integer> steps, List<Integer> pitches, int lengthInSteps, int stepsPerSixteenth) {

    static Onsets of(QuantizedSequence piece) {
        List<QuantizedNote> line = MelodicLine.of(notes(piece, false)).notes();
        List<QuantizedNote> heard = line.isEmpty() ? notes(piece, true) : line;
        return new Onsets(
                heard.size(),
                heard.stream().map(QuantizedNote::startStep).collect(Collectors.toCollection(TreeSet::new)),
                line.stream().map(note -> note.pitch().midi()).toList(),
                piece.lengthInSteps(),
                piece.grid().stepsPerBeat() / 4);
    }

    boolean at(int step) {
        return steps.contains(step);
    }

    /** The part of the onsets that are at such steps. */
    double share(IntPredicate isCounted) {
        return share(steps.stream().mapToInt(step -> step).filter(isCounted).count(), steps.size());
    }

    static double share(long part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private static List<QuantizedNote> notes(QuantizedSequence piece, boolean ofDrums) {
        return piece.parts().stream()
                .filter(part -> part.isDrums() == ofDrums)
                .map(QuantizedPart::notes)
                .flatMap(List::stream)
                .toList();
    }
}
