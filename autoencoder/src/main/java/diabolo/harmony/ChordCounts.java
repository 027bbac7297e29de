package diabolo.harmony;

import diabolo.note.ChordSymbol;
import diabolo.note.Key;
import java.util.List;
import java.util.Optional;

/**
 * What was counted in lead sheets: how chords follow one another.
 *
 * <p>Filled while it learns, and not changed afterwards.
 *
 * @param slots in which each chord is written; [1][states]
 * @param initial first chords by mode; [modes][states]
 * @param last last chords by mode; [modes][states]
 * @param stays how often a chord was held over to a slot at a position; [positions][states]
 * @param leaves how often it was not; [positions][states]
 * @param changes from chord to chord by mode; [modes][from][to]
 * @param targets chords that begin at a position; [positions][states]
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ChordCounts(
        double[][] slots,
        double[][] initial,
        double[][] last,
        double[][] stays,
        double[][] leaves,
        double[][][] changes,
        double[][] targets) {

    static final int MODES = Key.Mode.values().length;
    static final int POSITIONS = SlotPosition.values().length;

    /** The place of its mode in tables. */
    static int modeOf(Key key) {
        return key.mode() == Key.Mode.MAJOR ? 0 : 1;
    }

    static ChordCounts none() {
        int states = ChordState.COUNT;
        return new ChordCounts(
                new double[1][states],
                new double[MODES][states],
                new double[MODES][states],
                new double[POSITIONS][states],
                new double[POSITIONS][states],
                new double[MODES][states][states],
                new double[POSITIONS][states]);
    }

    /** What some lead sheets have. */
    static ChordCounts of(List<WrittenLeadSheet> leadSheets) {
        ChordCounts counts = none();
        leadSheets.forEach(counts::add);
        return counts;
    }

    private void add(WrittenLeadSheet leadSheet) {
        Key key = leadSheet.key();
        int mode = modeOf(key);
        List<ChordSlot> places = ChordSlot.of(leadSheet.melody());
        List<ChordSymbol> written = leadSheet.written(places);
        Optional<ChordState> before = Optional.empty();
        boolean isFirst = true;
        for (int i = 0; i < places.size(); i++) {
            Optional<ChordState> state = ChordState.of(written.get(i), key);
            if (state.isPresent()) {
                int to = state.get().index();
                slots[0][to]++;
                if (isFirst) {
                    initial[mode][to]++;
                    isFirst = false;
                }
                int position = places.get(i).position().index();
                before.ifPresent(from -> addTransition(mode, position, from.index(), to));
            }
            before = state;
        }
        before.ifPresent(state -> last[mode][state.index()]++);
    }

    private void addTransition(int mode, int position, int from, int to) {
        if (from == to) {
            stays[position][from]++;
        } else {
            leaves[position][from]++;
            changes[mode][from][to]++;
            targets[position][to]++;
        }
    }
}
