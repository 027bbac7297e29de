package diabolo.ragtime;

import diabolo.grid.QuantizedNote;
import diabolo.note.Beat;
import diabolo.note.Key;
import diabolo.note.Note;
import diabolo.note.Pitch;
import diabolo.note.Velocity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Two hands as tokens, in C major or A minor on a grid of sixteenths: of each hand the leading notes and the shapes that they are struck
 * in; and the place of each step in a strain.
 *
 * <pre>{@code
 * int[][] tokens = RagTokens.of(section, shapes); // [5][steps]
 * }</pre>
 *
 * <p>0 is outside the piece, 1 a rest, and two for each pitch or shape, when it is struck and while it is held. So both lines of a hand
 * rest, are struck and are held together.
 */
final class RagTokens {

    static final int LINES = 2 * Hand.COUNT;

    static final int OUTSIDE = 0;
    static final int REST = 1;
    private static final int FIRST = 2;

    /** MIDI number of the lowest leading note in C major or A minor. */
    static final int LOWEST = 24;

    /** MIDI number of the highest. */
    static final int HIGHEST = LOWEST + HandShapes.MOST - 1;

    /** How many tokens a line has. */
    static final int COUNT = FIRST + 2 * HandShapes.MOST;

    /** Steps outside the piece at both ends. */
    static final int MARGIN = 8;

    static final int STEPS_PER_BEAT = 4;

    private static final int OCTAVE = 12;
    private static final int MAJOR_THIRD = 4;
    private static final int FIFTH = 7;

    /** Sixteenths of a bar of 2/4. */
    static final int STEPS_PER_BAR = 8;

    /** Bars of a strain. */
    static final int BARS_PER_STRAIN = 16;

    /** Steps of a strain. */
    static final int STRAIN = BARS_PER_STRAIN * STEPS_PER_BAR;

    /** Places in a strain, and 0 outside. */
    static final int PLACES = 1 + STRAIN;

    private RagTokens() {}

    /** The place of a step in its strain, 0 or more, where strains are counted back from an end. */
    static int place(int step, int end) {
        return Math.floorMod(step - end, STRAIN);
    }

    static int token(int value, boolean isStruck) {
        return FIRST + 2 * value + (isStruck ? 0 : 1);
    }

    /** The number of a shape, or semitones above the lowest leading note; of rests and outside -1. */
    static int value(int token) {
        return token < FIRST ? -1 : (token - FIRST) / 2;
    }

    static boolean isHeld(int token) {
        return token >= FIRST && token % 2 == 1;
    }

    static boolean isStruck(int token) {
        return token >= FIRST && token % 2 == 0;
    }

    /** The pitches that each hand strikes, by step. */
    static NavigableMap<Integer, NavigableSet<Integer>> struck(List<QuantizedNote> notes) {
        TreeMap<Integer, NavigableSet<Integer>> struck = new TreeMap<>();
        notes.forEach(note -> struck.computeIfAbsent(note.startStep(), _ -> new TreeSet<>())
                .add(note.pitch().midi()));
        return struck;
    }

    /** With a margin at both ends: [LINES + 1][steps + 2 * MARGIN]. */
    static int[][] of(RagSection section, HandShapes shapes) {
        int[][] tokens = new int[LINES + 1][section.steps() + 2 * MARGIN];
        for (Hand hand : Hand.values()) {
            fill(tokens, hand, section, shapes);
        }
        for (int step = 0; step < section.steps(); step++) {
            tokens[LINES][MARGIN + step] = 1 + place(step, section.steps() - section.pastTheLastBar());
        }
        return tokens;
    }

    /** Rests of so many steps, with a margin at both ends. */
    static int[][] empty(int steps) {
        int[][] tokens = new int[LINES + 1][steps + 2 * MARGIN];
        for (int step = 0; step < steps; step++) {
            for (int line = 0; line < LINES; line++) {
                tokens[line][MARGIN + step] = REST;
            }
            tokens[LINES][MARGIN + step] = 1 + place(step, steps);
        }
        return tokens;
    }

    private static void fill(int[][] tokens, Hand hand, RagSection section, HandShapes shapes) {
        int[] line = tokens[hand.line()];
        int[] shapeLine = tokens[hand.shapeLine()];
        Arrays.fill(line, MARGIN, line.length - MARGIN, REST);
        Arrays.fill(shapeLine, MARGIN, line.length - MARGIN, REST);
        List<QuantizedNote> notes = section.notes(hand);
        TreeMap<Integer, Integer> ends = new TreeMap<>();
        notes.forEach(note -> ends.merge(note.startStep(), note.endStep(), Math::max));
        NavigableMap<Integer, NavigableSet<Integer>> struck = struck(notes);
        for (Map.Entry<Integer, NavigableSet<Integer>> at : struck.entrySet()) {
            int from = at.getKey();
            Integer next = struck.higherKey(from);
            int to = Math.min(ends.getOrDefault(from, 0), next == null ? section.steps() : next);
            int leading = hand.leading(at.getValue());
            int shape = shapes.nearest(hand, leading, at.getValue());
            int pitch = Math.clamp(leading + section.up() - LOWEST, 0, HIGHEST - LOWEST);
            for (int step = from; step < to; step++) {
                line[MARGIN + step] = token(pitch, step == from);
                shapeLine[MARGIN + step] = token(shape, step == from);
            }
        }
    }

    /** Whether it ends on the tonic's triad, above the tonic: what each hand strikes last. */
    static boolean endsOnTonic(int[][] tokens, Key key, HandShapes shapes) {
        int tonic = key.tonicPitchClass() + key.semitonesToNoSharpsNoFlats();
        int third = key.mode() == Key.Mode.MAJOR ? MAJOR_THIRD : MAJOR_THIRD - 1;
        List<Integer> left = lastStruck(tokens, Hand.LEFT, shapes);
        List<Integer> right = lastStruck(tokens, Hand.RIGHT, shapes);
        return !left.isEmpty()
                && !right.isEmpty()
                && Math.floorMod(left.getFirst() - tonic, OCTAVE) == 0
                && Stream.concat(left.stream(), right.stream())
                        .map(pitch -> Math.floorMod(pitch - tonic, OCTAVE))
                        .allMatch(above -> above == 0 || above == third || above == FIFTH);
    }

    /** The pitches, the leading one first; none of a hand that rests throughout. */
    private static List<Integer> lastStruck(int[][] tokens, Hand hand, HandShapes shapes) {
        int[] line = tokens[hand.line()];
        for (int step = line.length - 1; step >= 0; step--) {
            if (isStruck(line[step])) {
                return pitches(tokens, hand, step, shapes);
            }
        }
        return List.of();
    }

    /** What of a hand sounds at a step, struck or held. */
    static List<Integer> sounding(int[][] tokens, Hand hand, int step, HandShapes shapes) {
        return value(tokens[hand.line()][step]) < 0 ? List.of() : pitches(tokens, hand, step, shapes);
    }

    /** What a hand strikes or holds at a step, the leading note first. */
    private static List<Integer> pitches(int[][] tokens, Hand hand, int step, HandShapes shapes) {
        int leading = LOWEST + value(tokens[hand.line()][step]);
        List<List<Integer>> known = shapes.of(hand);
        List<Integer> pitches = new ArrayList<>(List.of(leading));
        known.get(Math.clamp(value(tokens[hand.shapeLine()][step]), 0, known.size() - 1))
                .forEach(interval -> pitches.add(leading + interval));
        return pitches;
    }

    /** The notes of a hand, so many semitones below C major or A minor. */
    static List<Note> notes(int[][] tokens, Hand hand, int up, HandShapes shapes, Velocity velocity) {
        List<Note> notes = new ArrayList<>();
        int[] line = tokens[hand.line()];
        int end = line.length - MARGIN;
        for (int step = MARGIN; step < end; step++) {
            if (!isStruck(line[step])) {
                continue;
            }
            int to = step + 1;
            while (to < end && line[to] == line[step] + 1) {
                to++;
            }
            for (int pitch : pitches(tokens, hand, step, shapes)) {
                notes.add(new Note(
                        Pitch.of(pitch - up),
                        velocity,
                        Beat.of(step - MARGIN, STEPS_PER_BEAT),
                        Beat.of(to - step, STEPS_PER_BEAT)));
            }
        }
        return notes;
    }
}
