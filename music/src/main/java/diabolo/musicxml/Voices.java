package diabolo.musicxml;

import diabolo.notation.Notation;
import diabolo.note.Note;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The notes of one part, each bar's in voices in which nothing overlaps: notes that begin and end together are a chord, and a
 * chord takes the first voice that is free, higher ones before lower ones.
 */
final class Voices {

    private static final int MOST_HEADS = 1_000_000;

    /** Notes that begin and end together. */
    private record Chord(long start, long end, List<Note> notes) {
        int highest() {
            return notes.getLast().pitch().midi();
        }
    }

    /**
     * What a chord has in one bar.
     *
     * @param start in divisions since the beginning of the piece, and so is the end
     */
    record Head(long start, long end, List<Note> notes, Notation.Ties ties) {}

    private record Busy(long until, int voice) {}

    private Voices() {}

    /** The heads of every bar, by voice, counted from 1. */
    static List<SortedMap<Integer, List<Head>>> of(List<Note> notes, List<WrittenBar> bars, Divisions divisions) {
        List<SortedMap<Integer, List<Head>>> voices = new ArrayList<>();
        bars.forEach(bar -> voices.add(new TreeMap<>()));
        PriorityQueue<Busy> busy = new PriorityQueue<>(Comparator.comparing(Busy::until));
        TreeSet<Integer> free = new TreeSet<>();
        int heads = 0;
        int bar = 0;
        for (Chord chord : chordsOf(notes, divisions)) {
            while (!busy.isEmpty() && busy.element().until() <= chord.start()) {
                free.add(busy.remove().voice());
            }
            int voice = free.isEmpty() ? busy.size() + 1 : free.removeFirst();
            busy.add(new Busy(chord.end(), voice));
            while (bars.get(bar).end() <= chord.start()) {
                bar++;
            }
            for (int i = bar; i < bars.size() && bars.get(i).start() < chord.end(); i++) {
                heads = requireFew(heads + 1);
                voices.get(i).computeIfAbsent(voice, any -> new ArrayList<>()).add(head(chord, bars.get(i)));
            }
        }
        return voices;
    }

    private static List<Chord> chordsOf(List<Note> notes, Divisions divisions) {
        record Span(long start, long end) {}
        Map<Span, List<Note>> together = new LinkedHashMap<>();
        for (Note note : notes) {
            long start = divisions.of(note.start());
            long end = Math.max(start + 1, divisions.of(note.end()));
            together.computeIfAbsent(new Span(start, end), any -> new ArrayList<>())
                    .add(note);
        }
        List<Chord> chords = new ArrayList<>();
        together.forEach((span, chord) -> chords.add(new Chord(span.start(), span.end(), chord)));
        chords.sort(Comparator.comparing(Chord::start)
                .thenComparing(Chord::highest, Comparator.reverseOrder())
                .thenComparing(Chord::end));
        return chords;
    }

    private static Head head(Chord chord, WrittenBar bar) {
        boolean began = chord.start() < bar.start();
        boolean goesOn = chord.end() > bar.end();
        return new Head(
                Math.max(chord.start(), bar.start()),
                Math.min(chord.end(), bar.end()),
                chord.notes(),
                Notation.Ties.of(began, goesOn));
    }

    private static int requireFew(int heads) {
        if (heads > MOST_HEADS) {
            throw new IllegalArgumentException(
                    "a part makes more than %d notes with those tied on, and no more are written as MusicXML; write it as MIDI, or cut it"
                            .formatted(MOST_HEADS));
        }
        return heads;
    }
}
