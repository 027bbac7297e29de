package diabolo.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diabolo.model.Bottleneck;
import diabolo.model.DenseSpec;
import diabolo.model.RecurrentSpec;
import diabolo.nn.LstmSize;
import diabolo.report.NetworkPicture.Layer;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkPictureTest {

    @Test
    void aDenseAutoencoderIsADiabolo() {
        List<Layer> layers = NetworkPicture.of("DeepHear", DenseSpec.DEEP_HEAR).layers();

        assertThat(layers.stream().map(Layer::units))
                .containsExactly(5632L, 1024L, 256L, 64L, 16L, 64L, 256L, 1024L, 5632L);
        assertThat(layers.get(4).role()).isEqualTo(NetworkPicture.Role.CODE);
        assertThat(layers.get(8).remark()).isEqualTo("sigmoid");
    }

    @Test
    void aVariationalCodeIsAMeanAndADeviation() {
        Layer code =
                NetworkPicture.of("", DenseSpec.gaussian(784, 500, 20)).layers().get(2);

        assertThat(code.units()).isEqualTo(20);
        assertThat(code.remark()).isEqualTo("mean, deviation");
    }

    @Test
    void aHierarchicalDecoderHasAConductor() {
        RecurrentSpec trio = new RecurrentSpec(
                List.of(90, 90, 512),
                256,
                new LstmSize(128, 1),
                64,
                Bottleneck.GAUSSIAN,
                new RecurrentSpec.Hierarchical(16, new LstmSize(32, 1), new LstmSize(48, 2)));

        String svg = NetworkPicture.of("Trio", trio).toSvg();

        assertThat(svg)
                .contains("Trio", "256 steps × 692", "2 × 128", "conductor", "LSTM, 16 times", "3 × 48 × 2 layers");
    }

    @Test
    void higherBarsHaveMoreUnitsAndTheSmallestCanBeSeen() {
        String svg = NetworkPicture.of("", DenseSpec.sigmoid(10_000, 2_500, 1)).toSvg();

        assertThat(svg).contains("height=\"170\"", "height=\"85\"", "height=\"6\"");
    }

    @Test
    void aSingleLayerIsNoNetwork() {
        assertThatThrownBy(() -> new NetworkPicture("", List.of(Layer.of("input", 3, NetworkPicture.Role.FRAME))))
                .hasMessage("a network has two layers or more, was given 1");
    }
}
