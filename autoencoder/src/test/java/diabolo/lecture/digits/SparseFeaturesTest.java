package diabolo.lecture.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import diabolo.RealMusic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparseFeaturesTest {

    @TempDir
    private Path folder;

    @Test
    void unitsAreAsActiveAsAskedForAndCoverLessThanComponents() throws IOException {
        RealMusic.folder(RollWindows.DATA_SET);
        Map<String, Double> metrics = TinyStudy.metrics(
                folder,
                study -> new SparseFeatures(
                        study,
                        new SparseFeatures.Size(
                                500, 200, 36, 250, 10, 400, 25, 250, new PatchDictionary.Size(6, 2_000, 49, 100, 30))));

        assertThat(metrics.get("hidden.meanActivation")).isCloseTo(SparseFeatures.TARGET, within(0.05));
        assertThat(metrics.get("rolls.meanActivation")).isCloseTo(SparseFeatures.TARGET, within(0.05));
        assertThat(metrics.get("hidden.area")).isLessThan(metrics.get("pca.area"));
        assertThat(metrics.get("kSparse.nonZeroShare")).isCloseTo(4.0 / 36, within(1e-6));
        assertThat(metrics.get("dictionary.nonZeroShare")).isLessThan(0.5);
        assertThat(metrics.get("dictionary.snrDb")).isGreaterThan(3);
    }

    /** C3, E3 and C4 at every step, G3 at half the strength it would need. */
    @Test
    void pitchesAreNamedAsAMusicianWould() {
        float[] weights = new float[4 * 48];
        for (int step = 0; step < 4; step++) {
            weights[step * 48 + 12] = 1;
            weights[step * 48 + 16] = 0.8f;
            weights[step * 48 + 24] = 0.6f;
            weights[step * 48 + 19] = 0.25f;
            weights[step * 48 + 13] = -1;
        }

        MusicFeature feature = MusicFeature.of(weights, 48, 36);

        assertThat(feature.pitches()).isEqualTo(List.of(48, 52, 60));
        assertThat(feature.inWords()).isEqualTo("C3 E3 C4");
        assertThat(feature.strongest()).isEqualTo(48);
        assertThat(feature.steps()).isCloseTo(4, within(1e-9));
        assertThat(feature.hasOctave()).isTrue();
        assertThat(feature.isInTriad()).isTrue();
        assertThat(feature.isInScale()).isTrue();
        assertThat(feature.isOneDegree()).isFalse();
        assertThat(new MusicFeature(List.of(48, 50), 48, 1).isInTriad()).isFalse();
        assertThat(new MusicFeature(List.of(49, 61), 49, 1).isInScale()).isFalse();
        assertThat(new MusicFeature(List.of(49, 61), 49, 1).isOneDegree()).isTrue();
    }
}
