package diabolo.musicxml;

import diabolo.note.At;
import diabolo.note.ChordSymbol;
import diabolo.note.Key;
import diabolo.note.NoteSequence;
import diabolo.note.Tempo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** What stands over the notes of a part at a place of its own, counted in divisions since the beginning of the piece. */
sealed interface Mark {

    long at();

    record OfKey(long at, Key key) implements Mark {}

    record OfTempo(long at, Tempo tempo) implements Mark {}

    record OfChord(long at, ChordSymbol chord) implements Mark {}

    /** Keys, tempos and chord symbols in time, those of one place in this order. */
    static List<Mark> allOf(NoteSequence piece, Divisions divisions) {
        List<Mark> marks = new ArrayList<>(keysOf(piece, divisions));
        marks.addAll(lastAtEachPlace(piece.tempos(), divisions, OfTempo::new));
        piece.chords().forEach(chord -> marks.add(new OfChord(divisions.of(chord.start()), chord.value())));
        marks.sort(Comparator.comparing(Mark::at));
        return marks;
    }

    static List<Mark> keysOf(NoteSequence piece, Divisions divisions) {
        return lastAtEachPlace(piece.keys(), divisions, OfKey::new);
    }

    private static <T> List<Mark> lastAtEachPlace(
            List<At<T>> changes, Divisions divisions, BiFunction<Long, T, Mark> mark) {
        TreeMap<Long, Mark> last = new TreeMap<>();
        for (At<T> change : changes) {
            long at = divisions.of(change.start());
            last.put(at, mark.apply(at, change.value()));
        }
        return new ArrayList<>(last.values());
    }
}
