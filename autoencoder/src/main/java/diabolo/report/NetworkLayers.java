package diabolo.report;

import diabolo.model.Bottleneck;
import diabolo.model.DenseSpec;
import diabolo.model.ModelSpec;
import diabolo.model.RecurrentSpec;
import diabolo.nn.LstmSize;
import diabolo.report.NetworkPicture.Layer;
import diabolo.report.NetworkPicture.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The layers of a spec as a diagram shows them. */
final class NetworkLayers {

    private NetworkLayers() {}

    static List<Layer> of(ModelSpec spec) {
        return switch (spec) {
            case DenseSpec dense -> dense(dense);
            case RecurrentSpec recurrent -> recurrent(recurrent);
        };
    }

    private static List<Layer> dense(DenseSpec spec) {
        List<Layer> layers = new ArrayList<>();
        layers.add(Layer.of("input", spec.frameSize(), Role.FRAME));
        for (int layer = 0; layer < spec.depth() - 1; layer++) {
            layers.add(Layer.of("layer " + (layer + 1), spec.sizes().get(layer + 1), Role.HIDDEN)
                    .withRemark(words(spec.encoderActivation(layer))));
        }
        layers.add(
                code(spec).withRemark(codeRemark(spec.bottleneck(), words(spec.encoderActivation(spec.depth() - 1)))));
        for (int layer = spec.depth() - 1; layer >= 1; layer--) {
            layers.add(
                    Layer.of("layer " + (2 * spec.depth() - layer), spec.sizes().get(layer), Role.HIDDEN)
                            .withRemark(words(spec.decoderActivation(layer))));
        }
        layers.add(Layer.of("output", spec.frameSize(), Role.FRAME).withRemark(words(spec.decoderActivation(0))));
        return layers;
    }

    private static List<Layer> recurrent(RecurrentSpec spec) {
        List<Layer> layers = new ArrayList<>();
        layers.add(tokens("input", spec).withRemark("tokens"));
        layers.add(lstm("encoder", spec.encoder(), 2).withRemark("LSTM, both ways"));
        layers.add(code(spec).withRemark(codeRemark(spec.bottleneck(), "linear")));
        switch (spec.decoder()) {
            case RecurrentSpec.Flat(LstmSize size) ->
                layers.add(lstm("decoder", size, 1).withRemark("LSTM"));
            case RecurrentSpec.Hierarchical(int segment, LstmSize conductor, LstmSize size) -> {
                layers.add(
                        lstm("conductor", conductor, 1).withRemark("LSTM, %d times".formatted(spec.steps() / segment)));
                int lines = spec.alphabets().size();
                layers.add(lstm("decoder", size, lines)
                        .withRemark(lines == 1 ? "LSTM, each bar anew" : "an LSTM for each line"));
            }
        }
        layers.add(tokens("output", spec).withRemark(spec.nade().isPresent() ? "NADE" : "softmax"));
        return layers;
    }

    private static Layer tokens(String name, RecurrentSpec spec) {
        return Layer.of(name, spec.cellsPerStep(), Role.FRAME)
                .withSize("%d steps × %d".formatted(spec.steps(), spec.cellsPerStep()));
    }

    private static Layer lstm(String name, LstmSize size, int copies) {
        String layers = size.layers() == 1 ? "" : " × %d layers".formatted(size.layers());
        return Layer.of(name, (long) copies * size.units(), Role.HIDDEN)
                .withSize("%s%d%s".formatted(copies == 1 ? "" : copies + " × ", size.units(), layers));
    }

    private static Layer code(ModelSpec spec) {
        return Layer.of("code", spec.codeSize(), Role.CODE);
    }

    private static String codeRemark(Bottleneck bottleneck, String activation) {
        return switch (bottleneck) {
            case Bottleneck.Plain _ -> activation;
            case Bottleneck.Gaussian _ -> "mean, deviation";
            case Bottleneck.KSparse(int k) -> "the %d largest".formatted(k);
        };
    }

    private static String words(Enum<?> activation) {
        return activation.name().toLowerCase(Locale.ROOT).replace("relu", "ReLU");
    }
}
