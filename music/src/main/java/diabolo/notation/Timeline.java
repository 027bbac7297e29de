package diabolo.notation;

import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.ChordSymbol;
import diabolo.note.Key;
import diabolo.note.Meter;
import diabolo.note.Tempo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The tempos, meters, keys and chord symbols of a piece in the order in which its bars are played, each stated where it
 * changes, chord symbols wherever they are written.
 *
 * <p>The meter is also stated again where whole bars begin anew, after a pickup or a bar cut short. Belongs to one reading
 * on one thread.
 */
final class Timeline {

    private final List<At<Tempo>> tempos = new ArrayList<>();
    private final List<At<Meter>> meters = new ArrayList<>();
    private final List<At<Key>> keys = new ArrayList<>();
    private final List<At<ChordSymbol>> chords = new ArrayList<>();

    void enter(BarPlan bar, Beat position) {
        if (bar.meter().isPresent() && mustState(bar.meter().get(), bar, position)) {
            meters.add(new At<>(position, bar.meter().get()));
        }
        bar.keyAtStart().ifPresent(key -> addKey(key, position));
        for (At<Key> change : bar.keyChanges()) {
            addKey(change.value(), position.plus(change.start()));
        }
        enterChords(bar, position);
        bar.tempos().stream()
                .sorted(Comparator.comparing(At::start))
                .forEach(change -> addTempo(change.value(), position.plus(change.start())));
    }

    List<At<Tempo>> tempos() {
        return tempos;
    }

    List<At<Meter>> meters() {
        return meters;
    }

    List<At<Key>> keys() {
        return keys;
    }

    List<At<ChordSymbol>> chords() {
        return chords;
    }

    /** After a jump, what holds is what is written before the bar, not what was played before it. */
    private void enterChords(BarPlan bar, Beat position) {
        boolean beginsWithOne =
                bar.chords().stream().anyMatch(chord -> chord.start().equals(Beat.ZERO));
        bar.chordAtStart()
                .filter(chord -> !beginsWithOne
                        && !chords.isEmpty()
                        && !chords.getLast().value().equals(chord))
                .ifPresent(chord -> chords.add(new At<>(position, chord)));
        for (At<ChordSymbol> chord : bar.chords()) {
            chords.add(new At<>(position.plus(chord.start()), chord.value()));
        }
    }

    private boolean mustState(Meter meter, BarPlan bar, Beat position) {
        if (meters.isEmpty() || !meters.getLast().value().equals(meter)) {
            return true;
        }
        boolean isWhole = bar.length().compareTo(bar.wholeLength()) >= 0;
        return isWhole && !isMultiple(position.minus(meters.getLast().start()), bar.wholeLength());
    }

    private static boolean isMultiple(Beat length, Beat unit) {
        long numerator = Math.multiplyExact(length.numerator(), unit.denominator());
        return numerator % Math.multiplyExact(length.denominator(), unit.numerator()) == 0;
    }

    private void addKey(Key key, Beat position) {
        if (keys.isEmpty() || !keys.getLast().value().equals(key)) {
            replaceAt(keys, new At<>(position, key));
        }
    }

    private void addTempo(Tempo tempo, Beat position) {
        Optional<At<Tempo>> last = tempos.isEmpty() ? Optional.empty() : Optional.of(tempos.getLast());
        // several parts may state the tempo; the first listed is believed
        boolean isStated = last.isPresent() && last.get().start().equals(position);
        boolean holds = last.isPresent() && last.get().value().equals(tempo);
        if (!isStated && !holds) {
            tempos.add(new At<>(position, tempo));
        }
    }

    private static <T> void replaceAt(List<At<T>> changes, At<T> change) {
        if (!changes.isEmpty() && changes.getLast().start().equals(change.start())) {
            changes.removeLast();
        }
        changes.add(change);
    }
}
