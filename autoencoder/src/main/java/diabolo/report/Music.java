package diabolo.report;

import diabolo.corpus.Corpus;
import diabolo.corpus.PieceSplit;
import diabolo.corpus.Window;
import diabolo.note.NoteSequence;
import diabolo.note.Tempo;
import diabolo.representation.PianoRoll;
import diabolo.representation.Representation;
import diabolo.representation.TokenRepresentation;
import java.util.List;

/**
 * Windows of music that networks learned from, and others of pieces that were held out.
 *
 * <pre>{@code
 * Music music = findings.music();
 * network.reconstruct(Music.cells(music.heldOut()));
 * }</pre>
 *
 * @param heldOut none where everything was learned from
 * @param beatsPerMinute the tempo in which models write
 */
public record Music(
        Corpus corpus, PieceSplit pieces, List<Window> training, List<Window> heldOut, double beatsPerMinute)
        implements Material {

    public Music {
        training = List.copyOf(training);
        heldOut = List.copyOf(heldOut);
    }

    public Representation representation() {
        return corpus.spec().representation();
    }

    /**
     * The piano roll that windows are.
     *
     * @throws IllegalStateException if they are tokens
     */
    PianoRoll roll() {
        if (representation() instanceof PianoRoll roll) {
            return roll;
        }
        throw new IllegalStateException(representation().name() + " is no piano roll; choose chapters on tokens");
    }

    /**
     * The representation of windows as tokens.
     *
     * @throws IllegalStateException if they are piano rolls
     */
    TokenRepresentation tokens() {
        if (representation() instanceof TokenRepresentation tokens) {
            return tokens;
        }
        throw new IllegalStateException("a piano roll has no tokens; choose chapters on piano rolls");
    }

    /** [windows][cells]. */
    static float[][] cells(List<Window> windows) {
        return windows.stream().map(Window::cells).toArray(float[][]::new);
    }

    /** [lines][steps] each. */
    static List<int[][]> tokens(List<Window> windows) {
        return windows.stream()
                .map(window -> window.tokens().orElseThrow(() -> new IllegalStateException("no window of tokens")))
                .toList();
    }

    /** The distinct windows learned from. */
    int distinctTraining() {
        return Corpus.distinct(training).size();
    }

    /** Held-out windows, or learned ones where nothing was held out. */
    List<Window> unseenIfAny() {
        return heldOut.isEmpty() ? training : heldOut;
    }

    /** Tokens as notes. */
    NoteSequence notes(int[][] tokens) {
        return tokens().decodeTokens(tokens).toNoteSequence().withTempo(new Tempo(beatsPerMinute));
    }

    /** Where a window begins, for people. */
    String place(Window window) {
        return "%s, from beat %d"
                .formatted(
                        window.piece(),
                        window.firstStep() / representation().grid().stepsPerBeat() + 1);
    }
}
