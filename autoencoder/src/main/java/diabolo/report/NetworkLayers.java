package diabolo.report;

import diabolo.model.Bottleneck;
import diabolo.model.ClassifierSpec;
import diabolo.model.ConvolutionalSpec;
import diabolo.model.DenseSpec;
import diabolo.model.ModelSpec;
import diabolo.model.RecurrentSpec;
import diabolo.nn.Activation;
import diabolo.nn.ConvolutionSize;
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
            case ConvolutionalSpec convolutional -> convolutional(convolutional);
            case RecurrentSpec recurrent -> recurrent(recurrent);
        };
    }

    static List<Layer> of(ClassifierSpec spec) {
        List<Layer> layers = new ArrayList<>();
        layers.add(Layer.of("input", spec.frameSize(), Role.FRAME));
        for (int layer = 1; layer <= spec.layers(); layer++) {
            layers.add(Layer.of("layer " + layer, spec.sizes().get(layer), Role.HIDDEN)
                    .withRemark(words(spec.hidden())));
        }
        layers.add(Layer.of("classes", spec.classes(), Role.FRAME).withRemark("softmax"));
        return layers;
    }

    private static List<Layer> dense(DenseSpec spec) {
        List<Layer> layers = new ArrayList<>();
        layers.add(Layer.of("input", spec.frameSize(), Role.FRAME));
        for (int layer = 0; layer < spec.depth() - 1; layer++) {
            layers.add(Layer.of("encoder " + (layer + 1), spec.sizes().get(layer + 1), Role.HIDDEN)
                    .withRemark(words(spec.encoderActivation(layer))));
        }
        layers.add(
                code(spec).withRemark(codeRemark(spec.bottleneck(), words(spec.encoderActivation(spec.depth() - 1)))));
        for (int layer = spec.depth() - 1; layer >= 1; layer--) {
            layers.add(
                    Layer.of("decoder " + (spec.depth() - layer), spec.sizes().get(layer), Role.HIDDEN)
                            .withRemark(words(spec.decoderActivation(layer))));
        }
        layers.add(Layer.of("output", spec.frameSize(), Role.FRAME).withRemark(words(spec.decoderActivation(0))));
        return layers;
    }

    private static List<Layer> convolutional(ConvolutionalSpec spec) {
        List<Layer> layers = new ArrayList<>();
        List<ConvolutionalSpec.Maps> up = spec.encoderMaps();
        layers.add(maps("input", up.getFirst(), Role.FRAME));
        for (int layer = 1; layer < up.size(); layer++) {
            Activation activation = layer == up.size() - 1 ? spec.code() : spec.hidden();
            layers.add(maps("convolution " + layer, up.get(layer), Role.HIDDEN)
                    .withRemark(kernel(spec.encoder().get(layer - 1), activation)));
        }
        layers.add(maps("code", spec.codeMaps(), Role.CODE).withRemark(codeRemark(spec.bottleneck(), "all cells")));
        List<ConvolutionalSpec.Maps> down = spec.decoderMaps();
        for (int layer = 1; layer < down.size(); layer++) {
            boolean isLast = layer == down.size() - 1;
            layers.add(maps(
                            isLast ? "output" : "deconvolution " + layer,
                            down.get(layer),
                            isLast ? Role.FRAME : Role.HIDDEN)
                    .withRemark(kernel(spec.decoder().get(layer - 1), isLast ? spec.output() : spec.hidden())));
        }
        return layers;
    }

    private static Layer maps(String name, ConvolutionalSpec.Maps maps, Role role) {
        String plane = "%d×%d".formatted(maps.rows(), maps.columns());
        long cells = (long) maps.count() * maps.rows() * maps.columns();
        return Layer.of(name, cells, role)
                .withSize(maps.count() == 1 ? plane : "%d maps %s".formatted(maps.count(), plane));
    }

    private static String kernel(ConvolutionSize size, Activation activation) {
        return "%d×%d, %s".formatted(size.kernel(), size.kernel(), words(activation));
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
            case Bottleneck.WinnerTakeAll _ -> "winners alone";
        };
    }

    private static String words(Enum<?> activation) {
        return activation.name().toLowerCase(Locale.ROOT).replace("relu", "ReLU");
    }
}
