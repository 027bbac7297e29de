package diabolo.descriptor;

import diabolo.grid.QuantizedSequence;
import diabolo.note.Checks;
import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A number that describes a piece: the five attributes by which MusicVAE moves a melody ({@link #MUSIC_VAE}), and three more.
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
            return Onsets.share(white, pitches.size());
        }
    },
    /** Onsets a step; of a melody 0 to 1. */
    NOTE_DENSITY("note-density") {
        @Override
        double of(Onsets onsets) {
            return Onsets.share(onsets.count(), onsets.lengthInSteps());
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
            return onsets.share(step -> step % (2 * sixteenth) == sixteenth && !onsets.at(step - sixteenth));
        }
    },
    /** The part of the onsets that are on an off eighth, with none on the sixteenth and the eighth before; 0 to 1. */
    EIGHTH_SYNCOPATION("eighth-syncopation") {
        @Override
        double of(Onsets onsets) {
            int sixteenth = onsets.stepsPerSixteenth();
            return onsets.share(step -> step % (4 * sixteenth) == 2 * sixteenth
                    && !onsets.at(step - sixteenth)
                    && !onsets.at(step - 2 * sixteenth));
        }
    },
    /** The part of the onsets that are syncopated by a sixteenth or by an eighth, 0 to 1: the sum of the two. */
    SYNCOPATION("syncopation") {
        @Override
        double of(Onsets onsets) {
            return SIXTEENTH_SYNCOPATION.of(onsets) + EIGHTH_SYNCOPATION.of(onsets);
        }
    },
    /** The distance from the lowest note to the highest, in semitones. */
    RANGE("range") {
        @Override
        double of(Onsets onsets) {
            IntSummaryStatistics pitches =
                    onsets.pitches().stream().mapToInt(pitch -> pitch).summaryStatistics();
            return pitches.getCount() == 0 ? 0 : pitches.getMax() - pitches.getMin();
        }
    },
    /**
     * How far the melody rises, in semitones: the rise of the straight line that lies nearest to its pitches, from the first note to the
     * last; below 0 of a melody that falls.
     */
    CONTOUR("contour") {
        @Override
        double of(Onsets onsets) {
            List<Integer> pitches = onsets.pitches();
            double middle = (pitches.size() - 1) / 2.0;
            double rise = 0;
            double run = 0;
            for (int i = 0; i < pitches.size(); i++) {
                rise += (i - middle) * pitches.get(i);
                run += (i - middle) * (i - middle);
            }
            return run == 0 ? 0 : rise / run * (pitches.size() - 1);
        }
    };

    /** Those of Roberts et al. */
    public static final List<Descriptor> MUSIC_VAE =
            List.of(C_DIATONIC, NOTE_DENSITY, AVERAGE_INTERVAL, SIXTEENTH_SYNCOPATION, EIGHTH_SYNCOPATION);

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
        return this == C_DIATONIC || this == AVERAGE_INTERVAL || this == RANGE || this == CONTOUR;
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
}
