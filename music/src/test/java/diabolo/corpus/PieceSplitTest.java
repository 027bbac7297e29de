package diabolo.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diabolo.ForAll;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PieceSplitTest {

    @TempDir
    private Path folder;

    @Test
    void everyPieceIsOnOneSideAndNeitherSideIsEmpty() throws IOException {
        Corpus corpus = Tunes.corpus(folder);

        ForAll.examples(random -> PieceSplit.random(corpus, random.nextDouble(0.01, 0.99), random.nextLong()))
                .check(split -> {
                    Set<String> all = new HashSet<>(split.training());
                    all.addAll(split.heldOut());
                    assertThat(all).containsExactlyInAnyOrderElementsOf(corpus.pieceNames());
                    assertThat(split.training()).isNotEmpty();
                    assertThat(split.heldOut()).isNotEmpty();
                });
    }

    @Test
    void theSameTuneTwiceStaysOnOneSide() throws IOException {
        Corpus corpus = Tunes.corpus(folder);

        ForAll.examples(random -> PieceSplit.random(corpus, 0.4, random.nextLong()))
                .check(split -> assertThat(split.heldOut().contains("a"))
                        .isEqualTo(split.heldOut().contains("a-again")));
        assertThat(PieceSplit.named(corpus, Set.of("a")).heldOut()).containsExactlyInAnyOrder("a", "a-again");
    }

    @Test
    void theSameSeedGivesTheSameSplit() throws IOException {
        Corpus corpus = Tunes.corpus(folder);

        assertThat(PieceSplit.random(corpus, 0.3, 7)).isEqualTo(PieceSplit.random(corpus, 0.3, 7));
    }

    @Test
    void noWindowIsSharedBetweenTheSides() throws IOException {
        Corpus corpus = Tunes.corpus(folder);
        PieceSplit split = PieceSplit.random(corpus, 0.3, 1);

        List<Window> training = corpus.windowsOf(split.training());
        List<Window> heldOut = corpus.windowsOf(split.heldOut());

        assertThat(training.size() + heldOut.size()).isEqualTo(corpus.windows().size());
        assertThat(training).noneMatch(window -> heldOut.stream().anyMatch(window::hasFramesOf));
    }

    @Test
    void aCorpusOfOnePieceHoldsOutNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("only"), "12 1");
        Corpus corpus = new CorpusBuilder(CorpusSpec.DEEPHEAR, Tunes.READER).build(List.of(file));

        assertThat(PieceSplit.random(corpus, 0.5, 1)).isEqualTo(new PieceSplit(Set.of("only"), Set.of()));
    }

    @Test
    void anUnknownNameIsRefusedWithTheKnownOnes() throws IOException {
        Corpus corpus = Tunes.corpus(folder);

        assertThatThrownBy(() -> PieceSplit.named(corpus, Set.of("d")))
                .hasMessage("The corpus has no piece d; it has a, a-again, b, c.");
    }

    @Test
    void aTableSaysWhichPiecesAreHeldOut() throws IOException {
        Corpus corpus = Tunes.corpus(folder);
        Path table = Files.writeString(folder.resolve("info.csv"), """
                split,bpm,midi_filename
                train,90,a
                validation,90,a-again
                test,90,b
                train,90,c
                train,90,another
                """);

        PieceSplit split = PieceSplit.listed(corpus, table);

        assertThat(split).isEqualTo(new PieceSplit(Set.of("a", "c"), Set.of("a-again", "b")));
    }

    @Test
    void aTableThatDoesNotKnowAPieceIsRefused() throws IOException {
        Corpus corpus = Tunes.corpus(folder);
        Path table = Files.writeString(folder.resolve("info.csv"), "midi_filename,split\na,train\n");
        Path poem = Files.writeString(folder.resolve("poem"), "three small words");

        assertThatThrownBy(() -> PieceSplit.listed(corpus, table)).hasMessageContaining("in which split a-again is");
        assertThatThrownBy(() -> PieceSplit.listed(corpus, poem))
                .hasMessageContaining("columns midi_filename and split");
        assertThatThrownBy(() -> PieceSplit.listed(corpus, folder)).hasMessageContaining("no table of pieces");
    }
}
