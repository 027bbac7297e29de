package diabolo.latent;

import static diabolo.note.Checks.requireBetween;

import diabolo.grid.Passage;
import diabolo.representation.Frames;
import diabolo.representation.Representation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Repeated encoding and decoding of a piece until it is a fixed point of the model.
 *
 * <pre>{@code
 * Refinement refined = Refinement.of(space, space.passage(piece), 100);
 * NoteSequence settled = space.decode(refined.codes());
 * }</pre>
 *
 * @param codes of the last round: [windows][codeSize]
 * @param changes how many cells each round changed; the last is 0 at a fixed point
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Refinement(float[][] codes, List<Integer> changes) {

    public Refinement {
        changes = List.copyOf(changes);
    }

    /** The number of rounds. */
    public int rounds() {
        return changes.size();
    }

    /** Whether the last round changed nothing. */
    public boolean isFixed() {
        return changes.getLast() == 0;
    }

    /**
     * Refines a passage.
     *
     * @param mostRounds 1 to 10,000
     */
    public static Refinement of(LatentSpace space, Passage piece, int mostRounds) {
        requireBetween("iterations", mostRounds, 1, 10_000);
        Rendering rendering = new Rendering(space.network(), space.representation());
        List<Frames> windows = space.frames(piece);
        float[][] codes;
        List<Integer> changes = new ArrayList<>();
        do {
            codes = space.network().encode(windows);
            List<Frames> next = rendering.windows(space.recipe("refine", codes));
            changes.add(changed(space.representation(), windows, next));
            windows = next;
        } while (changes.getLast() > 0 && changes.size() < mostRounds);
        return new Refinement(codes, changes);
    }

    private static int changed(Representation representation, List<Frames> before, List<Frames> after) {
        int changed = 0;
        for (int window = 0; window < before.size(); window++) {
            BitSet cells = representation.sounding(before.get(window));
            cells.xor(representation.sounding(after.get(window)));
            changed += cells.cardinality();
        }
        return changed;
    }
}
