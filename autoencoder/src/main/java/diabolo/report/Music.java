package diabolo.report;

import diabolo.corpus.Corpus;
import diabolo.corpus.PieceSplit;
import diabolo.corpus.Window;
import diabolo.note.NoteSequence;
import diabolo.note.Tempo;
import diabolo.representation.Frames;
import diabolo.representation.PianoRoll;
import diabolo.representation.Representation;
import diabolo.representation.TokenRepresentation;
import diabolo.representation.Tokens;
import java.util.List;

/**
 * Training windows of music, and windows of held-out pieces.
 *
 * <pre>{@code
 * Music music = findings.music();
 * network.reconstruct(Music.frames(music.heldOut()));
 * }</pre>
 *
 * @param heldOut none where nothing was held out
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

    /** The frames of windows. */
    public static List<Frames> frames(List<Window> windows) {
        return windows.stream().map(Window::frames).toList();
    }

    /** Windows of piano roll as the numbers that a dense network takes: [windows][cells]. */
    float[][] numbers(List<Window> windows) {
        return windows.stream()
                .map(window -> roll().require(window.frames()).values())
                .toArray(float[][]::new);
    }

    /** Windows of tokens. */
    List<Tokens> tokens(List<Window> windows) {
        return windows.stream().map(window -> tokens().require(window.frames())).toList();
    }

    /** Distinct training windows. */
    int distinctTraining() {
        return Corpus.distinct(training).size();
    }

    /** Held-out windows, or training windows where nothing was held out. */
    List<Window> unseenIfAny() {
        return heldOut.isEmpty() ? training : heldOut;
    }

    /** A window as notes. */
    NoteSequence notes(Frames window) {
        return representation().decode(window).toNoteSequence().withTempo(new Tempo(beatsPerMinute));
    }

    /** Where a window begins, for people. */
    String place(Window window) {
        int grid = representation().grid().stepsPerBeat();
        return "%s, from beat %d".formatted(title(window.piece()), window.firstStep() / grid + 1);
    }

    /** A title of the name of a piece, which is that of its file: {@code "folder/Maple_Leaf-Rag.mid"} gives "Maple Leaf-Rag". */
    static String title(String piece) {
        String name = piece.substring(piece.lastIndexOf('/') + 1);
        return name.replaceFirst("\\.(?i:midi?|mxl|musicxml|xml|abc)(?!\\w)", "")
                .replace('_', ' ')
                .strip();
    }
}
