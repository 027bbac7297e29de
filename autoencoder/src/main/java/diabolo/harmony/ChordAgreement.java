package diabolo.harmony;

import diabolo.note.ChordSymbol;
import diabolo.note.Key;
import diabolo.note.Note;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * How well chords agree with those that are written in lead sheets, and what both are like.
 *
 * <pre>{@code
 * ChordAgreement ofModel = ChordAgreement.of(model, heldOut);
 * ofModel.root(); // share of half bars whose root is the written one
 * }</pre>
 *
 * <p>Shares are of all slots (half bars, or bars; see {@link ChordModel}) with a written chord, of notes or of pieces. Immutable.
 *
 * @param slots compared
 * @param root share of slots with the written root, 0 to 1
 * @param topThree share of slots whose written root is among the three likeliest
 * @param chord share of slots with the written root and quality
 * @param changesPerBar how often the chord changes
 * @param chordTones share of notes that begin on a beat and are tones of the chord
 * @param tonicEnd share of pieces whose last chord is on the tonic
 */
public record ChordAgreement(
        int slots,
        double root,
        double topThree,
        double chord,
        double changesPerBar,
        double chordTones,
        double tonicEnd) {

    private static final int TOP = 3;

    /** What is proposed for a melody. */
    private record Proposal(List<ChordState> chords, List<List<Integer>> roots) {}

    /** The chords of a model. */
    public static ChordAgreement of(ChordModel model, List<WrittenLeadSheet> leadSheets) {
        return measure(leadSheets, leadSheet -> {
            MelodyChords chords = model.of(leadSheet.melody());
            List<List<Integer>> roots = new ArrayList<>();
            for (double[] probabilities : chords.rootProbabilities()) {
                roots.add(highest(probabilities));
            }
            return new Proposal(chords.states(), roots);
        });
    }

    /** The same without the three likeliest, which take longer: {@link #topThree} is {@link #root}. */
    static ChordAgreement ofLikeliest(ChordModel model, List<WrittenLeadSheet> leadSheets) {
        return measure(leadSheets, leadSheet -> {
            List<ChordState> chords = model.of(leadSheet.melody()).states();
            return new Proposal(
                    chords, chords.stream().map(chord -> List.of(chord.root())).toList());
        });
    }

    /** The tonic triad throughout. */
    public static ChordAgreement ofTonic(List<WrittenLeadSheet> leadSheets) {
        return measure(leadSheets, leadSheet -> {
            int root = tonic(leadSheet.key());
            ChordQuality quality = leadSheet.key().mode() == Key.Mode.MAJOR ? ChordQuality.MAJOR : ChordQuality.MINOR;
            int dominant = (root + 7) % 12;
            int subdominant = (root + 5) % 12;
            return same(leadSheet, slot -> new ChordState(root, quality), List.of(root, dominant, subdominant));
        });
    }

    /** The chord that is written most often at each position of the bar in some lead sheets, by mode. */
    public static ChordAgreement ofMostFrequent(List<WrittenLeadSheet> learned, List<WrittenLeadSheet> leadSheets) {
        double[][][] usage = new double[ChordCounts.MODES][ChordCounts.POSITIONS][ChordState.COUNT];
        for (WrittenLeadSheet leadSheet : learned) {
            List<ChordSlot> slots = ChordSlot.of(leadSheet.melody());
            List<ChordSymbol> written = leadSheet.written(slots);
            for (int i = 0; i < written.size(); i++) {
                double[] atPosition = usage[ChordCounts.modeOf(leadSheet.key())][
                        slots.get(i).position().index()];
                ChordState.of(written.get(i), leadSheet.key()).ifPresent(state -> atPosition[state.index()]++);
            }
        }
        return measure(leadSheets, leadSheet -> {
            double[][] ofMode = usage[ChordCounts.modeOf(leadSheet.key())];
            List<ChordSlot> slots = ChordSlot.of(leadSheet.melody());
            List<ChordState> chords = new ArrayList<>();
            List<List<Integer>> roots = new ArrayList<>();
            for (ChordSlot slot : slots) {
                double[] atPosition = ofMode[slot.position().index()];
                double[] byRoot = new double[12];
                IntStream.range(0, atPosition.length).forEach(state -> byRoot[state % 12] += atPosition[state]);
                chords.add(ChordState.at(IntStream.range(0, atPosition.length)
                        .boxed()
                        .max(Comparator.comparingDouble(state -> atPosition[state]))
                        .orElseThrow()));
                roots.add(highest(byRoot));
            }
            return new Proposal(chords, roots);
        });
    }

    /** The written chords themselves, mapped to the states of a model. */
    public static ChordAgreement ofWritten(List<WrittenLeadSheet> leadSheets) {
        return measure(leadSheets, leadSheet -> {
            List<ChordState> chords = new ArrayList<>();
            List<List<Integer>> roots = new ArrayList<>();
            ChordState last = new ChordState(tonic(leadSheet.key()), ChordQuality.MAJOR);
            for (ChordSymbol symbol : leadSheet.written(ChordSlot.of(leadSheet.melody()))) {
                last = ChordState.of(symbol, leadSheet.key()).orElse(last);
                chords.add(last);
                roots.add(List.of(last.root()));
            }
            return new Proposal(chords, roots);
        });
    }

    private static Proposal same(
            WrittenLeadSheet leadSheet, Function<ChordSlot, ChordState> chord, List<Integer> roots) {
        List<ChordSlot> slots = ChordSlot.of(leadSheet.melody());
        return new Proposal(
                slots.stream().map(chord).toList(),
                slots.stream().map(slot -> roots).toList());
    }

    /** In C major or A minor. */
    private static int tonic(Key key) {
        return key.mode() == Key.Mode.MAJOR ? 0 : 9;
    }

    private static List<Integer> highest(double[] values) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(value -> -values[value]))
                .limit(TOP)
                .toList();
    }

    private static ChordAgreement measure(
            List<WrittenLeadSheet> leadSheets, Function<WrittenLeadSheet, Proposal> proposals) {
        Count count = new Count();
        leadSheets.forEach(leadSheet -> count.add(leadSheet, proposals.apply(leadSheet)));
        return count.agreement();
    }

    /** Of all pieces so far. */
    private static final class Count {

        private int slots;
        private int roots;
        private int amongThree;
        private int chords;
        private int changes;
        private int bars;
        private int onBeat;
        private int chordTones;
        private int pieces;
        private int tonicEnds;

        private void add(WrittenLeadSheet leadSheet, Proposal proposal) {
            List<ChordSlot> all = ChordSlot.of(leadSheet.melody());
            if (all.isEmpty()) {
                return;
            }
            List<ChordSymbol> written = leadSheet.written(all);
            for (int i = 0; i < all.size(); i++) {
                ChordState proposed = proposal.chords().get(i);
                Optional<ChordState> state = ChordState.of(written.get(i), leadSheet.key());
                if (state.isPresent()) {
                    slots++;
                    roots += state.get().root() == proposed.root() ? 1 : 0;
                    amongThree += proposal.roots().get(i).contains(state.get().root()) ? 1 : 0;
                    chords += state.get().equals(proposed) ? 1 : 0;
                }
                bars += all.get(i).position() == SlotPosition.HALF_BAR ? 0 : 1;
                changes += i > 0 && !proposed.equals(proposal.chords().get(i - 1)) ? 1 : 0;
            }
            addNotes(leadSheet, all, proposal);
            pieces++;
            tonicEnds += proposal.chords().getLast().root() == tonic(leadSheet.key()) ? 1 : 0;
        }

        private void addNotes(WrittenLeadSheet leadSheet, List<ChordSlot> all, Proposal proposal) {
            int transposition = leadSheet.key().semitonesToNoSharpsNoFlats();
            List<Note> notes =
                    leadSheet.melody().allNotes().sorted(Note.IN_TIME).toList();
            int slot = 0;
            for (Note note : notes) {
                while (slot < all.size() && all.get(slot).end().compareTo(note.start()) <= 0) {
                    slot++;
                }
                if (slot < all.size()
                        && note.start().compareTo(all.get(slot).start()) >= 0
                        && SlotMelody.isOnBeat(note.start(), all.get(slot))) {
                    NavigableSet<Integer> tones = proposal.chords().get(slot).pitchClasses();
                    onBeat++;
                    chordTones += tones.contains(Math.floorMod(note.pitch().midi() + transposition, 12)) ? 1 : 0;
                }
            }
        }

        private ChordAgreement agreement() {
            return new ChordAgreement(
                    slots,
                    share(roots, slots),
                    share(amongThree, slots),
                    share(chords, slots),
                    share(changes, bars),
                    share(chordTones, onBeat),
                    share(tonicEnds, pieces));
        }

        private static double share(int part, int whole) {
            return whole == 0 ? 0 : (double) part / whole;
        }
    }
}
