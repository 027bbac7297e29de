package diabolo.abc;

import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.ChordSymbol;
import diabolo.note.Part;
import diabolo.note.Pitch;
import diabolo.note.Tempo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Writes the music of one voice: bars, layers, beams, tuplets, ties.
 *
 * <p>Belongs to one writing on one thread.
 */
final class AbcVoiceText {

    private static final int BARS_IN_LINE = 4;
    private static final int MOST_IN_TUPLET = 9;

    /** A note value with all that is written at it. */
    private record Item(String before, String pitches, AbcValues.Value value, Beat start, boolean isTied) {
        Beat end() {
            return start.plus(value.duration());
        }
    }

    private final AbcPage page;
    private final List<AbcLayer> layers;
    private final List<At<ChordSymbol>> chords;
    private final List<At<Tempo>> tempos;
    private final NavigableSet<Beat> cuts = new TreeSet<>();
    private final AbcSpelling spelling = new AbcSpelling();
    private int nextChord;
    private int nextTempo;

    AbcVoiceText(Part part, AbcPage page, List<At<ChordSymbol>> chords, List<At<Tempo>> tempos) {
        this.page = page;
        this.layers = AbcLayer.of(part);
        this.chords = chords;
        this.tempos = tempos;
        chords.forEach(chord -> cuts.add(chord.start()));
    }

    void appendTo(StringBuilder tune) {
        Iterator<AbcPage.Bar> bars = page.bars().iterator();
        for (int number = 1; bars.hasNext(); number++) {
            appendBar(tune, bars.next());
            if (tune.length() > AbcBudget.MAX_BYTES) {
                throw new IllegalArgumentException(
                        "the piece makes more than %d characters of ABC, and no program reads so many; write MIDI, or cut it"
                                .formatted(AbcBudget.MAX_BYTES));
            }
            if (!bars.hasNext()) {
                tune.append(" |]\n");
            } else {
                tune.append(number % BARS_IN_LINE == 0 ? " |\n" : " | ");
            }
        }
    }

    private void appendBar(StringBuilder tune, AbcPage.Bar bar) {
        tune.append(bar.fields());
        spelling.enterBar(bar.key());
        List<List<AbcLayer.Segment>> inBar = new ArrayList<>();
        int used = 1;
        for (int i = 0; i < layers.size(); i++) {
            List<AbcLayer.Segment> segments = layers.get(i).in(bar, cutsOf(i));
            used = segments.isEmpty() ? used : i + 1;
            inBar.add(segments);
        }
        // those before the last used one are kept, so that a tie finds its layer in the next bar
        for (int i = 0; i < used; i++) {
            List<AbcLayer.Segment> segments = inBar.get(i).isEmpty() ? AbcLayer.rest(bar, cutsOf(i)) : inBar.get(i);
            tune.append(i == 0 ? "" : " & ");
            appendItems(tune, itemsOf(segments, i == 0), bar);
        }
    }

    private NavigableSet<Beat> cutsOf(int layer) {
        return layer == 0 ? cuts : Collections.emptyNavigableSet();
    }

    private List<Item> itemsOf(List<AbcLayer.Segment> segments, boolean isFirstLayer) {
        List<Item> items = new ArrayList<>();
        for (AbcLayer.Segment segment : segments) {
            String before = isFirstLayer ? annotationsUpTo(segment.start()) : "";
            Beat start = segment.start();
            List<AbcValues.Value> values = AbcValues.of(segment.end().minus(start));
            for (int i = 0; i < values.size(); i++) {
                boolean isLast = i == values.size() - 1;
                boolean isTied = !segment.pitches().isEmpty() && (segment.isTied() || !isLast);
                String rest = isFirstLayer ? "z" : "x";
                items.add(new Item(before, spelled(segment.pitches(), rest), values.get(i), start, isTied));
                start = items.getLast().end();
                before = "";
            }
        }
        return items;
    }

    /** Chord symbols and tempos that are due. */
    private String annotationsUpTo(Beat position) {
        StringBuilder due = new StringBuilder();
        while (nextTempo < tempos.size() && tempos.get(nextTempo).start().compareTo(position) <= 0) {
            due.append("[Q:")
                    .append(AbcPage.tempo(tempos.get(nextTempo++).value()))
                    .append(']');
        }
        while (nextChord < chords.size() && chords.get(nextChord).start().compareTo(position) <= 0) {
            String text = chords.get(nextChord++).value().text().replaceAll("[\"%\\p{C}]", "");
            due.append('"').append(text).append('"');
        }
        return due.toString();
    }

    private String spelled(List<Pitch> pitches, String rest) {
        if (pitches.isEmpty()) {
            return rest;
        }
        StringBuilder names = new StringBuilder();
        pitches.forEach(pitch -> names.append(spelling.spell(pitch)));
        return pitches.size() == 1 ? names.toString() : "[" + names + "]";
    }

    private static void appendItems(StringBuilder tune, List<Item> items, AbcPage.Bar bar) {
        Beat beat = bar.beat();
        int leftInTuplet = 0;
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            boolean isBeamed = i > 0
                    && !isMultiple(item.start().minus(bar.start()), beat)
                    && items.get(i - 1).value().duration().compareTo(beat) < 0;
            if (i > 0 && !isBeamed) {
                tune.append(' ');
            }
            tune.append(item.before());
            if (item.value().isInTuplet() && leftInTuplet == 0) {
                leftInTuplet = tupletFrom(items.subList(i, items.size()), bar);
                int count = item.value().tuplet();
                boolean isTriplet = count == 3 && leftInTuplet == 3;
                tune.append(
                        isTriplet
                                ? "(3"
                                : "(%d:%d:%d".formatted(count, item.value().normal(), leftInTuplet));
            }
            leftInTuplet = Math.max(0, leftInTuplet - 1);
            tune.append(item.pitches()).append(item.value().text()).append(item.isTied() ? "-" : "");
        }
    }

    /** How many of the values that follow a tuplet holds together: those of its kind, up to the next beat. */
    private static int tupletFrom(List<Item> items, AbcPage.Bar bar) {
        int tuplet = items.getFirst().value().tuplet();
        int count = 0;
        for (Item item : items) {
            if (item.value().tuplet() != tuplet) {
                return count;
            }
            count++;
            boolean endsBeat = isMultiple(item.end().minus(bar.start()), Beat.of(1));
            if (count == Math.max(MOST_IN_TUPLET, tuplet) || endsBeat) {
                return count;
            }
        }
        return count;
    }

    private static boolean isMultiple(Beat length, Beat unit) {
        return length.numerator() * unit.denominator() % (length.denominator() * unit.numerator()) == 0;
    }
}
