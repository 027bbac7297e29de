package diabolo.operation;

import diabolo.attribute.Attribute;
import diabolo.attribute.AttributeVector;
import diabolo.grid.BarLines;
import diabolo.latent.Interpolation;
import diabolo.latent.LatentSpace;
import diabolo.latent.PieceHeader;
import diabolo.latent.Prior;
import diabolo.latent.Signatures;
import diabolo.latent.SmallMelodyModel;
import diabolo.note.Beat;
import diabolo.note.Meter;
import diabolo.note.Tempo;
import diabolo.search.ConstrainedSearch;
import diabolo.search.Continuation;
import diabolo.search.Harmonizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small operation of each kind, for a model of some code size. */
record Examples(LatentSpace space) {

    static final Source.Music TWO = music("two.mid", 2, 1);
    static final Source.Music FOUR = music("four.mid", 4, 3);
    static final Source.Music SECOND_BAR = new Source.Music("two.mid", TWO.piece(), Selection.of(Bars.parse("2")));
    static final Source.Music IN_TWO = new Source.Music(
            "two.mid",
            TWO.piece(),
            new Selection(Optional.empty(), Optional.of(new BarLines(new Meter(2, 4), Beat.of(1)))));

    private static final Decoding DECODING = new Decoding(5, 0.8, 0.4);

    private static Source.Music music(String name, int... bars) {
        return new Source.Music(name, SmallMelodyModel.tune(bars), Selection.ALL);
    }

    Source.Codes codes() {
        PieceHeader header =
                new PieceHeader(Optional.of(new Tempo(72.5)), new Signatures(Map.of(0, "4/4"), Map.of(0, "D major")));
        return new Source.Codes("z", space.encode(FOUR.piece()), header, Optional.of(space.hash()));
    }

    Attribute attribute() {
        float[] direction = new float[space.description().spec().codeSize()];
        direction[0] = 1;
        return Attribute.of(new AttributeVector(
                "note-density", space.description().name(), space.hash(), direction, "two bars", 1, 1, 0.05));
    }

    Sources sources() {
        return new RememberedSources().with(TWO).with(FOUR).with(attribute());
    }

    /** For a model with a prior of tunes and faders. */
    List<Operation> ofTunes() {
        return List.of(
                new Fill(SECOND_BAR, 3, DECODING),
                new Vary(SECOND_BAR, 1, 0, 2, Optional.of(0.3), DECODING),
                new Combine(SECOND_BAR, IN_TWO, DECODING),
                new SetAttributes(SECOND_BAR, "note-density=0.4", 0.3, DECODING),
                new Generate(
                        1,
                        7,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(8),
                        Optional.of("AABA"),
                        Optional.of("G major"),
                        Optional.of("range=12"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    /** For a model with a prior of grooves. */
    static Generate ofGrooves(Optional<Prior> prior, Optional<String> style, Optional<String> ending) {
        return new Generate(
                1,
                7,
                prior,
                Optional.empty(),
                Optional.empty(),
                Optional.of(4),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                style,
                ending,
                Optional.empty());
    }

    List<Operation> all() {
        Constrain.Constraints inC = Constrain.Constraints.NONE.withKey("C");
        return List.of(
                new Generate(2, 7),
                new Generate(
                        1,
                        -3,
                        Optional.of(new Prior.Uniform(2)),
                        Optional.of(0.5),
                        Optional.empty(),
                        Optional.of(4),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                new Reconstruct(TWO, DECODING),
                new Reconstruct(codes()),
                new Average(List.of(TWO, FOUR), DECODING),
                new Interpolate(TWO, codes(), 3, Interpolation.SPHERICAL, DECODING),
                new Blend(TWO, FOUR, 3, DECODING),
                new Grid(List.of(TWO, FOUR, codes(), TWO), 2, Interpolation.LINEAR, DECODING),
                new PathThrough(List.of(TWO, FOUR, TWO), 2, Interpolation.LINEAR, DECODING),
                new Translate(TWO, FOUR, codes(), 0.5, DECODING),
                new Vary(SECOND_BAR, 0.5, 3, 2, Optional.empty(), DECODING),
                new Vary(IN_TWO, 0.5, 0, 2, Optional.empty(), DECODING),
                new Walk(codes(), 0.5, 2, DECODING),
                new MoveAlong(TWO, attribute(), -1.5, MoveAlong.KeyRule.FREE, DECODING),
                new Refine(FOUR, 3, DECODING),
                new Continue(TWO, 2, new Continuation.Settings(1, 8, 0), DECODING),
                new Constrain(inC, 1, new ConstrainedSearch.Settings(8, 1, 2)),
                new Constrain(
                        Constrain.Constraints.NONE.withNotes(SECOND_BAR).withDensity(0.25),
                        2,
                        new ConstrainedSearch.Settings(8, 0, 2).corrected(),
                        DECODING),
                new Decode(List.of(codes(), new Source.Codes("zero", new float[2][codes().codes()[0].length]))));
    }

    Operation harmonizing() {
        return new Harmonize(TWO, new Harmonizer.Settings(5, 1, 0.2), DECODING);
    }
}
