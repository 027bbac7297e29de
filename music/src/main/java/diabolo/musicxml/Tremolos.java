package diabolo.musicxml;

import diabolo.notation.FindingLog;
import diabolo.notation.Notation;
import diabolo.notation.Notation.NotatedNote;
import diabolo.note.Beat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tremolos of one bar as they are struck: two strokes through the stem of a half note are eight sixteenths, three between two half
 * notes are thirty-seconds of either in turn.
 *
 * <p>Used for one bar.
 */
final class Tremolos {

    private static final int MOST_STRIKES = 256;

    /** @param next where the other notes of a tremolo between two begin; empty for one on a single note */
    private record Tremolo(Beat start, Optional<Beat> next, String voice, int staff, Beat strike) {
        boolean isOf(NotatedNote note, Beat where) {
            return note.start().equals(where)
                    && note.staff() == staff
                    && note.voice().equals(voice);
        }
    }

    private final FindingLog log;
    private final List<Tremolo> tremolos = new ArrayList<>();
    private Optional<Tremolo> open = Optional.empty();

    Tremolos(FindingLog log) {
        this.log = log;
    }

    void add(NoteElement note, Beat start) {
        Beat strike = Beat.of(1, 1L << (note.tremolo.strokes() + note.type.flags()));
        Tremolo begun = new Tremolo(start, Optional.empty(), note.voice, note.staff, strike);
        switch (note.tremolo.kind()) {
            case SINGLE -> tremolos.add(begun);
            case START -> open = Optional.of(begun);
            case STOP -> {
                open.ifPresent(first -> tremolos.add(
                        new Tremolo(first.start(), Optional.of(start), first.voice(), first.staff(), first.strike())));
                open = Optional.empty();
            }
            case NONE -> {
                // held
            }
        }
    }

    /** The notes of the bar with those of tremolos struck again and again. */
    List<NotatedNote> struck(List<NotatedNote> notes) {
        List<NotatedNote> all = notes;
        for (Tremolo tremolo : tremolos) {
            all = struck(all, tremolo);
        }
        return all;
    }

    private List<NotatedNote> struck(List<NotatedNote> notes, Tremolo tremolo) {
        List<NotatedNote> first = notes.stream()
                .filter(note -> tremolo.isOf(note, tremolo.start()))
                .toList();
        List<NotatedNote> second = tremolo.next()
                .map(next ->
                        notes.stream().filter(note -> tremolo.isOf(note, next)).toList())
                .orElse(first);
        if (first.isEmpty() || second.isEmpty()) {
            return notes;
        }
        Beat end =
                second.stream().map(note -> note.start().plus(note.duration())).reduce(Beat.ZERO, Beat::max);
        double strikes =
                end.minus(tremolo.start()).toDouble() / tremolo.strike().toDouble();
        if (strikes < 2 || strikes > MOST_STRIKES) {
            log.note("a tremolo of fewer strokes than two, or of very many", "held");
            return notes;
        }
        List<NotatedNote> struck = new ArrayList<>(notes);
        struck.removeAll(first);
        struck.removeAll(second);
        Beat position = tremolo.start();
        for (int strike = 0; position.compareTo(end) < 0; strike++) {
            Beat next = Beat.min(position.plus(tremolo.strike()), end);
            for (NotatedNote note : strike % 2 == 0 ? first : second) {
                struck.add(note.struck(position, next.minus(position), Notation.Ties.NONE));
            }
            position = next;
        }
        return struck;
    }
}
