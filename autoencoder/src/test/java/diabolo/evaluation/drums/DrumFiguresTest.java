package diabolo.evaluation.drums;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import diabolo.RealMusic;
import diabolo.file.FolderFiles;
import diabolo.grid.RhythmGrid;
import diabolo.midi.MidiReader;
import diabolo.representation.DrumClass;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class DrumFiguresTest {

    private static final String ROCK_KICK = "x.......x.......";
    private static final String ROCK_SNARE = "....x.......x...";
    private static final Offset<Double> EXACT = within(1e-12);

    @Test
    void aRockBeatHasEveryBackbeatAndDownbeat() {
        DrumPattern rock = pattern(ROCK_KICK + ROCK_KICK, ROCK_SNARE + ROCK_SNARE);

        DrumFigures figures = DrumFigures.of(List.of(rock));

        assertThat(figures).isEqualTo(new DrumFigures(1, 1, 1, 1, 4, 4));
    }

    @Test
    void figuresCountByHand() {
        DrumPattern pattern = pattern(
                "x.......x......." + "..x.....x.......", //
                "....x..........." + "....x..x....x...");

        DrumFigures figures = DrumFigures.of(List.of(pattern));

        assertThat(figures.backbeat()).isEqualTo(3.0 / 4, EXACT);
        assertThat(figures.kickOnDownbeat()).isEqualTo(1.0 / 2, EXACT);
        assertThat(figures.barLikeness()).isEqualTo(2.0 / 6, EXACT); // kick at 8 and snare at 4, of 3 and 5 hits
        assertThat(figures.hitsPerBar()).isEqualTo(4, EXACT);
    }

    @Test
    void drumsAtOnceAreOneOnset() {
        DrumPattern together = pattern("x...............", "x...............");

        DrumFigures figures = DrumFigures.of(List.of(together));

        assertThat(figures.hitsPerBar()).isEqualTo(2);
        assertThat(figures.onsetsPerBar()).isEqualTo(1);
        assertThat(figures.barLikeness()).isNaN();
    }

    @Test
    void overlapAndKnownBarsAreOneOfASetWithItself() {
        List<DrumPattern> rock = List.of(pattern(ROCK_KICK, ROCK_SNARE));
        List<DrumPattern> other = List.of(pattern("x.x.............", "....x..........."));

        DrumHistograms ofRock = DrumHistograms.of(rock);

        assertThat(ofRock.hits().overlap(ofRock.hits())).isEqualTo(1, EXACT);
        assertThat(ofRock.hits().overlap(DrumHistograms.of(other).hits())).isEqualTo(1.0 / 2, EXACT);
        assertThat(ofRock.knownShare(rock)).isEqualTo(1);
        assertThat(ofRock.knownShare(other)).isZero();
    }

    @Test
    void silentExcerptsAreLeftOut() {
        String silence = "................";

        assertThat(pattern(ROCK_KICK + silence + ROCK_KICK, silence.repeat(3)).excerpts(1))
                .hasSize(2);
    }

    @Test
    void aPatternHasWholeBars() {
        assertThatThrownBy(() -> pattern("x...", "...."))
                .hasMessage("a pattern has whole bars of 16 steps, was given 4 steps");
    }

    /**
     * A trial with 40 pieces gave backbeat .59, likeness .50 and a kick on "a downbeat" .91. Ours are of all bars of all grooves:
     * .57, .55, and .72 for bars that begin with the kick (.80 of patterns have one that does).
     */
    @Test
    void playedDrumsGroove() throws IOException {
        List<DrumPattern> patterns = new ArrayList<>();
        Map<String, Path> files = FolderFiles.in(
                        RealMusic.folder("drums-groove").resolve("drummer1"))
                .files();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            if (file.getKey().endsWith("4-4.mid")) {
                patterns.addAll(DrumPattern.of(RhythmGrid.SIXTEENTHS.quantize(
                                MidiReader.readLenient(file.getValue()).sequence()))
                        .excerpts(2));
            }
        }

        DrumFigures played = DrumFigures.of(patterns);

        assertThat(played.backbeat()).isBetween(0.45, 0.8);
        assertThat(played.kickOnDownbeat()).isBetween(0.55, 0.95);
        assertThat(played.barLikeness()).isBetween(0.4, 0.7);
    }

    private static DrumPattern pattern(String kick, String snare) {
        List<Set<DrumClass>> steps = new ArrayList<>();
        for (int step = 0; step < kick.length(); step++) {
            Set<DrumClass> drums = EnumSet.noneOf(DrumClass.class);
            if (kick.charAt(step) == 'x') {
                drums.add(DrumClass.KICK);
            }
            if (snare.charAt(step) == 'x') {
                drums.add(DrumClass.SNARE);
            }
            steps.add(drums);
        }
        return new DrumPattern(steps);
    }
}
