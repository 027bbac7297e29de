package diabolo.inspection;

import static java.util.stream.Collectors.joining;

import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.Meter;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import diabolo.note.Pitch;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The statistics of a piece: counts, length, tempo, range.
 *
 * <pre>{@code
 * PieceStatistics statistics = PieceStatistics.of(MidiReader.read(Path.of("maple.mid")));
 * statistics.inWords(); // 2 parts, 2566 notes, 144 bars of 2/4, 288 beats or 144.0 s at 120 beats a minute, ...
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param notes drums included
 * @param drumNotes the notes of drum parts
 * @param bars begun bars, through every change of meter
 * @param beats quarter notes to the end of the last note
 * @param tempos the different tempos in beats a minute, in order of appearance, at most {@link #MAX_LISTED}
 * @param meters likewise the meters, such as {@code 3/4}
 * @param keys likewise the keys; empty where none is given
 * @param lowestPitch of the notes that are no drums; absent where there are none
 * @param polyphony the most notes that sound at once, drums included
 * @param sixteenthShare the share of notes that begin exactly on a sixteenth, 0 to 1; 0 without notes
 */
public record PieceStatistics(
        int parts,
        int notes,
        int drumNotes,
        long bars,
        double beats,
        double seconds,
        List<Double> tempos,
        List<String> meters,
        List<String> keys,
        Optional<String> lowestPitch,
        Optional<String> highestPitch,
        int polyphony,
        double sixteenthShare) {

    /** A file may change its tempo at every note; more different values are not listed. */
    public static final int MAX_LISTED = 8;

    private static final int SIXTEENTHS_PER_BEAT = 4;

    public PieceStatistics {
        tempos = List.copyOf(tempos);
        meters = List.copyOf(meters);
        keys = List.copyOf(keys);
    }

    /** Counts a piece. */
    public static PieceStatistics of(NoteSequence piece) {
        List<Note> notes = piece.allNotes().toList();
        List<Pitch> pitches = piece.parts().stream()
                .filter(part -> !part.isDrums())
                .flatMap(part -> part.notes().stream())
                .map(Note::pitch)
                .toList();
        return new PieceStatistics(
                piece.parts().size(),
                notes.size(),
                (int) piece.parts().stream()
                        .filter(Part::isDrums)
                        .mapToLong(part -> part.notes().size())
                        .sum(),
                bars(piece),
                piece.length().toDouble(),
                piece.durationSeconds(),
                different(piece.tempos(), tempo -> tempo.beatsPerMinute()),
                different(piece.meters(), Meter::toString),
                different(piece.keys(), key -> key.name()),
                pitches.stream().min(Comparator.naturalOrder()).map(Pitch::name),
                pitches.stream().max(Comparator.naturalOrder()).map(Pitch::name),
                polyphony(notes),
                sixteenthShare(notes));
    }

    /** One line for people. */
    public String inWords() {
        if (notes == 0) {
            return "no notes";
        }
        String lasting =
                String.format(Locale.ROOT, "%s %s or %.1f s", shortly(beats), beats == 1 ? "beat" : "beats", seconds);
        String range = lowestPitch.isEmpty()
                ? "no pitches"
                : "pitches " + lowestPitch.orElse("") + " to " + highestPitch.orElse("");
        return "%d %s, %d %s, %d %s of %s, %s at %s, %s, %s, %s at once at most, %s, %s"
                .formatted(
                        parts,
                        parts == 1 ? "part" : "parts",
                        notes,
                        notes == 1 ? "note" : "notes",
                        bars,
                        bars == 1 ? "bar" : "bars",
                        listed(meters, "4/4 (not given)"),
                        lasting,
                        tempos.isEmpty()
                                ? "120 beats a minute (not given)"
                                : listed(
                                                tempos.stream()
                                                        .map(PieceStatistics::shortly)
                                                        .toList(),
                                                "") + " beats a minute",
                        keys.isEmpty() ? "no key given" : "in " + listed(keys, ""),
                        range,
                        polyphony + (polyphony == 1 ? " note" : " notes"),
                        String.format(Locale.ROOT, "%.1f%% on the sixteenths", 100 * sixteenthShare),
                        drumNotes == 0 ? "no drums" : drumNotes + " of them drums");
    }

    private static long bars(NoteSequence piece) {
        Beat end = piece.length();
        long bars = 0;
        Beat from = Beat.ZERO;
        Meter meter = Meter.FOUR_FOUR;
        for (At<Meter> change : piece.meters()) {
            if (change.start().compareTo(end) >= 0) {
                break;
            }
            bars += begunBars(change.start().minus(from), meter);
            from = change.start();
            meter = change.value();
        }
        return bars + begunBars(end.minus(from), meter);
    }

    private static long begunBars(Beat length, Meter meter) {
        Beat bar = meter.barLength();
        return Math.ceilDiv(
                Math.multiplyExact(length.numerator(), bar.denominator()),
                Math.multiplyExact(length.denominator(), bar.numerator()));
    }

    private static int polyphony(List<Note> notes) {
        List<Beat> starts = notes.stream().map(Note::start).sorted().toList();
        List<Beat> ends = notes.stream().map(Note::end).sorted().toList();
        int ended = 0;
        int most = 0;
        for (int started = 0; started < starts.size(); started++) {
            while (ends.get(ended).compareTo(starts.get(started)) <= 0) {
                ended++;
            }
            most = Math.max(most, started + 1 - ended);
        }
        return most;
    }

    private static double sixteenthShare(List<Note> notes) {
        long onGrid = notes.stream()
                .filter(note -> note.start().isOnGrid(SIXTEENTHS_PER_BEAT))
                .count();
        return notes.isEmpty() ? 0 : (double) onGrid / notes.size();
    }

    private static <T, W> List<W> different(List<At<T>> changes, Function<T, W> words) {
        return changes.stream()
                .map(change -> words.apply(change.value()))
                .distinct()
                .limit(MAX_LISTED)
                .toList();
    }

    private static String listed(List<String> values, String otherwise) {
        String more = values.size() == MAX_LISTED ? ", ..." : "";
        return values.isEmpty() ? otherwise : values.stream().collect(joining(", ")) + more;
    }

    /** At most two decimals, and none that are zero. */
    private static String shortly(double value) {
        double rounded = Math.round(value * 100) / 100.0;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }
}
