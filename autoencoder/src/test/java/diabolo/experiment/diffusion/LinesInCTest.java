package diabolo.experiment.diffusion;

import static org.assertj.core.api.Assertions.assertThat;

import diabolo.corpus.Corpus;
import diabolo.experiment.ExperimentCatalog;
import diabolo.experiment.ExperimentData;
import diabolo.experiment.TrainingData;
import diabolo.representation.Frames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LinesInCTest {

    private static final String BARS = "GBd|c2A|d2F|G3|GBd|e2c|dBA|G3|";

    @TempDir
    private Path folder;

    /** Its first window begins at its first full bar, a beat after the piece. */
    @Test
    void aPieceWithAPickupIsALineLikeOneWithout() throws IOException {
        write("with", "D|" + BARS);
        write("without", BARS + BARS);

        Corpus corpus = ((TrainingData) ExperimentData.open(List.of(folder), ExperimentCatalog.find("melody-2bar-3-4")))
                .corpus();
        List<LinesInC.Line> lines =
                LinesInC.of(corpus, Set.copyOf(corpus.pieceNames())).lines();

        assertThat(lines).hasSize(2).allSatisfy(line -> assertThat(line.up()).isEqualTo(7));
        assertThat(lines).extracting(LinesInCTest::firstStep).containsExactly(4, 0);
        assertThat(firstWindow(lines.get(0))).isEqualTo(firstWindow(lines.get(1)));
    }

    private static int firstStep(LinesInC.Line line) {
        return line.byStep().keySet().iterator().next();
    }

    private static Frames firstWindow(LinesInC.Line line) {
        return line.byStep().values().iterator().next().frames();
    }

    private void write(String name, String bars) throws IOException {
        Files.writeString(folder.resolve(name + ".abc"), "X:1\nT:%s\nM:3/4\nL:1/4\nK:G\n%s\n".formatted(name, bars));
    }
}
