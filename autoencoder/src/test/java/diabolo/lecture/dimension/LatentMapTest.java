package diabolo.lecture.dimension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import diabolo.RealMusic;
import diabolo.corpus.Window;
import diabolo.report.MetricsTable;
import diabolo.report.page.Report;
import diabolo.representation.Melody;
import diabolo.representation.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatentMapTest {

    @TempDir
    private Path folder;

    @Test
    void neighboursShareTheTuneMoreOftenThanChance() throws IOException {
        QuickStudy quick = QuickStudy.in(folder);
        Corpora.ofMelodies().forEach(RealMusic::folder);
        RealMusic.folder(Corpora.DRUMS);

        Report report = quick.run(new LatentMap(quick.study(), QuickStudy.FEW, QuickStudy.MELODIES, QuickStudy.DRUMS));
        report.write(folder);

        Map<String, Double> metrics = report.metrics();
        assertThat(MetricsTable.undocumented(metrics)).isEmpty();
        assertThat(metrics.get("neighbours.sameTune"))
                .isGreaterThan(3 * Objects.requireNonNull(metrics.get("neighbours.sameTune.byChance")));
        assertThat(metrics.get("neighbours.drums.sameTune"))
                .isGreaterThan(2 * Objects.requireNonNull(metrics.get("neighbours.drums.sameTune.byChance")));
        assertThat(metrics.get("melodies.tsne.trustworthiness"))
                .isGreaterThan(metrics.get("melodies.pca.trustworthiness"));
        assertThat(Files.readString(folder.resolve("report.html"))).contains("class=\"piece\"", "hymns", "rags");
    }

    private static NamedWindow window(String group, String piece, int firstStep) {
        return new NamedWindow(group, Window.of(piece, firstStep, Melody.of(2), new Tokens(new int[1][32])));
    }

    @Test
    void neighboursAreCountedAsByHand() {
        float[][] codes = {{0}, {1}, {10}, {12}, {30}};
        EncodedWindows music = new EncodedWindows(
                List.of(
                        window("hymns", "a", 0),
                        window("hymns", "a", 32),
                        window("hymns", "b", 0),
                        window("rags", "a", 0),
                        window("rags", "c", 0)),
                codes,
                codes);

        assertThat(music.sameTune(codes)).isEqualTo(2 / 5.0);
        assertThat(music.sameTuneByChance()).isEqualTo(2.0 / 5 / 4, within(1e-12));
        assertThat(music.nearestOfOtherTunes(codes, 2))
                .containsExactly(List.of(2, 3), List.of(2, 3), List.of(3, 1), List.of(2, 1), List.of(3, 2));
        assertThat(music.sameGroup(codes)).isEqualTo(3 / 5.0);
        assertThat(music.sameGroupByChance())
                .isEqualTo((1 / 3.0 + 1 / 3.0 + 2 / 4.0 + 1 / 4.0 + 1 / 4.0) / 5, within(1e-12));
        assertThat(window("rags", "joplin/Maple_Leaf--Rag.mid", 32).place(16)).isEqualTo("Maple Leaf, Rag, bar 3");
    }

    @Test
    void stylesOfDrumsAreInTheirNames() {
        assertThat(Corpora.style("drummer1/session1/10_jazz-funk_116_fill_4-4.mid"))
                .isEqualTo("jazz");
        assertThat(Corpora.style("1_funk_80_beat_4-4.mid")).isEqualTo("funk");
        assertThat(Corpora.style("loop.mid")).isEqualTo("other");
    }
}
