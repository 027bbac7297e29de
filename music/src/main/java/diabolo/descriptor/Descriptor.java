package diabolo.descriptor;

import diabolo.grid.QuantizedSequence;
import diabolo.note.Checks;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A number that describes a piece: the five attributes by which MusicVAE moves a melody.
 *
 * <pre>{@code
 * double density = Descriptor.NOTE_DENSITY.of(piece);
 * double after = Descriptor.named("note-density").of(melody.decodeTokens(tokens));
 * }</pre>
 *
 * <p>Of a piece with tones, its highest line is described ({@link diabolo.representation.MelodicLine}); of a piece of drums alone, its
 * hits, in which there are no pitches. Step 0 is taken for a bar line. Where there is nothing to divide by, the value is 0. After
 * appendix C of A. Roberts et al., "A Hierarchical Latent Vector Model for Learning Long-Term Structure in Music", 2018; that
 * syncopation is counted in parts of all onsets is our reading of it.
 */
public enum Descriptor {
    /** The part of the notes that belong to C major, 0 to 1. */
    C_DIATONIC("c-diatonic") {
        @Override
        double of(Onsets onsets) {
            List<Integer> pitches = onsets.pitches();
            long white = pitches.stream()
                    .filter(pitch -> C_MAJOR.contains(pitch % 12))
                    .count();
            return share(white, pitches.size());
        }
    },
    /** Onsets a step; of a melody 0 to 1. */
    NOTE_DENSITY("note-density") {
        @Override
        double of(Onsets onsets) {
            return share(onsets.count(), onsets.lengthInSteps());
        }
    },
    /** The mean distance between a note and the next, in semitones. */
    AVERAGE_INTERVAL("average-interval") {
        @Override
        double of(Onsets onsets) {
            List<Integer> pitches = onsets.pitches();
            return IntStream.range(1, pitches.size())
                    .map(i -> Math.abs(pitches.get(i) - pitches.get(i - 1)))
                    .average()
                    .orElse(0);
        }
    },
    /** The part of the onsets that are on an off sixteenth, with none on the sixteenth before; 0 to 1. */
    SIXTEENTH_SYNCOPATION("sixteenth-syncopation") {
        @Override
        double of(Onsets onsets) {
            int sixteenth = onsets.stepsPerSixteenth();
            return share(
                    onsets.steps().stream()
                            .filter(step -> step % (2 * sixteenth) == sixteenth && !onsets.at(step - sixteenth))
                            .count(),
                    onsets.steps().size());
        }
    },
    /** The part of the onsets that are on an off eighth, with none on the sixteenth and the eighth before; 0 to 1. */
    EIGHTH_SYNCOPATION("eighth-syncopation") {
        @Override
        double of(Onsets onsets) {
            int sixteenth = onsets.stepsPerSixteenth();
            return share(
                    onsets.steps().stream()
                            .filter(step -> step % (4 * sixteenth) == 2 * sixteenth
                                    && !onsets.at(step - sixteenth)
                                    && !onsets.at(step - 2 * sixteenth))
                            .count(),
                    onsets.steps().size());
        }
    };

    private static final List<Integer> C_MAJOR = List.of(0, 2, 4, 5, 7, 9, 11);

    private final String id;

    Descriptor(String id) {
        this.id = id;
    }

    /**
     * The descriptor of a name, as {@link #id} gives it.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Descriptor named(String id) {
        return Arrays.stream(values())
                .filter(descriptor -> descriptor.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no descriptor %s; there are %s."
                        .formatted(
                                id, Arrays.stream(values()).map(Descriptor::id).collect(Collectors.joining(", ")))));
    }

    /** The name on the command line and in reports: {@code "note-density"}. */
    public String id() {
        return id;
    }

    /** Whether it says something of tones alone, and is 0 of drums. */
    public boolean isOfPitches() {
        return this == C_DIATONIC || this == AVERAGE_INTERVAL;
    }

    /**
     * Describes a piece.
     *
     * @throws IllegalArgumentException if a sixteenth is no whole number of steps of its grid
     */
    public double of(QuantizedSequence piece) {
        int stepsPerBeat = piece.grid().stepsPerBeat();
        Checks.require(
                stepsPerBeat % 4 == 0,
                "descriptors need a grid of sixteenths or finer, but the piece has %d steps a beat; quantize it on one of 4, 8 or 12"
                        .formatted(stepsPerBeat));
        return of(Onsets.of(piece));
    }

    abstract double of(Onsets onsets);

    private static double share(long part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
