package diabolo.abc;

import diabolo.note.Beat;
import diabolo.note.Note;
import diabolo.note.Part;
import diabolo.note.Pitch;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.PriorityQueue;

/**
 * A line of chords and rests, one after the other, out of a part whose notes may overlap. Gives them bar by bar, in order.
 *
 * <p>Belongs to one writing on one thread.
 */
final class AbcLayer {

    /**
     * A note, a chord or a rest within a bar.
     *
     * @param pitches none for a rest
     * @param isTied whether it goes on behind its end
     */
    record Segment(Beat start, Beat end, List<Pitch> pitches, boolean isTied) {}

    private record Chord(Beat start, Beat end, List<Pitch> pitches) {
        boolean isLike(Note note) {
            return start.equals(note.start()) && end.equals(note.end());
        }
    }

    private record Free(Beat from, int layer) {}

    private final List<Chord> chords = new ArrayList<>();
    private int next;

    /** As few layers as hold all notes; the first holds what begins first. */
    static List<AbcLayer> of(Part part) {
        List<AbcLayer> layers = new ArrayList<>();
        PriorityQueue<Free> busy = new PriorityQueue<>((a, b) -> a.from().compareTo(b.from()));
        PriorityQueue<Integer> idle = new PriorityQueue<>();
        for (Chord chord : chordsOf(part)) {
            while (!busy.isEmpty() && busy.peek().from().compareTo(chord.start()) <= 0) {
                idle.add(busy.poll().layer());
            }
            if (idle.isEmpty()) {
                idle.add(layers.size());
                layers.add(new AbcLayer());
            }
            int layer = idle.poll();
            layers.get(layer).chords.add(chord);
            busy.add(new Free(chord.end(), layer));
        }
        return layers;
    }

    /** What the layer has in a bar, without gaps, cut at the given places; empty where it has no note there. */
    List<Segment> in(AbcPage.Bar bar, NavigableSet<Beat> cuts) {
        List<Segment> segments = new ArrayList<>();
        Beat position = bar.start();
        while (next < chords.size() && chords.get(next).start().compareTo(bar.end()) < 0) {
            Chord chord = chords.get(next);
            Beat start = Beat.max(chord.start(), bar.start());
            Beat end = Beat.min(chord.end(), bar.end());
            addCut(segments, new Segment(position, start, List.of(), false), cuts);
            boolean goesOn = chord.end().compareTo(bar.end()) > 0;
            addCut(segments, new Segment(start, end, chord.pitches(), goesOn), cuts);
            position = end;
            if (goesOn) {
                break;
            }
            next++;
        }
        if (!segments.isEmpty()) {
            addCut(segments, new Segment(position, bar.end(), List.of(), false), cuts);
        }
        return segments;
    }

    /** A bar in which nothing sounds. */
    static List<Segment> rest(AbcPage.Bar bar, NavigableSet<Beat> cuts) {
        List<Segment> segments = new ArrayList<>();
        addCut(segments, new Segment(bar.start(), bar.end(), List.of(), false), cuts);
        return segments;
    }

    private static void addCut(List<Segment> segments, Segment whole, NavigableSet<Beat> cuts) {
        if (whole.start().compareTo(whole.end()) >= 0) {
            return;
        }
        Beat start = whole.start();
        for (Beat cut : cuts.subSet(whole.start(), false, whole.end(), false)) {
            segments.add(
                    new Segment(start, cut, whole.pitches(), !whole.pitches().isEmpty()));
            start = cut;
        }
        segments.add(new Segment(start, whole.end(), whole.pitches(), whole.isTied()));
    }

    private static List<Chord> chordsOf(Part part) {
        List<Chord> chords = new ArrayList<>();
        // longer ones first, so that a held note does not end up in a later layer than what moves against it
        List<Note> notes = part.notes().stream()
                .sorted((a, b) -> {
                    int byStart = a.start().compareTo(b.start());
                    int byLength = byStart != 0 ? byStart : b.duration().compareTo(a.duration());
                    return byLength != 0 ? byLength : a.pitch().compareTo(b.pitch());
                })
                .toList();
        for (Note note : notes) {
            if (!chords.isEmpty() && chords.getLast().isLike(note)) {
                chords.getLast().pitches().add(note.pitch());
            } else {
                chords.add(new Chord(note.start(), note.end(), new ArrayList<>(List.of(note.pitch()))));
            }
        }
        return chords;
    }
}
