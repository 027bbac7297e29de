package diabolo.experiment;

import static diabolo.note.Checks.requireBetween;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import diabolo.corpus.CorpusSpec;
import diabolo.corpus.LastWindow;
import diabolo.corpus.MissingBass;
import diabolo.corpus.OtherMeters;
import diabolo.corpus.Transposition;
import diabolo.grid.RhythmGrid;
import diabolo.model.FrameFormat;
import diabolo.note.Meter;
import diabolo.representation.Representation;
import diabolo.representation.TokenRepresentation;

/**
 * What an example is and how it is cut out of the data: the {@code format} of an experiment's YAML.
 *
 * <pre>{@code
 * format: {kind: MELODY, bars: 2, meter: 3/4}
 * format: {kind: PIANO_ROLL, steps: 64, lowestPitch: 30, pitches: 60}
 * format: {kind: IMAGES}
 * }</pre>
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = Format.KIND)
@JsonSubTypes({
    @JsonSubTypes.Type(value = Format.PianoRoll.class, name = "PIANO_ROLL"),
    @JsonSubTypes.Type(value = Format.Melody.class, name = "MELODY"),
    @JsonSubTypes.Type(value = Format.Drums.class, name = "DRUMS"),
    @JsonSubTypes.Type(value = Format.Trio.class, name = "TRIO"),
    @JsonSubTypes.Type(value = Format.Images.class, name = "IMAGES")
})
public sealed interface Format {

    String KIND = "kind";

    /** As a model of it is described. */
    FrameFormat frameFormat();

    /** How many numbers an example has. */
    default int frameSize() {
        return frameFormat().frameSize();
    }

    /** Windows of music. */
    sealed interface Music extends Format {

        Representation representation();

        /** How the windows are cut. */
        CorpusSpec corpusSpec();

        @Override
        default FrameFormat frameFormat() {
            return new FrameFormat.Music(representation());
        }
    }

    /**
     * Windows of piano roll in sixteenths.
     *
     * @param steps of a window
     * @param pitches rows from {@code lowestPitch} up
     * @param strideSteps from a window to the next, 1 to 4,096
     */
    record PianoRoll(
            int steps,
            int lowestPitch,
            int pitches,
            int strideSteps,
            LastWindow lastWindow,
            Transposition transposition)
            implements Music {

        public PianoRoll {
            requireBetween("strideSteps", strideSteps, 1, 4096);
        }

        PianoRoll with(LastWindow other) {
            return new PianoRoll(steps, lowestPitch, pitches, strideSteps, other, transposition);
        }

        @Override
        public diabolo.representation.PianoRoll representation() {
            return new diabolo.representation.PianoRoll(RhythmGrid.SIXTEENTHS, steps, lowestPitch, pitches);
        }

        @Override
        public CorpusSpec corpusSpec() {
            return CorpusSpec.DEEPHEAR
                    .withRepresentation(representation())
                    .withStrideSteps(strideSteps)
                    .withLastWindow(lastWindow)
                    .withTransposition(transposition);
        }
    }

    /** Windows of tokens: whole bars of one meter. */
    sealed interface Lines extends Music {

        /** 1 to 64. */
        int bars();

        /** Of every bar, {@code 4/4}. */
        String meter();

        /** Whether bars that fill its bars are taken too. */
        OtherMeters otherMeters();

        /** The same, with bars that fill its bars. */
        Lines grouped();

        /** The same music in windows of so many bars. */
        Lines ofBars(int other);

        @Override
        TokenRepresentation representation();

        @Override
        default CorpusSpec corpusSpec() {
            return CorpusSpec.of(representation()).withOtherMeters(otherMeters());
        }
    }

    /** See {@link diabolo.representation.Melody}. */
    record Melody(int bars, String meter, OtherMeters otherMeters) implements Lines {
        public Melody {
            requireBars(bars);
        }

        @Override
        public TokenRepresentation representation() {
            return diabolo.representation.Melody.of(bars, Meter.parse(meter));
        }

        @Override
        public Melody grouped() {
            return new Melody(bars, meter, OtherMeters.GROUPED);
        }

        @Override
        public Melody ofBars(int other) {
            return new Melody(other, meter, otherMeters);
        }
    }

    /** See {@link diabolo.representation.Drums}. */
    record Drums(int bars, String meter, OtherMeters otherMeters) implements Lines {
        public Drums {
            requireBars(bars);
        }

        @Override
        public TokenRepresentation representation() {
            return diabolo.representation.Drums.of(bars, Meter.parse(meter));
        }

        @Override
        public Drums grouped() {
            return new Drums(bars, meter, OtherMeters.GROUPED);
        }

        @Override
        public Drums ofBars(int other) {
            return new Drums(other, meter, otherMeters);
        }
    }

    /**
     * See {@link diabolo.representation.Trio}.
     *
     * @param missingBass whether tunes with chords count as trios
     */
    record Trio(int bars, String meter, OtherMeters otherMeters, MissingBass missingBass) implements Lines {
        public Trio {
            requireBars(bars);
        }

        @Override
        public TokenRepresentation representation() {
            return diabolo.representation.Trio.of(bars, Meter.parse(meter));
        }

        @Override
        public Trio grouped() {
            return new Trio(bars, meter, OtherMeters.GROUPED, missingBass);
        }

        @Override
        public Trio ofBars(int other) {
            return new Trio(other, meter, otherMeters, missingBass);
        }

        @Override
        public CorpusSpec corpusSpec() {
            return Lines.super.corpusSpec().withMissingBass(missingBass);
        }
    }

    /**
     * Grey images, as the digits of MNIST.
     *
     * @param rows and columns, 1 to 1,024 pixels each
     */
    record Images(int rows, int columns) implements Format {
        public Images {
            requireBetween("rows", rows, 1, 1024);
            requireBetween("columns", columns, 1, 1024);
        }

        @Override
        public FrameFormat frameFormat() {
            return new FrameFormat.Image(rows, columns);
        }
    }

    private static void requireBars(int bars) {
        requireBetween("bars", bars, 1, 64);
    }
}
