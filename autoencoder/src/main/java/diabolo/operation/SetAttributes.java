package diabolo.operation;

import static diabolo.note.Checks.requireBetween;
import static java.util.Objects.requireNonNull;

import diabolo.descriptor.Descriptor;
import diabolo.latent.AccompaniedMelody;
import diabolo.latent.AskedValues;
import diabolo.latent.FaderChange;
import diabolo.latent.FaderSampler;
import diabolo.latent.LatentSpace;
import diabolo.latent.Recipe;
import diabolo.model.diffusion.Faders;
import diabolo.representation.Frames;
import diabolo.tensor.RandomSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;

/**
 * Changes a melody until it has asked values, in its key: see {@link FaderChange}. {@link Remark.ValuesAsked} says what was asked, what
 * was got, and what else moved.
 *
 * <pre>{@code
 * Outcome outcome = new SetAttributes(tune, "note-density=0.4", 0.5, Decoding.DEFAULT).on(space);
 * }</pre>
 *
 * @param values see {@link AskedValues#parse}
 * @param freedom 0.05 to 1: near the melody, or free
 */
public record SetAttributes(Source.Music piece, String values, double freedom, Decoding decoding) implements Operation {

    /** Keeps half of the notes and more. */
    public static final double USUAL_FREEDOM = 0.2;

    private static final String NAME = "set";

    public SetAttributes {
        requireNonNull(piece, "piece");
        AskedValues.parse(values);
        requireBetween("freedom", freedom, 0.05, 1);
        requireNonNull(decoding, "decoding");
    }

    @Override
    public Outcome on(LatentSpace space, DoubleConsumer progress) {
        Faders faders = space.faders()
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s has no faders, by which values are set; choose tune-16bar or melody-2bar"
                                .formatted(space.description().name())));
        AskedValues texts = AskedValues.parse(values);
        Map<Descriptor, Double> asked = texts.of(faders);
        GivenSources given = new GivenSources(space);
        AccompaniedMelody accompanied = AccompaniedMelody.of(piece.piece());
        GivenMusic music = given.read(new Source.Music(piece.name(), accompanied.melody(), piece.selection()));
        music.offGrid().ifPresent(given::remark);
        music.loss(space).ifPresent(given::remark);
        List<Frames> before = space.frames(music.passage());
        FaderChange.Changed changed;
        try (FaderSampler sampler = new FaderSampler(space, faders, FaderSampler.Settings.DEFAULT)) {
            changed = new FaderChange(sampler, asked, freedom).of(before, RandomSource.of(decoding.seed()));
        }
        given.remark(new Remark.ValuesAsked(
                piece.name(),
                space.describe(before),
                asked,
                space.describe(changed.windows()),
                OptionalDouble.of(changed.keptShare())));
        Recipe recipe = space.allGiven(NAME, changed.windows(), space.network().encode(changed.windows()))
                .withDetails(
                        Map.of("file", piece.name(), "asked", texts.toString(), "freedom", String.valueOf(freedom)));
        return given.outcome(given.named(piece, decoding).one(accompanied.accompanied(space, recipe, music.passage())));
    }
}
