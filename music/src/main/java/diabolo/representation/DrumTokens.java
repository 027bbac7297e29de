package diabolo.representation;

import diabolo.grid.QuantizedNote;
import diabolo.note.Velocity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Drum hits as tokens, which a drum pattern and a trio have. */
final class DrumTokens {

    private DrumTokens() {}

    static EncodedLine encode(List<QuantizedNote> hits, int steps) {
        int[] tokens = new int[steps];
        int unknown = 0;
        int merged = 0;
        int late = 0;
        for (QuantizedNote hit : hits) {
            Optional<DrumClass> drum = DrumClass.of(hit.pitch());
            if (drum.isEmpty()) {
                unknown++;
            } else if (hit.startStep() >= steps) {
                late++;
            } else {
                int bit = drum.get().bit();
                merged += (tokens[hit.startStep()] & bit) == 0 ? 0 : 1;
                tokens[hit.startStep()] |= bit;
            }
        }
        return new EncodedLine(tokens, new Encoded.Loss(unknown, 0, merged, late, 0));
    }

    static List<QuantizedNote> decode(int[] tokens) {
        List<QuantizedNote> hits = new ArrayList<>();
        for (int step = 0; step < tokens.length; step++) {
            for (DrumClass drum : DrumClass.values()) {
                if ((tokens[step] & drum.bit()) != 0) {
                    hits.add(new QuantizedNote(drum.pitch(), Velocity.DEFAULT, step, 1));
                }
            }
        }
        return hits;
    }

    /** The hits of both. */
    static int[] overlay(int[] given, int[] line) {
        int[] both = line.clone();
        for (int step = 0; step < both.length; step++) {
            both[step] |= given[step];
        }
        return both;
    }
}
