package diabolo.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import diabolo.DataFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The real corpora against an independent parse of the same files in Python, cell by cell through a hash. */
class RagtimeCorpusTest {

    @Test
    void theAuthorsFilesGiveTheAuthorsWindows() throws IOException {
        Path folder = folder("ragtime-deephear");
        List<Path> files = Stream.of(
                        "searchlight",
                        "strenous",
                        "maple_leaf",
                        "entertainer",
                        "syncopations",
                        "cleopha",
                        "winners",
                        "winners_2",
                        "alabama")
                .map(name -> folder.resolve(name + ".xml"))
                .toList();

        Corpus corpus = new CorpusBuilder(CorpusSpec.DEEPHEAR).build(files);

        assertThat(corpus.pieces()).extracting(Piece::windows).containsExactly(70, 72, 68, 72, 70, 70, 38, 16, 82);
        assertThat(corpus.windows()).hasSize(558);
        assertThat(corpus.distinct()).hasSize(407);
        assertThat(corpus.summary().meanActiveCells()).isBetween(251.9068, 251.9069);
        assertThat(corpus.summary().activeColumns()).isEqualTo(64);
        assertThat(hashOfCells(corpus)).startsWith("10ba878a78c0c003");
    }

    @Test
    void mutopiasRagsGiveTheWindowsOfAnIndependentParse() throws IOException {
        Path folder = folder("ragtime-mutopia");

        Corpus corpus = new CorpusBuilder(CorpusSpec.DEEPHEAR).build(List.of(folder));

        assertThat(corpus.pieces()).hasSize(17);
        assertThat(corpus.refusals()).isEmpty();
        assertThat(corpus.windows()).hasSize(1266);
        assertThat(corpus.distinct()).hasSize(955);
        assertThat(hashOfCells(corpus)).startsWith("f015f687e18c7c26");
    }

    @Test
    void withTheLastWindowsMutopiasRagsGiveSeventeenMore() throws IOException {
        CorpusSpec spec = CorpusSpec.DEEPHEAR.withLastWindow(LastWindow.KEPT);

        Corpus corpus = new CorpusBuilder(spec).build(List.of(folder("ragtime-mutopia")));

        assertThat(corpus.windows()).hasSize(1283);
        assertThat(corpus.distinct()).hasSize(970);
    }

    private static Path folder(String name) {
        Optional<Path> folder = DataFolder.find(name);
        assumeTrue(folder.isPresent(), DataFolder.ABSENT);
        return folder.orElseThrow();
    }

    /** Of one byte a cell, as numpy has them. */
    private static String hashOfCells(Corpus corpus) {
        int length = corpus.spec().representation().cells();
        byte[] cells = new byte[corpus.windows().size() * length];
        for (int i = 0; i < corpus.windows().size(); i++) {
            int first = i * length;
            corpus.windows().get(i).active().stream().forEach(cell -> cells[first + cell] = 1);
        }
        return HexFormat.of().formatHex(CorpusFormat.sha256(cells));
    }
}
