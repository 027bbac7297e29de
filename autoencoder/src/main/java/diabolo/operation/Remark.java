package diabolo.operation;

import diabolo.descriptor.Descriptor;
import diabolo.evaluation.Fidelity;
import diabolo.image.GreyImage;
import diabolo.latent.Provenance;
import diabolo.latent.TuneForm;
import diabolo.note.Beat;
import diabolo.note.Meter;
import diabolo.representation.Encoded;
import diabolo.search.ConstraintResult;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A remark on the run of an operation, as data; user interfaces turn it into sentences.
 *
 * <pre>{@code
 * for (Remark remark : outcome.remarks()) {
 *     if (remark instanceof Remark.PoorlyKept kept) {
 *         warn(kept.piece(), kept.f1());
 *     }
 * }
 * }</pre>
 *
 * <p>{@code piece} is the name of the source, {@code model} that of the model.
 */
public sealed interface Remark {

    /** A pickup was moved to the end of a full bar, since the model learned windows that begin at bar lines. */
    record PickupMoved(String piece, Beat length) implements Remark {}

    /** No whole number of the piece's bars fills a window of the model. */
    record BarsAskew(String piece, Meter meter, Beat window, String model) implements Remark {}

    /** So many bars of the piece, from its first on, are taken as one of the model's meter. */
    record BarsGrouped(String piece, Meter meter, int bars, Meter modelMeter, String model) implements Remark {}

    /** Notes between the steps of the model's grid were moved to the grid. */
    record MovedToGrid(String piece, int notes, int stepsPerBeat) implements Remark {}

    /** The model's representation loses some notes, or parts of them. */
    record LeftOut(String piece, String model, Encoded.Loss loss) implements Remark {}

    /** The piece was cut into several windows, which are processed independently. */
    record Cut(String piece, List<Seam> seams) implements Remark {

        /** Where a window after the first begins: in which bar, and whether at its bar line. */
        public record Seam(int bar, boolean atBarLine) {}

        public Cut {
            seams = List.copyOf(seams);
        }
    }

    /** The piece ends before its last window, which is padded with rests. */
    record FilledWithRests(String piece, Length length, String model, Length window, int windows) implements Remark {

        /** A length in bars, or in beats if the meter does not allow it. */
        public sealed interface Length {}

        /** Whole bars, and whether a pickup comes before them. */
        public record InBars(int bars, boolean pickup) implements Length {}

        public record InBeats(Beat beats) implements Length {}
    }

    /** The model reconstructs the piece poorly: F1 of its notes, 0 to 1. */
    record PoorlyKept(String piece, String model, double f1) implements Remark {

        /** Below it, what is made of the piece is another piece. */
        private static final double HELD = 0.5;

        /** Whether the model hardly holds the piece at all. */
        public boolean isLost() {
            return f1 < HELD;
        }
    }

    /** The fidelity of a reconstruction. */
    record CameBack(Fidelity fidelity) implements Remark {}

    /** An image and its reconstruction. */
    record ImageCameBack(String picture, GreyImage original, GreyImage reconstruction) implements Remark {}

    /** Codes of several windows were decoded one after the other, independently. */
    record Strung(int windows, int stepsPerWindow) implements Remark {}

    /** Pieces were strung together from windows of the model, which knows nothing of the form. */
    record Formed(String model, TuneForm form) implements Remark {}

    /** The translation is the difference of the mean codes of two pieces. */
    record MovedByMeans(String from, int fromWindows, String to, int toWindows) implements Remark {}

    /** In how many steps, at least and at most, the variations differ from the reconstruction of the piece, and in how many they were to. */
    record Varied(String model, int fewest, int most, int steps, int asked) implements Remark {}

    /** How a refinement ended; at a fixed point the last round changed no cell. */
    record Refined(int rounds, int cellsChangedLast) implements Remark {}

    /**
     * A continuation; see {@link diabolo.search.Continuation}.
     *
     * @param number which of several it is, from 1
     * @param densityGiven onsets per step of the piece
     * @param densityAdded onsets per step of the continuation
     * @param agreement of the unconstrained decoding with the piece: F1 of the cells, 0 to 1
     * @param originality of the continuation
     */
    record Continued(
            OptionalInt number,
            int givenSteps,
            double densityGiven,
            double densityAdded,
            double agreement,
            Provenance.Similarity originality)
            implements Remark {

        /** From this similarity on, a continuation counts as a copy. */
        private static final double COPY = 0.9;

        /** Whether the continuation is less than half as dense. */
        public boolean isThin() {
            return densityAdded < densityGiven / 2;
        }

        /** Whether nearly all of the continuation occurs in the training music. */
        public boolean isCopy() {
            return originality.similarity() >= COPY;
        }
    }

    /** The representation cannot hold some of the given notes of a search. */
    record NoPlaceFor(int notes, String representation) implements Remark {}

    /** How well a found piece meets each constraint. */
    record Met(String piece, List<ConstraintResult> results) implements Remark {
        public Met {
            results = List.copyOf(results);
        }
    }

    /** The highest line of a piece was taken as its melody. */
    record HighestLine(String piece, int notesLeftOut, int notesShortened) implements Remark {}

    /**
     * The search for an accompaniment.
     *
     * @param melodyRecall the share of the melody in the decoding itself, 0 to 1
     */
    record Harmonized(double melodyRecall, int windows, int stepsPerWindow, long millis) implements Remark {}

    /**
     * The change of an attribute, in its own unit.
     *
     * @param strength that was asked for, in standard deviations
     * @param asked the same in its own unit
     * @param got the nearest that the model made
     */
    record AttributeMoved(Descriptor attribute, double strength, double asked, double got) implements Remark {

        /** Whether less than half of it was reached. */
        public boolean isShort() {
            return Math.signum(asked) * got < Math.abs(asked) / 2;
        }
    }

    /**
     * Values that a piece was asked to have, and those that it has.
     *
     * @param before those of the piece that was given; none of a new one
     * @param keptShare of the notes that were given: those that are still there; none of a new piece
     */
    record ValuesAsked(
            String piece,
            Map<Descriptor, Double> before,
            Map<Descriptor, Double> asked,
            Map<Descriptor, Double> got,
            OptionalDouble keptShare)
            implements Remark {
        public ValuesAsked {
            before = Map.copyOf(before);
            asked = Map.copyOf(asked);
            got = Collections.unmodifiableMap(new EnumMap<>(got));
        }
    }

    /** The descriptors of a piece's reconstruction before and after the move, with the same seed. */
    record AttributesMoved(Map<Descriptor, Double> before, Map<Descriptor, Double> after) implements Remark {
        public AttributesMoved {
            before = Collections.unmodifiableMap(new EnumMap<>(before));
            after = Collections.unmodifiableMap(new EnumMap<>(after));
        }
    }
}
