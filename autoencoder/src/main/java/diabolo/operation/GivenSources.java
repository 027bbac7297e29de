package diabolo.operation;

import diabolo.latent.LatentSpace;
import diabolo.latent.NamedRecipe;
import diabolo.latent.PieceHeader;
import diabolo.model.Sampler;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads and encodes the sources of an operation, and collects their headers and remarks.
 *
 * <pre>{@code
 * GivenSources given = new GivenSources(space);
 * float[][] codes = given.encode(piece);
 * return given.outcome(given.named(piece, decoding).one(space.recipe("reconstruct", codes)));
 * }</pre>
 *
 * <p>For one run of one operation; not safe for several threads.
 */
final class GivenSources {

    /** A lower F1 of the reconstruction is remarked. */
    private static final double WELL_KEPT = 0.9;

    private final LatentSpace space;
    private final List<PieceHeader> headers = new ArrayList<>();
    private final Set<Optional<Bars>> bars = new LinkedHashSet<>();
    private final Set<Remark> remarks = new LinkedHashSet<>();

    GivenSources(LatentSpace space) {
        this.space = space;
    }

    /** The headers of the pieces read so far, in order. */
    List<PieceHeader> headers() {
        return headers;
    }

    /** The bars taken of the music, as text; empty if all. */
    Optional<String> bars() {
        return bars.stream().allMatch(Optional::isEmpty)
                ? Optional.empty()
                : Optional.of(bars.stream()
                        .map(some -> some.map(Bars::toString).orElse("all"))
                        .collect(Collectors.joining(", ")));
    }

    /** Names recipes after a source, with the header that all sources share. */
    NamedRecipes named(Source first, Decoding decoding) {
        return new NamedRecipes(space, this, first.name(), decoding, PieceHeader.shared(headers));
    }

    GivenMusic read(Source.Music source) {
        GivenMusic music = GivenMusic.of(space, source);
        headers.add(space.header(music.passage()));
        bars.add(source.bars());
        music.pickup().ifPresent(this::remark);
        return music;
    }

    /** The codes of a source, [windows][codeSize]; remarks where music was cut and how well the model reconstructs it. */
    float[][] encode(Source source) {
        return switch (source) {
            case Source.Music music -> encode(read(music));
            case Source.Picture picture -> throw picture.notFor(space.description());
            case Source.Codes known -> {
                known.requireOf(space.model());
                headers.add(known.header());
                yield known.codes();
            }
        };
    }

    private float[][] encode(GivenMusic music) {
        float[][] codes = space.encode(music.passage());
        remarkKept(music, codes);
        return codes;
    }

    /** Where music was cut, and how well the model reconstructs it from its codes. */
    void remarkKept(GivenMusic music, float[][] codes) {
        remarkCut(music);
        double f1 = space.fidelity(music.passage(), space.network().decode(codes, Sampler.LIKELIEST))
                .f1();
        if (f1 < WELL_KEPT) {
            remark(new Remark.PoorlyKept(music.name(), space.description().name(), f1));
        }
    }

    /** Whether the model hardly holds a piece, where its fidelity is said as well. */
    void remarkLost(GivenMusic music, double f1) {
        Remark.PoorlyKept kept =
                new Remark.PoorlyKept(music.name(), space.description().name(), f1);
        if (kept.isLost()) {
            remark(kept);
        }
    }

    /**
     * The codes of several sources of equal length: in bars, or in windows where some are codes.
     *
     * @throws IllegalArgumentException if they are not
     */
    List<float[][]> encodeAlike(List<Source> sources) {
        List<Source.Music> music = sources.stream()
                .filter(Source.Music.class::isInstance)
                .map(Source.Music.class::cast)
                .toList();
        return music.size() == sources.size()
                ? readAlike(music).stream().map(this::encode).toList()
                : EqualLengths.ofCodes(
                        sources, sources.stream().map(this::encode).toList());
    }

    /** Several pieces of music of equal length. */
    List<GivenMusic> readAlike(List<Source.Music> sources) {
        return EqualLengths.of(sources.stream().map(this::read).toList());
    }

    void remark(Remark remark) {
        remarks.add(remark);
    }

    /** Remarks what the model loses of a piece, where it was cut, and whether it fills its windows. */
    void remarkCut(GivenMusic music) {
        music.askew(space).ifPresent(this::remark);
        music.grouped(space).ifPresent(this::remark);
        music.offGrid().ifPresent(this::remark);
        music.loss(space).ifPresent(this::remark);
        music.seams(space, music.windows(space)).ifPresent(this::remark);
        music.unfilled(space).ifPresent(this::remark);
    }

    /**
     * The outcome.
     *
     * @throws IllegalArgumentException if a recipe cannot be rendered; checked for all before the first is
     */
    Outcome outcome(List<NamedRecipe> pieces) {
        pieces.forEach(piece -> space.requireFitting(piece.recipe()));
        return new Outcome(pieces, List.copyOf(remarks));
    }
}
