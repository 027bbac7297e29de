package diabolo.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import diabolo.RealMusic;
import diabolo.corpus.Corpus;
import diabolo.corpus.CorpusBuilder;
import diabolo.corpus.CorpusSpec;
import diabolo.corpus.Window;
import diabolo.grid.RhythmGrid;
import diabolo.representation.Cells;
import diabolo.representation.Frames;
import diabolo.representation.PianoRoll;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Originality against plain counting, and against figures of an independent computation. */
class OriginalityByCountingTest {

    @Test
    void comparingBitByBitGivesTheSameAsCountingCells() {
        SplittableRandom random = new SplittableRandom(5);
        float[][] training = cells(random, 40, 66);
        float[][] pieces = cells(random, 20, 66);
        Originality originality = Originality.against(Rolls.chord(66), Rolls.chords(training));

        for (float[] piece : pieces) {
            assertThat(originality.closest(new Cells(piece)).similarity()).isEqualTo(counted(piece, training));
        }
    }

    @Test
    void onlyTheBeginningsOfTonesAreOnsets() {
        PianoRoll roll = new PianoRoll(RhythmGrid.SIXTEENTHS, 4, 60, 2);
        Cells window = new Cells(new float[] {1, 0, 0.9f, 1, 0, 1, 1, 0});

        assertThat(Originality.onsets(roll, List.of(window)))
                .containsExactly(new Cells(new float[] {1, 0, 0, 1, 0, 0, 1, 0}));
    }

    @Test
    void piecesOfAnotherSizeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Originality.against(Rolls.chord(5), Rolls.chords(new float[] {1, 1, 0, 0, 0}))
                        .closest(new Cells(new float[] {1, 1, 1, 1, 1, 1})));
    }

    /** Both golden values are those of a matrix product over the same windows in Python. */
    @Test
    void theAuthorsWindowsOverlapWithOtherPiecesAsAnIndependentCountSays() throws IOException {
        Corpus corpus = new CorpusBuilder(CorpusSpec.DEEPHEAR).build(List.of(RealMusic.folder("ragtime-deephear")));
        List<String> pieces = corpus.windows().stream().map(Window::piece).toList();
        List<Frames> frames = corpus.windows().stream().map(Window::frames).toList();
        PianoRoll roll = PianoRoll.DEEPHEAR;

        SimilarityDistribution cells = Originality.ofOthers(roll, pieces, frames);
        SimilarityDistribution onsets = Originality.ofOthers(roll, pieces, Originality.onsets(roll, frames));

        assertThat(cells.mean()).isCloseTo(0.3710134249647133, within(1e-9));
        assertThat(onsets.mean()).isCloseTo(0.28828642913868824, within(1e-9));
    }

    @Test
    void aPieceAllOfWhichStandsInOneWindowIsWhole() {
        SimilarityDistribution some = new SimilarityDistribution(List.of(1.0, 0.95, 0.5, 1.0));

        assertThat(some.wholeShare()).isEqualTo(0.5);
        assertThat(new SimilarityDistribution(List.of()).wholeShare()).isZero();
    }

    private static double counted(float[] piece, float[][] training) {
        double best = 0;
        for (float[] window : training) {
            double common = 0;
            double active = 0;
            for (int cell = 0; cell < piece.length; cell++) {
                common += piece[cell] * window[cell];
                active += piece[cell];
            }
            best = Math.max(best, common / active);
        }
        return best;
    }

    private static float[][] cells(SplittableRandom random, int windows, int cells) {
        float[][] frames = new float[windows][cells];
        for (float[] frame : frames) {
            for (int cell = 0; cell < cells; cell++) {
                frame[cell] = random.nextInt(4) == 0 ? 1 : 0;
            }
        }
        return frames;
    }
}
