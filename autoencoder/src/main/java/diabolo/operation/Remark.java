package diabolo.operation;

import diabolo.descriptor.Descriptor;
import diabolo.evaluation.Fidelity;
import diabolo.image.GreyImage;
import diabolo.latent.Provenance;
import diabolo.note.Beat;
import diabolo.note.Meter;
import diabolo.representation.Encoded;
import diabolo.search.ConstraintResult;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What is to be said of an operation that was done, as data; whoever shows it to people makes sentences of it.
 *
 * <pre>{@code
 * for (Remark remark : outcome.remarks()) {
 *     if (remark instanceof Remark.PoorlyKept kept) {
 *         warn(kept.piece(), kept.f1());
 *     }
 * }
 * }</pre>
 *
 * <p>A {@code piece} is the name of the source; a {@code model} that of the model.
 */
public sealed interface Remark {

    /** A pickup was put at the end of a bar of its own, since the model learned windows that begin at bar lines. */
    record PickupMoved(String piece, Beat length) implements Remark {}

    /** No whole number of the piece's bars fills a window of the model. */
    record BarsAskew(String piece, Meter meter, Beat window, String model) implements Remark {}

    /** Notes that began between the steps of the model's grid were moved to these. */
    record MovedToGrid(String piece, int notes, int stepsPerBeat) implements Remark {}

    /** The model's representation does not hold some notes, or not in full. */
    record LeftOut(String piece, String model, Encoded.Loss loss) implements Remark {}

    /** The piece was taken in several windows, and nothing ties one to the next; there is a seam before each but the first. */
    record Cut(String piece, List<Seam> seams) implements Remark {

        /** Where a window begins: in which bar, and whether at its bar line. */
        public record Seam(int bar, boolean atBarLine) {}

        public Cut {
            seams = List.copyOf(seams);
        }
    }

    /** The piece ends before its last window does. */
    record FilledWithRests(String piece, Length length, String model, Length window, int windows) implements Remark {

        /** As the meter allows to count it. */
        public sealed interface Length {}

        /** Whole bars, and before them a pickup or not. */
        public record InBars(int bars, boolean pickup) implements Length {}

        public record InBeats(Beat beats) implements Length {}
    }

    /** The operation begins with what the model keeps of a piece, and that is little: F1 of its notes, 0 to 1. */
    record PoorlyKept(String piece, String model, double f1) implements Remark {}

    /** How much of a piece came back. */
    record CameBack(Fidelity fidelity) implements Remark {}

    /** An image and what came back of it, to be measured and seen. */
    record ImageCameBack(String picture, GreyImage original, GreyImage reconstruction) implements Remark {}

    /** Codes of several windows were decoded one after the other, and nothing ties one to the next. */
    record Strung(int windows, int stepsPerWindow) implements Remark {}

    /** The move is that between the means of the windows of two pieces. */
    record MovedByMeans(String from, int fromWindows, String to, int toWindows) implements Remark {}

    /** In how many steps the variations differ from what the model makes of the piece itself, of how many. */
    record Varied(String model, int fewest, int most, int steps) implements Remark {}

    /** How a refinement ended; a round that changed no cell was at a fixed point. */
    record Refined(int rounds, int cellsChangedLast) implements Remark {}

    /**
     * What follows a piece.
     *
     * @param number which of several it is, from 1
     * @param densityGiven onsets a step of the piece
     * @param densityAdded those of what follows
     * @param agreement of the code by itself with the piece: F1 of the cells, 0 to 1
     * @param originality of what follows
     */
    record Continued(
            OptionalInt number,
            int givenSteps,
            double densityGiven,
            double densityAdded,
            double agreement,
            Provenance.Similarity originality)
            implements Remark {

        /** From so much of it on, what follows counts as a copy. */
        private static final double COPY = 0.9;

        /** Whether less than half as much happens in what follows. */
        public boolean isThin() {
            return densityAdded < densityGiven / 2;
        }

        /** Whether nearly all of what follows was learned from. */
        public boolean isCopy() {
            return originality.similarity() >= COPY;
        }
    }

    /** Of the notes that a search is to meet, some have no place in the representation beside the others. */
    record NoPlaceFor(int notes, String representation) implements Remark {}

    /** How well a piece that was found meets each constraint. */
    record Met(String piece, List<ConstraintResult> results) implements Remark {
        public Met {
            results = List.copyOf(results);
        }
    }

    /** Of a piece the highest line was taken as its melody. */
    record HighestLine(String piece, int notesLeftOut, int notesShortened) implements Remark {}

    /**
     * How a search for an accompaniment went.
     *
     * @param melodyRecall the share of the melody that the model gives by itself, 0 to 1
     */
    record Harmonized(double melodyRecall, int windows, int stepsPerWindow, long millis) implements Remark {}

    /** The attributes of a piece as the model makes it by itself, and moved, by the same chance. */
    record AttributesMoved(Map<Descriptor, Double> before, Map<Descriptor, Double> after) implements Remark {
        public AttributesMoved {
            before = Collections.unmodifiableMap(new EnumMap<>(before));
            after = Collections.unmodifiableMap(new EnumMap<>(after));
        }
    }
}
