package diabolo.listening;

import diabolo.grid.Passage;
import diabolo.grid.QuantizedSequence;
import diabolo.note.At;
import diabolo.note.NoteSequence;
import diabolo.note.Tempo;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * A piece of which an excerpt is heard.
 *
 * @param name of its file in its folder
 */
record ListeningPiece(String name, Passage passage) {

    static final int FEWEST_NOTES = 4;
    static final double SHORTEST_SECONDS = 2;

    /** Whole bars of a piece, from its beginning in time. */
    record Excerpt(int firstBar, NoteSequence music) {}

    /** Empty if the piece has too few notes, or is too short or too fine to be cut. */
    static Optional<ListeningPiece> of(String name, NoteSequence piece, Rendition rendition) {
        try {
            QuantizedSequence quantized = rendition.grid().quantize(piece);
            QuantizedSequence music = quantized.withParts(
                    quantized.parts().stream().map(rendition::of).toList());
            ListeningPiece found = new ListeningPiece(name, Passage.of(music));
            boolean isEnough = music.allNotes().count() >= FEWEST_NOTES;
            return isEnough && found.seconds(found.tempo()) >= SHORTEST_SECONDS ? Optional.of(found) : Optional.empty();
        } catch (IllegalArgumentException tooLong) {
            return Optional.empty();
        }
    }

    Tempo tempo() {
        List<At<Tempo>> tempos = passage.music().tempos();
        return tempos.isEmpty() ? Tempo.DEFAULT : tempos.getFirst().value();
    }

    /** Of its whole bars. */
    double seconds(Tempo tempo) {
        return seconds(passage.firstBar(), passage.lastBar(), tempo);
    }

    private double seconds(int firstBar, int lastBar, Tempo tempo) {
        int steps = passage.step(lastBar + 1) - passage.step(firstBar);
        return passage.music().grid().beatOf(steps).toDouble() * tempo.secondsPerBeat();
    }

    /** Whole bars that last about so long, from a bar by chance where enough notes begin. */
    Excerpt excerpt(double seconds, Tempo tempo, RandomGenerator random) {
        int lastStart = passage.lastBar();
        while (lastStart > passage.firstBar() && seconds(lastStart, passage.lastBar(), tempo) < seconds) {
            lastStart--;
        }
        int[] starts = IntStream.rangeClosed(passage.firstBar(), lastStart).toArray();
        shuffle(starts, random);
        int best = starts[0];
        long most = -1;
        for (int start : starts) {
            long notes = onsets(start, lastBar(start, seconds, tempo));
            if (notes > most) {
                most = notes;
                best = start;
            }
            if (notes >= FEWEST_NOTES && onsets(start, start) > 0) {
                best = start;
                break;
            }
        }
        QuantizedSequence cut =
                passage.between(best, lastBar(best, seconds, tempo)).music();
        NoteSequence music = cut.withTempo(tempo).toNoteSequence();
        return new Excerpt(best, music);
    }

    private static void shuffle(int[] values, RandomGenerator random) {
        for (int i = values.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int value = values[i];
            values[i] = values[other];
            values[other] = value;
        }
    }

    /** The last of the bars from one on that come nearest to a length. */
    private int lastBar(int first, double seconds, Tempo tempo) {
        int last = first;
        while (last < passage.lastBar()
                && seconds(first, last, tempo) + seconds(last + 1, last + 1, tempo) / 2 <= seconds) {
            last++;
        }
        return last;
    }

    private long onsets(int firstBar, int lastBar) {
        int from = passage.step(firstBar);
        int to = passage.step(lastBar + 1);
        return passage.music()
                .allNotes()
                .filter(note -> note.startStep() >= from && note.startStep() < to)
                .count();
    }
}
