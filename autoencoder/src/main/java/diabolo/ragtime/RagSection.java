package diabolo.ragtime;

import diabolo.grid.QuantizedNote;
import diabolo.grid.QuantizedPart;
import diabolo.grid.QuantizedSequence;
import diabolo.grid.RhythmGrid;
import diabolo.note.At;
import diabolo.note.Instrument;
import diabolo.note.Key;
import diabolo.note.Meter;
import diabolo.note.NoteSequence;
import diabolo.note.Pitch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The strains of a rag that are in one key: two hands in 2/4 on a grid of sixteenths.
 *
 * <pre>{@code
 * List<RagSection> sections = RagSection.of("entertainer.mid", piece).orElseThrow(); // in C, F and C
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param rag the name of its piece
 * @param steps its length
 * @param up semitones up to C major or A minor
 * @param pastTheLastBar steps after the last bar line, before which strains are counted back
 * @param right the notes of the right hand
 * @param left of the left hand
 */
record RagSection(
        String rag, int steps, int up, int pastTheLastBar, List<QuantizedNote> right, List<QuantizedNote> left) {

    private static final Meter METER = new Meter(2, 4);
    private static final int SHORTEST = 8 * RagTokens.STEPS_PER_BAR;

    RagSection {
        right = List.copyOf(right);
        left = List.copyOf(left);
    }

    List<QuantizedNote> notes(Hand hand) {
        return hand == Hand.RIGHT ? right : left;
    }

    /**
     * The sections of a piece.
     *
     * @return empty if it is not in 2/4 throughout, or not for two hands
     */
    static Optional<List<RagSection>> of(String rag, NoteSequence piece) {
        QuantizedSequence grid = RhythmGrid.SIXTEENTHS.quantize(piece);
        List<QuantizedPart> hands = grid.parts().stream()
                .filter(part -> !part.isDrums() && !part.notes().isEmpty())
                .sorted(Comparator.comparingDouble(RagSection::meanPitch).reversed())
                .toList();
        if (hands.size() != Hand.COUNT
                || grid.meters().isEmpty()
                || grid.meters().stream().anyMatch(meter -> !meter.value().equals(METER))) {
            return Optional.empty();
        }
        TreeSet<Integer> changes = new TreeSet<>();
        grid.keys().forEach(key -> changes.add(step(key)));
        Integer firstChange = changes.higher(0);
        int pickup = firstChange == null ? 0 : firstChange % RagTokens.STEPS_PER_BAR; // keys change at bar lines
        changes.add(0);
        changes.add(grid.lengthInSteps());
        List<Integer> bounds = List.copyOf(changes);
        List<RagSection> sections = new ArrayList<>();
        for (int i = 0; i + 1 < bounds.size(); i++) {
            int from = bounds.get(i);
            int to = bounds.get(i + 1);
            if (to - from >= SHORTEST) {
                int past = Math.floorMod(to - pickup, RagTokens.STEPS_PER_BAR);
                sections.add(new RagSection(
                        rag,
                        to - from,
                        keyAt(grid, from).semitonesToNoSharpsNoFlats(),
                        past == 0 ? 0 : past - RagTokens.STEPS_PER_BAR, // the last bar counts as whole
                        between(hands.getFirst(), from, to),
                        between(hands.getLast(), from, to)));
            }
        }
        return Optional.of(sections);
    }

    private static double meanPitch(QuantizedPart part) {
        return part.notes().stream()
                .mapToInt(note -> note.pitch().midi())
                .average()
                .orElse(0);
    }

    private static int step(At<Key> key) {
        return (int) Math.round(key.start().toDouble() * RagTokens.STEPS_PER_BEAT);
    }

    private static Key keyAt(QuantizedSequence grid, int step) {
        return grid.keys().stream()
                .filter(key -> step(key) <= step)
                .reduce((_, later) -> later)
                .map(At::value)
                .orElse(Key.C_MAJOR);
    }

    private static List<QuantizedNote> between(QuantizedPart part, int from, int to) {
        return part.notes().stream()
                .filter(note -> note.startStep() >= from && note.startStep() < to)
                .map(note -> new QuantizedNote(
                        note.pitch(),
                        note.velocity(),
                        note.startStep() - from,
                        Math.min(note.lengthInSteps(), to - note.startStep())))
                .toList();
    }

    /** Excerpts in C major or A minor, from the end of the last strain back. */
    List<RagPassage> passages(int length, int distance) {
        QuantizedSequence whole = QuantizedSequence.of(
                RhythmGrid.SIXTEENTHS,
                steps + RagTokens.STEPS_PER_BAR,
                Stream.of(Hand.values())
                        .map(hand -> new QuantizedPart(hand.partName(), Instrument.PIANO, inC(notes(hand))))
                        .toList());
        List<RagPassage> passages = new ArrayList<>();
        for (int from = steps - pastTheLastBar - length; from >= 0; from -= distance) {
            passages.add(new RagPassage(rag, whole.slice(from, length)));
        }
        return passages;
    }

    private List<QuantizedNote> inC(List<QuantizedNote> some) {
        return some.stream()
                .map(note -> new QuantizedNote(
                        Pitch.of(note.pitch().midi() + up), note.velocity(), note.startStep(), note.lengthInSteps()))
                .toList();
    }
}
