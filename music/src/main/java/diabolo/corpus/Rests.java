package diabolo.corpus;

import diabolo.grid.QuantizedSequence;
import diabolo.representation.Drums;
import diabolo.representation.Melody;
import diabolo.representation.TokenRepresentation;
import diabolo.representation.Trio;
import java.util.Optional;

/** Finds windows with so little in them that nothing is learned from them. */
final class Rests {

    /** As MusicVAE has it for melodies. */
    private static final int MELODY_BARS = 1;

    /** As MusicVAE has it for trios. */
    private static final int TRIO_BARS = 2;

    private Rests() {}

    /** Why a window that has notes is no example all the same, if it is none. */
    static Optional<WindowRefusal> refusal(
            TokenRepresentation representation, QuantizedSequence selected, int[][] tokens) {
        return switch (representation) {
            case Melody melody ->
                longest(tokens[0]) > MELODY_BARS * melody.stepsPerBar()
                        ? Optional.of(WindowRefusal.LONG_REST)
                        : Optional.empty();
            case Drums drums -> Optional.empty();
            case Trio trio -> trioRefusal(trio, selected, tokens);
        };
    }

    private static Optional<WindowRefusal> trioRefusal(Trio trio, QuantizedSequence selected, int[][] tokens) {
        int tones = Math.max(longest(tokens[Trio.MELODY]), longest(tokens[Trio.BASS]));
        boolean drumsRest = selected.parts().get(Trio.DRUMS).notes().isEmpty(); // as MissingBass may have it
        int rest = drumsRest ? tones : Math.max(tones, longestWithoutHit(tokens[Trio.DRUMS]));
        if (rest == trio.steps()) {
            return Optional.of(WindowRefusal.SILENT);
        }
        return rest > TRIO_BARS * trio.stepsPerBar() ? Optional.of(WindowRefusal.LONG_REST) : Optional.empty();
    }

    /** Of the rests of a line of tones, the longest in steps. */
    private static int longest(int[] tokens) {
        int longest = 0;
        int rest = 0;
        boolean sounding = false;
        for (int token : tokens) {
            sounding = token == Melody.HOLD ? sounding : token != Melody.NOTE_OFF;
            rest = sounding ? 0 : rest + 1;
            longest = Math.max(longest, rest);
        }
        return longest;
    }

    private static int longestWithoutHit(int[] tokens) {
        int longest = 0;
        int rest = 0;
        for (int token : tokens) {
            rest = token == 0 ? rest + 1 : 0;
            longest = Math.max(longest, rest);
        }
        return longest;
    }
}
