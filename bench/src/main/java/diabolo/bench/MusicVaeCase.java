package diabolo.bench;

import diabolo.model.Bottleneck;
import diabolo.model.RecurrentSpec;
import diabolo.nn.LstmSize;
import java.util.List;
import java.util.Optional;

/**
 * A network to be trained on random tokens.
 *
 * @param batch of the examples
 */
record MusicVaeCase(RecurrentSpec spec, int batch) {

    private static final int TOKENS = 90;

    /** MusicVAE's two bars of melody ({@code cat-mel_2bar_small}). */
    private static final MusicVaeCase TWO_BARS = new MusicVaeCase(
            new RecurrentSpec(
                    List.of(TOKENS),
                    32,
                    new LstmSize(512, 1),
                    256,
                    Bottleneck.GAUSSIAN,
                    new RecurrentSpec.Flat(new LstmSize(256, 2))),
            512);

    /** Sixteen bars, as the experiment {@code melody-16bar} of this project: bars encoded one by one, and a conductor. */
    private static final MusicVaeCase SIXTEEN_BARS = new MusicVaeCase(
            new RecurrentSpec(
                    List.of(TOKENS),
                    256,
                    new LstmSize(192, 1),
                    List.of(16),
                    128,
                    Bottleneck.GAUSSIAN,
                    new RecurrentSpec.Hierarchical(16, new LstmSize(192, 1), new LstmSize(192, 1)),
                    Optional.empty()),
            16);

    static MusicVaeCase named(String name) {
        return switch (name) {
            case "two-bars" -> TWO_BARS;
            case "sixteen-bars" -> SIXTEEN_BARS;
            default -> throw new IllegalArgumentException("two-bars or sixteen-bars, was " + name);
        };
    }
}
