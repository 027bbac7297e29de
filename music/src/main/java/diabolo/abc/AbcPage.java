package diabolo.abc;

import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.Key;
import diabolo.note.Meter;
import diabolo.note.NoteSequence;
import diabolo.note.Tempo;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What all voices of a written tune have in common: where its bars are, and what changes there.
 *
 * @param keyAtStart that of the header
 */
record AbcPage(Key keyAtStart, List<Bar> bars) {

    static final int MAX_BARS = 100_000;

    /**
     * A bar.
     *
     * @param fields what is written at its beginning, such as {@code [M:3/4]}
     */
    record Bar(Beat start, Beat end, Meter meter, Key key, String fields) {

        /** What a beam holds together. */
        Beat beat() {
            boolean isCompound = meter.beats() > 3 && meter.beats() % 3 == 0 && meter.beatUnit() >= 8;
            return isCompound ? Beat.of(12, meter.beatUnit()) : Beat.of(1);
        }
    }

    static AbcPage of(NoteSequence piece) {
        Beat end = piece.chords().stream()
                .map(At::start)
                .map(start -> start.plus(Beat.of(1, 48)))
                .reduce(piece.length(), Beat::max);
        Changes<Meter> meters = new Changes<>(piece.meters(), Meter.FOUR_FOUR);
        Changes<Key> keys = new Changes<>(piece.keys(), Key.C_MAJOR);
        Key keyAtStart = keys.at(Beat.ZERO);
        List<Bar> bars = new ArrayList<>();
        Beat start = Beat.ZERO;
        Meter meter = meters.at(start);
        Key key = keyAtStart;
        do {
            if (bars.size() >= MAX_BARS) {
                throw new IllegalArgumentException(
                        "the piece ends at beat %s, but ABC is written for at most %d bars; write MIDI, or cut it"
                                .formatted(end, MAX_BARS));
            }
            Meter newMeter = meters.at(start);
            Key newKey = keys.at(start);
            String fields = (newMeter.equals(meter) ? "" : "[M:" + newMeter + "]")
                    + (newKey.equals(key) ? "" : "[K:" + key(newKey) + "]");
            // a change of meter begins a bar, and so cuts the one before it short
            Beat whole = start.plus(newMeter.barLength());
            Beat barEnd = meters.next().map(change -> Beat.min(change, whole)).orElse(whole);
            bars.add(new Bar(start, barEnd, newMeter, newKey, fields));
            start = barEnd;
            meter = newMeter;
            key = newKey;
        } while (start.compareTo(end) < 0);
        return new AbcPage(keyAtStart, bars);
    }

    /** The name of a key as {@code K:} has it: {@code Bb}, {@code F#m}. */
    static String key(Key key) {
        String tonic = key.name().substring(0, key.name().indexOf(' '));
        return key.mode() == Key.Mode.MINOR ? tonic + "m" : tonic;
    }

    /** As {@code Q:} has it, in at most six decimals. */
    static String tempo(Tempo tempo) {
        BigDecimal perMinute = BigDecimal.valueOf(tempo.beatsPerMinute()).setScale(6, RoundingMode.HALF_UP);
        return "1/4=" + perMinute.stripTrailingZeros().toPlainString();
    }

    /** What holds, asked for from left to right. */
    private static final class Changes<T> {

        private final List<At<T>> changes;
        private T holding;
        private int next;

        Changes(List<At<T>> changes, T atFirst) {
            this.changes = changes;
            this.holding = atFirst;
        }

        T at(Beat position) {
            while (next < changes.size() && changes.get(next).start().compareTo(position) <= 0) {
                holding = changes.get(next++).value();
            }
            return holding;
        }

        /** Where the next change is. */
        Optional<Beat> next() {
            return next < changes.size() ? Optional.of(changes.get(next).start()) : Optional.empty();
        }
    }
}
