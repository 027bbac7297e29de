package diabolo.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import diabolo.DataFolder;
import diabolo.representation.Drums;
import diabolo.representation.Melody;
import diabolo.representation.TokenRepresentation;
import diabolo.representation.Tokens;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Real corpora against an independent computation in Python from the same files, token by token through a hash. */
class RealTokenCorporaTest {

    @Test
    void theTunesOfNottinghamGiveTheWindowsOfAnIndependentComputation() throws IOException {
        Corpus corpus = corpus("folk-nottingham/melody", Melody.of(2));

        assertThat(corpus.pieces()).hasSize(495);
        assertThat(corpus.windows()).hasSize(16_989);
        assertThat(corpus.distinct()).hasSize(8_518);
        assertThat(corpus.summary().refusedWindows()).isEqualTo(RefusedWindows.of(WindowRefusal.OTHER_METER, 18_360));
        assertThat(hashOfTokens(corpus)).startsWith("ea8acaa7fea267c9");
    }

    @Test
    void theDrummersOfGrooveGiveTheWindowsOfAnIndependentComputation() throws IOException {
        Corpus corpus = corpus("drums-groove", Drums.of(2));

        assertThat(corpus.pieces()).hasSize(551);
        assertThat(corpus.windows()).hasSize(18_592);
        assertThat(corpus.distinct()).hasSize(17_858);
        assertThat(corpus.summary().refusedWindows()).isEqualTo(RefusedWindows.of(WindowRefusal.OTHER_METER, 898));
        assertThat(hashOfTokens(corpus)).startsWith("a7b2a4305439382c");
        PieceSplit split = PieceSplit.listed(
                corpus, DataFolder.find("drums-groove").orElseThrow().resolve("info.csv"));
        List<Window> training = corpus.windowsOf(split.training());
        List<Window> heldOut = corpus.windowsOf(split.heldOut());
        assertThat(training.size() + heldOut.size()).isEqualTo(18_592);
        assertThat(Corpus.unseen(heldOut, training, Window::content)).hasSizeBetween(1, heldOut.size() - 1);
    }

    private static Corpus corpus(String name, TokenRepresentation representation) throws IOException {
        Optional<Path> folder = DataFolder.find(name);
        assumeTrue(folder.isPresent(), DataFolder.ABSENT);
        return new CorpusBuilder(CorpusSpec.of(representation)).build(List.of(folder.orElseThrow()));
    }

    /** Of two bytes a token. */
    private static String hashOfTokens(Corpus corpus) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Window window : corpus.windows()) {
            for (int token : ((Tokens) window.frames()).lines()[0]) {
                bytes.write(token >> 8);
                bytes.write(token);
            }
        }
        return HexFormat.of().formatHex(CorpusFormat.sha256(bytes.toByteArray()));
    }
}
