package diabolo.musicxml;

import diabolo.notation.FindingLog;
import diabolo.notation.Notation;
import diabolo.notation.Notation.NotatedNote;
import diabolo.note.Beat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tremolos of one bar as they are struck: two strokes through the stem of a half note are eight sixteenths, three between two half
 * notes are thirty-seconds of either in turn.
 *
 * <p>Used for one bar.
 */
final class Tremolos {

    private static final int MOST_STRIKES = 256;

    /** What a tremolo is on: a note, or a chord within one staff. */
    private record Place(Beat start, String voice, int staff) {
        static Place of(NotatedNote note) {
            return new Place(note.start(), note.voice(), note.staff());
        }
    }

    /** @param next the other notes of a tremolo between two; the same for one on a single note */
    private record Tremolo(Place place, Place next, Beat strike) {}

    private final NoteBudget budget;
    private final FindingLog log;
    private final List<Tremolo> tremolos = new ArrayList<>();
    private Optional<Tremolo> open = Optional.empty();

    Tremolos(NoteBudget budget, FindingLog log) {
        this.budget = budget;
        this.log = log;
    }

    void add(NoteElement note, Beat start) {
        Place place = new Place(start, note.voice, note.staff);
        switch (note.tremolo.kind()) {
            case SINGLE -> tremolos.add(new Tremolo(place, place, strike(note)));
            case START -> open = Optional.of(new Tremolo(place, place, strike(note)));
            case STOP -> {
                open.ifPresent(first -> tremolos.add(new Tremolo(
                        first.place(),
                        new Place(start, first.place().voice(), first.place().staff()),
                        first.strike())));
                open = Optional.empty();
            }
            case NONE -> {
                // held
            }
        }
    }

    /** A tremolo between two notes is drawn as a tuplet of two in the time of one, which makes its strokes no shorter. */
    private static Beat strike(NoteElement note) {
        Beat plain = Beat.of(1, 1L << (note.tremolo.strokes() + note.type.flags()));
        int pair = note.tremolo.kind() == NoteElement.Tremolo.Kind.START && note.type.isInTuplet() ? 2 : 1;
        return note.type.isSoundTuplet()
                ? plain.times((long) pair * note.type.normal()).dividedBy(note.type.actual())
                : plain;
    }

    /** The notes of the bar with those of tremolos struck again and again. */
    List<NotatedNote> struck(List<NotatedNote> notes) {
        if (tremolos.isEmpty()) {
            return notes;
        }
        Map<Place, List<NotatedNote>> held = notes.stream().collect(Collectors.groupingBy(Place::of));
        List<NotatedNote> struck = new ArrayList<>();
        for (Tremolo tremolo : tremolos) {
            List<NotatedNote> first = held.getOrDefault(tremolo.place(), List.of());
            List<NotatedNote> second = held.getOrDefault(tremolo.next(), List.of());
            if (!first.isEmpty() && !second.isEmpty() && strike(tremolo, first, second, struck)) {
                held.remove(tremolo.place());
                held.remove(tremolo.next());
            }
        }
        List<NotatedNote> all = new ArrayList<>(
                notes.stream().filter(note -> held.containsKey(Place.of(note))).toList());
        all.addAll(struck);
        return all;
    }

    /** Whether the strokes are few enough to be struck. */
    private boolean strike(
            Tremolo tremolo, List<NotatedNote> first, List<NotatedNote> second, List<NotatedNote> struck) {
        Beat position = tremolo.place().start();
        Beat end =
                second.stream().map(note -> note.start().plus(note.duration())).reduce(Beat.ZERO, Beat::max);
        double strikes = end.minus(position).toDouble() / tremolo.strike().toDouble();
        int most = (int) Math.ceil(strikes) * Math.max(first.size(), second.size());
        if (strikes < 2 || strikes > MOST_STRIKES || !budget.take(most)) {
            log.note("a tremolo of fewer strokes than two, or of very many", "held");
            return false;
        }
        for (int strike = 0; position.compareTo(end) < 0; strike++) {
            Beat next = Beat.min(position.plus(tremolo.strike()), end);
            for (NotatedNote note : strike % 2 == 0 ? first : second) {
                struck.add(note.struck(position, next.minus(position), Notation.Ties.NONE));
            }
            position = next;
        }
        return true;
    }
}
