package diabolo.operation;

import static java.util.Objects.requireNonNull;

import diabolo.evaluation.Fidelity;
import diabolo.latent.LatentSpace;
import diabolo.latent.NamedRecipe;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;

/**
 * Reconstructs a piece: encodes and decodes it.
 *
 * <pre>{@code
 * Outcome outcome = new Reconstruct(Source.of(rag)).on(space);
 * }</pre>
 *
 * <p>{@link Remark.CameBack} gives the fidelity of music; codes have no original to compare with.
 */
public record Reconstruct(Source piece, Decoding decoding) implements Operation {

    public Reconstruct {
        requireNonNull(piece, "piece");
        requireNonNull(decoding, "decoding");
    }

    public Reconstruct(Source piece) {
        this(piece, Decoding.DEFAULT);
    }

    @Override
    public Outcome on(LatentSpace space, DoubleConsumer progress) {
        GivenSources given = new GivenSources(space);
        return given.outcome(
                switch (piece) {
                    case Source.Codes known -> recipes(space, given, given.encode(known));
                    case Source.Picture picture -> throw picture.notFor(space.description());
                    case Source.Music music -> {
                        GivenMusic original = given.read(music);
                        List<NamedRecipe> made = recipes(space, given, space.encode(original.passage()));
                        given.remarkCut(original);
                        Fidelity fidelity = space.fidelity(
                                original.passage(),
                                space.render(made.getFirst().recipe()).windows());
                        given.remarkLost(original, fidelity.f1());
                        given.remark(new Remark.CameBack(fidelity));
                        yield made;
                    }
                });
    }

    private List<NamedRecipe> recipes(LatentSpace space, GivenSources given, float[][] codes) {
        return given.named(piece, decoding)
                .one(space.recipe("reconstruct", codes).withDetails(Map.of("file", piece.name())));
    }
}
